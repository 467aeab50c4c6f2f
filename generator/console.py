"""Console output and exit codes: messages, progress counts, known errors without a traceback."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import click

from generator.places import Places
from generator.problems import KNOWN, ContentError, EnvironmentProblem, OutsideProblem, Refused
from generator.report import Form, Say, report, summary
from generator.system_errors import sentence_of
from generator.text.characters import visible
from generator.up_to_date import Scan, warnings_of

ENVIRONMENT_PROBLEM = 2
CONTENT_PROBLEM = 1
FORESEEN = (*KNOWN, BrokenExecutor, MemoryError)
"""Exceptions that can end a command and are no bug."""


def prepare_console() -> None:
    """Make standard output and error safe to write to; to be called before anything is opened.

    Characters that their encoding lacks are backslash-escaped. Closed file descriptors 0 to 2 are
    opened on the null device, so that no file opened later gets one and is written into.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str, *, to_people: bool = False) -> None:
    """Print to standard output, or `to_people` to standard error; unprintable characters escaped.

    If standard output cannot be written (a full disk), says so on standard error and raises
    SystemExit(2). Raises BrokenPipeError if its reader has gone.
    """
    if to_people:
        try:
            click.echo(visible(text), err=True)
        except OSError:  # there is nobody left to tell that nobody can be told
            _close(sys.stderr)
        return
    try:
        click.echo(visible(text))
    except BrokenPipeError:
        raise
    except OSError as error:
        _close(sys.stdout)
        say(sentence_of(error), to_people=True)
        raise SystemExit(ENVIRONMENT_PROBLEM) from None


def _close(stream: TextIO) -> None:
    """Redirect a stream to the null device.

    Python buffers what it could not write, and would fail again when it flushes at exit.
    """
    with suppress(OSError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def progress_callback() -> Say:
    """A progress callback that writes to a terminal; silent if standard error is none."""
    return Progress().say


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


@dataclass
class Progress:
    """Progress display on a terminal: a count overwrites the last one of the same work."""

    watched: bool = field(default_factory=_is_watched)
    """Whether standard error is a terminal; otherwise nothing is written."""
    counting: str = ""
    """The work whose count is on the last line; empty if there is none."""

    def say(self, text: str) -> None:
        """Show a sentence, or a count, which has the name of the work before a colon."""
        if not self.watched:
            return
        what, is_count, _ = text.partition(":")
        again = _LINE_ABOVE if is_count and what == self.counting else ""
        self.counting = what if is_count else ""
        click.echo(again + click.style(visible(text), dim=True), err=True)

    def clear(self) -> None:
        """Erase the count, before output that stays."""
        if self.counting:
            click.echo(_LINE_ABOVE, err=True, nl=False)
        self.counting = ""


_LINE_ABOVE = "\x1b[1A\x1b[2K"
"""ANSI escape sequences: cursor up one line, erase line (ECMA-48, CUU and EL)."""


def shown(path: Path) -> str:
    """A path relative to the working directory if it is in there, otherwise as it is."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def say_up_to_date(site: Path, warnings: str = "") -> None:
    """Print that nothing had to be built, after the `warnings` of the build that made the site."""
    if warnings:
        say(warnings, to_people=True)
    say(f"Nothing has changed: {shown(site)} is up to date.")


def say_as_before(places: Places, inputs: Scan | None) -> bool:
    """If the site is up to date with `inputs`, print so with its warnings; whether it is."""
    warnings = None if inputs is None else warnings_of(places, inputs)
    if warnings is None:
        return False
    say_up_to_date(places.site, warnings)
    return True


@contextmanager
def plain_errors(form: Form = Form.TEXT) -> Iterator[None]:
    """Turn FORESEEN exceptions into a message and SystemExit; a bug keeps its traceback."""
    try:
        with _signals_interrupt():
            yield
    except BrokenPipeError:  # the reader of a pipe has gone; click ends the program
        raise
    except FORESEEN as error:
        raise SystemExit(explained(error, form)) from None


@contextmanager
def _signals_interrupt() -> Iterator[None]:
    """Handle SIGTERM and SIGHUP as SIGINT (KeyboardInterrupt), so that child processes end too.

    A handler that is not the default one stays.
    """
    # Windows has no SIGHUP, and only the main thread may set handlers.
    is_main = threading.current_thread() is threading.main_thread()
    handled = [one for one in signal.Signals if one.name in ("SIGTERM", "SIGHUP") and is_main]
    usual = [one for one in handled if signal.getsignal(one) is signal.SIG_DFL]
    for one in usual:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in usual:
            signal.signal(one, signal.SIG_DFL)


def explained(error: BaseException, form: Form = Form.TEXT) -> int:
    """Print any of FORESEEN; returns the exit code: 2 for an OutsideProblem, otherwise 1.

    GitHub and JSON forms go to standard output, text to standard error: only the sentence, without
    a location, for a problem outside of content.
    """
    refused = as_refused(error)
    outside = isinstance(refused, OutsideProblem)
    if form is not Form.TEXT:
        say(report(refused.problems, form))
    else:
        say(str(refused) if outside else report(refused.problems), to_people=True)
    if refused.outcome:
        say(_counted(refused), to_people=True)
    return ENVIRONMENT_PROBLEM if outside else CONTENT_PROBLEM


def as_refused(error: BaseException) -> Refused:
    """Any of `FORESEEN` as a Refused, which has `problems`."""
    return error if isinstance(error, Refused) else EnvironmentProblem(_sentence(error))


def _counted(refused: Refused) -> str:
    """The outcome of a refusal; for content, after the number of errors and warnings."""
    if not isinstance(refused, ContentError):
        return refused.outcome
    return f"{summary(refused.problems).capitalize()}; {refused.outcome}"


def _sentence(error: BaseException) -> str:
    if isinstance(error, OSError):
        return sentence_of(error)
    if isinstance(error, MemoryError | BrokenExecutor):
        return "There was not enough memory. Close other programs, and try again."
    return str(error)
