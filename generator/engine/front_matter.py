"""The front matter of a generated page, without a parser of YAML, which takes longer than the rest.

MkDocs loads what stands between two lines of dashes as YAML. Texts in double quotes, lists of them,
and `true` and `false`, each in a line after its name, are the same in JSON, but for characters that
YAML takes for line ends or cannot hold; anything else is left to MkDocs.
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
    """The Markdown below it and what it says, as MkDocs would; None where that is in doubt."""
    top = _LINES.match(source)
    if top is None:
        return None
    lines = top[1].splitlines(keepends=True)
    pairs = [_LINE.fullmatch(line) for line in lines]
    said = {pair[1]: json.loads(pair[2]) for pair in pairs if pair}
    return (source[top.end() :], said) if len(said) == len(lines) else None
