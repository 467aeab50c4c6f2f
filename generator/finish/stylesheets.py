"""Stylesheets: none loads anything from elsewhere; the theme's palette is cut to what is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finish.addresses import scheme, tidy
from generator.finish.errors import broken
from generator.problems import Problem

_ADDRESS = re.compile(
    r"""(?:\burl\(\s*|@import\s+(?!url\())(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s'")]+))""",
    re.IGNORECASE,
)

PALETTE = re.compile(r"(?:^|/)palette\.[0-9a-f]+\.min\.css$")
"""The theme's file of colours, by its path."""

_RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")
_NAMED_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=(?!custom)")


def without_named_colours(css: str) -> str:
    """The theme's palette without the rules for colours by name, of which no page has any.

    All pages have the colours of our own tokens, by the name "custom".
    """
    return _RULE.sub(_unless_named, css)


def check_stylesheet(path: str, css: str) -> Iterator[Problem]:
    """The addresses in a stylesheet that are neither relative nor `data:`."""
    for found in _ADDRESS.finditer(css):
        url = found["double"] or found["single"] or found["bare"] or ""
        if scheme(tidy(url)) not in ("", "data"):
            yield broken(path, "asset-is-ours", f"the stylesheet loads “{url[:80]}”")


def _unless_named(rule: re.Match[str]) -> str:
    return "" if all(map(_NAMED_COLOUR.search, rule[1].split(","))) else rule[0]
