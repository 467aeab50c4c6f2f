"""What a file must be before its YAML is looked at, and YAML's own errors in plain sentences."""

from __future__ import annotations

import re

from generator.problems import Location, Problem

MAX_BYTES = 1_000_000
"""Far above any real entry (a set of 50 prompts is about 40 kB)."""


def refuse_bytes(content: bytes, path: str) -> list[Problem]:
    """Why these bytes are not a text file to read, or nothing."""
    start = Location(path)
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.1f} MB"
        message = f"The file is {size}; one content file may have 1 MB."
        return [Problem(start, "file-is-small", message, "Split it into several entries.")]
    if not content.strip():
        message = "The file is empty."
        return [Problem(start, "file-has-fields", message, "Fill it in, or delete it.")]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "The file is saved in the UTF-16 encoding."
        return [Problem(start, "file-is-utf-8", message, "Save it again as UTF-8.")]
    if b"\0" in content:
        message = "The file holds binary data, not text."
        return [Problem(start, "file-is-text", message, "Content files are plain text in YAML.")]
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8-sig", errors="replace")) + 1
        place = Location(path, before.count(b"\n") + 1, column)
        message = "A character here is not UTF-8; it was probably saved in an older encoding."
        return [Problem(place, "file-is-utf-8", message, "Save the file again as UTF-8.")]
    return []


def refuse_characters(text: str, path: str) -> list[Problem]:
    """A problem for the first tab or invisible control character of each line."""
    if not _UNWANTED.search(text):
        return []
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _UNWANTED.search(line)
        if match is None:
            continue
        place = Location(path, number, match.start() + 1)
        if match.group() == "\t":
            message = "The line has a tab character; content files use spaces."
            found.append(Problem(place, "spaces-not-tabs", message, "Replace it with spaces."))
        else:
            message = f"The line has an invisible control character (U+{ord(match.group()):04X})."
            found.append(Problem(place, "text-is-visible", message, "Delete it."))
    return found


def syntax_sentence(problem: str, text: str, line: int) -> tuple[str, str]:
    """YAML's `problem` as a sentence and a hint for somebody who does not know YAML."""
    for sign, message, hint in _SENTENCES:
        if sign in problem:
            return message, hint
    written = text.split("\n")[line - 1].strip() if line <= text.count("\n") + 1 else ""
    return "The file cannot be read as YAML from here on.", f'Look at "{written}" and above it.'


# Controls, the two overrides that make text read in another order than it stands, and a byte
# order mark in the middle. Marks that ordinary right-to-left text needs are not among them.
_UNWANTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufffe\uffff]")

_SENTENCES = (
    (
        "mapping values are not allowed",
        "There is a colon where the value should go on.",
        "Put text that contains ': ' in quotes, or check the indentation of this line.",
    ),
    (
        "could not find expected ':'",
        "A line here is neither a field ('name: value') nor part of the text above it.",
        "Add the missing colon, or indent the line so that it belongs to the text above.",
    ),
    (
        "did not find expected key",
        "The line does not fit the indentation of the lines above it.",
        "Line it up with the other fields; a quote mark inside of a text needs the other kind.",
    ),
    (
        "did not find expected '-' indicator",
        "The line does not fit the list above it.",
        "Begin each item with '- ' at the same indentation.",
    ),
    (
        "did not find expected ',' or",
        "A list in brackets is not closed, or a comma is missing.",
        "Write it as [one, two, three].",
    ),
    (
        "cannot start any token",
        "A value cannot begin with this character.",
        "Put the whole value in quotes.",
    ),
    (
        "unexpected end of stream",
        "A quote mark or bracket that was opened is never closed.",
        "Close it; the place shown is where the search for its end gave up.",
    ),
    (
        "but found another document",
        "The file has a second part after '---'; one file holds one entry.",
        "Move the second part to a file of its own.",
    ),
    (
        "undefined alias",
        "A value begins with *, which YAML reads as a reference.",
        "Put the text in quotes.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "A value begins with * or &, which YAML reads as a reference.",
        "Put the text in quotes.",
    ),
    (
        "unknown escape",
        "A backslash inside double quotes begins a code that YAML does not know.",
        "Use single quotes, or write the backslash twice.",
    ),
)
