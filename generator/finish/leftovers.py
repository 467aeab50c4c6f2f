"""Files that the engine puts into every site and that no reader of this one ever loads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_LUNR = "assets/javascripts/lunr/"
_INDEX = "search/search_index.json"
_INDEX_LANGUAGES = re.compile(r'"lang":\s*\[([^\]]*)\]')
# Which languages' search needs a segmenter, as the theme's search worker asks for them.
_SEGMENTERS = {"tinyseg.js": {"ja"}, "wordcut.js": {"hi", "th"}}


def leftovers(files: Iterable[str], languages: Iterable[str]) -> Iterator[str]:
    """Which of the files of the tree may go: source maps and the search parts of other languages.

    `files` are posix paths relative to the site, `languages` those that its search speaks.
    """
    spoken = frozenset(languages)
    needed = {f"{_LUNR}min/lunr.{language}.min.js" for language in spoken - {"en"}}
    if needed:
        needed.add(f"{_LUNR}min/lunr.stemmer.support.min.js")
    if len(spoken) > 1:
        needed.add(f"{_LUNR}min/lunr.multi.min.js")
    needed |= {_LUNR + name for name, users in _SEGMENTERS.items() if users & spoken}
    for path in files:
        if path.endswith(".map") or (path.startswith(_LUNR) and path not in needed):
            yield path


def search_languages(site: Path) -> frozenset[str]:
    """The languages that the search index names, for which its worker loads more scripts."""
    try:
        with open(site / _INDEX, encoding="utf-8") as index:
            # The index may be megabytes; its settings come first.
            found = _INDEX_LANGUAGES.search(index.read(2000))
    except FileNotFoundError:
        return frozenset()
    return frozenset(re.findall(r'"([^"]+)"', found[1])) if found else frozenset()
