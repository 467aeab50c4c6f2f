"""Files of the engine's output that no page loads: theme assets, source maps, editor leftovers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.reading.strays import has_stray_part

_THEMES = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
"""Path prefixes of the theme's scripts, style sheets and icon, which ours replace."""


def unused_files(files: Iterable[str]) -> Iterator[str]:
    """Those of the files (POSIX paths relative to the site) that can be deleted.

    They are source maps, the theme's own assets, and what systems and editors leave beside files.
    """
    for path in files:
        if path.endswith(".map") or path.startswith(_THEMES) or has_stray_part(path):
            yield path
