"""Decode: merged values to typed, frozen models, with every mistake as a sentence.

Pydantic finds all errors at once and says where in the values they are; here the place becomes a
line and column, and the error becomes something that a clinician can act on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.kinds import KIND, items_of
from generator.content.overlay import RawEntry
from generator.content.scalars import FromPlace
from generator.content.sentences import missing_sentence, sentence_for, unknown_key_sentence
from generator.content.shape import marked_fields, resolve
from generator.problems import Problems


def decode(entry: RawEntry, problems: Problems) -> BaseModel | None:
    """The entry as its model, or every reason why it is not one.

    A set of prompts with mistakes in some of them comes back with the others, so that checks of
    the rest can still be made in the same run.
    """
    model = KIND[entry.kind].model_for(entry.id)
    values = _with_place(entry, model, problems)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        details = error.errors(include_url=False)
    for detail in details:
        _report(entry, model, detail, problems)
    return _salvage(entry, model, values, details)


def _with_place(entry: RawEntry, model: type[BaseModel], problems: Problems) -> dict[str, Any]:
    placed = {
        field.path[0]
        for field in marked_fields(model)
        if isinstance(field.mark, FromPlace) and len(field.path) == 1
    }
    for name in sorted(placed & entry.values.keys()):
        problems.error(
            entry.locate((name,), of_key=True),
            "place-gives-the-id",
            f'"{name}" is not written in the file: it comes from the name of the file or folder.',
            "Remove this line.",
        )
    given = {"id": entry.id, "kind": entry.group}
    return {**entry.values, **{name: given[name] for name in placed}}


def _salvage(
    entry: RawEntry,
    model: type[BaseModel],
    values: dict[str, Any],
    details: Sequence[ErrorDetails],
) -> BaseModel | None:
    """The entry without its broken items, if all that is broken is inside of items."""
    items = items_of(entry.kind, values)
    name = next((key for key, value in values.items() if value is items), None)
    broken = {d["loc"][1] for d in details if len(d["loc"]) > 2 and d["loc"][0] == name}
    if name is None or any(d["loc"][0] != name or len(d["loc"]) < 3 for d in details):
        return None
    kept = [item for i, item in enumerate(items) if i not in broken]
    try:
        return model.model_validate({**values, name: kept})
    except ValidationError:
        return None


def _report(
    entry: RawEntry, model: type[BaseModel], detail: ErrorDetails, problems: Problems
) -> None:
    place = resolve(model, detail["loc"])
    if detail["type"] == "extra_forbidden":
        found = unknown_key_sentence(place)
        problems.error(entry.locate(place.keys, of_key=True), found.rule, found.message, found.hint)
        return
    found = missing_sentence(place) if detail["type"] == "missing" else sentence_for(place, detail)
    problems.error(entry.locate(place.keys), found.rule, found.message, found.hint)
