"""The shape of a model as data: which fields refer to ids, hold rich text, or come from a path.

Everything that must look at all fields of a kind alike (references, rich text, schemas, the
author's reference) asks here, so that a new field needs no second place to be named in.
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
"""Stands for every position of a list in a field's path."""


Mark = TermOf | EntryOf | Rich | FromPlace
"""What a field can be marked as."""


@dataclass(frozen=True)
class MarkedField:
    """A field somewhere in a model and the mark it carries."""

    path: tuple[str, ...]
    mark: Mark


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of `model` by their names in a file, which Python may keep for itself: except."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def marked_fields(model: type[BaseModel]) -> tuple[MarkedField, ...]:
    """Every marked field of `model`, nested ones included, as paths with `ANY` for list items."""
    return tuple(_walk(model, ()))


@cache
def placed_fields(model: type[BaseModel]) -> frozenset[str]:
    """Fields of `model` that a file's name or folder fills in, and nobody writes."""
    return frozenset(
        name
        for name, field in fields_of(model).items()
        if any(isinstance(mark, FromPlace) for mark in field.metadata)
    )


def written_fields(record: type[BaseModel] | None) -> tuple[str, ...]:
    """Names of the fields of `record` that people write, in the order of the model."""
    if record is None:
        return ()
    return tuple(name for name in fields_of(record) if name not in placed_fields(record))


@dataclass(frozen=True)
class Place:
    """A place in an entry, as the file has it, and the model that it lies in."""

    keys: tuple[str | int, ...]
    record: type[BaseModel] | None
    """The model whose field the last name in `keys` is; None if nothing is known of it."""

    @property
    def name(self) -> str:
        """Name of the field, for items of a list that of the list."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "")

    @property
    def field(self) -> FieldInfo | None:
        """The field itself."""
        return fields_of(self.record).get(self.name) if self.record else None


def resolve(model: type[BaseModel], location: Iterable[str | int]) -> Place:
    """Pydantic's path of an error, without the names of alternatives, which stand in no file."""
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
    return Place(tuple(keys), parent)


def values_at(
    values: Any, path: tuple[str, ...], so_far: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each value that stands at `path`, with its own path where `ANY` is a position."""
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
    """The value at `keys`, all of which are there."""
    for key in keys:
        values = values[key]
    return values


def records_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """The models that a field of this annotation can hold, through lists and alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    return tuple(record for part in get_args(annotation) for record in records_in(part))


def _alternative(record: type[BaseModel]) -> str:
    """Which word in `kind` chooses this model."""
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
