"""Files that the engine puts into a site and that no reader of it ever loads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.content.reading.strays import is_left_beside

_THEMES_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, whose place ours takes."""


def leftovers(files: Iterable[str]) -> Iterator[str]:
    """Which of the files of the tree may go.

    They are source maps, the parts of the theme's search, and what systems and editors had left
    beside the pages.

    `files` are posix paths relative to the site.
    """
    for path in files:
        if path.endswith(".map") or path.startswith(_THEMES_SEARCH) or is_left_beside(path):
            yield path
