"""The crisis page: each country is one tap from its top, and leads on to all that is listed."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from generator.content.library import Library
from generator.pages.crisis import plan_crisis
from generator.pages.parts.contacts import line_view
from generator.pages.parts.crisis_situations import rows_for_reasons
from generator.render.environment import Renderer
from generator.site.site import Site
from generator.site.urls import resource_facet_url

ROOT = Path(__file__).parents[3]


def test_countries_lead_to_everything_listed_there(library: Library) -> None:
    """A young person in Ireland finds the line for children, which is not for a crisis only."""
    (page,) = plan_crisis(Site.of(library))
    more = {country.id: country.more for country in page.context["countries"]}
    assert {"au", "ca", "gb", "ie", "nz"} <= more.keys()
    for area, link in more.items():
        assert link is not None
        assert link.url == resource_facet_url("area", area)


def test_shaking_after_the_last_drink_leads_to_an_ambulance_first(library: Library) -> None:
    """Withdrawal can kill: the emergency number stands before the line that finds treatment."""
    rows = rows_for_reasons(Site.of(library), ("intoxicated-or-withdrawing",))
    assert [row.line.name.partition(":")[0] for row in rows] == ["911", "SAMHSA National Helpline"]


def test_each_number_of_a_country_says_whom_it_is_for(library: Library) -> None:
    """A name such as Pieta tells nothing; nor does it tell that a line is for Wales alone."""
    (page,) = plan_crisis(Site.of(library))
    site = Site.of(library)
    text = unescape(Renderer(site.words, site.href).render(page)[1].decode())
    for country in page.context["countries"]:
        named = [line for row in country.who for line in row.lines]
        for line in (*country.lines, *named, *country.others):
            assert line.summary in text, line.name


def test_lines_for_anyone_stand_among_the_numbers_of_a_country(library: Library) -> None:
    """New Zealand's 1737 is for every kind of trouble, day and night, by phone and by text."""
    (page,) = plan_crisis(Site.of(library))
    (lines,) = (c.lines for c in page.context["countries"] if c.id == "nz")
    assert "1737, Need to talk?" in [line.name for line in lines[:3]]


def test_who_to_call_for_what_in_each_country(library: Library) -> None:
    """Who reads from another country finds rows by situation there too, each with its lines."""
    (page,) = plan_crisis(Site.of(library))
    by_country = {country.id: country for country in page.context["countries"]}
    for code in ("au", "ca", "gb", "ie", "nz"):
        country = by_country[code]
        asked = " ".join(row.situation for row in country.who)
        for words in ("partner", "raped", "died", "drink", "weight", "child is hurt", "older"):
            assert words in asked, (code, words)
        shown = [line.name for line in (*country.lines, *country.others)]
        named = [line.name for row in country.who for line in row.lines]
        assert len(set(shown)) == len(shown)
        assert not {line.name for line in country.others} & set(named)


def test_lines_of_a_row_stand_under_its_countries_only(library: Library) -> None:
    """Nobody in Ireland is offered a line of Scotland; one for both stands under both."""
    site = Site.of(library)
    (page,) = plan_crisis(site)
    countries = {line_view(r, site.words).name: r.area.countries for r in site.resources}
    for country in page.context["countries"]:
        for row in country.who:
            for line in row.lines:
                assert country.id.upper() in countries[line.name], line.name
