"""Handwritten Markdown pages (content/pages/): file discovery, reader, splitter into passages.

Blocks are found line by line. YAML front matter is parsed by `page_front_matter.py`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.content.page_front_matter import PAGE, read_top
from generator.content.passages import Passage, PassageGroup, Voice, allowed_in
from generator.content.reading.encoding import decode_text
from generator.content.reading.regular_files import NoRegularFile, check_regular, read_regular
from generator.content.reading.strays import COPY, MERGE_COPY, is_conflict_copy, is_stray
from generator.problems import Location, Problem, Problems
from generator.text.brackets import MOST_OPEN_BRACKETS, open_brackets
from generator.text.page_markdown import without_hidden_markup


@dataclass(frozen=True)
class Handwritten:
    """One page. Its id is its POSIX path relative to pages/ without `.md`."""

    id: str
    path: str
    values: dict[str, Any] = field(repr=False)
    """Raw values of the front matter."""
    lines: tuple[str, ...] = field(repr=False)
    start: int
    """Number of lines of front matter, delimiters included."""
    kind: str = PAGE

    def __hash__(self) -> int:
        """Hash of id, path and lines, as `values` is an unhashable dict."""
        return hash((self.id, self.path, self.lines))

    @property
    def title(self) -> str:
        """`title` of the front matter, else the first h1, else the id."""
        headings = (line.lstrip("# ") for line in self.lines if line.startswith("# "))
        return str(self.values.get("title") or next(headings, self.id))

    def locate(self, keys: tuple[str | int, ...] = ()) -> Location:
        """Start of the text at `keys`, which begin with its first and last line number."""
        first = keys[0] if keys and isinstance(keys[0], int) else 1
        return Location(self.path, first)

    def locate_text(self, keys: tuple[str | int, ...], snippet: str) -> Location:
        """First occurrence of `snippet` on a line of the text at `keys`, else the text's start."""
        first, last = (key for key in keys[:2] if isinstance(key, int))
        for number in range(first, last + 1):
            at = self.lines[number - 1].replace("’", "'").find(snippet) if snippet else -1
            if at >= 0:
                return Location(self.path, number, at + 1)
        return self.locate(keys)


def published_files(folder: Path, shown_as: str, problems: Problems) -> Iterator[tuple[str, Path]]:
    """POSIX path relative to `folder`, and path on disk, of every file to publish, sorted.

    Files of systems and editors are ignored. Adds problems for symbolic links to directories (which
    may be circular), irregular files, and types that pages do not use.
    """
    found = []
    for inside, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_stray(name)]
        for name in (*folders, *(name for name in files if not is_stray(name))):
            file = Path(inside, name)
            if is_conflict_copy(name):
                place = Location(f"{shown_as}/{file.relative_to(folder).as_posix()}")
                problems.warn(place, "copy-is-merged", COPY, MERGE_COPY)
                continue
            path = file.relative_to(folder).as_posix()
            if name in files and (hint := _hint_if_misplaced(name)):
                place = Location(f"{shown_as}/{path}")
                message = f'The file "{name}" does not belong here.'
                problems.error(place, "file-is-in-its-place", message, hint)
            elif name in files or name.endswith(".md"):
                found.append((path, file))
            elif file.is_symlink():
                place = Location(f"{shown_as}/{path}")
                problems.error(place, "file-is-no-link", _FOLDER_LINK, _PUT_IT_HERE)
    for path, file in sorted(found):
        if not path.isprintable() or "\\" in path or ":" in path:
            place = Location(f"{shown_as}/{path}")
            problems.error(place, "name-is-plain", _NAME, "Use letters, digits and hyphens.")
        if not path.endswith(".md"):
            try:
                check_regular(file, most=MAX_FILE, too_large=_ELSEWHERE)
            except NoRegularFile as why:
                place = Location(f"{shown_as}/{path}")
                problems.error(place, why.rule, why.message, why.hint)
    yield from sorted(found)


def _hint_if_misplaced(name: str) -> str:
    """Hint on a file that does not belong among the pages; empty if it does."""
    stem, _, ending = name.rpartition(".")
    if name.endswith(".md") and stem.upper() == "README":
        return "Engines take it for the page of its folder: call it index.md, or take it away."
    if name.endswith(".md") or ending.lower() in SHOWN or name in _OF_HOSTS:
        return ""
    if ending.lower() in _TEXTS:
        return f"A page is written in Markdown, and its name ends in .md, such as {stem}.md."
    return f"The name of a page ends in .md; what it shows ends in .{', .'.join(SHOWN)}."


def read_page(file: Path, name: str, shown_as: str, problems: Problems) -> Handwritten | None:
    """Read one page and add a problem for each fault of encoding, front matter and structure.

    Paragraphs that would stall a Markdown parser are blanked. None if the file cannot be read.
    """
    try:
        content = read_regular(file, most=MAX_PAGE, too_large="Split it into several pages.")
    except NoRegularFile as found:
        problems.error(Location(shown_as), found.rule, found.message, found.hint)
        return None
    text, odd = decode_text(content, shown_as, is_page=True)
    problems.extend(odd)
    written = text.split("\n")
    for first, last, problem in _stalling_paragraphs(text, shown_as):
        problems.extend((problem,))
        # Blanked, as it would stall other parsers of the page too.
        written[first - 1 : last - 1] = [""] * (last - first)
    lines = tuple(written)
    page_id = name.removesuffix(".md")
    start, values = read_top(lines, page_id, shown_as, problems)
    if not any(line.strip() for line in text.split("\n")[start:]):
        hint = "Write it, or remove the file."
        problems.error(Location(shown_as), "page-has-words", "This page is empty.", hint)
    return Handwritten(page_id, shown_as, values, lines, start)


