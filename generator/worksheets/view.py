"""View model of a worksheet as plain JSON values, shared by the HTML page and the PDF.

Every form field is in it as `{"field": id, "label": accessible name, "type": FieldKind, "group"}`,
so that ids, labels and order cannot differ between screen and paper. It is independent of paper
and print size.
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
    """What all sheets of an edition share: footer texts, branding, labels."""

    words: Words
    clinic: str
    """Name of the clinic."""
    contact: str
    """Phone numbers of the clinic in a line; may be empty."""
    crisis: str
    """Crisis contacts in a line, for every footer."""
    reasons: Mapping[str, str]
    """Label of every stop reason by id, in order of severity."""
    colour: str | None = None
    """The clinic's primary colour (#rrggbb), if it has one."""
    mark: bytes = b""
    """The clinic's logo as a PNG; empty if it has none."""


def sheet_view(sheet: Worksheet, frame: Frame, *, url: str) -> View:
    """The view of a sheet; `url` is the absolute URL of its page."""
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
    """Characters of a sheet's text that no print font has, without duplicates.

    Not those of the footer, such as the clinic's name, which is printed without them.
    """
    own = {key: value for key, value in view.items() if key not in ("footer", "url")}
    return tuple(dict.fromkeys(c for text in texts_in(own) for c in lacking(text)))


def texts_in(value: Any) -> Iterator[str]:
    """Every string value of a view, recursively, depth-first."""
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
    """Optional fields for name and date; without the date if a field of the sheet asks for it.

    Not for deep sheets, as somebody may find them.
    """
    # Unique: names that authors give to fields have no underscore.
    name = field("who_name", words("worksheets.who_name"), FieldKind.LINE)
    date = field("who_date", words("worksheets.who_date"), FieldKind.LINE)
    asked = [f.label for b in sheet.blocks if isinstance(b, Fields) for f in b.fields]
    again = any(label.startswith(date["label"]) for label in asked)
    return [name] if again else [name, date]


def _instead(sheet: Worksheet, frame: Frame) -> View | None:
    """Labels of the sheet's stop reasons, gravest first, for who has the paper alone, or None."""
    reasons = [label for i, label in frame.reasons.items() if i in sheet.choose_another_if]
    return (
        {"label": frame.words("worksheets.choose_another"), "reasons": reasons} if reasons else None
    )


def _blocks(sheet: Worksheet, words: Words) -> list[View]:
    """Views of the blocks; `begins` is the page number of a block after a page break, or None.

    A table has a `name`, its accessible name: its title, or that of the sheet.
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
    """The text split at titles of blocks that begin a page: such a part has the page number."""
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
