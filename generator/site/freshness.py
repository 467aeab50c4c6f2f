"""Freshness and expiry of listings: age of the last verification in days against its kind's limits.

Two limits per kind: after `fresh_days` a listing is ageing (due for a check), after `stale_days`
stale (dropped from pages). Today is `Library.today`, never the clock.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.content.library import Library
from generator.content.models.clinic import CrisisBlock
from generator.content.models.resource import Resource, Scope
from generator.content.models.taxonomy import KindTerm


def is_to_come(library: Library, day: date) -> bool:
    """Whether a date is in the future in every time zone: later than tomorrow.

    Content files hold dates without a zone, and in Auckland it is tomorrow while the machine that
    builds is still at today.
    """
    return day > library.today + timedelta(days=1)


def days_since_check(library: Library, resource: Resource) -> int:
    """Days from the verification to the library's today; negative if it is dated in the future."""
    return (library.today - resource.verification.on).days


def is_ageing(library: Library, resource: Resource) -> bool:
    """Whether the listing is due for a check: older than `fresh_days`, or past its own due date."""
    kind = kind_of(library, resource)
    due = resource.verification.due
    return (kind is not None and days_since_check(library, resource) > kind.fresh_days) or (
        due is not None and library.today > due
    )


def is_stale(library: Library, resource: Resource) -> bool:
    """Whether the verification is older than the kind's `stale_days`; False for an unknown kind."""
    kind = kind_of(library, resource)
    return kind is not None and days_since_check(library, resource) > kind.stale_days


def never_expires(library: Library, resource: Resource) -> bool:
    """Whether the listing never expires, as nobody is better off with no number at all.

    True for the crisis block's emergency number, the first of its lines that serves the clinic's
    whole country (else its first line), and its directory of lines in other countries.
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
    """Whether the listing has expired and is left off all pages: stale, and not exempt."""
    return is_stale(library, resource) and not never_expires(library, resource)


def crisis_in_force(library: Library, crisis: CrisisBlock) -> CrisisBlock:
    """Copy of the crisis block without the lines, rows and references of expired listings."""

    def in_force(line: str) -> bool:
        return not is_dropped(library, library.resources[line])

    return crisis.model_copy(
        update={
            "lines": tuple(line for line in crisis.lines if in_force(line)),
            "who_to_call": tuple(
                row.model_copy(update={"elsewhere": tuple(filter(in_force, row.elsewhere))})
                for row in crisis.who_to_call
                if in_force(row.call)
            ),
        }
    )


def stale_on(library: Library, resource: Resource) -> date | None:
    """First date on which the listing is stale; None for an unknown kind."""
    kind = kind_of(library, resource)
    return resource.verification.on + timedelta(days=kind.stale_days + 1) if kind else None


def counted_until(library: Library, resource: Resource) -> date:
    """Last date, inclusive, up to which opening and meeting times of a listing are expanded.

    On the next day it expires. A listing that never does counts as verified today.
    """
    kind = kind_of(library, resource)
    assert kind is not None, "a listing that is shown has a kind"
    since = library.today if never_expires(library, resource) else resource.verification.on
    return since + timedelta(days=kind.stale_days)


def kind_of(library: Library, resource: Resource) -> KindTerm | None:
    """Taxonomy term of the listing's kind; None if the id is unknown, which a check reports."""
    term = library.terms.get("resource-kinds", {}).get(resource.kind)
    return term if isinstance(term, KindTerm) else None
