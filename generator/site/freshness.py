"""How old the check of a listing is, against what its kind allows, and what follows from it."""

from __future__ import annotations

from datetime import date, timedelta

from generator.content.library import Library
from generator.content.models.clinic import CrisisBlock
from generator.content.models.resource import Resource, Scope
from generator.content.models.taxonomy import KindTerm


def is_to_come(library: Library, day: date) -> bool:
    """Whether a day lies in the future wherever its author may be.

    A content file says a day and no time zone, and it is tomorrow in Auckland while the machine
    that builds the site is still at today.
    """
    return day > library.today + timedelta(days=1)


def days_since_check(library: Library, resource: Resource) -> int:
    """Whole days from the check to the library's today; negative if it lies in the future."""
    return (library.today - resource.verification.on).days


def is_ageing(library: Library, resource: Resource) -> bool:
    """Whether somebody should check the listing again."""
    kind = kind_of(library, resource)
    due = resource.verification.due
    return (kind is not None and days_since_check(library, resource) > kind.fresh_days) or (
        due is not None and library.today > due
    )


def is_stale(library: Library, resource: Resource) -> bool:
    """Whether the listing is too old to be relied on."""
    kind = kind_of(library, resource)
    return kind is not None and days_since_check(library, resource) > kind.stale_days


def stays(library: Library, resource: Resource) -> bool:
    """Whether the listing is shown however old it is: nobody is better off with no number at all.

    That holds for the emergency number, the clinic's most general line for its whole country, and
    the place where lines of other countries are found.
    """
    clinic = library.clinic
    if clinic is None:
        return False
    crisis = clinic.crisis
    lines = [library.resources[line] for line in crisis.lines if line in library.resources]
    national = [
        line for line in lines
        if line.area.scope is not Scope.REGION and line.is_for(clinic.country)
    ]  # fmt: skip
    general = {line.id for line in (national or lines)[:1]}
    return resource.id in {crisis.emergency, crisis.elsewhere, *general}


def is_dropped(library: Library, resource: Resource) -> bool:
    """Whether the listing is left off the pages because its check is too old."""
    return is_stale(library, resource) and not stays(library, resource)


def crisis_in_force(library: Library, crisis: CrisisBlock) -> CrisisBlock:
    """The crisis block without the lines and rows whose listing is dropped."""

    def kept(line: str) -> bool:
        return not is_dropped(library, library.resources[line])

    return crisis.model_copy(
        update={
            "lines": tuple(line for line in crisis.lines if kept(line)),
            "who_to_call": tuple(
                row.model_copy(update={"elsewhere": tuple(filter(kept, row.elsewhere))})
                for row in crisis.who_to_call
                if kept(row.call)
            ),
        }
    )


def stale_on(library: Library, resource: Resource) -> date | None:
    """The first day on which the listing is too old to be shown."""
    kind = kind_of(library, resource)
    return resource.verification.on + timedelta(days=kind.stale_days + 1) if kind else None


def counted_until(library: Library, resource: Resource) -> date:
    """The last day for which times of the listing are counted; on the next it is too old to show.

    One that stays however old it is counts as if it had been checked today.
    """
    kind = kind_of(library, resource)
    assert kind is not None, "a listing that is shown has a kind"
    since = library.today if stays(library, resource) else resource.verification.on
    return since + timedelta(days=kind.stale_days)


def kind_of(library: Library, resource: Resource) -> KindTerm | None:
    """The term of the listing's kind; None only while its id is wrong."""
    term = library.terms.get("resource-kinds", {}).get(resource.kind)
    return term if isinstance(term, KindTerm) else None
