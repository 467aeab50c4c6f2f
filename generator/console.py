"""What the command line says: sentences to people, known trouble with its exit code."""

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
"""What can end a command without a mistake in the program."""


def prepare_console() -> None:
    """Make sure that a sentence can be said, whatever console this is.

    What its encoding lacks is shown as a code. Where an output was closed, nothing that is opened
    later may take its number: a library that complains would write into it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str, *, to_people: bool = False) -> None:
    """Print; what is only for the person who started the program goes to standard error.

    Where what is printed finds no room, that person is told so, and the program ends.
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
    """Have what could not be said, and all that follows, go nowhere.

    Python keeps what it could not write, and would fail with it once more when the program ends.
    """
    with suppress(OSError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def saying() -> Say:
    """Progress for somebody who watches; nothing in a pipe."""
    return Progress().say


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


@dataclass
class Progress:
    """What is said meanwhile: on a screen a count takes the place of the last one of its work."""

    watched: bool = field(default_factory=_is_watched)
    counting: str = ""

    def say(self, text: str) -> None:
        """A sentence, or a count: what is counted stands before a colon."""
        if not self.watched:
            return
        what, is_count, _ = text.partition(":")
        again = _LINE_ABOVE if is_count and what == self.counting else ""
        self.counting = what if is_count else ""
        click.echo(again + click.style(visible(text), dim=True), err=True)

    def clear(self) -> None:
        """Take the count away, before something is said that stays."""
        if self.counting:
            click.echo(_LINE_ABOVE, err=True, nl=False)
        self.counting = ""


_LINE_ABOVE = "\x1b[1A\x1b[2K"
"""To the line above, and clear it (ECMA-48, CUU and EL)."""


def shown(path: Path) -> str:
    """A path as somebody who stands in this folder would type it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def say_up_to_date(site: Path, warnings: str = "") -> None:
    """Nothing had to be built; `warnings` were said when it was."""
    if warnings:
        say(warnings, to_people=True)
    say(f"Nothing has changed: {shown(site)} is up to date.")


def say_as_before(places: Places, inputs: Scan | None) -> bool:
    """Say what was said of the site that stands, if `inputs` is what it was made of."""
    warnings = None if inputs is None else warnings_of(places, inputs)
    if warnings is None:
        return False
    say_up_to_date(places.site, warnings)
    return True


@contextmanager
def plain_errors(form: Form = Form.TEXT) -> Iterator[None]:
    """Known trouble in plain sentences and the right exit code; a bug keeps its traceback."""
    try:
        with _ended_in_order():
            yield
    except BrokenPipeError:  # whoever read the output has seen enough; click ends the program
        raise
    except FORESEEN as error:
        raise SystemExit(explained(error, form)) from None


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Whoever asks this program to end, a supervisor or a closed terminal, is heard as Ctrl-C is:
    what runs for it is ended too, and nothing is left behind.
    """
    # Windows has no SIGHUP, and only the main thread may say what a signal does.
    can_say = threading.current_thread() is threading.main_thread()
    asked = [one for one in signal.Signals if one.name in ("SIGTERM", "SIGHUP") and can_say]
    usual = [one for one in asked if signal.getsignal(one) is signal.SIG_DFL]
    for one in usual:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in usual:
            signal.signal(one, signal.SIG_DFL)


def explained(error: BaseException, form: Form = Form.TEXT) -> int:
    """Say what went wrong; the exit code for it.

    Programs are given every problem in the form that they asked for, people the sentence alone
    where there is no file of theirs to name.
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
    """Any of `FORESEEN` with its problems."""
    return error if isinstance(error, Refused) else EnvironmentProblem(_sentence(error))


def _counted(refused: Refused) -> str:
    """What did not come to be; where content was refused, after the number of its problems."""
    if not isinstance(refused, ContentError):
        return refused.outcome
    return f"{summary(refused.problems).capitalize()}; {refused.outcome}"


def _sentence(error: BaseException) -> str:
    if isinstance(error, OSError):
        return sentence_of(error)
    if isinstance(error, MemoryError | BrokenExecutor):
        return "There was not enough memory. Close other programs, and try again."
    return str(error)