def _stalling_paragraphs(text: str, shown_as: str) -> Iterator[tuple[int, int, Problem]]:
    """Paragraphs on which the engine would take minutes or fail: number of the first line, number
    of the line after the last, problem."""
    line, at = 1, 0
    for paragraph in _PARAGRAPH.finditer(text):
        line, at = line + text.count("\n", at, paragraph.start()), paragraph.start()
        if reason := next(_reasons(paragraph[0]), None):
            end = line + paragraph[0].rstrip("\n").count("\n") + 1
            yield line, end, Problem(Location(shown_as, line), *reason)


def _reasons(paragraph: str) -> Iterator[tuple[str, str, str]]:
    """Reasons to refuse a paragraph: rule, message, hint."""
    if open_brackets(paragraph) > MOST_OPEN_BRACKETS:
        message = f"More than {MOST_OPEN_BRACKETS} square brackets are opened and not closed."
        yield "brackets-are-closed", message, "Close each '[' with a ']'."
    for opened, closed, what in (("](", ")", "addresses of links"), ("<", ">", "tags of HTML")):
        if paragraph.count(opened) - paragraph.count(closed) > MOST_OPEN_BRACKETS:
            message = f"More than {MOST_OPEN_BRACKETS} {what} are begun and not ended."
            yield "brackets-are-closed", message, f"End each '{opened}' with a '{closed}'."
    if len(paragraph) > MOST_AT_ONCE:
        message = f"This paragraph, list or table has {len(paragraph):,} characters."
        yield "page-can-be-read", message, f"Blank lines part it; {MOST_AT_ONCE:,} fit at once."
    if _DEEP.search(paragraph):
        message = "A line here is indented by more than 100 spaces."
        yield "page-can-be-read", message, "Lists go a few levels deep at most."


@lru_cache(maxsize=500)
def passages_on(page: Handwritten) -> PassageGroup:
    """Passages of a page: title, description, then each paragraph, list item and table cell
    (memoized by page)."""
    return PassageGroup(tuple(_extracted(page)))


def _extracted(page: Handwritten) -> Iterator[Passage]:
    given = page.values.get("voice")
    voice = Voice(given) if given in _VOICES else Voice.READER
    allowed = allowed_in(page.values)
    for name in ("title", "description"):
        if isinstance(page.values.get(name), str):
            tops = enumerate(page.lines[: page.start], 1)
            line = next((n for n, s in tops if s.startswith(f"{name}:")), 1)
            yield Passage(page, (line, line, name), page.values[name], voice, "", allowed)
    for first, last, what in _blocks(page):
        text = "\n".join(page.lines[first - 1 : last])
        for piece in _cells(text) if what == "row" else (text,):
            plain = without_hidden_markup(piece).lstrip("#> ").strip()
            if plain:
                yield Passage(page, (first, last, what), plain, voice, "", allowed)


def _blocks(page: Handwritten) -> Iterator[tuple[int, int, str]]:
    """First line, last line and type of each block (text, heading, item, row), without fenced code
    and HTML."""
    first, what, in_code = 0, "", False
    for number, line in enumerate((*page.lines, ""), 1):
        if number <= page.start:
            continue
        fence = line.lstrip().startswith(("```", "~~~"))
        sort = _block_type(line, what)
        if first and (fence or sort != what or not sort or _ITEM.match(line)
                      or sort in ("row", "heading")):  # fmt: skip
            if not in_code and what != "html":
                yield first, number - 1, what
            first = 0
        if fence:
            in_code = not in_code
        elif sort and not first and not in_code and not _RULE.fullmatch(line):
            first = number
        what = "" if fence or in_code else sort


def _block_type(line: str, before: str) -> str:
    if not line.strip():
        return ""
    for sort, start in _STARTS.items():
        if start.match(line):
            return sort
    # Continuation lines belong to a list item; HTML goes on to the next blank line.
    return before if before in ("item", "html") else "text"


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip().strip("|").split("|"))


SHOWN = ("svg", "png", "jpg", "jpeg", "webp", "gif", "pdf")
"""File extensions that may be published beside pages: pictures and PDF."""
_OF_HOSTS = frozenset({"CNAME"})
"""Files that static hosts read for the custom domain."""
_TEXTS = frozenset({"md", "markdown", "mdown", "mkd", "htm", "html", "xhtml", "txt", "rst"})
MAX_PAGE = 300_000
"""Maximum size of a page in bytes, some twenty times the longest real one."""
MAX_FILE = 50_000_000
"""Maximum size in bytes of another file beside the pages; it is copied to each edition."""
MOST_AT_ONCE = 20_000
"""Maximum number of characters without a blank line between them; the longest real run is 7,000."""
_DEEP = re.compile(r"^ {101}", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:.*\S.*\n?)+")
_FOLDER_LINK = "This is a link to a folder, which the engine may follow without end."
_NAME = "The name of this file has a character that not every system takes."
_PUT_IT_HERE = "Put the folder itself here."
_ELSEWHERE = "Make it smaller, or put it elsewhere and link to it."
_VOICES = tuple(voice.value for voice in Voice)
_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]+\.)\s")
_STARTS = {
    "heading": re.compile(r"#{1,6}\s"), "row": re.compile(r"\s*\|"), "item": _ITEM,
    "html": re.compile(r"<"),
}  # fmt: skip
_RULE = re.compile(r"[\s|:-]+")
