"""JSON Schema (draft 2020-12) of the exported lists, generated from their Pydantic models."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from generator.content.models.json_schema import plain_node
from generator.content.models.review import Record

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": "string"}
_ABOUT = {
    "type": "object",
    "description": "Where the file comes from and how it may be used.",
    "required": ["site", "url", "edition", "documentation", "built_on", "licence", "caution"],
    "properties": {
        "site": {**_TEXT, "description": "Name of the site."},
        "url": {**_TEXT, "format": "uri", "description": "Its first page."},
        "edition": {
            "type": "object",
            "description": "Whose site it is, and its language.",
            "required": ["clinic", "language"],
            "properties": {"clinic": _TEXT, "language": _TEXT},
        },
        "documentation": {**_TEXT, "format": "uri", "description": "The files in plain words."},
        "built_on": {**_TEXT, "format": "date", "description": "Day on which it was made."},
        "licence": {
            "type": "object",
            "description": "The terms: use and change it, with the credit given here.",
            "required": ["name", "url", "credit"],
            "properties": {"name": _TEXT, "url": {**_TEXT, "format": "uri"}, "credit": _TEXT},
        },
        "caution": {**_TEXT, "description": "What to do with what may be too much for somebody."},
    },
}


@lru_cache(maxsize=64)
def list_schema(name: str, record: type[Record], address: str) -> str:
    """JSON text of the schema of a list file: `name` is its array, `address` the schema's `$id`."""
    schema = record.model_json_schema(mode="serialization")
    definitions = schema.pop("$defs", {})
    definitions[record.__name__] = schema
    return _text(
        {
            "$schema": DRAFT,
            "$id": address,
            "type": "object",
            "required": ["$schema", "about", "count", name],
            "properties": {
                "$schema": {**_TEXT, "format": "uri"},
                "about": _ABOUT,
                "count": {"type": "integer", "minimum": 0},
                name: {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}"}},
            },
            "$defs": {key: _cleaned(definitions[key]) for key in sorted(definitions)},
        }
    )


def _text(schema: dict[str, Any]) -> str:
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


def _cleaned(node: Any) -> Any:
    """The schema without null, as absent values are left out, and open to more properties."""
    if isinstance(node, list):
        return [_cleaned(item) for item in node]
    if not isinstance(node, dict):
        return node
    cleaned = plain_node(node)
    # Forward compatibility: fields may be added within a version, and a saved schema has to
    # accept those that it lacks.
    if cleaned.get("additionalProperties") is False:
        del cleaned["additionalProperties"]
    return {
        k: ({n: _cleaned(p) for n, p in v.items()} if k == "properties" else _cleaned(v))
        for k, v in cleaned.items()
    }
