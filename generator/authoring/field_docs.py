"""Field documentation for authors: type, limits, choices and examples, from the JSON Schema.

It is the one source for starter files and the authors' reference, and says what editors show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.authoring.schema import model_schema
from generator.content.library import Library
from generator.content.models.field_types import ID_PATTERN
from generator.content.models.json_schema import Schema
from generator.content.models.review import Record


class ValueKind(StrEnum):
    """Type of a field's value, in authors' terms."""

    TEXT = "text"
    RICH_TEXT = "rich-text"
    ID = "id"
    CODE = "code"
    NUMBER = "number"
    YES_OR_NO = "yes-or-no"
    DAY = "day"
    LENGTH_OF_TIME = "length-of-time"
    CHOICE = "choice"
    TERM = "term"
    ENTRY = "entry"
    FIELDS = "fields"


@dataclass(frozen=True)
class Choice:
    """An allowed value and its description, which may be empty."""

    value: str
    meaning: str


@dataclass(frozen=True)
class Bounds:
    """Inclusive minimum and maximum; None for no limit."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class FieldShape:
    """Documentation of one field."""

    name: str
    required: bool
    description: str
    sort: ValueKind
    many: bool
    """Whether it takes a list."""
    items: Bounds
    """Number of items of a list."""
    bounds: Bounds
    """Value of a number, or number of characters of a text."""
    choices: tuple[Choice, ...]
    of: str
    """Vocabulary of a term, or kind of an entry; else empty."""
    records: tuple[RecordShape, ...]
    """Nested records; several are a union, discriminated by `kind`."""
    usual: str
    """Default value as an author writes it; empty for none."""
    example: str


@dataclass(frozen=True)
class RecordShape:
    """Documentation of a record, with its fields in the order of the model."""

    name: str
    description: str
    fields: tuple[FieldShape, ...]

    @property
    def nested(self) -> Iterator[RecordShape]:
        """All nested records, each once, depth-first."""
        found: dict[str, RecordShape] = {}
        for field in self.fields:
            for record in field.records:
                found.setdefault(record.name, record)
                found |= {inner.name: inner for inner in record.nested if inner.name not in found}
        yield from found.values()


def record_shape(model: type[Record], library: Library) -> RecordShape:
    """Document a model; ids that are allowed are those of the library."""
    schema = model_schema(model, library)
    return _record(model.__name__, schema, schema["definitions"])


def _record(name: str, node: Schema, definitions: Schema) -> RecordShape:
    required = node.get("required", ())
    return RecordShape(
        name,
        node.get("description", ""),
        tuple(
            _field(field, inner, definitions, required=field in required)
            for field, inner in node.get("properties", {}).items()
        ),
    )


def _field(name: str, outer: Schema, definitions: Schema, *, required: bool) -> FieldShape:
    many = outer.get("type") == "array"
    node = outer["items"] if many else outer
    targets = [(_target(a), a) for a in node.get("oneOf", (node,)) if "$ref" in a]
    if targets and "enum" in definitions[targets[0][0]]:
        node, targets = {**definitions[targets[0][0]], **node}, []
    sort = ValueKind.FIELDS if targets else _sort(node)
    ends = ("minimum", "maximum") if sort is ValueKind.NUMBER else ("minLength", "maxLength")
    return FieldShape(
        name=name,
        required=required,
        description=outer.get("description") or _description(targets, definitions),
        sort=sort,
        many=many,
        items=Bounds(outer.get("minItems"), outer.get("maxItems")) if many else Bounds(),
        bounds=Bounds(node.get(ends[0]), node.get(ends[1])),
        choices=tuple(_choices(node)),
        of=node.get("x-taxonomy") or node.get("x-entry") or "",
        records=tuple(_record(t, definitions[t], definitions) for t, _ in targets),
        usual=_written(outer["default"]) if "default" in outer else "",
        example=str(next(iter(node.get("examples", ())), "")),
    )


def _sort(node: Schema) -> ValueKind:
    kind = node.get("type")
    for keyword, sort in _BY_KEYWORD:
        if keyword in node:
            return sort
    if kind == "integer":
        return ValueKind.NUMBER
    if kind == "boolean":
        return ValueKind.YES_OR_NO
    if node.get("pattern") == ID_PATTERN:
        return ValueKind.ID
    by_format = {"date": ValueKind.DAY, "duration": ValueKind.LENGTH_OF_TIME}
    return by_format.get(
        node.get("format", ""), ValueKind.CODE if "examples" in node else ValueKind.TEXT
    )


def _choices(node: Schema) -> Iterator[Choice]:
    values = [node["const"]] if "const" in node else node.get("enum", [])
    meanings = node.get("enumDescriptions") or [""] * len(values)
    for value, meaning in zip(values, meanings, strict=True):
        yield Choice(str(value), meaning)


def _description(targets: list[tuple[str, Schema]], definitions: Schema) -> str:
    """Description of the referenced record: the schema omits an equal one at the field."""
    return str(definitions[targets[0][0]].get("description", "")) if targets else ""


def _target(node: Schema) -> str:
    return str(node["$ref"]).rpartition("/")[2]


def _written(value: Any) -> str:
    """A value in YAML notation."""
    return str(value).lower() if isinstance(value, bool) else str(value)


_BY_KEYWORD = (
    ("x-taxonomy", ValueKind.TERM),
    ("x-entry", ValueKind.ENTRY),
    ("x-rich-text", ValueKind.RICH_TEXT),
    ("enum", ValueKind.CHOICE),
    ("const", ValueKind.CHOICE),
)
