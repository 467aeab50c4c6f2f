"""Escaping of plain text for HTML, Markdown and YAML, so that every character is shown as it is."""

from __future__ import annotations

import html
import json
import re
from typing import Any


def in_html(text: str) -> str:
    """The text escaped for HTML content or a quoted attribute; white space is collapsed."""
    return html.escape(" ".join(text.split()), quote=True)


def in_markdown(text: str) -> str:
    """The text escaped for a line of Markdown: shown literally; white space is collapsed."""
    return _MARKS.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def in_yaml(value: Any, *, indent: int | None = None) -> str:
    """The value as JSON that every YAML parser reads as the same value.

    YAML allows fewer characters than JSON and folds line breaks that JSON keeps (YAML 1.2, 5.1 and
    5.4), so those become escape sequences. A lone surrogate, which cannot be written at all,
    becomes U+FFFD. With `indent` the output has several lines.
    """
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:
        number = 0xFFFD
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


# json.dumps escapes the controls below a space by itself.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Python-Markdown unescapes these after a backslash; the missing ones (<, &) are entities by now.
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|-])")
