"""Fast path for the front matter of generated pages: a JSON subset of YAML, without a YAML parser.

MkDocs loads what is between two lines of dashes as YAML. Double-quoted strings, lists of them,
`true` and `false`, each on a line after its key, are the same in JSON, but for characters that YAML
takes for line breaks or cannot hold; anything else is left to MkDocs.
"""

from __future__ import annotations

import json
import re
from typing import Any

_LINES = re.compile(r"---\n((?:.+\n)+?)---\n\n*")
_TEXT = r'"[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*"'
_NAME = "title|description|hide|look|styles|leads_to"
_LINE = re.compile(rf"({_NAME}): (true|false|{_TEXT}|\[(?:{_TEXT}(?:, {_TEXT})*)?\])\n")


def plain_front_matter(source: str) -> tuple[str, dict[str, Any]] | None:
    """(Markdown body, metadata) as MkDocs reads them; None if it takes a YAML parser to know."""
    top = _LINES.match(source)
    if top is None:
        return None
    lines = top[1].splitlines(keepends=True)
    pairs = [_LINE.fullmatch(line) for line in lines]
    meta = {pair[1]: json.loads(pair[2]) for pair in pairs if pair}
    return (source[top.end() :], meta) if len(meta) == len(lines) else None
