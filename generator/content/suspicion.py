"""What a file must be before its YAML is looked at: text, in UTF-8, of a sane size, all visible."""

from __future__ import annotations

import re

from generator.problems import Location, Problem

MAX_BYTES = 1_000_000
"""Far above any real entry (a set of 50 prompts is about 40 kB)."""


def refuse_bytes(content: bytes, path: str) -> list[Problem]:
    """Why these bytes are not a text file to read, or nothing."""
    start = Location(path)
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.3f} MB"
        message = f"The file has {size}, and one content file may have at most 1 MB."
        return [Problem(start, "file-is-small", message, "Split it into several entries.")]
    if not content.strip():
        message = "The file is empty."
        return [Problem(start, "file-has-fields", message, "Fill it in, or delete it.")]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:2].count(0) == 1:
        message = "The file is saved in the UTF-16 encoding."
        return [Problem(start, "file-is-utf-8", message, "Save it again as UTF-8.")]
    if b"\0" in content:
        message = "The file holds binary data, not text."
        return [Problem(start, "file-is-text", message, "Content files are plain text in YAML.")]
    return []


def decode_text(content: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file, with what is wrong in it made harmless, and a problem for each of that.

    Every character keeps its line and column, so that the rest of the file can still be looked at.
    """
    found = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found.append(_encoding_problem(content, error.start, path))
        text = content.decode("utf-8-sig", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _STRANGE.search(text) and _UNWANTED.search(text):
        found += _refuse_characters(text, path)
        text = _UNWANTED.sub(lambda match: " " * len(match.group()), text)
    return text, found


def _encoding_problem(content: bytes, start: int, path: str) -> Problem:
    before = content[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8-sig", errors="replace")) + 1
    place = Location(path, before.count(b"\n") + 1, column)
    message = "A character here is not UTF-8; it was probably saved in an older encoding."
    return Problem(place, "file-is-utf-8", message, "Save the file again as UTF-8.")


def _refuse_characters(text: str, path: str) -> list[Problem]:
    """A problem for the first character of each line that nobody can see."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _UNWANTED.search(line)
        if match is None:
            continue
        place = Location(path, number, match.end())
        sign = match.group()[-1]
        name = f"U+{ord(sign):04X}"
        if sign == "\t":
            message = "The line has a tab character; content files use spaces."
            found.append(Problem(place, "spaces-not-tabs", message, "Replace it with spaces."))
        elif sign in _BREAKS:
            message = f"The line has an invisible line break in it ({name})."
            hint = "Delete it, and begin a new line with the Enter key if there should be one."
            found.append(Problem(place, "text-is-visible", message, hint))
        elif sign.isspace():
            message = f"The line is indented with a space of another kind ({name})."
            hint = "Replace it with ordinary spaces, typed with the space bar."
            found.append(Problem(place, "spaces-not-tabs", message, hint))
        else:
            message = f"The line has an invisible control character ({name})."
            found.append(Problem(place, "text-is-visible", message, "Delete it."))
    return found


_BREAKS = "\u0085\u2028\u2029"
# Controls, line breaks that editors do not show as such, the two overrides that make text read in
# another order than it stands, a byte order mark in the middle, and other spaces where
# indentation counts. Marks that ordinary right-to-left text needs are not among them.
_UNWANTED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]"
    r"|(?m:^) *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
# All the characters of which that speaks: one set of them is found ten times as fast.
_STRANGE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202d-\u202f\u205f\u3000"
    r"\ufeff\ufffe\uffff]"
)
