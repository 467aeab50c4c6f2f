"""What the search knows."""

from __future__ import annotations

import gzip
import json

import pytest

from generator.text.quotes import typographic

pytestmark = pytest.mark.site

BYTES_PER_PROMPT = 110
"""Gzip: 110 kB for a thousand prompts. The index comes when somebody searches, and not before."""


@pytest.fixture(scope="module")
def index(site):
    """The search index."""
    text = (site / "assets/find/search.js").read_text("utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


@pytest.fixture(scope="module")
def titles(index):
    """The title of each entry by its address."""
    return {_address(index, entry): entry[2] for entry in index["entries"]}


def test_every_page_to_be_found_is_an_entry_under_its_title(titles, planned):
    """Each page that the search is to find is found once, and no other is."""
    for url, page in planned.items():
        if page.template in ("prompt", "technique", "worksheet", "packet", "crisis"):
            assert (url in titles) is page.searchable, url
            assert page.title.startswith(titles.get(url, "")), url
    unfindable = {url for url, page in planned.items() if not page.searchable}
    assert not unfindable & set(titles)


def test_pages_by_hand_are_found(index, titles, real):
    """Pages written by hand too, by the lay words at their top."""
    for page in real.library().pages:
        assert f"{page.id}.html" in titles or page.id == "index"
    privacy = next(entry for entry in index["entries"] if entry[1] == "privacy.html")
    assert "who sees what I write" in privacy[4]


def test_listings_are_found_by_name(titles, planned):
    """Every listing is an entry of its own, which leads to it and not to the top of its page."""
    for url, page in planned.items():
        if page.template == "resource-kind":
            for group in page.context["groups"]:
                for _, view in group.known:
                    assert titles[f"{url}#{view.resource.id}"] == view.resource.name


def test_every_entry_leads_somewhere(titles, site, pages):
    """No address of the index is a dead one."""
    for url in titles:
        path, _, anchor = url.partition("#")
        assert path in pages, url
        assert not anchor or pages[path].css_first(f"#{anchor}") is not None, url


def test_text_is_for_readers(index, real):
    """What is shown below a title is a sentence of the page; lay words are never shown."""
    for entry in index["entries"]:
        assert entry[3] or entry[0] == index["groups"].index("More on this site"), entry
    moods = real.library().taxonomies["moods"].terms
    shown = {entry[2]: entry[3] for entry in index["entries"]}
    for mood in moods:
        said = typographic(mood.definition)
        assert said.startswith(shown[typographic(mood.label)].rstrip("…")[:40])


def test_no_page_holds_hidden_words(pages):
    """Nothing is written into a page for the search alone."""
    assert [path for path, html in pages.items() if html.css_first(".search-terms")] == []


def test_index_stays_small(index):
    """A prompt adds little to the compressed index."""
    prompts = [e for e in index["entries"] if _address(index, e).startswith("prompts/")]
    left_out = {id(entry) for entry in prompts[::2]}
    fewer = {**index, "entries": [e for e in index["entries"] if id(e) not in left_out]}
    growth = (_compressed(index) - _compressed(fewer)) / len(left_out)
    assert growth <= BYTES_PER_PROMPT


def _address(index, entry):
    url = entry[1]
    return index["prompt"].replace("{id}", url) if entry[0] == 3 and "/" not in url else url


def _compressed(index: object) -> int:
    return len(gzip.compress(json.dumps(index, separators=(",", ":")).encode(), 9, mtime=0))
