"""Decoder for content files: UTF-8 text of limited size without control or invisible characters.

A byte order mark is dropped, and line ends become a line feed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.problems import Location, Problem
from generator.text.characters import (
    FORBIDDEN,
    LINE_BREAKS,
    described,
    has_forbidden,
    without_flags,
)

MAX_BYTES = 1_000_000
"""Maximum size of a content file, far above any real entry (a set of 50 prompts is about 40 kB)."""
SPLIT = "Split it into several entries."


def refuse_bytes(content: bytes, path: str) -> list[Problem]:
    """Problem if the bytes are too large, empty, UTF-16 or binary; else an empty list."""
    start = Location(path)
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1_000_000:.3f} MB"
        message = f"The file has {size}, and one content file may have at most 1 MB."
        return [Problem(start, "file-is-small", message, SPLIT)]
    if not content.strip():
        message = "The file is empty."
        return [Problem(start, "file-has-fields", message, "Fill it in, or delete it.")]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:2].count(0) == 1:
        message = "The file is saved in the UTF-16 encoding."
        return [Problem(start, "file-is-utf-8", message, "Save it again as UTF-8.")]
    if b"\0" in content:
        before = content[: content.index(b"\0")]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        message = "The file holds binary data, not text: here is a character of code 0."
        hint = "Content files are plain text in YAML. Delete the character, if it is the only one."
        return [Problem(Location(path, line, column), "file-is-text", message, hint)]
    return []


def decode_text(content: bytes, path: str, *, is_page: bool = False) -> tuple[str, list[Problem]]:
    """Decode UTF-8; return the text with faulty characters neutralized, and a problem for each.

    Undecodable bytes become U+FFFD, forbidden characters spaces, so that line and column of all
    others hold and the rest can still be parsed. In Markdown (`is_page`), unlike in YAML, tabs and
    other white space may indent a line.
    """
    found = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found.append(_encoding_problem(content, error.start, path))
        text = content.decode("utf-8-sig", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    looked_at = without_flags(text)
    unwanted = _UNWANTED_IN_PAGES if is_page else _UNWANTED
    if _STRANGE.search(looked_at) and unwanted.search(looked_at):
        found += _refuse_characters(looked_at, path, unwanted)
        text = unwanted.sub(lambda match: " " * len(match.group()), looked_at)
    return text, found


def _encoding_problem(content: bytes, start: int, path: str) -> Problem:
    before = content[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8-sig", errors="replace")) + 1
    place = Location(path, before.count(b"\n") + 1, column)
    message = "A character here is not UTF-8; it was probably saved in an older encoding."
    return Problem(place, "file-is-utf-8", message, "Save the file again as UTF-8.")


def refuse_escapes(text: str, path: str, scalars: Iterable[tuple[int, int, int]]) -> list[Problem]:
    """A problem for each escape sequence of a forbidden character (\\x7f) in double-quoted scalars.

    `scalars` has the start and end offset in `text` and the line number of each such scalar.
    """
    found = []
    for start, end, line in scalars:
        line_start, at = text.rfind("\n", 0, start) + 1, start
        for code in _ESCAPE.finditer(text, start, end):
            line += text.count("\n", at, code.start())
            line_start = max(line_start, text.rfind("\n", at, code.start()) + 1)
            at = code.start()
            written = code[1] or code[2] or code[3]
            character = chr(int(written, 16)) if written else _SHORT_ESCAPES.get(code[4], "")
            if has_forbidden(character):
                message = f'"{code[0]}" is the code of {described(character)}.'
                place = Location(path, line, code.start() - line_start + 1)
                found.append(Problem(place, "text-is-visible", message, "Delete it."))
    return found


def _delete(sign: str) -> str:
    """Hint on how to delete an invisible character, which cannot be selected."""
    if unicodedata.category(sign) == "Cc":
        return "Delete it."
    return "It came with copied text: delete what stands round it, and type that again."


def _refuse_characters(text: str, path: str, unwanted: re.Pattern[str]) -> list[Problem]:
    """A problem for each forbidden character, at its first place in a line."""
    found = []
    for place, sign in _firsts_in_lines(text, path, unwanted):
        if sign == "\t":
            message = "The line has a tab character; content files use spaces."
            found.append(Problem(place, "spaces-not-tabs", message, "Replace it with spaces."))
        elif sign in LINE_BREAKS:
            hint = "Delete it, and begin a new line with the Enter key if there should be one."
            message = f"The line has {described(sign)} in it."
            found.append(Problem(place, "text-is-visible", message, hint))
        elif sign.isspace() and sign not in "\x0b\x0c\x1c\x1d\x1e\x1f":
            message = f"The line is indented with a space of another kind (U+{ord(sign):04X})."
            hint = "Replace it with ordinary spaces, typed with the space bar."
            found.append(Problem(place, "spaces-not-tabs", message, hint))
        else:
            message = f"The line has {described(sign)}."
            found.append(Problem(place, "text-is-visible", message, _delete(sign)))
    return found


def _firsts_in_lines(
    text: str, path: str, unwanted: re.Pattern[str]
) -> Iterator[tuple[Location, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        seen: set[str] = set()
        for match in unwanted.finditer(line):
            sign = match.group()[-1]
            if sign not in seen:
                seen.add(sign)
                yield Location(path, number, match.end()), sign


# Forbidden characters anywhere, and Unicode spaces within indentation.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNWANTED = re.compile(rf"[{FORBIDDEN}]|(?m:^) *[{_SPACES}]")
_UNWANTED_IN_PAGES = re.compile(f"(?!\t)[{FORBIDDEN}]")
# Pre-filter: any character that may be one of these. As one negated set within the Basic
# Multilingual Plane it is searched twenty times as fast, and few files match.
_STRANGE = re.compile(
    r"[^\n\x20-\x7e\xa1-\xac\xae-\u115e\u1161-\u167f\u2010-\u2027\u2030-\u205e\u2070-\u2fff"
    r"\u3001-\u3163\u3165-\ud7ff\ue000-\ufdcf]"
)
# Every escape sequence of YAML's double quotes, so that an escaped backslash starts no other one.
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\u0085", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
