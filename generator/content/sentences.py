"""Pydantic's errors as sentences for somebody who does not program."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from pydantic_core import ErrorDetails

from generator.content.shape import Place


@dataclass(frozen=True)
class Sentence:
    """What to say about one mistake."""

    rule: str
    message: str
    hint: str


def unknown_key_sentence(place: Place) -> Sentence:
    """For a field that the model does not have."""
    fields = sorted(place.record.model_fields) if place.record else []
    return Sentence(
        "key-is-known",
        f'There is no field "{place.name}" here.',
        suggestion(place.name, fields) or f"Fields here: {', '.join(fields)}.",
    )


def missing_sentence(place: Place) -> Sentence:
    """For a field that has to be there and is not."""
    return Sentence("field-is-present", f'The field "{place.name}" is missing.', _purpose(place))


def sentence_for(place: Place, detail: ErrorDetails) -> Sentence:
    """For a value that does not fit its field."""
    name = place.name
    value = detail["input"]
    context = detail.get("ctx", {})
    kind = detail["type"]
    if value is None:
        return Sentence("value-is-present", f'"{name}" has no value.', _purpose(place))
    if kind in ("string_type", "int_type") or (
        isinstance(value, dict | list) and kind not in _LENGTHS
    ):
        return Sentence("value-has-type", f'"{name}" {_mismatch(kind, value)}.', _purpose(place))
    if kind in _WRONG_TYPE:
        message = f'"{name}" {_WRONG_TYPE[kind]}, and "{_short(value)}" is not.'
        return Sentence("value-has-type", message, _purpose(place))
    if kind in _LENGTHS:
        return Sentence("length-fits", f'"{name}" {_LENGTHS[kind].format(**context)}.', "")
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "at least" if kind == "greater_than_equal" else "at most"
        message = f'"{name}" is {side} {limit}, and "{_short(value)}" is not.'
        return Sentence("number-in-range", message, _purpose(place))
    if kind in ("enum", "literal_error", "union_tag_invalid", "union_tag_not_found"):
        return _choice(place, value, kind, context)
    if kind == "string_pattern_mismatch":
        return Sentence(
            "id-is-slug",
            f'"{_short(value)}" is not an id: lower-case letters, digits and single hyphens only.',
            f"For example {_as_slug(value)}." if _as_slug(value) else "",
        )
    if kind.startswith(("time_delta", "timedelta")):
        message = f'"{name}": "{_short(value)}" is not a length of time.'
        return Sentence(
            "duration-is-valid",
            message,
            "Write PT5M for 5 minutes, PT1H for an hour, P7D for 7 days.",
        )
    if kind.startswith("date"):
        message = f'"{name}": "{_short(value)}" is not a date of the calendar.'
        return Sentence("date-is-valid", message, "Write it as year-month-day: 2026-01-31.")
    if kind == "value_error":
        return Sentence("entry-is-coherent", f"{_plain(detail['msg'])}.", "")
    # What remains are the checks of `scalars.py`, whose type is the name of their rule.
    return Sentence(kind, f'"{name}": "{_short(value)}" {detail["msg"]}.', "")


def suggestion(word: str, known: Iterable[str]) -> str:
    """`Did you mean "x"?`, or nothing if no known word comes near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""


def _choice(place: Place, value: Any, kind: str, context: dict[str, Any]) -> Sentence:
    if kind == "union_tag_not_found":
        message = f'An item of "{place.name}" does not say its kind.'
        return Sentence("field-is-present", message, "Add a line 'kind: ...' as its first field.")
    if kind == "union_tag_invalid":
        allowed = [word.strip(" '") for word in str(context["expected_tags"]).split(",")]
        value = context["tag"]
    else:
        allowed = _allowed(place)
    hint = suggestion(str(value), allowed) or f"Allowed: {', '.join(allowed)}."
    message = f'"{place.name}" cannot be "{_short(value)}".'
    return Sentence("choice-is-known", message, hint)


def _allowed(place: Place) -> list[str]:
    def words(annotation: Any) -> list[str]:
        if isinstance(annotation, type) and issubclass(annotation, StrEnum):
            return [member.value for member in annotation]
        return [word for part in get_args(annotation) for word in words(part)]

    return words(place.field.annotation) if place.field else []


def _mismatch(kind: str, value: Any) -> str:
    given = "fields of its own" if isinstance(value, dict) else "a list"
    if not isinstance(value, dict | list):
        given = "plain text"
    wanted = {
        "string_type": "one piece of text",
        "tuple_type": "a list, such as [one, two]",
        "model_type": "fields of its own, indented below it",
        "model_attributes_type": "fields of its own, indented below it",
    }.get(kind, "a single value")
    return f"takes {wanted}; here it has {given}"


def _purpose(place: Place) -> str:
    description = place.field.description if place.field else None
    return " ".join(description.split()) if description else ""


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _as_slug(value: Any) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in str(value).lower()).split()
    return "-".join(words)


def _plain(message: str) -> str:
    text = message.removeprefix("Value error, ")
    return text[:1].upper() + text[1:]


_WRONG_TYPE = {
    "int_parsing": "is a whole number",
    "bool_parsing": "is true or false",
    "tuple_type": "is a list, such as [one, two]",
    "model_type": "has fields of its own, indented below it",
    "model_attributes_type": "has fields of its own, indented below it",
}
_LENGTHS = {
    "string_too_short": "has at least {min_length} characters",
    "string_too_long": "has at most {max_length} characters",
    "too_short": "has at least {min_length} in its list; here are {actual_length}",
    "too_long": "has at most {max_length} in its list; here are {actual_length}",
}
