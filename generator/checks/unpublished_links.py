"""Links of handwritten pages to unpublished entries, which have no page or place to lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checks.page_links import page_targets
from generator.content.handwritten import Handwritten
from generator.content.layers.entry import Key
from generator.content.library import Library
from generator.site import urls
from generator.site.links import PAGE_OF


def links_to(keys: Collection[Key], library: Library) -> Iterator[tuple[Handwritten, int, Key]]:
    """Links of handwritten pages to the entries `keys`: page, offset, key.

    Left out are links to an id that another prompt took over (`replaces`).
    """
    if not keys:
        return
    taken = {("prompt", old) for prompt in library.prompts.values() for old in prompt.replaces}
    gone = frozenset(keys) - taken
    sources = {urls.source_path(PAGE_OF[key[0]](key[1])): key for key in gone if key[0] in PAGE_OF}
    studies = urls.source_path(urls.STUDIES)
    for page, at, source, anchor in page_targets(library):
        key = ("study", anchor) if source == studies else sources.get(source)
        if key in gone:
            yield page, at, key
