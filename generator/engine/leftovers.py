"""Files that the engine puts into every site and that no reader of this one ever loads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_THEMES_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, whose place ours takes."""


def leftovers(files: Iterable[str]) -> Iterator[str]:
    """Which of the files of the tree may go: source maps, and the parts of the theme's search.

    `files` are posix paths relative to the site.
    """
    for path in files:
        if path.endswith(".map") or path.startswith(_THEMES_SEARCH):
            yield path
