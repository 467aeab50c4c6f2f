"""Pydantic validation errors as messages and hints in plain words, by error type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from pydantic_core import ErrorDetails

from generator.content.models.reflection import FieldPath, fields_of, records_in, written_fields
from generator.text.suggestions import as_id, suggestion, without_lookalikes


@dataclass(frozen=True)
class Sentence:
    """Rule id, message and hint for one validation error."""

    rule: str
    message: str
    hint: str


def unknown_key_sentence(place: FieldPath, free: Sequence[str]) -> Sentence:
    """Message for an unknown field; `free` are the model's fields that are not given yet."""
    hint = suggestion(place.name, free) or suggestion(place.name, written_fields(place.record))
    if not hint:
        names = ", ".join(sorted(free))
        hint = f"Fields that can stand here: {names}." if names else "Remove it."
    return Sentence("key-is-known", f'There is no field "{place.name}" here.', hint)


def missing_sentence(place: FieldPath) -> Sentence:
    """Message for a missing required field."""
    return Sentence("field-is-present", f'The field "{place.name}" is missing.', _purpose(place))


def sentence_for(place: FieldPath, detail: ErrorDetails) -> Sentence:
    """Message for an invalid value, chosen by the type of Pydantic's error."""
    value = detail["input"]
    context = detail.get("ctx", {})
    kind = detail["type"]
    quoted = f'"{_short(value)}" in "{place.name}"'
    if kind == "value_error":
        return Sentence("entry-is-coherent", f"{_plain(detail['msg'])}.", "")
    if kind in ("enum", "literal_error", "union_tag_invalid", "union_tag_not_found"):
        return _choice(place, value, kind, context)
    if kind in _LENGTHS:
        return _length(place, value, kind, context)
    if kind in _WANTED or isinstance(value, dict | list):
        return _wrong_type(place, value, kind)
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "at least" if kind == "greater_than_equal" else "at most"
        message = f'"{place.name}" takes {side} {limit}, and here is {_short(value)}.'
        return Sentence("number-in-range", message, _purpose(place))
    if kind == "string_pattern_mismatch":
        message = f"{quoted} is not an id: lower-case letters, digits and single hyphens only."
        return Sentence("id-is-slug", message, _instead(as_id(value)))
    if kind.startswith(("time_delta", "duration-is-valid")):
        message = f"{quoted} {_PLAIN_LENGTH if kind != 'duration-is-valid' else detail['msg']}."
        return Sentence("duration-is-valid", message, _instead(_as_duration(value)) or _DURATIONS)
    if kind.startswith("date"):
        message = f"{quoted} is not a date of the calendar."
        hint = without_lookalikes(value) or "Write it as year-month-day: 2026-01-31."
        return Sentence("date-is-valid", message, hint)
    # The rest are custom errors of `validators.py`, whose type is the rule id.
    hint = _HINTS.get(kind) or without_lookalikes(value)
    return Sentence(kind, f"{quoted} {detail['msg']}.", hint)


def _choice(place: FieldPath, value: Any, kind: str, context: dict[str, Any]) -> Sentence:
    if kind == "union_tag_not_found":
        message = f"{_subject(place)} does not say its kind."
        return Sentence("field-is-present", message, "Add a line 'kind: ...' as its first field.")
    name = place.name
    if kind == "union_tag_invalid":
        allowed = [word.strip(" '") for word in str(context["expected_tags"]).split(",")]
        name, value = "kind", context["tag"]
    else:
        allowed = _allowed(place)
    hint = suggestion(str(value), allowed) or f"Allowed: {', '.join(allowed)}."
    return Sentence("choice-is-known", f'"{name}" cannot be "{_short(value)}".', hint)


def _allowed(place: FieldPath) -> list[str]:
    def words(annotation: Any) -> list[str]:
        if isinstance(annotation, type) and issubclass(annotation, StrEnum):
            return [member.value for member in annotation]
        return [word for part in get_args(annotation) for word in words(part)]

    return words(place.field.annotation) if place.field else []


