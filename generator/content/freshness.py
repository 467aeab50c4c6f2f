"""How old the check of a listing is, against what its kind allows."""

from __future__ import annotations

from generator.content.library import Library
from generator.content.resource import Resource
from generator.content.taxonomy import KindTerm


def days_since_check(library: Library, resource: Resource) -> int:
    """Whole days from the check to the library's today; negative if it lies in the future."""
    return (library.today - resource.verification.on).days


def is_ageing(library: Library, resource: Resource) -> bool:
    """Whether somebody should check the listing again."""
    kind = _kind(library, resource)
    return kind is not None and days_since_check(library, resource) > kind.fresh_days


def is_stale(library: Library, resource: Resource) -> bool:
    """Whether the listing is too old to be shown."""
    kind = _kind(library, resource)
    return kind is not None and days_since_check(library, resource) > kind.stale_days


def _kind(library: Library, resource: Resource) -> KindTerm | None:
    term = library.terms.get("resource-kinds", {}).get(resource.kind)
    return term if isinstance(term, KindTerm) else None
