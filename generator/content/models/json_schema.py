"""JSON Schemas of pydantic models, without what only pydantic needs."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

# A title repeats the name of its field; "discriminator" is a word of OpenAPI, which strict readers
# of schemas do not take.
_ONLY_PYDANTIC = frozenset({"title", "discriminator"})


def plain_node(node: Schema) -> Schema:
    """One node, its inner ones as they were: what may be left out is not also null.

    Docstrings become one line.
    """
    alternatives = [a for a in node.get("anyOf", ()) if a.get("type") != "null"]
    if len(alternatives) == 1:
        node = {**alternatives[0], **{k: v for k, v in node.items() if k != "anyOf"}}
    dropped = _ONLY_PYDANTIC | ({"default"} if node.get("default", ()) in (None, [], ()) else set())
    plain = {key: value for key, value in node.items() if key not in dropped}
    if isinstance(plain.get("description"), str):
        plain["description"] = " ".join(plain["description"].split())
    return plain
