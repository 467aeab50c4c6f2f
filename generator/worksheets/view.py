"""View: a worksheet as plain JSON, which the web page and the PDF read alike.

Every place to write or mark stands in it as a field: `{"field": id, "label": words for somebody
who cannot see the sheet, "type": see FieldKind}`, so that ids, labels and order cannot differ
between screen and paper. Nothing of paper or size is in it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.models.taxonomy import is_deep
from generator.content.models.worksheet import Fields, Worksheet
from generator.site.words import Words
from generator.text.glyph_coverage import lacking
from generator.worksheets.blocks import block_view
from generator.worksheets.colours import colours
from generator.worksheets.field import FieldKind, View, field
from generator.worksheets.reading_blocks import one_line


@dataclass(frozen=True)
class Frame:
    """What stands around the blocks of every sheet of an edition."""

    words: Words
    clinic: str
    contact: str
    """How to reach the clinic, or nothing."""
    crisis: str
    """The crisis line of every footer."""
    reasons: Mapping[str, str]
    """The label of every reason to choose something else, the gravest first."""
    colour: str | None = None
    """The clinic's own colour, if it has one."""
    mark: bytes = b""
    """The clinic's logo as a PNG, if it has one."""


def sheet_view(sheet: Worksheet, frame: Frame, *, url: str) -> View:
    """The sheet with everything that is printed on it; `url` is the full address of its page."""
    words = frame.words
    blocks = _blocks(sheet, words)
    return {
        "id": sheet.id,
        "title": sheet.title,
        "purpose": sheet.purpose,
        "language": words.language,
        "direction": words.direction,
        "pages": sheet.pages,
        "way": sheet.technique,
        "colours": colours(frame.colour),
        "mark": b64encode(frame.mark).decode(),
        "who": None if is_deep(sheet.intensity) else _who(sheet, words),
        "url": url,
        "lead": [
            words("worksheets.about_time", time=words.duration(sheet.time)),
            words("worksheets.stop"),
        ],
        "instead": _instead(sheet, frame),
        "short": sheet.two_minute_version
        and {
            "label": words("worksheets.two_minutes"),
            "text": one_line(sheet.two_minute_version),
            "parts": _with_pages(one_line(sheet.two_minute_version), blocks),
        },
        "blocks": blocks,
        "after": _after(words),
        "online": words("worksheets.online"),
        "footer": {
            "clinic": frame.clinic,
            "contact": frame.contact,
            "crisis": frame.crisis,
            "version": words(
                "worksheets.version",
                id=sheet.id,
                date=sheet.review.written_on.isoformat(),
                due=sheet.review.due_on.isoformat(),
            ),
            "page": words("worksheets.page_of", page="{page}", pages="{pages}"),
        },
    }


def unprintable(view: View) -> tuple[str, ...]:
    """The characters of a sheet's own text that no font of the press has, each once.

    What stands in its footer, such as the clinic's name, is printed without them.
    """
    own = {key: value for key, value in view.items() if key not in ("footer", "url")}
    return tuple(dict.fromkeys(c for text in texts_in(own) for c in lacking(text)))


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a view, with the names of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)


def fields_in(view: Any) -> Iterator[View]:
    """Every field of a view, in reading order."""
    if isinstance(view, dict):
        if "field" in view:
            yield view
        for value in view.values():
            yield from fields_in(value)
    elif isinstance(view, list):
        for value in view:
            yield from fields_in(value)


def _who(sheet: Worksheet, words: Words) -> list[View]:
    """Whose sheet it is and of which day, for whoever wants to say: a place for each.

    A deep sheet has none, as somebody may find it, and one that asks for the day itself asks once.
    """
    # No author can give a field this name: there is no underscore in theirs.
    name = field("who_name", words("worksheets.who_name"), FieldKind.LINE)
    date = field("who_date", words("worksheets.who_date"), FieldKind.LINE)
    asked = [f.label for b in sheet.blocks if isinstance(b, Fields) for f in b.fields]
    again = any(label.startswith(date["label"]) for label in asked)
    return [name] if again else [name, date]


def _instead(sheet: Worksheet, frame: Frame) -> View | None:
    """Who should choose something else, for whoever is handed the paper alone."""
    reasons = [label for i, label in frame.reasons.items() if i in sheet.choose_another_if]
    return (
        {"label": frame.words("worksheets.choose_another"), "reasons": reasons} if reasons else None
    )


def _blocks(sheet: Worksheet, words: Words) -> list[View]:
    """The blocks; one after a page break says which page begins with it.

    A table has a `name` for whoever cannot see it: its title, or that of the sheet.
    """
    views, page, broken = [], 1, False
    for block in sheet.blocks:
        view = block_view(block, words)
        page += view["kind"] == "page-break"
        begins = page if broken and view["kind"] != "page-break" else None
        broken = view["kind"] == "page-break"
        named = {"name": view["title"] or sheet.title} if view["kind"] == "table" else {}
        views.append(view | named | {"begins": begins})
    return views


def _with_pages(text: str, blocks: list[View]) -> list[View]:
    """The text in parts; one that is the heading of a later page of the sheet has its number."""
    parts: list[View] = [{"text": text, "page": None}]
    for block in blocks:
        heading = block.get("title")
        if not block["begins"] or not heading:
            continue
        head, found, rest = parts[-1]["text"].partition(heading)
        if found:
            parts[-1:] = [
                {"text": head, "page": None},
                {"text": heading, "page": block["begins"]},
                {"text": rest, "page": None},
            ]
    return parts


def _after(words: Words) -> View:
    group = {"id": "after_writing", "label": words("worksheets.after")}
    return {
        "title": group["label"],
        "options": [
            field(f"after_{name}", words(f"worksheets.{name}"), FieldKind.CHOICE, group)
            for name in ("lighter", "same", "heavier")
        ],
        "text": words("worksheets.after_text"),
    }
