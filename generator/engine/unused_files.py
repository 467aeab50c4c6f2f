"""Files that the engine puts into a site and that no reader of it ever loads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.reading.strays import is_left_beside

_THEMES = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
"""Scripts, style sheets and icon of the theme, whose place ours take."""


def unused_files(files: Iterable[str]) -> Iterator[str]:
    """Which of the files of the tree may go.

    They are source maps, the theme's own assets, and what systems and editors had left beside the
    pages.

    `files` are posix paths relative to the site.
    """
    for path in files:
        if path.endswith(".map") or path.startswith(_THEMES) or is_left_beside(path):
            yield path
