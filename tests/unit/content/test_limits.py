"""No file takes long, however it was made, and none fills the screen."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.content import decode, handwritten, passages
from generator.content.edition_id import Edition
from generator.content.layers import entry
from generator.places import Places
from generator.problems import MORE, MOST_OF_A_FILE, Location, Problem, Problems, Severity
from generator.reading import read

ROOT = Path(__file__).parents[3]
SIZE = 495_000
"""Half of the most that is read: what takes four times as long for twice as much is seen here too,
in a quarter of the time."""
PAGE = 145_000
"""The same for a page."""
A_SET = (ROOT / "tests/content/prompts/first-lists.yaml").read_text("utf-8")
CLINIC = (ROOT / "tests/content/clinics/default/clinic.yaml").read_text("utf-8")
GUIDE = (ROOT / "tests/content/techniques/lists.yaml").read_text("utf-8")
MOODS = (ROOT / "tests/content/taxonomy/moods.yaml").read_text("utf-8")


def many(piece: str, size: int = SIZE) -> str:
    """The piece again and again; {} in it is a number that grows."""
    count = size // (len(piece) + 3)
    return "".join(piece.replace("{}", f"{number:05}") for number in range(count))


def _guide(privacy: str) -> str:
    """The guide with another text in one of its fields."""
    return GUIDE.replace("privacy:", f"privacy: {privacy}zz:")


SET, ENTRY = "prompts/x.yaml", "prompts/first-lists.yaml"
FEW = "x" * 90
HOSTILE: dict[str, tuple[str, Callable[[], str]]] = {
    "keys": (SET, lambda: many("a{}: x\n")),
    "fewer keys": (SET, lambda: many(f"a{{}}: {FEW}\n")),
    "keys without values": (SET, lambda: many(f"a{{}}: # {FEW}\n")),
    "one key": (SET, lambda: "a" * SIZE + ": x\n"),
    "the same key": (SET, lambda: many(f"title: {FEW}\n")),
    "prompts": (SET, lambda: "prompts:\n" + many("  - id: p{}\n    title: T\n")),
    "fewer prompts": (SET, lambda: "prompts:\n" + many(f"  - {{id: p{{}}, x{{}}: {FEW}}}\n")),
    "empty prompts": (SET, lambda: "prompts:\n" + many(f"  - # {FEW}\n")),
    "one word": (SET, lambda: "title: " + "a" * SIZE),
    "words": (SET, lambda: "title: >-\n" + many("  word word. Word\n")),
    "rich text": (
        "techniques/lists.yaml",
        lambda: _guide(">-\n" + many("  some *words* [and](https://a.example)\n")),
    ),
    "stars": ("techniques/lists.yaml", lambda: _guide('"' + many("**a ") + '"\n')),
    "brackets": ("techniques/lists.yaml", lambda: _guide("'" + "[" * 7_900 + "'\n")),
    "an open quote": (SET, lambda: 'title: "' + many("word ")),
    "a comment": (SET, lambda: "# " + many("word ") + "\ntitle: x\n"),
    "signs": (SET, lambda: "title: " + many("& * ! # ")),
    "one sign": (SET, lambda: "title: " + "*" * SIZE),
    "names for values": (SET, lambda: "title:\n" + many("  - &a{} x\n")),
    "tags": (SET, lambda: "title:\n" + many("  - !a x\n")),
    "lost text": (SET, lambda: many(f"a{{}}: x #{FEW}\n")),
    "codes": (SET, lambda: 'title: "' + many("\\x7f") + '"\n'),
    "controls": (SET, lambda: many("a: \x7f\n")),
    "tabs": (SET, lambda: many("\ta: x\n")),
    "blank lines": (SET, lambda: "a: x\n" + "\n" * SIZE),
    "unknown moods": (
        ENTRY,
        lambda: A_SET.replace("moods: [", "moods: [" + many(f"m{{}}{FEW}, "), 1),
    ),
    "one mood": (
        ENTRY,
        lambda: A_SET.replace("moods: [", "moods: [" + many("sad" + " " * 95 + ", "), 1),
    ),
    "terms": (
        "taxonomy/moods.yaml",
        lambda: (
            MOODS + many(f"  - {{id: m{{}}, label: M{{}}, broader: b{{}}, definition: {FEW}}}\n")
        ),
    ),
    "hidden prompts": (
        "clinics/default/clinic.yaml",
        lambda: CLINIC + "hide: [" + many(f"prompt:p{{}}{FEW}, ") + "]\n",
    ),
}
"""By what is in it, where a file stands and what makes its text, which is not kept."""
PAGES: dict[str, Callable[[], str]] = {
    "words": lambda: "# x\n\n" + many("word word. Word\n", PAGE),
    "one line": lambda: "# x\n\n" + many("word ", PAGE),
    "cells": lambda: "# x\n\n|" + many("a|", PAGE),
    "items": lambda: "# x\n\n" + many("- kill\n", PAGE),
    "signs": lambda: "# x\n\n" + many("*[`", PAGE),
    "many signs": lambda: "# x\n\n" + many("[[[[[[[[[[[ \n\n", PAGE),
    "links": lambda: "# x\n\n" + many("[a](", PAGE),
    "links in paragraphs": lambda: "# x\n\n" + many("[a](" * 9 + "\n\n", PAGE),
    "tags": lambda: "# x\n\n" + many("a <b ", PAGE),
    "deep lists": lambda: "# x\n\n" + "".join("    " * depth + "- a\n" for depth in range(380)),
    "fields": lambda: "---\n" + many("a{}: x\n", PAGE) + "---\n",
}


@pytest.fixture(scope="module")
def ordinary() -> float:
    """Seconds of CPU time to read and check the whole library, which has about a megabyte."""
    return _timed(Places(ROOT, Edition()), date(2100, 1, 1))[0]


@pytest.mark.site
@pytest.mark.parametrize("name", HOSTILE)
def test_half_a_megabyte_takes_no_longer_than_some_of_ordinary_text(
    name: str, ordinary: float, tmp_path: Path
) -> None:
    """Reading one such file costs at most twice as much as the whole library."""
    path, make = HOSTILE[name]
    seconds, problems = _with(tmp_path, f"content/{path}", make())
    assert seconds < 2 * ordinary
    _assert_few(problems)


@pytest.mark.site
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_read_as_quickly(name: str, ordinary: float, tmp_path: Path) -> None:
    """A page of half the greatest size costs at most as much as the whole library."""
    seconds, problems = _with(tmp_path, "content/pages/x.md", PAGES[name]())
    assert seconds < ordinary
    _assert_few(problems)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[a](" * 11, "brackets-are-closed"),
        ("a <b " * 11, "brackets-are-closed"),
        ("word " * 4_001, "page-can-be-read"),
        (" " * 101 + "- a", "page-can-be-read"),
        ("[a](x.md) " * 20 + "a < b, <br> " * 5, None),
    ],
)
def test_pages_at_which_the_engine_would_stall(
    problems_of: Callable[..., tuple[Problem, ...]], text: str, rule: str | None
) -> None:
    """They are told by the check, at their line, before the engine has them."""
    found = problems_of({"pages/x.md": f"# x\n\nWords.\n\n{text}\n"})
    told = [(p.rule, p.location.line) for p in found if p.severity is Severity.ERROR]
    assert told == ([(rule, 5)] if rule else [])


def test_the_first_fifty_are_told_and_how_many_more(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """Of hundreds of mistakes in a file fifty are told, the rest as a number at the end."""
    text = "".join(f"a{number}: x\n" for number in range(300))
    problems = problems_of({"prompts/first-lists.yaml": A_SET + text})
    told = [p for p in problems if p.rule == "key-is-known"]
    (more,) = (p for p in problems if p.rule == MORE)
    assert len(told) == MOST_OF_A_FILE
    assert told[0].location.line == len(A_SET.splitlines()) + 1
    assert more.message == "The file has 250 more errors, which are not listed."
    assert more.location >= told[-1].location


def test_warnings_do_not_hide_errors() -> None:
    """Errors and warnings have room of their own, and a question is asked only if it is told."""
    problems = Problems()
    place = Location("content/a.yaml")
    asked: list[str] = []
    for number in range(MOST_OF_A_FILE + 2):
        problems.warn(place, "x", f"{number}.", lambda: asked.append("x") or "Mend it.")
    problems.error(place, "y", "Wrong.")
    problems.error(Location("content/b.yaml"), "y", "Wrong too.")
    assert len(asked) == MOST_OF_A_FILE
    errors = [p for p in problems.sorted if p.severity is Severity.ERROR]
    assert [p.message for p in errors] == ["Wrong.", "Wrong too."]
    assert "The file has 2 more warnings, which are not listed." in {
        p.message for p in problems.sorted
    }


def test_what_others_found_is_counted_on() -> None:
    """Handed from one collection to another, the number of untold problems is kept."""
    first, second = Problems(), Problems()
    for number in range(MOST_OF_A_FILE + 7):
        first.error(Location("content/a.yaml"), "y", f"{number}.")
    second.extend(first.sorted)
    assert second.sorted == first.sorted


@pytest.mark.site
@pytest.mark.parametrize("kinds", ["techniques", "prompts", "studies worksheets packets"])
def test_a_broken_file_of_a_full_library_is_told(kinds: str, tmp_path: Path) -> None:
    """Whatever a file of the real library lacks, there are problems and no crash.

    The kinds on which few others stand are broken together.
    """
    shutil.copytree(ROOT / "content", tmp_path / "content")
    files = [min((tmp_path / "content" / kind).glob("*.yaml")) for kind in kinds.split()]
    for file in files:
        file.write_text("title: A title\n", "utf-8")
    problems = read(Places(tmp_path, Edition()), date(2100, 1, 1))[1].sorted
    told = {p.location.path for p in problems}
    assert {file.relative_to(tmp_path).as_posix() for file in files} <= told


GROUP = (ROOT / "tests/cases/valid/resources/meeting.yaml").read_text("utf-8")
RULE = "rule: FREQ=MONTHLY;BYDAY=1TU"
STUDY = (ROOT / "tests/content/studies/scullin-2018.yaml").read_text("utf-8")


@pytest.mark.parametrize("digits", [20, 400, 5_000])
def test_numbers_that_are_too_long(
    problems_of: Callable[..., tuple[Problem, ...]], digits: int
) -> None:
    """However many digits a number has, it is a problem of its field or counts nothing."""
    number = "9" * digits
    held = re.sub("^people: .*$", f"people: {number}", STUDY, flags=re.MULTILINE)
    assert held != STUDY
    found = problems_of({"studies/scullin-2018.yaml": held})
    assert found
    assert {p.location.path for p in found} == {"content/studies/scullin-2018.yaml"}
    said = re.sub("^privacy: .*$", f"privacy: All {number} people did.", GUIDE, flags=re.MULTILINE)
    assert said != GUIDE
    problems_of({"techniques/lists.yaml": said})
    for part in ("INTERVAL", "COUNT", "BYMONTHDAY"):
        rule = f"rule: FREQ=MONTHLY;{part}={number}"
        problems_of({"resources/directory/a-group.yaml": GROUP.replace(RULE, rule)})


def _with(root: Path, path: str, text: str) -> tuple[float, tuple[Problem, ...]]:
    shutil.copytree(ROOT / "tests/content", root / "content")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text[:SIZE], "utf-8")
    return _timed(Places(root, Edition()), date(2026, 6, 1))


def _timed(places: Places, today: date) -> tuple[float, tuple[Problem, ...]]:
    for kept in (
        entry._read_entry,
        decode.valid_record,
        passages.passages_in,
        handwritten.passages_on,
    ):
        kept.cache_clear()  # as in a process that reads for the first time
    start = time.process_time()
    problems = read(places, today)[1].sorted
    return time.process_time() - start, problems


def _assert_few(problems: tuple[Problem, ...]) -> None:
    assert len(problems) <= 2 * MOST_OF_A_FILE + 20
    assert max((len(p.message) for p in problems), default=0) < 5_000
