"""The crisis page: each country is one tap from its top, and leads on to all that is listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build import read
from generator.content.library import Edition
from generator.pages.crisis import plan_crisis
from generator.pages.parts.who import who_for
from generator.places import Places
from generator.site.site import Site
from generator.site.urls import resource_facet_url

ROOT = Path(__file__).parents[3]


def test_countries_lead_to_everything_listed_there(today: date) -> None:
    """A young person in Ireland finds the line for children, which is not for a crisis only."""
    library = read(Places(ROOT, Edition()), today)[0]
    (page,) = plan_crisis(Site.of(library))
    more = {country.id: country.more for country in page.context["countries"]}
    assert {"au", "ca", "gb", "ie", "nz"} <= more.keys()
    for area, link in more.items():
        assert link is not None
        assert link.url == resource_facet_url("area", area)


def test_shaking_after_the_last_drink_leads_to_an_ambulance_first(today: date) -> None:
    """Withdrawal can kill: the emergency number stands before the line that finds treatment."""
    library = read(Places(ROOT, Edition()), today)[0]
    rows = who_for(Site.of(library), ("intoxicated-or-withdrawing",))
    assert [row.line.name.partition(":")[0] for row in rows] == ["911", "SAMHSA National Helpline"]
