"""The search leads real queries to pages that fit."""

from __future__ import annotations

import json

import pytest

from tests.searching.conftest import lines

pytestmark = pytest.mark.site

MEAN_RECIPROCAL_RANK = 0.85
SHOWN = 4
"""Hits of each group that are shown at first, as `search.js` has it."""
SAME = (
    ("panic", "panic.", "panic!", "(panic)", "“panic”", "#panic", "PANIC"),
    ("can't sleep", "can’t sleep", "cant sleep", "can´t sleep", "can’t sleep.", "can’t  sleep?"),
    ("sleep/worry", "sleep worry", "sleep,worry", "sleep-worry"),
    ("counselling", "counseling"),
    ("journalling", "journaling"),
    ("colour", "color"),
    ("mum", "mom"),
    ("letters", "letter"),
    ("grief", "greif", "gref"),
)
"""Queries that mean the same find the same."""


@pytest.fixture(scope="session")
def index(shown, every_page):
    """The index of the real content."""
    from generator.exports.browser.search_index import search_files

    (file,) = search_files(shown, every_page.values()).values()
    text = file.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


@pytest.fixture(scope="session")
def find(node, index):
    """For queries: the addresses that are shown, in their order."""
    ask = node("rank.mjs", {"index": index, "most": SHOWN})
    return lambda queries: ask(list(queries))


def reciprocal_rank(found: list[str], fitting: list[str]) -> float:
    """1 if the first result fits, 1/2 for the second, to the fifth; 0 if none of them does."""
    for rank, url in enumerate(found[:5], start=1):
        if any(url == f or (f.endswith("*") and url.startswith(f[:-1])) for f in fitting):
            return 1 / rank
    return 0.0


@pytest.mark.parametrize(("file", "least"), [("queries.txt", MEAN_RECIPROCAL_RANK)])
def test_mean_reciprocal_rank(find, file, least):
    """At least 60 queries that real people would type, and the pages that would fit."""
    asked = dict(line.split(" > ") for line in lines(file))
    answers = find(asked)
    ranks = [
        reciprocal_rank(found, fitting.split())
        for found, fitting in zip(answers, asked.values(), strict=True)
    ]
    mean = sum(ranks) / len(ranks)
    poor = [query for query, rank in zip(asked, ranks, strict=True) if rank < 0.5]
    print(f"mean reciprocal rank at 5 of {len(ranks)} queries: {mean:.3f}; below 0.5: {poor}")
    assert mean >= least, poor


@pytest.mark.parametrize("queries", SAME, ids=lambda queries: queries[0])
def test_spelling_is_no_matter(find, queries):
    """Punctuation, apostrophes, British spelling, plurals and one wrong letter."""
    first, *others = find(queries)
    assert first
    for query, found in zip(queries[1:], others, strict=True):
        assert found[:3] == first[:3], query


def test_titles_are_found_by_themselves(find, library):
    """Whoever types a title gets its page among the first five."""
    from generator.site.site import Site

    site = Site.of(library)
    titles = {f"techniques/{t.id}.html": t.title for t in site.techniques}
    titles |= {f"worksheets/{s.id}.html": s.title for s in site.worksheets}
    titles |= {f"prompts/{p.id}.html": p.title for p in site.offered}
    found = find(titles.values())
    missed = [u for u, urls in zip(titles, found, strict=True) if u not in urls[:5]]
    assert missed == []


def test_odd_queries(find):
    """Nothing, signs, very long texts and names of JavaScript's own find something or nothing."""
    odd = ["", " ", "?!", "👍", "a", "the", "x" * 5000, "letter " * 800, "constructor", "__proto__"]
    for found in find(odd):
        assert all(isinstance(url, str) for url in found)


def test_lines_of_the_own_country_come_first(find):
    """Of lines for the same thing, those that can be called from here; a country named is heard."""
    hurt, ireland = find(["my husband hits me", "domestic violence ireland"])
    assert "resources/crisis-line.html#us-domestic-violence-hotline" in hurt[:2]
    assert ireland[0].endswith("-aid-ireland")
