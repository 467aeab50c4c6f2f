"""Decoder: merged raw values to frozen Pydantic models; validation errors to located problems.

Pydantic reports all errors at once with paths into the values; here paths become line and column,
and errors messages that a clinician can act on. One mistake is one problem: a misspelt field, which
Pydantic reports as unknown and as missing, is reported once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.drafts import draft_of
from generator.content.error_messages import (
    Sentence,
    missing_sentence,
    sentence_for,
    unknown_key_sentence,
)
from generator.content.layers.entry import RawEntry
from generator.content.models.kinds import KIND, items_of
from generator.content.models.reflection import (
    FieldPath,
    placed_fields,
    resolve,
    value_at,
    written_fields,
)
from generator.problems import MOST_OF_A_FILE, Problems, Severity
from generator.text.suggestions import nearest


def decode(
    entry: RawEntry, problems: Problems, model: type[BaseModel] | None = None
) -> BaseModel | None:
    """Validate an entry; None, and a problem for each fault, if it is invalid.

    If only items (prompts, terms) are invalid, the record has the valid ones, so that checks of
    those still run. `model` is for what is no kind of entry. Faults in drafts are warnings.
    """
    model = model or KIND[entry.kind].model_for(entry.id)
    values = _with_place(entry, model, problems)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        details = [d for d in error.errors(include_url=False) if not _is_echo(d)]
    for fault in _faults(model, values, details):
        place = entry.locate(fault.place.keys, of_key=fault.of_key)
        if fault.sign:
            place = entry.locate_text(fault.place.keys, fault.sign)
        draft = draft_of(entry, fault.place.keys)
        severity = Severity.WARNING if draft else Severity.ERROR
        if draft:
            problems.left_out.add(draft)
        if not problems.has_room(place.path, severity):
            problems.count(place.path, severity)
            continue
        found = fault.sentence()
        tell = problems.warn if draft else problems.error
        tell(place, found.rule, found.message, found.hint)
    return _salvage(entry, model, values, details)


@lru_cache(maxsize=4_000)
def valid_record(entry: RawEntry) -> BaseModel | None:
    """Record of an entry without any problem, else None (memoized by entry)."""
    problems = Problems()
    record = decode(entry, problems)
    return None if problems.found or problems.left_out else record


@dataclass(frozen=True)
class _Fault:
    place: FieldPath
    sentence: Callable[[], Sentence]
    """Lazy, as finding suggestions is slow and problems beyond a file's limit are only counted."""
    of_key: bool = False
    sign: str = ""
    """Invisible character of the value, whose column is reported; empty for none."""


def _with_place(entry: RawEntry, model: type[BaseModel], problems: Problems) -> dict[str, Any]:
    placed = placed_fields(model)
    for name in sorted(placed & entry.values.keys()):
        problems.error(
            entry.locate((name,), of_key=True),
            "place-gives-the-id",
            f'"{name}" is not written in the file: it comes from the name of the file or folder.',
            "Remove this line.",
        )
    given = {"id": entry.id, "kind": entry.group}
    return {**entry.values, **{name: given[name] for name in placed}}


def _is_echo(detail: ErrorDetails) -> bool:
    """Whether a `too_short` error follows from invalid items: the list itself is long enough."""
    if detail["type"] != "too_short":
        return False
    return len(detail["input"]) >= int(detail["ctx"]["min_length"])


def _faults(
    model: type[BaseModel], values: dict[str, Any], details: Sequence[ErrorDetails]
) -> Iterator[_Fault]:
    placed = placed_fields(model)
    meant = set()
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
    for number, detail in enumerate(unknown):
        place = resolve(model, detail["loc"])
        written = value_at(values, place.keys[:-1])
        free = [name for name in written_fields(place.record) if name not in written]
        if number < MOST_OF_A_FILE:
            meant.add((*detail["loc"][:-1], nearest(place.name, free)))
        yield _Fault(place, partial(unknown_key_sentence, place, free), of_key=True)
    for detail in details:
        place = resolve(model, detail["loc"])
        if detail["type"] == "missing":
            if detail["loc"] not in meant:
                yield _Fault(place, partial(missing_sentence, place))
        elif detail["type"] == "union_tag_invalid":
            kind = FieldPath((*place.keys, "kind"), None)
            yield _Fault(kind, partial(sentence_for, place, detail))
        elif (
            detail["type"] != "extra_forbidden"
            and detail["input"] is not None  # reported by the reader
            and not (len(place.keys) == 1 and place.name in placed)  # reported for the file name
        ):
            sign = str(detail.get("ctx", {}).get("sign", ""))
            yield _Fault(place, partial(sentence_for, place, detail), sign=sign)


def _salvage(
    entry: RawEntry,
    model: type[BaseModel],
    values: dict[str, Any],
    details: Sequence[ErrorDetails],
) -> BaseModel | None:
    """Record without invalid items; None if anything outside of items is invalid."""
    items = items_of(entry.kind, values)
    name = next((key for key, value in values.items() if value is items), None)
    broken = {d["loc"][1] for d in details if len(d["loc"]) > 1 and d["loc"][0] == name}
    if name is None or any(d["loc"][0] != name or len(d["loc"]) < 2 for d in details):
        return None
    kept = [item for i, item in enumerate(items) if i not in broken]
    try:
        return model.model_validate({**values, name: kept})
    except ValidationError:
        return None
