"""Listings by what they are, and the sheets of paper made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.library import Library
from generator.content.models.resource import VerificationStatus
from generator.exports.hsds import hsds_services
from generator.exports.resources import resource_records
from generator.pages.page import Page
from generator.pages.parts.directory import WAYS, by_way, directory_choices
from generator.pages.parts.handouts import ROOM, handout, handout_areas
from generator.pages.parts.listing_structured_data import linked_resource
from generator.pages.parts.listings import EntryView, entry_view
from generator.pages.planners import plan_site
from generator.site.areas import covers
from generator.site.site import Site
from generator.site.words import load_words

ROOT = Path(__file__).parents[3]
LA = "us-ca-los-angeles"
WORDS = load_words("en")


@pytest.fixture(scope="module")
def planned(every_page: Mapping[str, Page]) -> Mapping[str, Page]:
    """Every page by its address."""
    return every_page


def changed(library: Library, resource_id: str, **parts: object) -> Library:
    """The library with some parts of one listing changed."""
    resource = library.resources[resource_id].model_copy(update=parts)
    return replace(library, resources={**library.resources, resource_id: resource})


def listed_on(page: Page) -> list[EntryView]:
    """Every listing on a plain page, in its order."""
    if "entries" in page.context:
        return list(page.context["entries"])
    return [entry for group in page.context["groups"] for entry in group.entries]


def test_each_row_has_a_way_to_go(library, planned):
    """Where nobody can be called, texted or written to, its own page, or how to begin."""
    site = Site.of(library)
    entries = {entry.name: entry for entry in listed_on(planned["resources/index.html"])}
    assert {
        resource.name
        for resource in site.resources
        if resource.name in entries and resource.url and not entries[resource.name].ways
    } == set()
    assert entries["826LA"].ways[0].href.startswith("https://")
    nami = entries["NAMI Greater Los Angeles County"]
    assert (nami.ways, nami.begin[:7]) == ((), "Look it")
    assert "David D. Burns" in entries["Feeling Good"].meta


def hours_of(library: Library, resource_id: str) -> tuple[str, ...]:
    """By which of its hours a listing is found."""
    way = next(way for way in WAYS if way.name == "hours")
    return tuple(way.of(Site.of(library), library.resources[resource_id]))


def test_every_listing_can_be_found(library, planned):
    """Each that is shown is on the first page or on that of its country, and once on each."""
    first = planned["resources/index.html"]
    others = [planned[chip.url] for _, chip in first.context["elsewhere"]]
    found: set[str] = set()
    for page in (first, *others):
        urls = [entry.url for entry in page.context["entries"]]
        assert len(urls) == len(set(urls))
        found.update(urls)
    assert len(found) == len(Site.of(library).resources)


def test_the_first_page_is_for_the_clinics_country(library, planned):
    """There stands what can be used in the clinic's country; what is for others is one tap away."""
    first = planned["resources/index.html"].context
    area = next(c for c in first["first"] if c.name == "area")
    assert {term.partition("-")[0] for term in area.terms} == {"us", "worldwide"}
    assert [chip.text for _, chip in first["elsewhere"]] == [
        "Australia", "Canada", "Ireland", "New Zealand", "United Kingdom"
    ]  # fmt: skip
    canada = planned["resources/area-ca.html"].context
    assert canada["elsewhere"][0][1].text == "United States"
    assert canada["elsewhere"][-1][1].url == "resources/area-worldwide.html"
    where = {entry.meta[1] for entry in canada["entries"]}
    assert {"Quebec", "Canada"} <= where
    british = replace(library, clinic=library.clinic.model_copy(update={"country": "GB"}))
    home = next(p for p in plan_site(Site.of(british)) if p.url == "resources/index.html")
    assert home.context["entries"][0].ways[0].action == "Call 999"
    assert "United States" in [chip.text for _, chip in home.context["elsewhere"]]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("official", "✓ Checked in"),
        ("authority", "✓ Checked in"),
        ("cross-referenced", "Checked in"),
        ("unverified", "Checked in"),
    ],
)
def test_a_row_says_when_it_was_checked(library, status, says):
    """The month on every row; doubt in words, where one list does not say the same for all."""
    check = library.resources["us-988"].verification
    changed_check = check.model_copy(update={"status": VerificationStatus(status)})
    other = changed(library, "us-988", verification=changed_check)
    row = entry_view(Site.of(other), other.resources["us-988"]).verified
    assert row.startswith(f"{says} {check.on:%B %Y}")
    assert ("please check" in row) == (status == "unverified")


