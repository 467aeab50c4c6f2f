"""YAML syntax errors as problems in plain words: libyaml's message mapped to cause and location."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems import Location, Problem

Place = tuple[int, int]
"""Line and column, both counted from 1."""


def syntax_problem(
    complaint: str, text: str, path: str, start: Place | None, place: Place | None
) -> Problem:
    """Problem for libyaml's error message `complaint`.

    `start` is its context mark, where the unfinished construct begins; `place` its problem mark,
    where parsing stopped.
    """
    line, column = place or start or (1, 1)
    written = _line(text, line)
    for near in (line, line - 1, start[0] if start else line):
        lookalike = _lookalike(text, path, near)
        if lookalike:
            return lookalike
    if "mapping values are not allowed" in complaint:
        return _stray_colon(text, path, line, column)
    ended_early = "did not find expected key" in complaint or "expected '-' indicator" in complaint
    if ended_early and written[: column - 1].strip():
        opening = _BRACKET.match(written)
        if opening:
            return _problem(path, line, opening.start(1) + 1, _BEGINS_WITH_BRACKET)
        return _problem(path, line, column, _AFTER_THE_END)
    for fault in _FAULTS:
        if fault.complaint in complaint:
            line, column = start if fault.at_start and start else (line, column)
            return _problem(path, line, column, fault)
    hint = f'Look at "{written.strip()[:60]}" and at the line above it.'
    return _problem(path, line, column, _Fault("", "YAML cannot read the file from here on.", hint))


@dataclass(frozen=True)
class _Fault:
    complaint: str
    message: str
    hint: str
    at_start: bool = False


def _stray_colon(text: str, path: str, line: int, column: int) -> Problem:
    """Cause of "mapping values are not allowed": missing space, second colon, or indentation."""
    above = _line(text, line - 1)
    if re.match(r"\s*-[^\s-]", above):
        column = len(above) - len(above.lstrip()) + 1
        return _problem(path, line - 1, column, _DASH_WITHOUT_SPACE)
    if ": " in _line(text, line)[: column - 1]:
        return _problem(path, line, column, _COLON_IN_TEXT)
    return _problem(path, line, column, _STRAY_FIELD)


def _lookalike(text: str, path: str, number: int) -> Problem | None:
    """Problem for a non-ASCII space or curly quote where YAML needs the ASCII one; else None."""
    line = _line(text, number)
    space = _OTHER_SPACE.search(line)
    if space:
        mark = "colon" if space[1] else "dash"
        message = f"After this {mark} stands a space of another kind (U+{ord(space[3]):04X})."
        fault = _Fault("", message, "Replace it with an ordinary space, typed with the space bar.")
        return _problem(path, number, space.start(3) + 1, fault)
    quote = _CURLY.search(line)
    if quote:
        fault = _Fault("", f"The curly quote mark {quote[1]} is no quote mark here.", _STRAIGHT)
        return _problem(path, number, quote.start(1) + 1, fault)
    return None


def _problem(path: str, line: int, column: int, fault: _Fault) -> Problem:
    return Problem(Location(path, line, column), "yaml-is-well-formed", fault.message, fault.hint)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


_OTHER_SPACE = re.compile(
    r"""(?:(?<=[\w"'”’])(:)|^ *(?:- +)*(-))([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"""
)
_CURLY = re.compile(r"(?:^ *(?:- +)*|: +)([“”„‟‘’‚‛«»])")
_STRAIGHT = (
    'Put the whole text in straight quotes: " at its start and at its end, in place of the curly '
    "ones."
)
_COLON_IN_TEXT = _Fault(
    "",
    "The text has a colon and a space in it, which YAML reads as the name of another field.",
    "Put the whole text in quotes.",
)
_STRAY_FIELD = _Fault(
    "",
    "This line is read as going on with the text above it, and then has a colon.",
    "Line it up with the other fields; if it is text, put the whole text in quotes.",
)
_DASH_WITHOUT_SPACE = _Fault(
    "", "The dash of a list needs a space after it.", "Write '- ' before the item."
)
_AFTER_THE_END = _Fault(
    "",
    "The line goes on after the quote mark that ends its value.",
    'Use the other kind of quotes around a text that has quotes in it: "it\'s".',
)
_BRACKET = re.compile(r"(?: *- +)*(?: *[\w-]+: +)?([\[{])")
_BEGINS_WITH_BRACKET = _Fault(
    "",
    "The text begins with a bracket, which YAML reads as a list or a group of fields.",
    "Put the whole text in quotes.",
)
_FAULTS = (
    _Fault(
        "exceeded maximum nesting depth",
        "Here lists and groups of fields lie deeper in each other than a file may have them.",
        "Put the text in quotes, if it is one; else close some of the brackets before.",
    ),
    _Fault(
        "could not find expected ':'",
        "This line has no field's name: a field is written as 'name: value', with a space after "
        "the colon.",
        "Mend it, or indent the line so that it belongs to the text above.",
        at_start=True,
    ),
    _Fault(
        "did not find expected key",
        "The line does not line up with the fields above it.",
        "Give it the same indentation as the field that it follows.",
    ),
    _Fault(
        "did not find expected '-' indicator",
        "The line does not line up with the list above it.",
        "Items begin with '- ' under each other; the fields of an item line up with its first one.",
    ),
    _Fault(
        "did not find expected <document start>",
        "This line stands further left than the first field of the file.",
        "Begin all fields of the file at the left edge.",
    ),
    _Fault(
        "did not find expected ',' or",
        "The bracket that opens here is not closed, or a comma is missing after it.",
        "Write lists as [one, two, three].",
        at_start=True,
    ),
    _Fault(
        "unexpected end of stream",
        "The quote mark that opens here is never closed.",
        "Close it at the end of the text.",
        at_start=True,
    ),
    _Fault(
        "block sequence entries are not allowed",
        "A list cannot begin on the line of its field's name.",
        "Begin it on the next line; if it is text, put it in quotes.",
    ),
    _Fault(
        "mapping keys are not allowed",
        "A value cannot begin with a question mark and a space.",
        "Put the whole value in quotes.",
    ),
    _Fault(
        "cannot start any token",
        "A value cannot begin with this character.",
        "Put the whole value in quotes.",
    ),
    _Fault(
        "did not find expected node content",
        "A value cannot begin with a comma or a closing bracket.",
        "Put the whole value in quotes.",
    ),
    _Fault(
        "expected comment or line break",
        "A value cannot begin with > or | and go on in the same line.",
        "Put the text in quotes, or begin it on the next line, indented.",
        at_start=True,
    ),
    _Fault(
        "but found another document",
        "The file has a second part after '---'; one file holds one entry.",
        "Move the second part to a file of its own.",
    ),
    _Fault(
        "undefined alias",
        "The value begins with *, which YAML reads as a reference.",
        "Put the whole value in quotes.",
    ),
    _Fault(
        "expected alphabetic or numeric character",
        "The value begins with * or &, which YAML reads as a reference.",
        "Put the whole value in quotes.",
        at_start=True,
    ),
    _Fault(
        "unknown escape",
        "A backslash inside double quotes begins a code that YAML does not know.",
        "Use single quotes, or write the backslash twice.",
    ),
    _Fault(
        "invalid Unicode character escape code",
        "A code inside double quotes names a character that there is not.",
        "Type the character itself, or delete the code.",
    ),
    _Fault(
        "did not find expected hexdecimal number",
        "A code inside double quotes is not whole: \\x takes two digits, \\u four, \\U eight.",
        "Type the character itself; to show a backslash, use single quotes or write it twice.",
    ),
    _Fault(
        "directive",
        "A line cannot begin with a percent sign.",
        "Indent it if it belongs to the text above; else put it in quotes.",
        at_start=True,
    ),
)
