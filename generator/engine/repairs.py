"""HTML repairs of the engine's output: self-closing slashes of void elements, SVG without a size.

What is still taken of Material: the name of the theme (`mkdocs.yml`), by which its few words in
the language of the page are found (`partials/language.html`, in `theme/material/main.html`). Its
frame, style sheets, scripts and icons are not used and do not reach a site (`unused_files.py`).
"""

from __future__ import annotations

import re

# Linear time: none of these patterns looks past the next tag of its kind.
_SELF_CLOSED = re.compile(
    r"<(area|br|col|hr|img|input|link|meta|source|track|wbr)"
    r"""((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*?)?)(?:(?<=["'\s])|(?<=<br)|(?<=<hr)|(?<=<wbr))\s*/>"""
)
_SIZELESS = re.compile(
    r'<svg(?![^<>]* (?:width|height)=)([^<>]*? viewBox="0 0 (\d+) (\d+)"[^<>]*)>'
)


def repair(html: str) -> str:
    """The page with its known faults repaired; a page without them comes back as it is.

    Void elements lose their trailing slash. An `<svg>` without a size gets that of its viewBox, as
    it is else as wide as the page where a style sheet is missing.
    """
    return _SIZELESS.sub(r'<svg\1 width="\2" height="\3">', _SELF_CLOSED.sub(_opened, html))


def _opened(match: re.Match[str]) -> str:
    return f"<{match[1]}{match[2].rstrip()}>"
