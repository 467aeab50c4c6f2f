"""Check of style sheets: no `url()` or `@import` loads anything from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finish.errors import broken
from generator.finish.url_parsing import normalized, scheme
from generator.problems import Problem

_ADDRESS = re.compile(
    r"""(?:\burl\(\s*|@import\s+(?!url\())(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s'")]+))""",
    re.IGNORECASE,
)


def check_stylesheet(path: str, css: str) -> Iterator[Problem]:
    """A violation for each URL in a style sheet that has a host, or a scheme other than `data:`."""
    for found in _ADDRESS.finditer(css):
        url = found["double"] or found["single"] or found["bare"] or ""
        if scheme(normalized(url)) not in ("", "data"):
            yield broken(path, "asset-is-ours", f"the stylesheet loads “{url[:80]}”")
