"""Printable handout of an area: contacts by urgency, cut to fit one sheet by a line estimate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from generator.content.models.resource import Resource, Scope
from generator.pages.page import Link
from generator.pages.parts.contacts import ANSWERED, ContactView, contact_view, hours_words
from generator.pages.parts.listings import urgent_first
from generator.pages.parts.meetings import left_out
from generator.site.areas import area_name, areas_in_use, areas_of, covers
from generator.site.site import Site
from generator.site.urls import handout_url
from generator.site.words import Words

LINES = ("crisis-line", "helpline-warmline")
PLACES = ("online-support-group", "writing-workshop", "directory", "organisation")
FOR = frozenset({"person", "family"})
MOST_ASKED, PLACES_KEPT = 8, 4
"""Most rows of the table of who to call, and places for which lines leave room."""
ROOM = 92.0
"""Lines of print that fit on a sheet in two columns: on Letter, which is lower than A4, and in
browsers that leave a page less room."""
TITLE, WAYS, NOTE, BETWEEN = 52, 50, 60, 0.6
"""Characters per line of a title, of a name with its contacts, and of a note; and the space
between two rows, in lines."""


@dataclass(frozen=True)
class RowView:
    """One row: a situation or a service as title, its contacts, and a note.

    `name` is the service of a situation; empty if the title is the service.
    """

    title: str
    name: str
    ways: tuple[ContactView, ...]
    note: str


_Listed = tuple[Resource, RowView]


@dataclass(frozen=True)
class HandoutView:
    """The rows of one sheet."""

    emergency: RowView
    who: tuple[RowView, ...]
    lines: tuple[RowView, ...]
    places: tuple[RowView, ...]
    more: bool
    """Whether rows were left out for lack of space."""
    listed: tuple[Resource, ...]
    """The listings of all rows, whose verification dates the sheet gives."""


@lru_cache(maxsize=1)
def handout_areas(site: Site) -> tuple[str, ...]:
    """Ids of areas with an emergency number and a line of their own, in order of `areas_in_use`."""
    shown = site.resources
    return tuple(
        area
        for area in areas_in_use(site, shown)
        if any(r.emergency and _country(area) in areas_of(r) for r in shown)
        and any(area in areas_of(r) and r.kind in LINES and not r.emergency for r in shown)
    )


def handout_links(site: Site, *, near: bool = False) -> tuple[Link, ...]:
    """A link to the handout of each area; with `near`, of those in the clinic's country only."""
    own = site.clinic.country.lower()
    return tuple(
        Link(site.words("handout.link", area=area_name(area, site)), handout_url(area))
        for area in handout_areas(site)
        if not near or _country(area) == own
    )


def handout(site: Site, area: str) -> HandoutView:
    """The handout of an area: its own listings before those of the whole country.

    Lines take the space first, but leave some for `PLACES_KEPT` places. An area needs an emergency
    number; see `handout_areas`.
    """
    country = _country(area)
    here = sorted(
        (r for r in site.resources if covers(r, area)),
        key=lambda r: (area not in areas_of(r), _most_needed(site, r)),
    )
    is_own = country == site.clinic.country.lower()
    crisis = site.crisis
    emergency = site.resource[crisis.emergency] if is_own else next(r for r in here if r.emergency)
    who = [
        (site.resource[row.call], _row(site, site.resource[row.call], row.situation))
        for row in (crisis.who_to_call if is_own else ())
        if row.call in {r.id for r in here}
    ][:MOST_ASKED]
    # The clinic's own lines are on the sheet even if no row of its table has them.
    named = {emergency.id, *(resource.id for resource, _ in who)}
    first = [site.resource[line] for line in (crisis.lines if is_own else ())]
    lines = [r for r in (*first, *here) if r.kind in LINES and _ways(r, site.words)]
    lines = [r for r in dict.fromkeys(lines) if r.id not in named and not r.emergency]
    places = [r for r in here if r.kind in PLACES and r.id not in named and FOR & set(r.audience)]
    # Groups and workshops before directories and organisations.
    places.sort(key=lambda r: (area not in areas_of(r), PLACES.index(r.kind)))
    rows_of_places = [(resource, _row(site, resource)) for resource in places]
    room = ROOM - _height(who)
    shown_lines = _fitting(
        ((line, _row(site, line)) for line in lines),
        room - _height(rows_of_places[:PLACES_KEPT]),
    )
    shown_places = _fitting(rows_of_places, room - _height(shown_lines))
    return HandoutView(
        emergency=_row(site, emergency),
        who=tuple(row for _, row in who),
        lines=tuple(row for _, row in shown_lines),
        places=tuple(row for _, row in shown_places),
        more=len(lines) > len(shown_lines) or len(places) > len(shown_places),
        listed=(emergency, *(r for r, _ in (*who, *shown_lines, *shown_places))),
    )


def _fitting(rows: Iterable[_Listed], room: float) -> list[_Listed]:
    """The longest prefix of the rows that fits into `room` lines: none is skipped."""
    shown: list[_Listed] = []
    for row in rows:
        room -= _height([row])
        if room < 0:
            break
        shown.append(row)
    return shown


def _height(shown: Iterable[_Listed]) -> float:
    """Estimated height of rows, in lines of print."""
    return sum(
        ceil(len(row.title) / TITLE)
        + ceil(len(" · ".join((row.name, *(way.action for way in row.ways)))) / WAYS)
        + ceil(len(row.note) / NOTE)
        + BETWEEN
        for _, row in shown
    )


def _row(site: Site, resource: Resource, situation: str = "") -> RowView:
    answered = [contact for contact in resource.contacts if contact.kind in ANSWERED]
    ways = _ways(resource, site.words) or _site(resource)
    notes: Iterable[str | None] = (
        *(contact.menu for contact in answered),
        *(hours_words(contact.hours, site.words) for contact in answered),
        resource.meeting.words if resource.meeting else "",
        left_out(site, resource.meeting) if resource.meeting else "",
        _where(site, resource) if not situation else "",
        resource.eligibility if not situation else "",
        resource.how_to_join if not ways else "",
    )
    return RowView(
        title=situation or resource.name,
        name=resource.name if situation else "",
        ways=ways,
        note=". ".join(dict.fromkeys(note.rstrip(".") for note in notes if note)),
    )


def _most_needed(site: Site, resource: Resource) -> tuple[bool, bool, int, bool, str]:
    """Sort key: as `urgent_first`, but within a kind lines that always answer come first."""
    emergency, for_anyone, kind, name = urgent_first(site, resource)
    at_night = any(contact.hours.always for contact in resource.contacts)
    return emergency, for_anyone, kind, not at_night, name


def _where(site: Site, resource: Resource) -> str:
    """The place that a listing covers; empty if it only repeats the country."""
    place = resource.area.place or ""
    countries = (site.words.country_name(code) for code in resource.area.countries)
    if resource.area.scope is Scope.REGION:
        return place
    return "" if any(country in place for country in countries) else place


def _ways(resource: Resource, words: Words) -> tuple[ContactView, ...]:
    views = [contact_view(c, words, of=resource) for c in resource.contacts if c.kind in ANSWERED]
    return tuple(view for view in views if view.href)[:3]


def _site(resource: Resource) -> tuple[ContactView, ...]:
    """The website as a link whose text is short to type: no scheme, no www., maybe host alone."""
    if not resource.url:
        return ()
    shown = resource.url.removeprefix("https://").removeprefix("www.").rstrip("/")
    return (ContactView(shown if len(shown) < 40 else shown.partition("/")[0], resource.url, ()),)


def _country(area: str) -> str:
    return area.partition("-")[0]
