"""Reflection over Pydantic models: paths of marked fields, written fields, error locations.

References, rich text, JSON Schemas and the authors' reference are driven by it, so that a new field
is declared in its model only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.content.models.field_types import EntryOf, FromPlace, Rich, TermOf

ANY = "*"
"""Wildcard for every position of a list in a field's path."""


Mark = TermOf | EntryOf | Rich | FromPlace
"""Types of marks in field annotations."""


@dataclass(frozen=True)
class MarkedField:
    """Path of a field, nested ones included, and its mark."""

    path: tuple[str, ...]
    mark: Mark


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Fields by name in the file: the alias where the name is a Python keyword (`except`)."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def marked_fields(model: type[BaseModel]) -> tuple[MarkedField, ...]:
    """Every marked field of `model`, recursively, depth-first; `ANY` stands for list positions."""
    return tuple(_walk(model, ()))


@cache
def placed_fields(model: type[BaseModel]) -> frozenset[str]:
    """Names of top-level fields that come from the name of the file or folder (`FromPlace`)."""
    return frozenset(
        name
        for name, field in fields_of(model).items()
        if any(isinstance(mark, FromPlace) for mark in field.metadata)
    )


def written_fields(record: type[BaseModel] | None) -> tuple[str, ...]:
    """Names of fields that are written in the file, in the order of the model."""
    if record is None:
        return ()
    return tuple(name for name in fields_of(record) if name not in placed_fields(record))


@dataclass(frozen=True)
class FieldPath:
    """A path of keys in an entry's file, and the model of the record it is in."""

    keys: tuple[str | int, ...]
    record: type[BaseModel] | None
    """Model that has the last field name in `keys`; None if unknown."""

    @property
    def name(self) -> str:
        """Last field name in `keys`; for a list item, that of the list."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "")

    @property
    def field(self) -> FieldInfo | None:
        """Definition of that field; None if the model is unknown or does not have it."""
        return fields_of(self.record).get(self.name) if self.record else None


def resolve(model: type[BaseModel], location: Iterable[str | int]) -> FieldPath:
    """Convert the `loc` of a Pydantic error to a path in the file, without tags of unions."""
    keys: list[str | int] = []
    parent: type[BaseModel] | None = None
    records: tuple[type[BaseModel], ...] = (model,)
    for key in location:
        if isinstance(key, str) and len(records) > 1:
            records = tuple(r for r in records if _alternative(r) == key)
            continue
        keys.append(key)
        if isinstance(key, str):
            parent = records[0] if records else None
            field = fields_of(parent).get(key) if parent else None
            records = records_in(field.annotation) if field else ()
    return FieldPath(tuple(keys), parent)


def values_at(
    values: Any, path: tuple[str, ...], so_far: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value that matches `path`, with its concrete keys; absent and None ones are skipped."""
    for depth, name in enumerate(path):
        if name == ANY:
            if isinstance(values, list):
                for index, item in enumerate(values):
                    yield from values_at(item, path[depth + 1 :], (*so_far, index))
            return
        values = values.get(name) if isinstance(values, dict) else None
        if values is None:
            return
        so_far = (*so_far, name)
    yield so_far, values


def value_at(values: Any, keys: Iterable[str | int]) -> Any:
    """Value at `keys`. Raises KeyError or IndexError if it does not exist."""
    for key in keys:
        values = values[key]
    return values


def records_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Models in a type annotation, through generic types and unions, in order."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    return tuple(record for part in get_args(annotation) for record in records_in(part))


def _alternative(record: type[BaseModel]) -> str:
    """Discriminator value (`kind`) of a member of a tagged union."""
    names = get_args(record.model_fields["kind"].annotation)
    return str(names[0])


def _walk(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[MarkedField]:
    for name, field in fields_of(model).items():
        yield from _walk_annotation(_whole(field), (*above, name))


def _whole(field: FieldInfo) -> Any:
    marks = tuple(m for m in field.metadata if isinstance(m, TermOf | EntryOf | Rich | FromPlace))
    annotation: Any = field.annotation
    for mark in marks:
        annotation = Annotated[annotation, mark]
    return annotation


def _walk_annotation(annotation: Any, path: tuple[str, ...]) -> Iterator[MarkedField]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        for mark in marks:
            if isinstance(mark, TermOf | EntryOf | Rich | FromPlace):
                yield MarkedField(path, mark)
        yield from _walk_annotation(inner, path)
    elif origin in (tuple, list):
        yield from _walk_annotation(get_args(annotation)[0], (*path, ANY))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _walk(annotation, path)
    elif origin is Union or get_args(annotation):
        for part in get_args(annotation):
            yield from _walk_annotation(part, path)
