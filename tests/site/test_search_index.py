"""What the search knows."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from html import unescape

import pytest

pytestmark = pytest.mark.site

BYTES_PER_PROMPT = 60
"""Gzip: 60 kB for a thousand prompts, because the index comes with every first page."""


@pytest.fixture(scope="module")
def index(site):
    """The search index."""
    return json.loads((site / "search/search_index.json").read_text("utf-8"))


def test_prompts_guides_and_listings_are_found_by_title(index, planned):
    """Every prompt, guide and list of prompts is an entry under its own title."""
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    for url, page in planned.items():
        if page.template in ("prompt", "technique", "resource-kind", "crisis"):
            assert unescape(titles[url]) == page.title, url


def test_listings_are_found_by_name(index, planned):
    """Every listing is an entry of its own, which leads to it and not to the top of its page."""
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}
    for url, page in planned.items():
        if page.template == "resource-kind":
            for view in page.context["listings"]:
                assert f"{url}#{view.resource.id}" in titles, view.resource.id


def test_one_entry_for_a_prompt(index, planned):
    """A prompt is found once; what all prompt pages say alike is not in the index."""
    pages = Counter(entry["location"].partition("#")[0] for entry in index["docs"])
    for url, page in planned.items():
        if page.template == "prompt":
            assert pages[url] == 1, url
    text = json.dumps([d for d in index["docs"] if d["location"].startswith("prompts/")])
    for phrase in ("heavier", "You can stop at any time", "Near this one", "No study has tested"):
        assert phrase not in text, phrase


def test_sets_are_not_found(index, planned):
    """A list that only repeats other pages is not in the index."""
    locations = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert not locations & {url for url, page in planned.items() if not page.searchable}


def test_index_stays_small(index):
    """A prompt adds at most 60 bytes to the compressed index."""
    prompts = [d for d in index["docs"] if d["location"].startswith("prompts/") and not
               d["location"].startswith("prompts/index")]  # fmt: skip
    left_out = {entry["location"] for entry in prompts[::2]}
    fewer = index | {"docs": [d for d in index["docs"] if d["location"] not in left_out]}
    growth = (_compressed(index) - _compressed(fewer)) / len(left_out)
    assert growth <= BYTES_PER_PROMPT


def _compressed(index: object) -> int:
    return len(gzip.compress(json.dumps(index, separators=(",", ":")).encode(), 9, mtime=0))
