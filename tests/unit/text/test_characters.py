"""Characters that no page needs: none gets in, none is shown raw, none breaks what is written."""

from __future__ import annotations

import json
import unicodedata

import pytest
import yaml
from mkdocs.utils import meta

from generator.content.reading.source import parse_source
from generator.pages.page import Page
from generator.problems import Location, Problem, Problems
from generator.render.environment import front_matter
from generator.report import Form, report
from generator.text.characters import has_forbidden, visible
from generator.text.plain import in_html, in_yaml

FORBIDDEN = {
    "a C0 control": "\x01", "escape": "\x1b", "a tab": "\t", "DEL": "\x7f", "a C1 control": "\x9b",
    "next line": "\x85", "a line separator": "\u2028", "a paragraph separator": "\u2029",
    "an embedding": "\u202b", "an override": "\u202e", "an isolate": "\u2067",
    "a deprecated format character": "\u206b", "a byte order mark": "\ufeff",
    "an annotation": "\ufff9", "a noncharacter": "\ufdd0", "the last of the plane": "\uffff",
    "the last of another plane": "\U0001fffe", "the very last": "\U0010ffff",
    "a language tag": "\U000e0001", "a tag": "\U000e0041",
}  # fmt: skip
ALLOWED = {
    "a joiner": "\u200d", "a non-joiner": "\u200c", "a mark for direction": "\u200f",
    "a no-break space": "\u00a0", "a private character": "\ue000", "an emoji": "\U0001f327\ufe0f",
    "a flag": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
}  # fmt: skip
ENDS = [plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)]
SOME_OF_EACH = [chr(n) for n in sorted({*range(0x3000), *range(0, 0x110000, 997), *ENDS})]
"""Code points of every class: all that are low, those round the ends of planes, some between."""


def problems_in(text: str) -> tuple[Problem, ...]:
    problems = Problems()
    parse_source(text.encode(), shown_as="f.yaml", problems=problems)
    return problems.sorted


def codes(character: str) -> list[str]:
    """The ways to write a character as a code in YAML's double quotes."""
    number = ord(character)
    ways = [f"\\U{number:08x}"]
    ways += [f"\\u{number:04X}"] if number <= 0xFFFF else []
    ways += [f"\\x{number:02x}"] if number <= 0xFF else []
    return ways


@pytest.mark.parametrize("character", FORBIDDEN.values(), ids=FORBIDDEN)
def test_forbidden_characters_are_refused_where_they_stand(character: str) -> None:
    """Typed, it is refused at its column; written as a code, at that of the code's backslash."""
    found = problems_in(f"a: b\nc: d{character}e\n")
    assert [(p.location.line, p.location.column) for p in found] == [(2, 5)]
    for code in codes(character):
        found = problems_in(f'a: b\n"{code}": x\nc: ["y \\\\x7f", "{code}",\n  "d\n  é{code}f"]\n')
        places = [(p.location.line, p.location.column, p.rule) for p in found]
        assert places == [
            (2, 2, "text-is-visible"),
            (3, 17, "text-is-visible"),
            (5, 4, "text-is-visible"),
        ], (code, found)
        assert f"U+{ord(character):04X}" in found[0].message
        assert report(found).replace("\n", "").isprintable()


@pytest.mark.parametrize("short", "0abtvferNLP")
def test_short_codes_are_refused_too(short: str) -> None:
    r"""Codes of one letter, such as \e, name the same characters."""
    (found,) = problems_in(f'a: "x\\{short}"\n')
    assert (found.location, found.rule) == (Location("f.yaml", 1, 6), "text-is-visible")


@pytest.mark.parametrize("text", [r'"\\x7f"', r"'\x7f'", r"a\x7f", r'"\n\"\/\_\x41\u00e9"'])
def test_other_backslashes_are_text(text: str) -> None:
    """A backslash that begins no code, and codes of ordinary characters, are left alone."""
    assert problems_in(f"a: {text}\n") == ()


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_characters_that_words_need_are_left_alone(text: str) -> None:
    """Joiners, directional marks, emoji and flags made of tags are text like any other."""
    assert problems_in(f"a: x{text}x\n") == ()
    assert not has_forbidden(text)


@pytest.mark.parametrize("code", [r"\ud800", r"\U00110000", r"\x4", r"\u12"])
def test_codes_of_nothing_are_told_plainly(code: str) -> None:
    """Half of a pair, a number beyond Unicode and a code that is not whole are named as such."""
    (found,) = problems_in(f'a: "{code}"\n')
    assert "A code inside double quotes" in found.message
    assert found.hint


def test_every_forbidden_character_is_of_a_class_that_no_text_needs() -> None:
    """What is refused is control, format, separator, surrogate or unassigned; of letters and marks
    only those that are drawn as nothing."""
    refused = {c for c in SOME_OF_EACH if has_forbidden(c)}
    refused -= set("\u115f\u1160\u3164\uffa0\u17b4\u17b5")  # fillers and inherent vowels
    assert {unicodedata.category(c) for c in refused} <= {"Cc", "Cf", "Zl", "Zp", "Cs", "Cn"}
    assert {c for c in SOME_OF_EACH if unicodedata.category(c) in ("Cc", "Cs")} - refused == {"\n"}


def test_front_matter_is_read_back_by_the_engine() -> None:
    """Whatever a title holds, the engine's own reader finds that title, and the page's text."""
    for start in range(0, len(SOME_OF_EACH), 500):
        piece = "".join(SOME_OF_EACH[start : start + 500])
        page = Page("x.html", "any", f"A [l](https://evil.example/) {piece}", piece)
        body, read = meta.get_data(f"{front_matter(page)}text")
        assert body == "text"
        assert read["title"] == _shown(page.title)
        assert read["description"] == _shown(page.description)


def test_yaml_for_the_engine_is_what_was_meant() -> None:
    """Every value of the engine's configuration comes back from a YAML reader as it was."""
    text = "".join(c for c in SOME_OF_EACH if unicodedata.category(c) != "Cs")
    for indent in (None, 2):
        written = in_yaml({"a": [text]}, indent=indent)
        assert yaml.safe_load(written) == {"a": [text]}
        assert json.loads(written) == {"a": [text]}


@pytest.mark.parametrize("form", Form)
def test_reports_show_nothing_raw(form: Form) -> None:
    """A file's name with escape codes, overrides or bytes that are no UTF-8 is shown as numbers."""
    path = "content/\x1b[31m\u202egnp\udcff.yaml"
    said = report([Problem(Location(path), "x-y", "A \x9bmessage.", "")], form)
    assert said.replace("\n", "").isprintable()
    said.encode()


def test_visible_text_stays_as_it_is() -> None:
    """Ordinary text of any script, and line ends, are not touched."""
    for text in ("Grüße, 希望, כתיבה\nnext", "plain"):
        assert visible(text) == text


def _shown(text: str) -> str:
    """What in_html makes of it, with U+FFFD for what no file can hold."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in in_html(text))
