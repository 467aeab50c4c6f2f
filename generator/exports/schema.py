"""JSON Schemas of the exports (draft 2020-12): they follow from the records."""

from __future__ import annotations

import json
from typing import Any

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


def list_schema(name: str, record: type[Record], address: str) -> str:
    """The schema, as JSON text, of a file that lists records under `name`."""
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
    """Without titles, which only repeat names, without null, as what is unsaid is left out, and
    open to more fields."""
    if isinstance(node, list):
        return [_cleaned(item) for item in node]
    if not isinstance(node, dict):
        return node
    alternatives = [a for a in node.get("anyOf", ()) if a.get("type") != "null"]
    if len(alternatives) == 1:
        node = {**alternatives[0], **{k: v for k, v in node.items() if k != "anyOf"}}
    # Fields may be added within a version, so a saved schema must not refuse those it lacks.
    # "discriminator" is a word of OpenAPI, which strict readers of schemas do not take.
    kept = {k: v for k, v in node.items() if k not in ("title", "discriminator")}
    if kept.get("additionalProperties") is False:
        del kept["additionalProperties"]
    if kept.get("default", ()) in (None, [], ()):
        kept.pop("default", None)
    if isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split())
    return {
        k: ({n: _cleaned(p) for n, p in v.items()} if k == "properties" else _cleaned(v))
        for k, v in kept.items()
    }
