"""Reading bytes: what is refused before YAML, positions, and the guard against deep nesting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.content.reading.source import Source, parse_source, read_source
from generator.problems import Location, Problem, Problems

GOOD = b"title: A set\nitems:\n  - one\n  - two: 2\n    three: [a, b]\n"


def read(content: bytes) -> tuple[Source | None, tuple[Problem, ...]]:
    problems = Problems()
    return parse_source(content, shown_as="f.yaml", problems=problems), problems.sorted


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "file-has-fields"),
        (b" \n\n", "file-has-fields"),
        (b"# only a comment\n", "file-has-fields"),
        (b"---\n", "file-has-fields"),
        (b"\xef\xbb\xbf", "file-has-fields"),
        (GOOD.decode().encode("utf-16"), "file-is-utf-8"),
        (GOOD.decode().encode("utf-16-le"), "file-is-utf-8"),
        (GOOD.decode().encode("utf-16-be"), "file-is-utf-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-is-text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file-is-utf-8"),
        (b"PK\x03\x04\x14\0\x06\0", "file-is-text"),
        (GOOD + b"#" * 1_000_000, "file-is-small"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, rule: str) -> None:
    """Empty, binary, huge and strangely encoded files are one problem at their start or letter."""
    source, problems = read(content)
    assert source is None
    assert [p.rule for p in problems] == [rule]
    assert problems[0].hint


def test_a_character_of_code_0_is_found_where_it_stands() -> None:
    """One that came with a copied word is found and deleted by its line and column."""
    _, problems = read(b"a: one\nb: tw\0o\n")
    assert [p.location for p in problems] == [Location("f.yaml", 2, 6)]


@pytest.mark.parametrize(
    ("line", "column"),
    [("text: [Note] five sounds", 7), ("  - {name} five sounds", 5), ("- text: [a] b", 9)],
)
def test_a_text_that_begins_with_a_bracket_is_put_in_quotes(line: str, column: int) -> None:
    """And not told as a quote mark that is closed too early."""
    _, problems = read(f"a: b\n\n{line}\n".encode() if line[0] == "t" else f"a:\n{line}\n".encode())
    assert [p.location.column for p in problems] == [column]
    assert problems[0].message.startswith("The text begins with a bracket")
    assert problems[0].hint == "Put the whole text in quotes."


def test_brackets_in_brackets_in_brackets() -> None:
    """What YAML itself takes for too deep has a sentence."""
    _, problems = read(b"a: " + b"[" * 3000)
    assert "deeper in each other" in problems[0].message


def test_old_encoding_is_found_at_its_letter() -> None:
    """The first letter that is not UTF-8 has its line and column, counted in letters."""
    _, problems = read("a: é\nb: Müller\n".encode().replace("ü".encode(), b"\xfc"))
    assert [p.location for p in problems] == [Location("f.yaml", 2, 5)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    """Files from every kind of computer have the same values and the same positions."""
    source, problems = read(GOOD.replace(b"\n", end.encode()))
    assert source is not None
    assert problems == ()
    assert source.values == {
        "title": "A set",
        "items": ["one", {"two": "2", "three": ["a", "b"]}],
    }
    assert source.locate(("items", 1, "three", 1)) == Location("f.yaml", 5, 16)


def test_scalars_stay_text() -> None:
    """YAML's guesses never happen: what looks like a number, date or truth value stays text."""
    source, problems = read(b"a: no\nb: 1e3\nc: 12:30\nd: 2026-01-01\ne: 010\nf: null\n")
    assert source is not None
    assert problems == ()
    assert list(source.values.values()) == ["no", "1e3", "12:30", "2026-01-01", "010", "null"]


def test_block_values_are_shown_at_their_key() -> None:
    """A value that begins on a later line is shown where its field's name stands."""
    source, _ = read(GOOD)
    assert source is not None
    assert source.locate(("items",)) == Location("f.yaml", 2, 1)
    assert source.locate(("items", 1, "three")) == Location("f.yaml", 5, 12)
    assert source.locate(("items", 1, "three"), of_key=True) == Location("f.yaml", 5, 5)


def test_what_is_not_there_is_shown_at_what_holds_it() -> None:
    """A missing field is shown at the nearest thing above it that is there."""
    source, _ = read(GOOD)
    assert source is not None
    assert source.locate(("items", 1, "four", 0)) == Location("f.yaml", 4, 5)
    assert source.locate(("nothing",)) == Location("f.yaml", 1, 1)


def test_snippet_is_found_inside_its_own_value_only() -> None:
    """Text is looked for from the start of its value to its end, and as a whole id."""
    text = b"a: |-\n  first x-y\n  then x\nb: x\n"
    source, _ = read(text)
    assert source is not None
    assert source.locate_text(("a",), "x") == Location("f.yaml", 3, 8)
    assert source.locate_text(("b",), "then") == Location("f.yaml", 4, 4)
    assert source.locate_text(("a",), "") == Location("f.yaml", 1, 4)


NESTED = """
'a: ' + '[' * 300_000
'a: ' + '{a: ' * 200_000
'a: ' + '[' * 59
'a:\\n' + ' - ' + '- ' * 400_000
'? ' * 400_000
'\\n'.join(' ' * i + 'a:' for i in range(1300))
'\\n'.join(' ' * i + '-' for i in range(1300))
'\\n'.join(' ' * i + '? -' for i in range(1200))
'a: ' + '!x ' * 100_000
'a: ' + '[&a ' * 30_000
'a: &a [' + '*a, ' * 9 + ']'
'a: "' + 'x' * 900_000 + '"'
'a: ' + '&a [' * 20 + '*a' + ']' * 20
"""
SURVIVE = """
import sys
from generator.content.reading.source import parse_source
from generator.problems import Problems
for made in sys.stdin.read().strip().splitlines():
    print(made, flush=True)
    problems = Problems()
    content = eval(made).encode()[:1_000_000]
    source = parse_source(content, shown_as="f.yaml", problems=problems)
    assert source or problems.found
    if source:
        source.locate(("a",))
"""


def test_deep_nesting_never_crashes() -> None:
    """However deep or long, the process lives and says something, or reads a value."""
    done = subprocess.run(
        [sys.executable, "-c", SURVIVE], input=NESTED, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, (done.stdout.splitlines()[-1:], done.stderr[-500:])
    assert done.stdout == NESTED.lstrip()


def test_the_guard_is_needed() -> None:
    """Without the guard the same text ends the process: this is no test of nothing."""
    unguarded = (
        "from generator.content.reading.nodes import compose\ncompose('a: ' + '[' * 300_000)"
    )
    done = subprocess.run([sys.executable, "-c", unguarded], capture_output=True, timeout=60)
    assert done.returncode != 0


def test_folder_and_missing_file_are_problems(tmp_path: Path) -> None:
    """A folder where a file should be, and a file that is gone, are said in words."""
    problems = Problems()
    assert read_source(tmp_path, shown_as="f.yaml", problems=problems) is None
    assert read_source(tmp_path / "none", shown_as="f.yaml", problems=problems) is None
    assert [p.rule for p in problems.found] == ["entry-is-a-file", "entry-is-a-file"]
    assert "folder" in problems.found[0].message


def test_shared_value_is_written_out() -> None:
    """An alias is refused at its place before it can repeat a value for ever."""
    source, problems = read(b"a: &x [1]\nb: *x\n")
    assert source is None
    assert [(p.location.line, p.rule) for p in problems] == [
        (1, "value-is-written-out"),
        (2, "value-is-written-out"),
    ]
