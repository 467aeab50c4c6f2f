"""Listings as HSDS: what its version 3.0 requires is there, and nothing is bent to fit.

The required fields are our own record of the published schema, which is under other terms; the
real listings were compared with the schema itself on 2026-11-26, without a difference.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from generator.content.library import Library
from generator.content.models.resource import Meeting
from generator.exports.hsds import hsds_services
from generator.site.site import Site

REQUIRED = {
    "services": {"id", "name", "status"},
    "organization": {"id", "name", "description"},
    "phones": {"id", "number"},
    "schedules": {"id"},
    "service_areas": {"id"},
    "service_at_locations": {"id"},
    "location": {"id", "location_type"},
    "addresses": {"id", "address_1", "city", "state_province", "postal_code", "country",
                  "address_type"},
    "accessibility": {"id"},
    "languages": {"id"},
    "cost_options": {"id"},
    "attributes": {"id"},
    "taxonomy_term": {"id", "name", "description"},
}  # fmt: skip
CLOSED = {
    "status": {"active", "inactive", "defunct", "temporarily closed"},
    "location_type": {"physical", "postal", "virtual"},
    "freq": {"WEEKLY", "MONTHLY"},
    "wkst": {"MO", "TU", "WE", "TH", "FR", "SA", "SU"},
}
NUMBERS = {"minimum_age", "maximum_age", "amount", "timezone", "interval", "count"}
Api = Callable[[str], Any]


def objects(value: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object with the name of the field, or list, that it stands in."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield name, item
            for key, inner in item.items():
                yield from objects(inner, key)


@pytest.fixture
def services(api: Api) -> list[dict[str, Any]]:
    return list(api("hsds/services.json")["contents"])


def test_everything_required_is_there(services: list[dict[str, Any]]) -> None:
    """Each object has the fields that its kind must have, of the right type, and none empty."""
    kinds = set()
    for name, found in objects(services, "services"):
        kinds.add(name)
        assert REQUIRED[name] <= found.keys(), (name, found)
        for key, value in found.items():
            assert value not in ("", None, []), (name, key)
            assert value in CLOSED.get(key, {value} if isinstance(value, str) else [value])
            assert isinstance(value, int | float) == (key in NUMBERS), (name, key)
    assert kinds == REQUIRED.keys() - {"addresses", "accessibility"}


def test_ids_are_uuids_and_differ(services: list[dict[str, Any]]) -> None:
    """Each id is a UUID, and only words of vocabularies are named more than once."""
    ids = [o["id"] for name, o in objects(services, "services") if name != "taxonomy_term"]
    assert all(str(UUID(one)) == one for one in ids)
    assert len(ids) == len(set(ids))


def test_ids_never_change(services: list[dict[str, Any]]) -> None:
    """The id of a listing is the same as on the first day; others hold copies of it."""
    line = next(s for s in services if s["name"] == "988 Suicide & Crisis Lifeline")
    assert line["id"] == "ff956240-cbb4-57b1-95e3-1cb51b3c5bde"


def test_short_code_is_what_is_dialled(services: list[dict[str, Any]]) -> None:
    """It is not dressed up as a full number, and says where it works."""
    line = next(s for s in services if s["name"] == "988 Suicide & Crisis Lifeline")
    phone = line["phones"][0]
    assert phone["number"] == "988"
    assert phone["type"] == "voice"
    assert "short code" in phone["description"]
    assert "United States" in phone["description"]


def test_books_and_apps_are_no_services(services: list[dict[str, Any]], library: Library) -> None:
    """All other listings are there, each with the day of its check."""
    shown = [r for r in Site.of(library).resources if not (r.book or r.app)]
    assert len(services) == len(shown) > 40
    names = {r.name for r in shown}
    for service in services:
        assert service["name"] in names
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", service["assured_date"])


def test_page_says_that_it_is_the_only_one(api: Api) -> None:
    """A reader that asks page by page stops after this one."""
    for name in ("services", "organizations"):
        page = api(f"hsds/{name}.json")
        assert page["total_items"] == page["size"] == len(page["contents"])
        assert page["first_page"] is page["last_page"] is True
        assert page["total_pages"] == page["page_number"] == 1
    assert api("hsds/index.json")["version"] == "3.0"


def group(library: Library, **changes: Any) -> dict[str, Any]:
    """A listing with these changes, as a service."""
    one = library.resources["826la"].model_copy(update=changes)
    changed = dataclasses.replace(library, resources={**library.resources, one.id: one})
    found = hsds_services(Site.of(changed))
    return next(s for s in found if s["name"] == one.name)


def test_meeting_is_a_schedule(library: Library) -> None:
    """Its rule in the parts that HSDS has, its hours with the offset of the day given."""
    meeting = Meeting(
        words="First Tuesdays", rule="FREQ=MONTHLY;BYDAY=1TU", first=date(2026, 6, 2),
        starts="19:00", length=timedelta(minutes=90), zone="America/Los_Angeles",
    )  # fmt: skip
    (schedule,) = group(library, meeting=meeting, contacts=())["schedules"]
    assert (schedule["freq"], schedule["byday"]) == ("MONTHLY", "1TU")
    assert (schedule["opens_at"], schedule["closes_at"]) == ("19:00-07:00", "20:30-07:00")
    assert (schedule["timezone"], schedule["dtstart"]) == (-7, "2026-06-02")
    assert "America/Los_Angeles" in schedule["notes"]
    assert schedule["schedule_link"].endswith("/resources/calendars/826la.ics")


def test_rule_that_does_not_fit_is_only_told(library: Library) -> None:
    """A yearly meeting is described, not turned into a monthly one."""
    meeting = Meeting(
        words="Every May", rule="FREQ=YEARLY;BYMONTH=5;BYDAY=1TU", first=date(2026, 5, 5),
        starts="19:00", length=timedelta(hours=1), zone="Asia/Kolkata",
    )  # fmt: skip
    (schedule,) = group(library, meeting=meeting, contacts=())["schedules"]
    assert not {"freq", "byday"} & schedule.keys()
    assert schedule["description"] == "Every May"
    assert not {"dtstart", "opens_at", "timezone"} & schedule.keys()  # it would read as one day
    assert schedule["schedule_link"]


def test_offset_of_half_an_hour(library: Library) -> None:
    """A zone that is half an hour off the others keeps that half hour."""
    meeting = Meeting(
        words="Tuesdays", rule="FREQ=WEEKLY;BYDAY=TU", first=date(2026, 5, 5),
        starts="19:00", length=timedelta(hours=1), zone="Asia/Kolkata",
    )  # fmt: skip
    (schedule,) = group(library, meeting=meeting, contacts=())["schedules"]
    assert (schedule["timezone"], schedule["opens_at"]) == (5.5, "19:00+05:30")


@pytest.mark.parametrize("end", ["20261214", "20261214T190000", "20261215T030000Z"])
def test_end_is_the_last_day_by_its_own_clock(library: Library, end: str) -> None:
    """Whichever way the end is written, the last day is the one that the page shows."""
    meeting = Meeting(
        words="Mondays until 14 December", rule=f"FREQ=WEEKLY;BYDAY=MO;UNTIL={end}",
        first=date(2026, 10, 19), starts="19:00", length=timedelta(minutes=90),
        zone="America/Los_Angeles", **{"except": (date(2026, 11, 23),)},
    )  # fmt: skip
    (schedule,) = group(library, meeting=meeting, contacts=())["schedules"]
    assert schedule["until"] == "2026-12-14"
    assert "It does not meet on November 23, 2026." in schedule["description"]


def phone(library: Library, **changes: Any) -> dict[str, Any]:
    """A contact with these changes, as a phone of a service."""
    contact = library.resources["us-988"].contacts[0].model_copy(update=changes)
    (found,) = group(library, contacts=(contact,))["phones"]
    return dict(found)


def test_full_number_is_no_short_code(library: Library) -> None:
    """A number of seven digits and more is as it is dialled in its country, and says so."""
    found = phone(library, display="1300 789 978", dial="1300789978", dial_from=())
    assert "short code" not in found["description"]
    assert "as it is dialled in United States" in found["description"]
    short = phone(library, display="116 123", dial="116123", dial_from=("GB", "IE"))
    assert "short code" in short["description"]


def test_address_is_not_cut_into_parts(library: Library) -> None:
    """One line stays one line; an address with made-up parts would be worse than none."""
    found = group(library, address="1 Some Street, Los Angeles", access="No steps")
    location = found["service_at_locations"][0]["location"]
    assert location["location_type"] == "physical"
    assert location["description"] == "1 Some Street, Los Angeles"
    assert location["accessibility"][0]["description"] == "No steps"
    assert "addresses" not in location