def test_each_choice_leads_to_a_page_with_as_many(planned):
    """Without a script each value leads to a plain page with the number that it promises."""
    first = planned["resources/index.html"].context
    offered = [*first["needs"], *first["first"], *first["rest"]]
    assert [choice.name for choice in offered] == [way.name for way in WAYS]
    for _, country in first["elsewhere"]:
        offered += planned[country.url].context["first"] + planned[country.url].context["rest"]
    for chip in (*(chip for choice in offered for chip in choice.chips),
                 *(chip for _, chip in first["elsewhere"])):  # fmt: skip
        page = planned[chip.url].context
        listings = page.get("listings") or listed_on(planned[chip.url])
        # A country's own page has those of its parts as well.
        assert len(listings) == chip.count or chip.text in {c.text for _, c in first["elsewhere"]}


@pytest.mark.site
def test_nearest_comes_first(library):
    """For a clinic in California its listings come first, then the country, then anywhere."""
    near = replace(library, clinic=library.clinic.model_copy(update={"region": "US-CA"}))
    way = next(way for way in WAYS if way.name == "area")
    areas = list(by_way(Site.of(near), way, Site.of(near).resources))
    assert areas[:4] == ["us-ca", LA, "us", "worldwide"]
    first = next(page for page in plan_site(Site.of(near)) if page.url == "resources/index.html")
    assert first.context["entries"][0].meta[1].startswith(("Los Angeles", "California"))


def test_area_has_what_can_be_used_there(planned):
    """In California one can use its own listings, which come first, and those of the country."""
    names = [entry.name for entry in listed_on(planned["resources/area-us-ca.html"])]
    assert "988 Suicide & Crisis Lifeline" in names
    assert names.index("211 LA") < names.index("988 Suicide & Crisis Lifeline")
    country = [entry.name for entry in listed_on(planned["resources/area-us.html"])]
    assert "211 LA" not in country


def test_hours_in_words_are_never_open(library):
    """Only day and night, or days and times with a zone, count as hours; words do not."""
    assert hours_of(library, "us-988") == ("open", "always")
    assert hours_of(library, "nami-helpline") == ("open",)
    assert hours_of(library, "california-peer-run-warm-line") == ()
    assert hours_of(library, "mind-over-mood") == ()


def test_letters_do_not_make_a_line_open(library):
    """A line that takes letters at any time is not open for that."""
    samaritans = library.resources["samaritans"]
    letters = tuple(c for c in samaritans.contacts if c.kind in ("post", "email"))
    assert hours_of(changed(library, "samaritans", contacts=letters), "samaritans") == ()


def test_what_has_closed_is_never_open(library):
    """A listing that has closed is not found among those with hours."""
    check = library.resources["us-988"].verification.model_copy(
        update={"status": VerificationStatus.CLOSED}
    )
    assert hours_of(changed(library, "us-988", verification=check), "us-988") == ()


def test_handout_has_local_and_national_lines(library):
    """California's sheet has the county's line, the national one and the emergency number."""
    assert handout_areas(Site.of(library))[:3] == ("us-ca", LA, "us")
    sheet = handout(Site.of(library), "us-ca")
    ways = [way.action for row in (sheet.emergency, *sheet.who, *sheet.lines) for way in row.ways]
    assert ways[0] == "Call 911"
    assert {"Call 988", "Call 1-800-854-7771", "Text HOME to 741741"} <= set(ways)
    twice = {way for way in ways if ways.count(way) > 1}
    assert twice == {"Call 911", "Call 988"}  # for more than one thing


def test_handout_of_the_country_has_no_county_in_it(library):
    """What is for one county only is not on the sheet of the whole country."""
    sheet = handout(Site.of(library), "us")
    said = " ".join(row.title for row in (*sheet.who, *sheet.lines, *sheet.places))
    assert "Los Angeles" not in said
    assert "988" in " ".join(way.action for row in sheet.who for way in row.ways)


def test_handout_of_another_country_has_its_own_numbers(library):
    """The sheet of the United Kingdom has 999 and none of the clinic's own numbers."""
    sheet = handout(Site.of(library), "gb")
    ways = {way.action for row in (sheet.emergency, *sheet.who, *sheet.lines) for way in row.ways}
    assert {"Call 999", "Call 116 123", "Text SHOUT to 85258"} <= ways
    assert not {"Call 911", "Call 988"} & ways


def test_handout_stays_short(library):
    """However many listings there are, a sheet has no more rows than it has room."""
    line = library.resources["nami-helpline"]
    many = {f"line-{n}": line.model_copy(update={"id": f"line-{n}"}) for n in range(40)}
    sheet = handout(Site.of(replace(library, resources={**library.resources, **many})), "us-ca")
    rows = len(sheet.who) + len(sheet.lines) + len(sheet.places)
    assert ROOM / 6 < rows < ROOM / 3
    assert len(sheet.places) >= 4
    assert sheet.more


