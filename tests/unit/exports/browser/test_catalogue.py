"""What the browser looks prompts up in, and the prompt of the day."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.exports.browser.catalogue import lookup_files
from generator.site.catalogue import FIND_FACETS
from generator.site.prompt_of_the_day import chosen_on, day_pool, prompt_of_the_day
from generator.site.site import Site

DAYS = [date(2027, 1, 1) + timedelta(days=n) for n in range(120)]


@pytest.fixture(scope="module")
def site(library):
    """The real library as pages show it."""
    return Site.of(library)


def test_table_says_what_prompts_say(site):
    """Unpacked as the browser does it, the table gives each prompt the terms that it has."""
    files = lookup_files(site)
    text = files["assets/find/table.js"].decode()
    assert text.startswith('ws.catalogue.take("table",')
    table = json.loads(text.removeprefix('ws.catalogue.take("table",').removesuffix(");\n"))
    prompts = site.found
    assert table["size"] == len(prompts)
    assert table["neverByChance"] == [n for n, prompt in enumerate(prompts) if not prompt.by_chance]
    assert len(table["neverByChance"]) >= 10
    for facet in FIND_FACETS:
        column = table["facets"][facet.name]
        for prompt, signs in zip(prompts, column["of"].split(" "), strict=True):
            terms = [column["terms"][ord(sign) - 48] for sign in signs]
            assert terms == list(facet.of(site, prompt)), prompt.id


def test_every_prompt_has_a_card(site):
    """The pieces hold a card for each prompt, in the order of the table, and are all small."""
    files = lookup_files(site)
    table = files["assets/find/table.js"].decode()
    names = json.loads(table[table.index(",") + 1 : -3])["pieces"]
    rows = []
    for name in names:
        piece = files[f"assets/find/{name}.js"]
        assert len(piece) < 12_000
        rows += json.loads(piece.decode().split(",", 1)[1].removesuffix(");\n"))
    assert [row[0] for row in rows] == [f"prompts/{p.id}.html" for p in site.found]


def test_the_day_is_gentle(site):
    """No prompt of a day is deep, for one situation or a group only, or for somebody's client."""
    pool = day_pool(site)
    assert len(pool) > 300
    assert prompt_of_the_day(site, DAYS[0]).id == chosen_on(DAYS[0], pool)
    for prompt in (site.prompt[i] for i in pool):
        assert prompt.intensity <= 2
        assert prompt.by_chance
        assert "alone" in prompt.settings
        assert prompt.audience == "person"


def test_days_differ_and_one_prompt_less_changes_its_own_days_only(library, site):
    """In four months hardly any prompt comes more than once; without one prompt of the pool, all
    days keep theirs but those that it had.
    """
    pool = day_pool(site)
    chosen = {day: chosen_on(day, pool) for day in DAYS}
    counts = Counter(chosen.values())
    assert len(counts) > 80
    assert max(counts.values()) <= 4
    gone = chosen[DAYS[0]]
    fewer = Site.of(replace(library, prompts={i: library.prompts[i] for i in pool if i != gone}))
    left = day_pool(fewer)
    assert {*left} == {*pool} - {gone}
    for day in DAYS[:30]:
        assert chosen[day] in (gone, chosen_on(day, left))
