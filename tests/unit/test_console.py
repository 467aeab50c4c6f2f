"""What went wrong is told in one family, whoever found it."""

from __future__ import annotations

import json
import signal
import sys

import pytest

from generator.console import Progress, explained, plain_errors, progress_callback
from generator.engine.process import engine_error
from generator.finish.errors import FinishError, broken
from generator.output.errors import HandWrittenFile
from generator.problems import ContentError, EnvironmentProblem, Location, Problem, Refused
from generator.report import Form

EVERY: tuple[tuple[Refused, str, int], ...] = (
    (ContentError((Problem(Location("content/a.yaml", 3), "some-rule", "Wrong."),)),
     "content/a.yaml", 1),
    (FinishError([broken("a.html", "link-resolves", "Leads nowhere.")]), "a.html", 1),
    (engine_error(["It cannot."]), "mkdocs.yml", 1),
    (HandWrittenFile(["about.md"]), ".", 2),
    (EnvironmentProblem("There is nothing here."), ".", 2),
)  # fmt: skip


@pytest.mark.parametrize(("error", "path", "code"), EVERY, ids=lambda v: type(v).__name__)
def test_programs_are_given_every_problem(
    error: Refused, path: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON and as annotations, with its place and its rule, whichever stage refused."""
    assert explained(error, Form.JSON) == code
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["path"], found["rule"]) == (path, error.problems[0].rule)
    assert explained(error, Form.GITHUB) == code
    assert capsys.readouterr().out.startswith(f"::error file={path},line=")


@pytest.mark.parametrize(("error", "path", "code"), EVERY, ids=lambda v: type(v).__name__)
def test_people_are_told_a_sentence(
    error: Refused, path: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, and nothing on the output that a program may read."""
    assert explained(error) == code
    said = capsys.readouterr()
    assert error.problems[0].message in said.err
    assert said.out == ""


def test_a_count_takes_the_place_of_the_last_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a screen; another sentence keeps its line, and in a pipe nothing is said."""
    progress_callback()("Printing: 1 of 2.")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    say = progress_callback()
    for text in ("Printing: 1 of 2.", "Printing: 2 of 2.", "Writing.", "Printing: 1 of 2."):
        say(text)
    lines = capsys.readouterr().err.splitlines()
    assert [line.startswith("\x1b[1A\x1b[2K") for line in lines] == [False, True, False, False]


def test_a_count_makes_room_for_what_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is taken away once, and stands below again; in a pipe nothing is written."""
    Progress().clear()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress()
    progress.say("Building: 1 of 2.")
    capsys.readouterr()
    progress.clear()
    progress.clear()
    assert capsys.readouterr().err == "\x1b[1A\x1b[2K"
    progress.say("Building: 2 of 2.")
    assert not capsys.readouterr().err.startswith("\x1b[1A")


def test_a_supervisor_is_heard_as_ctrl_c_is() -> None:
    """So that what was begun is ended in order; a signal that somebody ignores is ignored still."""
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), plain_errors():
        signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with plain_errors():
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