def test_handout_without_a_table_gives_its_room_to_lines(library):
    """Where the clinic has no table of who to call, more lines stand on the sheet."""
    names = {row.title for row in handout(Site.of(library), "gb").lines}
    assert {"Childline", "Rape and Sexual Abuse Support Line", "The Silver Line"} <= names
    assert not handout(Site.of(library), "ca").more


def test_menu_is_said_where_it_is_needed(planned):
    """In the table of who to call, a number that needs a key pressed says so."""
    who = planned["crisis.html"].context["who"]
    menus = {row.line.name: [contact.menu for contact in row.line.contacts] for row in who}
    assert menus["Veterans Crisis Line"][0] == "Then press 1"


def test_a_city_can_be_chosen(library, planned):
    """Los Angeles is a choice; its own listings come first, then what serves all around it."""
    area = next(c for c in directory_choices(Site.of(library), Site.of(library).resources)
                if c.name == "area")  # fmt: skip
    assert LA in area.terms
    page = planned[f"resources/area-{LA}.html"]
    groups = page.context["groups"]
    assert [group.heading for group in groups] == [
        "Los Angeles", "California", "United States"
    ]  # fmt: skip
    near, _, wide = ({entry.name for entry in group.entries} for group in groups)
    assert "211 LA" in near
    assert "NAMI HelpLine" in wide
    assert not near & wide


def test_what_may_meet_no_more_is_held_back(library):
    """A group in the city of which nobody can say whether it still meets is a draft."""
    shown = {resource.id for resource in Site.of(library).resources}
    assert not {"writegirl", "insideout-writers", "city-of-hope-writing-for-wellness"} & shown


def test_a_city_is_of_the_state_too(library):
    """Whoever chooses California sees Los Angeles, and whoever chooses another city does not."""
    way = next(way for way in WAYS if way.name == "area")
    assert {LA, "us-ca"} <= set(way.of(Site.of(library), library.resources["211-la"]))
    assert not covers(library.resources["211-la"], "us-ca-san-diego")
    assert covers(library.resources["california-peer-run-warm-line"], "us-ca-san-diego")


def test_a_listing_says_which_city(library):
    """In words on its row, as a city for other programs, and by lay words in the search."""
    resource = library.resources["211-la"]
    bare = resource.model_copy(update={"area": resource.area.model_copy(update={"place": None})})
    assert "Los Angeles" in entry_view(Site.of(library), bare).meta
    line = linked_resource(Site.of(library), library.resources["lacdmh-help-line"])
    assert line["areaServed"] == {"@type": "City", "name": "Los Angeles"}
    service = next(s for s in hsds_services(Site.of(library)) if s["name"] == "211 LA")
    assert "Los Angeles" in [area["name"] for area in service["service_areas"]]
    record = next(r for r in resource_records(Site.of(library)) if r.id == "211-la")
    assert record.area.city == "los-angeles"


@pytest.mark.parametrize("country", ["au", "ca", "gb", "ie", "nz", "us"])
def test_urgent_help_comes_first_in_every_country(planned, country):
    """Nobody in danger has to look for the emergency number below a list of therapists."""
    entries = listed_on(planned[f"resources/area-{country}.html"])
    kinds = [entry.meta[0] for entry in entries]
    assert entries[0].ways[0].action.removeprefix("Call ") in {"000", "911", "999", "112", "111"}
    assert kinds.index("Crisis line") == 0
    assert kinds.index("Helpline") < kinds.index("Directory")


def test_sheet_of_a_country_has_who_answers_at_night(library):
    """Of the lines that fit on it, those that answer day and night come before the others."""
    names = [row.title for row in handout(Site.of(library), "ie").lines]
    assert "Childline, Ireland" in names
    assert "ALONE" not in names[: names.index("Childline, Ireland")]


def test_sheet_says_where_in_a_country_a_line_answers(library):
    """A line for Scotland alone says so on the sheet of the United Kingdom."""
    rows = {row.title: row.note for row in handout(Site.of(library), "gb").lines}
    assert "Northern Ireland" in rows["Domestic and Sexual Abuse Helpline"]
    assert "United Kingdom" not in rows["Samaritans"]


def test_a_country_is_found_by_its_name(planned):
    """The search knows the page of a country by its name alone."""
    assert "Ireland" in planned["resources/area-ie.html"].found_by
