"""Plain text: every character of it is shown, none of it is markup."""

from __future__ import annotations

import html
import re


def in_html(text: str) -> str:
    """The text for HTML content or a quoted attribute; runs of space become one space."""
    return html.escape(" ".join(text.split()), quote=True)


def in_markdown(text: str) -> str:
    """The text for a line of Markdown: shown as it is, whatever Markdown would make of it."""
    return _MARKS.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


# Python-Markdown un-escapes these after a backslash; what is missing (<, &) is an entity by now.
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|-])")
