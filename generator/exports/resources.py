"""JSON export of listings, each with the date of its verification and of its expiry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content.models.resource import (
    App,
    Area,
    Book,
    Contact,
    Cost,
    Meeting,
    Verification,
)
from generator.exports.records import Address, Exported
from generator.site.freshness import stale_on
from generator.site.site import Site
from generator.site.urls import calendar_url, resource_url


class ResourceRecord(Exported):
    """A listing. What is given as `display` is what can be dialled or read out."""

    id: str
    """Id; never changes once published."""
    url: Address
    """Where it stands on the site."""
    kind: str
    """Id in the vocabulary of resource-kinds."""
    name: str
    """Its name as it calls itself."""
    other_names: tuple[str, ...] = ()
    """Other names."""
    summary: str
    """What it offers."""
    good_to_know: str | None = None
    """Limits and cautions. Show them wherever the summary is shown."""
    alert: str | None = None
    """Short-term notice."""
    website: Address | None = None
    """Its owner's own page."""
    emergency: bool = False
    """Whether it is a local emergency number. Usual: false."""
    contacts: tuple[Contact, ...] = ()
    """Ways to reach it."""
    languages: tuple[str, ...]
    """Languages in which it is offered (BCP 47)."""
    interpreters: str | None = None
    """Interpreting, sign language or relay."""
    cost: Cost
    """What it costs."""
    modality: tuple[str, ...]
    """Ids of how it is used."""
    area: Area
    """Where it can be used."""
    audience: tuple[str, ...]
    """Ids of whom it is for."""
    eligibility: str | None = None
    """Who may use it."""
    age_from: int | None = None
    """Youngest age."""
    age_to: int | None = None
    """Oldest age."""
    how_to_join: str | None = None
    """What to do first."""
    meeting: Meeting | None = None
    """When it meets."""
    calendar: Address | None = None
    """The same as a calendar file."""
    address: str | None = None
    """Street address."""
    access: str | None = None
    """Steps, lifts, captions and the like."""
    techniques: tuple[str, ...] = ()
    """Ids of techniques that it goes with."""
    book: Book | None = None
    """For books and guided journals."""
    app: App | None = None
    """For apps."""
    verification: Verification
    """Who checked it, when and how. Show the day wherever the listing is shown."""
    stale_on: date | None = None
    """Day from which on it should not be shown any more, unless it has been checked again."""


def resource_records(site: Site) -> Iterator[ResourceRecord]:
    """Shown listings by id; references to techniques that are not shown are left out."""
    full = site.absolute
    shown = {technique.id for technique in site.techniques}
    for resource in sorted(site.resources, key=lambda r: r.id):
        own = {
            "url": full(resource_url(resource.kind, resource.id)),
            "website": resource.url,
            "calendar": full(calendar_url(resource.id)) if resource.meeting else None,
            "techniques": tuple(i for i in resource.techniques if i in shown),
            "stale_on": stale_on(site.library, resource),
        }
        same = ResourceRecord.model_fields.keys() - own.keys()
        yield ResourceRecord(**own, **{name: getattr(resource, name) for name in same})
