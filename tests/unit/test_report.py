"""Problems as text, as annotations and as JSON."""

from __future__ import annotations

import json

from generator.problems import Location, Problem, Severity
from generator.report import Form, report, summary

ERROR = Problem(Location("content/a.yaml", 3, 12), "term-exists", "No such mood.", "Mend it.")
WARNING = Problem(
    Location("content/b,c:d.yaml"), "listing-is-fresh", "100% old.\nSo.", "", Severity.WARNING
)


def test_text_has_place_sentence_and_rule() -> None:
    """A line for people names file, line, column, severity, sentence, hint and rule."""
    assert report([ERROR, WARNING]).splitlines()[0] == (
        "content/a.yaml:3:12: error: No such mood. Mend it. [term-exists]"
    )


def test_annotation_escapes_what_would_end_it() -> None:
    """Per cent, line breaks, colons and commas cannot break an annotation apart."""
    assert report([WARNING], Form.GITHUB) == (
        "::warning file=content/b%2Cc%3Ad.yaml,line=1,col=1,title=listing-is-fresh"
        "::100%25 old.%0ASo."
    )


def test_what_nobody_can_see_is_written_as_its_code() -> None:
    """A zero-width space in a quoted word is shown, so that somebody can find it."""
    hidden = Problem(Location("a.yaml"), "term-exists", 'No mood "sad\u200b".')
    assert 'No mood "sad<U+200B>".' in report([hidden])


def test_a_name_with_a_line_break_begins_no_line() -> None:
    """A file's name could otherwise write a line of the report that nobody found."""
    broken = Problem(Location("a\nb.yaml:1:1: error: No.yaml"), "id-is-slug", 'The name "a\nb".')
    for form in (Form.TEXT, Form.GITHUB):
        (line,) = report([broken], form).splitlines()
        assert "a<U+000A>b.yaml" in line


def test_json_says_everything() -> None:
    """A program can read every part of a problem by itself."""
    assert json.loads(report([ERROR], Form.JSON)) == [
        {
            "path": "content/a.yaml",
            "line": 3,
            "column": 12,
            "severity": "error",
            "rule": "term-exists",
            "message": "No such mood.",
            "hint": "Mend it.",
        }
    ]


def test_nothing_found_is_an_empty_list() -> None:
    """With no problems, programs get an empty list and people an empty text."""
    assert json.loads(report([], Form.JSON)) == []
    assert report([]) == ""


def test_summary_counts_in_words() -> None:
    """Errors and warnings are counted apart, one without an s."""
    assert summary([]) == "no problems"
    assert summary([ERROR]) == "1 error"
    assert summary([ERROR, ERROR, WARNING]) == "2 errors and 1 warning"
    assert summary([WARNING, WARNING]) == "2 warnings"