def _length(place: FieldPath, value: Any, kind: str, context: dict[str, Any]) -> Sentence:
    least, most = context.get("min_length"), context.get("max_length")
    subject = _subject(place)
    if kind.startswith("string"):
        size = f"here {_are(len(value))}" if value else "here is no text"
        what = "character" if (least or most) == 1 else "characters"
        hint = "Shorten it." if most else _purpose(place)
    else:
        size = f"here {_are(len(value))}" if value else "here is none"
        what = "item" if (least or most) == 1 else "items"
        hint = "Remove some." if most else _purpose(place)
    limit = f"takes at most {most:,}" if most else f"needs at least {least}"
    return Sentence("length-fits", f"{subject} {limit} {what}; {size}.", hint)


def _wrong_type(place: FieldPath, value: Any, kind: str) -> Sentence:
    wanted = _WANTED.get(kind, "a single value")
    if isinstance(value, dict):
        given = "here are fields"
    elif isinstance(value, list):
        given = "here is a list"
    else:
        given = f'"{_short(value)}" is {"neither" if " or " in wanted else "not one"}'
    message = f"{_subject(place)} takes {wanted}, and {given}."
    return Sentence("value-has-type", message, _how_to_write(place, value, kind))


def _how_to_write(place: FieldPath, value: Any, kind: str) -> str:
    if kind == "tuple_type":
        if isinstance(value, dict):
            return "Begin each item with '- '."
        return f"Write [{_short(value)}], or each item on a line of its own after '- '."
    if kind.startswith("model_"):
        records = records_in(_annotation(place))
        if len(records) != 1:
            return "Begin it with 'kind: ...'."
        fields = fields_of(records[0])
        names = [name for name in written_fields(records[0]) if fields[name].is_required()]
        return f"It needs the fields {', '.join(names)}." if names else ""
    if isinstance(value, dict):
        return "Text that has a colon and a space in it, or begins with {, stands in quotes."
    if isinstance(value, list):
        return "Write it without brackets or dashes; text that begins with [ stands in quotes."
    return without_lookalikes(value) or _purpose(place)


def _annotation(place: FieldPath) -> Any:
    return place.field.annotation if place.field else None


def _subject(place: FieldPath) -> str:
    in_list = bool(place.keys) and isinstance(place.keys[-1], int)
    return f'An item of "{place.name}"' if in_list else f'"{place.name}"'


def _purpose(place: FieldPath) -> str:
    description = place.field.description if place.field else None
    return " ".join(description.split()) if description else ""


def _are(number: int) -> str:
    return f"is {number}" if number == 1 else f"are {number:,}"


def _instead(text: str) -> str:
    return f"Write {text}." if text else ""


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _as_duration(value: Any) -> str:
    written = re.fullmatch(r"(?:PT?)? *([1-9][0-9]{0,2}) *(m|h|d)?[a-z]*", str(value).lower())
    if not written:
        return ""
    number, unit = written.group(1), written.group(2) or "m"
    return f"P{number}D" if unit == "d" else f"PT{number}{unit.upper()}"


def _plain(message: str) -> str:
    text = message.removeprefix("Value error, ")
    return text[:1].upper() + text[1:]


_PLAIN_LENGTH = "is not written as a length of time"
_DURATIONS = "Write PT5M for 5 minutes, PT1H for an hour, P7D for 7 days."
_WANTED = {
    "string_type": "one piece of text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number of fewer digits",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
}
_HINTS = {
    "address-is-visible": "It came with copied text: type the address or number by hand.",
    "dial-is-digits": "Leave out spaces, hyphens and brackets.",
    "email-is-valid": "Write it as name@example.org.",
    "isbn-is-valid": "Compare it with the back of the book.",
    "keyword-is-capitals": "Write it as it is texted, such as HOME.",
    "zone-is-known": "Zones are named for a continent and a city in it.",
}
_LENGTHS = frozenset({"string_too_short", "string_too_long", "too_short", "too_long"})
