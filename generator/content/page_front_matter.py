"""YAML front matter of handwritten Markdown pages: parser, and its model `PageTop`.

It is decoded like an entry, so that faults are reported in the same words and with line and column.
Engines never get it as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from generator.content.decode import decode
from generator.content.layers.entry import entry_from
from generator.content.models.field_types import Line, Title
from generator.content.models.review import Allowance, Record
from generator.content.passages import Voice
from generator.content.reading.source import parse_source
from generator.problems import Location, Problems

PAGE = "page"
"""Kind of handwritten pages, in keys and references that also take kinds of entries."""


class PageTop(Record):
    """All that a page can say of itself."""

    title: Title | None = None
    """Its name in lists, in the search and in the browser's tab; left out, its first heading."""
    description: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    """A sentence or two on what it is about, for the search and for links that are shared."""
    voice: Voice = Voice.READER
    """Whom it speaks to."""
    search_terms: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    """Other words under which people look for it; found by the search, not shown."""
    allow: Annotated[tuple[Allowance, ...], Field(max_length=6)] = ()
    """Rules of wording that it breaks for a good reason, each with that reason."""


def read_top(
    lines: Sequence[str], page_id: str, shown_as: str, problems: Problems
) -> tuple[int, dict[str, Any]]:
    """Number of lines that the front matter takes, delimiters included, and its raw values.

    (0, {}) without front matter. Adds a problem for each fault in it.
    """
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _HYPHENS.fullmatch(lines[first].lstrip()):
        return 0, {}
    if first or lines[0].startswith(" "):
        if _NAMED.match(lines[min(first + 1, len(lines) - 1)]):
            problems.error(Location(shown_as, first + 1), "page-top-is-whole", _LATE, _NOT_LATE)
        return 0, {}
    end = next((n for n, line in enumerate(lines) if n and _HYPHENS.fullmatch(line)), 0)
    if not end:
        problems.error(Location(shown_as, 1), "page-top-is-whole", _OPEN, _CLOSE)
        return 0, {}
    inside = lines[1:end]
    if not any(line.strip() for line in inside):
        return end + 1, {}
    found = Problems()
    # A blank line in place of the delimiter keeps line numbers those of the file.
    source = parse_source("\n".join(("", *inside, "")).encode(), shown_as=shown_as, problems=found)
    for problem in found.found:
        if problem.rule == "file-has-fields":
            problems.error(Location(shown_as, 2), "page-top-is-whole", _NO_FIELDS, _FIELDS)
        else:
            problems.extend((problem,))
    if source is None:
        return end + 1, {}
    decode(entry_from(PAGE, page_id, "", source), problems, PageTop)
    return end + 1, source.values


_HYPHENS = re.compile(r"---\s*")
_NAMED = re.compile(r"[a-z_]+:(?: |$)")
_LATE = "What a page says of itself begins the file; here spaces or blank lines stand before it."
_NOT_LATE = "Delete them."
_OPEN = "The line --- begins what the page says of itself, and no second one ends it."
_CLOSE = "Write --- on a line of its own before the text; for a line across the page, write ***."
_NO_FIELDS = "Between the two lines --- at the top stand the fields of a page, and here is text."
_FIELDS = "Write each field as 'name: value', or take both lines --- away."
