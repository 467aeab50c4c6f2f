"""What a page costs somebody with a slow phone: our own scripts, and all of a first visit."""

from __future__ import annotations

import gzip
import re
from functools import cache

import brotli
import pytest

pytestmark = pytest.mark.browser

SCRIPTS = 12_000
"""Bytes of our own JavaScript that a page may load, compressed with Brotli."""
MORE = {"packing": 15_000}
"""Where it is more: the page on which packets are put together has the whole finder in it."""
FIRST_VISIT = 70_000
"""Bytes that a first page may cost, compressed with gzip, without what is looked up in."""
NOT_OURS = ("assets/find/",)
"""What prompts are looked up in."""
PICTURES = "worksheets/pictures/"
"""Where sheets are shown: each comes when somebody scrolls to it."""


def test_first_visit(open_page, site, page_types, base):
    """A first page of any kind, with all that it brings, is light enough for a slow connection.

    Nor does any load more of our own JavaScript than a slow phone can take in at a blink.
    """
    scripts: dict[str, int] = {}
    heavy: dict[str, dict[str, int]] = {}
    brotli_size = cache(lambda path: len(brotli.compress((site / path).read_bytes())))
    gzip_size = cache(lambda path: len(gzip.compress((site / path).read_bytes(), 9)))
    page = open_page("robots.txt", fresh=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    for kind, path in page_types.items():
        loaded.clear()
        page.goto(f"{base}{path}", wait_until="load")
        page.evaluate("() => document.fonts.ready.then(() => null)")
        asked = _paths(loaded, base)
        assert "assets/find/search.js" not in asked  # the search waits until it is wanted
        files = {path for path in asked if not path.startswith((*NOT_OURS, PICTURES))}
        if kind != "404":
            assert {"assets/site.css", "assets/fonts/newsreader.woff2"} <= files, kind
        assert "assets/site.js" in files
        scripts[kind] = sum(brotli_size(path) for path in files if path.endswith(".js"))
        weight = {path: gzip_size(path) for path in sorted(files)}
        if sum(weight.values()) > FIRST_VISIT:
            heavy[kind] = weight
    assert heavy == {}
    assert {kind: size for kind, size in scripts.items() if size > MORE.get(kind, SCRIPTS)} == {}


def test_every_script_of_a_page_is_there(site):
    """What a page names in data-script is a file of the site."""
    pages = (file.read_text("utf-8") for file in site.rglob("*.html"))
    named = {
        name
        for html in pages
        for names in re.findall(r'data-script="([^"]+)"', html)
        for name in names.split()
    }
    assert "writing" in named
    assert {name for name in named if not (site / f"assets/pages/{name}.js").is_file()} == set()


def _paths(urls: list[str], base: str) -> set[str]:
    """The files of the site behind some addresses."""
    inside = (url.removeprefix(base).partition("#")[0] for url in urls if url.startswith(base))
    return {path.partition("?")[0] or "index.html" for path in inside}
