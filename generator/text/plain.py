"""Plain text: every character of it is shown, none of it is markup."""

from __future__ import annotations

import html
import json
import re
from typing import Any


def in_html(text: str) -> str:
    """The text for HTML content or a quoted attribute; runs of space become one space."""
    return html.escape(" ".join(text.split()), quote=True)


def in_markdown(text: str) -> str:
    """The text for a line of Markdown: shown as it is, whatever Markdown would make of it."""
    return _MARKS.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def in_yaml(value: Any, *, indent: int | None = None) -> str:
    """The value as JSON that every reader of YAML takes for the same value.

    YAML allows fewer characters than JSON and folds line breaks that JSON keeps (YAML 1.2, 5.1 and
    5.4), so those are written as codes. What cannot be written at all, half of a surrogate pair,
    becomes U+FFFD. Line ends of an indented value stay.
    """
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: _code(found[0]), text)


def _code(character: str) -> str:
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:
        number = 0xFFFD
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


# JSON itself writes the controls below a space as codes.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Python-Markdown un-escapes these after a backslash; what is missing (<, &) is an entity by now.
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|-])")
