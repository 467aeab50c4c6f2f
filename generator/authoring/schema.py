"""JSON Schemas (draft 7) of content files, generated from the models, for completion in editors.

YAML editors support draft 7. Schemas are weaker than `check`: they see one file at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.content.library import Library
from generator.content.models.field_types import EntryOf, FromPlace, Rich, TermOf
from generator.content.models.json_schema import Schema, plain_node
from generator.content.models.kinds import KINDS, Kind, items_of
from generator.content.models.reflection import ANY, marked_fields
from generator.content.models.review import Record
from generator.content.models.taxonomy import TAXONOMIES, Taxonomy

DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas(library: Library) -> dict[str, str]:
    """JSON text of every schema by file name; ids are restricted to those of the library."""
    return {
        file: json.dumps(
            {"$schema": DRAFT, **model_schema(kind.model_for(name), library)},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
        for file, kind, name in _files()
    }


@lru_cache(maxsize=64)
def _plain_schema(model: type[Record]) -> str:
    """Pydantic's schema of a model as JSON text, without ids of a library (memoized)."""
    return json.dumps(model.model_json_schema(ref_template="#/definitions/{model}"))


def model_schema(model: type[Record], library: Library) -> Schema:
    """Schema of one model, with three extension keywords.

    `x-taxonomy` and `x-entry` name the vocabulary or kind of an id; `x-rich-text` is true where
    Markdown is allowed.
    """
    schema = json.loads(_plain_schema(model))
    schema["definitions"] = schema.pop("$defs", {})
    for field in marked_fields(model):
        for node in _nodes(schema, schema, field.path):
            node.update(_note(field.mark, library))
    cleaned = _cleaned(schema)
    assert isinstance(cleaned, dict)
    return cleaned


def editor_settings(folder: Path, root: Path) -> str:
    """VS Code settings (JSON) that map the schemas in `folder` to files of the project in `root`.

    They are for the extension "YAML" by Red Hat. Look-up in the online schema store is disabled.
    """
    where = folder.resolve()
    if where.is_relative_to(root.resolve()):
        base = f"./{where.relative_to(root.resolve()).as_posix()}"
    else:
        base = where.as_uri()
    settings = {
        "yaml.schemas": {f"{base}/{file}": _glob(kind, name) for file, kind, name in _files()},
        "yaml.schemaStore.enable": False,
        "yaml.customTags": [],
        "yaml.format.proseWrap": "preserve",
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.formatOnSave": False,
            "editor.wordWrap": "on",
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _files() -> Iterator[tuple[str, Kind, str]]:
    """File name of each schema, kind, and vocabulary (empty for other kinds)."""
    for kind in KINDS:
        for name in TAXONOMIES if kind.model is Taxonomy else ("",):
            stem = f"{kind.name}-{name}" if name else kind.name
            yield f"{stem}.schema.json", kind, name


def _glob(kind: Kind, name: str) -> str:
    if kind.name == "clinic":
        return f"content/{kind.folder}/*/clinic.yaml"
    return f"content/{kind.folder}/{'*/' if kind.grouped else ''}{name or '*'}.yaml"


def _nodes(schema: Schema, node: Schema, path: tuple[str, ...]) -> Iterator[Schema]:
    """Sub-schemas at a field's path, resolving `$ref` and descending into `anyOf` and `oneOf`."""
    if "$ref" in node:
        yield from _nodes(schema, schema["definitions"][node["$ref"].rpartition("/")[2]], path)
    elif "anyOf" in node or "oneOf" in node:
        for alternative in node.get("anyOf") or node["oneOf"]:
            yield from _nodes(schema, alternative, path)
    elif not path:
        if node.get("type") != "null":
            yield node
    elif path[0] == ANY:
        if "items" in node:
            yield from _nodes(schema, node["items"], path[1:])
    elif path[0] in node.get("properties", {}):
        yield from _nodes(schema, node["properties"][path[0]], path[1:])


def _note(mark: TermOf | EntryOf | Rich | FromPlace, library: Library) -> Schema:
    match mark:
        case TermOf(taxonomy):
            terms = library.terms.get(taxonomy, {}).values()
            meanings = {
                t.id: f"{t.label}: {t.definition}" for t in terms if t.status.value == "active"
            }
            return {"x-taxonomy": taxonomy, **_choices(meanings)}
        case EntryOf(kind):
            return {"x-entry": kind, **_choices(_known(library, kind))}
        case Rich():
            return {"x-rich-text": True}
        case FromPlace():
            return {_FROM_PLACE: True}


def _known(library: Library, kind: str) -> dict[str, str]:
    """Title or name by id of all entries of a kind, invalid ones among them, from raw values."""
    values: Iterator[tuple[str, Any]]
    if kind == "prompt":
        items = (
            item
            for (name, _), entry in library.entries.items()
            if name == "prompt-set"
            for item in items_of(name, entry.values)
        )
        values = ((str(item.get("id")), item) for item in items if isinstance(item, dict))
    else:
        entries = library.entries.items()
        values = ((entry_id, entry.values) for (name, entry_id), entry in entries if name == kind)
    return {
        entry_id: next((str(found[key]) for key in _NAMES if found.get(key)), "")
        for entry_id, found in values
    }


def _choices(meanings: dict[str, str]) -> Schema:
    """`enum` keywords for these ids; none, which allows any text, if there are no ids yet."""
    if not meanings:
        return {}
    descriptions = [" ".join(meaning.split()) for meaning in meanings.values()]
    return {
        "enum": list(meanings),
        "enumDescriptions": descriptions,
        "markdownEnumDescriptions": descriptions,
    }


def _cleaned(node: Any) -> Any:
    """Recursive copy without internal keywords, and with the types of unquoted YAML scalars."""
    if isinstance(node, list):
        return [_cleaned(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = plain_node(node)
    cleaned: Schema = {
        key: _properties(value) if key in ("properties", "definitions") else _cleaned(value)
        for key, value in plain.items()
    }
    if "properties" in cleaned:
        placed = [name for name, inner in plain["properties"].items() if _FROM_PLACE in inner]
        cleaned["required"] = [name for name in plain.get("required", ()) if name not in placed]
    if cleaned.get("type") == "string" and not cleaned.keys() & {"enum", "const", "format"}:
        # Our reader takes all scalars as text; editors type an unquoted 988 or true.
        cleaned["type"] = ["string", "number", "boolean"]
    return cleaned


def _properties(named: Schema) -> Schema:
    return {name: _cleaned(inner) for name, inner in named.items() if _FROM_PLACE not in inner}


_FROM_PLACE = "x-from-place"
_NAMES = ("title", "name", "short")
