"""YAML template of a record: every field with a comment, optional fields commented out."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from generator.authoring.field_docs import FieldShape, RecordShape, ValueKind
from generator.content.models.review import UNWRITTEN

MANY = 24
"""Maximum number of choices listed in a comment; the authors' reference has all."""


@dataclass(frozen=True)
class TemplateValues:
    """Values for a template."""

    given: Mapping[str, str | tuple[str, ...]]
    """Values by dotted path, tuples for lists. Fields with a value, and their parents, are not
    commented out."""
    today: date
    stem: str
    """Prefix of generated ids within the entry."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def wants(self, path: str) -> bool:
        """Whether there is a value for the field at this dotted path or for a nested one."""
        return any(given == path or given.startswith(f"{path}.") for given in self.given)


def skeleton(record: RecordShape, filling: TemplateValues) -> list[str]:
    """Lines of YAML for a record: fields to fill in, then optional ones, then long lists."""
    return _fields(record, filling, "")


def comment(text: str) -> list[str]:
    """Text wrapped to lines of a YAML comment."""
    return [f"# {line}" for line in textwrap.wrap(text, 86, break_on_hyphens=False)]


def _fields(record: RecordShape, filling: TemplateValues, above: str) -> list[str]:
    on = [f for f in record.fields if f.required or filling.wants(above + f.name)]
    on = on or list(record.fields[:1])
    off = [f for f in record.fields if f not in on]
    first = [f for f in on if f.name in ("status", "kind")]
    last = [f for f in on if _is_long(f)]
    middle = [f for f in on if f not in first and f not in last]
    blocks = [
        *(_field(f, filling, above + f.name) for f in (*first, *middle)),
        *(_commented_out(_field(f, filling, above + f.name)) for f in off),
        *(_field(f, filling, above + f.name) for f in last),
    ]
    return [line for block in blocks for line in (*block, "")][:-1]


def _field(shape: FieldShape, filling: TemplateValues, path: str) -> list[str]:
    lines = comment(_field_comment(shape))
    if not shape.records:
        return [*lines, *_value(shape, filling, path)]
    lines.append(f"{shape.name}:")
    first, *others = shape.records
    if not shape.many:
        return [*lines, *_indented(_fields(first, filling, f"{path}."))]
    for _ in range(max(shape.items.least or 1, 1)):
        lines += _indented(_item(_fields(first, filling, f"{path}.")))
    for other in others:
        item = _commented_out(_item(_fields(other, filling, f"{path}.")))
        lines += ["", *_indented([*comment(other.description), *item])]
    return lines


def _item(lines: list[str]) -> list[str]:
    """Lines of a record as an item of a block sequence."""
    first = next(i for i, line in enumerate(lines) if line and not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *_indented(lines[first + 1 :])]


def _value(shape: FieldShape, filling: TemplateValues, path: str) -> list[str]:
    value = filling.given.get(path) or _placeholder(shape, filling)
    if not isinstance(value, str):
        return [f"{shape.name}: [{', '.join(map(_quoted, value))}]"]
    least = max(shape.items.least or 1, 1)
    if shape.many:
        values = [choice.value for choice in shape.choices[:least]]
        values = values if len(values) == least else [_quoted(value)] * least
        return [f"{shape.name}: [{', '.join(values)}]"]
    if shape.sort is ValueKind.RICH_TEXT:
        return [f"{shape.name}: |-", f"  {value}"]
    if shape.sort is ValueKind.TEXT and (shape.bounds.most or 0) > ONE_LINE:
        return [f"{shape.name}: >-", f"  {value}"]
    bare = shape.sort in (ValueKind.NUMBER, ValueKind.YES_OR_NO, ValueKind.DAY, ValueKind.CHOICE)
    return [f"{shape.name}: {value if bare else _quoted(value)}"]


def _placeholder(shape: FieldShape, filling: TemplateValues) -> str:
    if shape.choices:
        return shape.usual or shape.choices[0].value
    match shape.sort:
        case ValueKind.NUMBER:
            return shape.usual or str(max(shape.bounds.least or 1, 1))
        case ValueKind.YES_OR_NO:
            return "true"
        case ValueKind.DAY:
            later = timedelta(days=365 if "due" in shape.name else 0)
            return (filling.today + later).isoformat()
        case ValueKind.ID:
            return f"{filling.stem}-{next(filling.numbers)}"
        case ValueKind.ENTRY:
            return f"id-of-a-{shape.of}"
        case _:
            return shape.example or UNWRITTEN


def _field_comment(shape: FieldShape) -> str:
    """Comment of a field: description, choices and limits as sentences."""
    choices = [choice.value for choice in shape.choices]
    if choices == [shape.description]:
        return ""
    parts = [shape.description]
    if len(choices) > MANY and shape.sort is ValueKind.ENTRY:
        # A long list of ids is of no use; where to look one up is.
        parts.append(f"The id of a {shape.of}: the name of its file, without .yaml.")
    elif len(choices) > MANY:
        rest = len(choices) - MANY
        parts.append(f"There are: {', '.join(choices[:MANY])} and {rest} more.")
    elif not all(choice in shape.description for choice in choices):
        parts.append(f"There are: {', '.join(choices)}.")
    parts.append(_limits(shape))
    if shape.sort is ValueKind.RICH_TEXT:
        parts.append(
            "Paragraphs, lists, **bold** and links such as [safety](page:safety) are fine."
        )
    return " ".join(part for part in parts if part)


def _limits(shape: FieldShape) -> str:
    least, most = shape.items.least or 0, shape.items.most
    parts = []
    if least > 1 or most:
        parts.append(f"{least} to {most}" if least > 1 and most else f"at most {most}")
    if shape.sort is ValueKind.TEXT and (shape.bounds.most or LONG) < LONG:
        parts.append(f"{'each ' if shape.many else ''}at most {shape.bounds.most} characters")
    if shape.sort is ValueKind.NUMBER and shape.bounds.most:
        parts.append(f"from {shape.bounds.least or 0} to {shape.bounds.most}")
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _is_long(shape: FieldShape) -> bool:
    """Whether a field is a long list of records, such as prompts, which is put last."""
    return bool(shape.records) and (shape.items.most or 0) > 20


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" if line else line for line in lines]


def _commented_out(lines: list[str]) -> list[str]:
    """Lines of a field commented out; comments stay as they are."""
    return [line if line.startswith("# ") else f"#{line}" for line in lines]


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


ONE_LINE = 200
LONG = 2_000
"""Maximum number of characters from which on a text's limit is not mentioned."""
_PLAIN = re.compile(r"[A-Za-z](?:[^:#\[\]{},\"'\n]|:(?=/))*(?<! )")
"""Text that is a plain scalar in YAML and begins with a letter; all else is quoted."""
