"""The search leads real queries to pages that fit."""

from __future__ import annotations

import json

import pytest

from tests.searching.conftest import lines

pytestmark = pytest.mark.site

LEAST = {"queries.txt": 0.95, "queries-at-night.txt": 0.95, "queries-set-aside.txt": 0.88}
"""The least mean reciprocal rank of each list of queries."""
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
    ("lonely", "lonley"),
    ("no hope", "hopeless"),
    ("worried", "worries"),
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


@pytest.mark.parametrize(("file", "least"), LEAST.items())
def test_mean_reciprocal_rank(find, file, least):
    """Queries that real people would type, and the pages that would fit."""
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


@pytest.mark.parametrize(
    ("query", "not_meant"),
    [
        ("diet", "browse/mood/grieving.html"),  # "died"
        ("deaf", "browse/mood/grieving.html"),  # "dead"
        ("porn", "hosting/container.html"),  # "port"
        ("angry at my boss", "for-clinics.html"),  # "mad", and "made"
        ("rape", "prompts/anger-in-footsteps.html"),  # "rap"
        ("refugee", "resources/crisis-line.html#womens-refuge-nz"),
        ("war", "resources/helpline-warmline.html#california-peer-run-warm-line"),  # "warm"
        ("no hope", "browse/mood/hopeful.html"),
        ("lost my job", "resources/organisation.html#afsp"),  # "lost someone to suicide"
        ("birthday of my dead son", "resources/organisation.html#yellow-brick-road-nz"),
        ("my husband left me", "resources/crisis-line.html#us-domestic-violence-hotline"),
        ("my baby wont sleep and i am at the end", "prompts/the-baby-you-were-waiting-for.html"),
        ("im not okay", "browse/mood/calm.html"),
        ("birthday of my dead son", "browse/mood/overwhelmed.html"),  # "deadline"
        ("work is killing me", "resources/organisation.html#afsp"),
        ("husband drinks", "browse/mood/grieving.html"),  # "my husband died"
    ],
)
def test_what_is_not_meant(find, query, not_meant):
    """Another word that looks alike, or one word of a phrase, leads nobody to what may alarm."""
    (found,) = find([query])
    assert not_meant not in found


def test_one_who_was_hit_is_led_to_people(find):
    """Words that stand in every sentence, such as "he", lead to no letter about a breakup."""
    (found,) = find(["he hit me"])
    assert any(url.startswith("resources/") for url in found[:3])
    assert "packets/after-a-breakup-day-by-day.html" not in found


def test_languages_by_their_own_names(find, every_page):
    """A page of listings in a language is found by who speaks it."""
    said = {"es": ("español", "Espanol"), "fr": ("français", "francais"), "cy": ("Cymraeg",)}
    for code, names in said.items():
        assert f"resources/language-{code}.html" in every_page
        for name, found in zip(names, find(names), strict=True):
            assert found[:1] == [f"resources/language-{code}.html"], name


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


def test_pages_named_so_come_before_books(find):
    """Whoever types the label of a term gets its page before listings of books that name it too."""
    (found,) = find(["self compassion"])
    assert found[0] == "browse/benefit/self-compassion.html"
    books = [url for url in found if url.startswith(("resources/book", "resources/guided-journal"))]
    assert found.index("techniques/self-compassion-letter.html") < found.index(books[0])
