"""Simplification of JSON Schema nodes that Pydantic generates."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

# A title repeats the name of its field; "discriminator" is a keyword of OpenAPI, which strict JSON
# Schema validators refuse.
_ONLY_PYDANTIC = frozenset({"title", "discriminator"})


def plain_node(node: Schema) -> Schema:
    """Copy of one node, not recursive, without empty defaults, `title` and `discriminator`.

    An `anyOf` of null and one other type becomes that type. White space of the description is
    collapsed.
    """
    alternatives = [a for a in node.get("anyOf", ()) if a.get("type") != "null"]
    if len(alternatives) == 1:
        node = {**alternatives[0], **{k: v for k, v in node.items() if k != "anyOf"}}
    dropped = _ONLY_PYDANTIC | ({"default"} if node.get("default", ()) in (None, [], ()) else set())
    plain = {key: value for key, value in node.items() if key not in dropped}
    if isinstance(plain.get("description"), str):
        plain["description"] = " ".join(plain["description"].split())
    return plain
