"""Base model, shared parts and compact JSON serialization of the exported records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from generator.content.models.review import Person, Record, Review
from generator.content.models.taxonomy import DEEP, LevelTerm, is_deep
from generator.site.site import Site
from generator.site.urls import CRISIS
from generator.text.rich import rich_to_html

Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Html = Annotated[str, Field(json_schema_extra={"contentMediaType": "text/html"})]


class Exported(Record):
    """Base of what is exported. What a record does not have to say is left out of it."""

    model_config = ConfigDict(str_strip_whitespace=False)


class Depth(Exported):
    """How deep a piece goes."""

    level: Annotated[int, Field(ge=1, le=4)]
    """1 light, 2 medium, 3 deep; 4 only with a clinician."""
    label: str
    """The level in a word."""


class Reason(Exported):
    """A reason to choose something else."""

    id: str
    """Its id in the vocabulary of stop-reasons."""
    text: str
    """Who should choose something else, as readers are told it."""


class Reviewed(Exported):
    """Who answers for a piece."""

    written_by: str
    """Person or group that wrote it."""
    written_on: date
    """Day on which this wording was written."""
    reviewed_by: tuple[Person, ...]
    """People other than the writer who read it with care; empty if nobody has yet."""
    reviewed_on: date | None = None
    """Day of the newest review."""


def deep_needs(*fields: str) -> dict[str, Any]:
    """JSON Schema if/then (2020-12): at a deep intensity these fields are required.

    So that cautions cannot be lost on the way. Types and properties are repeated beside each
    keyword, as strict validators ask for it.
    """
    level = {"type": "integer", "minimum": DEEP}
    intensity = {"type": "object", "properties": {"level": level}}
    reasons = {"type": "array", "minItems": int("choose_another_if" in fields)}
    known = {**dict.fromkeys(fields, True), "choose_another_if": reasons}
    return {
        "if": {"properties": {"intensity": intensity}},
        "then": {"required": list(fields), "properties": known},
    }


def html_writer(site: Site) -> Callable[[str], str]:
    """A function from rich text to HTML whose links are absolute URLs."""

    def address(kind: str, entry_id: str) -> str:
        url = site.href(kind, entry_id)
        return site.absolute(url) if url else ""

    return lambda text: rich_to_html(text, address)


def optional(write: Callable[[str], str], text: str | None) -> str | None:
    """`write(text)`, or None for None."""
    return None if text is None else write(text)


def depth(site: Site, level: int) -> Depth:
    """An intensity level with its label."""
    return Depth(level=level, label=site.level(level).label)


def reasons(site: Site, ids: Iterable[str]) -> tuple[Reason, ...]:
    """Stop reasons by id with the text for readers, in the order given."""
    return tuple(Reason(id=i, text=site.term("stop-reasons", i).definition) for i in ids)


def caution(site: Site, level: int, why: Iterable[Reason]) -> str | None:
    """Warning to show before a deep piece, on one line; None if the level is not deep."""
    if not is_deep(level):
        return None
    term: LevelTerm = site.level(level)
    sentences = [
        f"{term.label}. {term.definition}",
        site.words("exports.choose_another"),
        *(reason.text for reason in why),
        site.words("exports.reach_somebody", url=site.absolute(CRISIS)),
    ]
    return " ".join(" ".join(sentences).split())


def reviewed(review: Review) -> Reviewed:
    """The exported form of a review; it has a date of review only if it has reviewers."""
    return Reviewed(
        written_by=review.written_by,
        written_on=review.written_on,
        reviewed_by=review.reviewed_by,
        reviewed_on=review.reviewed_on if review.reviewed_by else None,
    )


def plain(record: Record) -> dict[str, Any]:
    """The record as JSON values in field order, without defaults and None."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude_none=True)


def written(value: Any) -> str:
    """Minified JSON (no spaces, non-ASCII unescaped); keys keep their order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
