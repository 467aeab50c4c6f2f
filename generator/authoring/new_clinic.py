"""Scaffolding of a clinic's folder: a project that builds at once, with every field explained."""

from __future__ import annotations

from pathlib import Path

from generator.authoring.field_docs import record_shape
from generator.authoring.new_entry import starter
from generator.authoring.yaml_template import TemplateValues, comment, skeleton
from generator.content.layers.names import CLINIC_FILE
from generator.content.library import Library
from generator.content.models.clinic import SAMPLE_ADDRESS, SAMPLE_NAME, Clinic
from generator.content.models.paper import Paper
from generator.content.models.resource import ContactKind, Resource, Scope
from generator.content.models.review import Status
from generator.problems import EnvironmentProblem
from generator.site.freshness import is_stale
from generator.text.suggestions import suggestion

STARTERS = Path(__file__).parents[1] / "starters"
EXAMPLE_GROUP = "writing-workshop"
EXAMPLE_LISTING = "our-writing-group"
MOST_LINES = 2
"""Maximum number of crisis lines that a new clinic is given; it may name more."""
LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "PR", "GT", "CR", "PA", "DO"})
"""ISO 3166-1 codes of countries that use Letter paper; all others use A4."""


def new_clinic(library: Library, country: str) -> dict[str, str]:
    """Text of each file of a new clinic's folder, by POSIX path relative to it. Writes nothing.

    The crisis block has the library's national lines for `country` (ISO 3166-1). Raises
    EnvironmentProblem if the library has none, or if they are stale.
    """
    listing, listing_text = starter("resource", EXAMPLE_LISTING, library, group=EXAMPLE_GROUP)
    readme = (STARTERS / "clinic-readme.md").read_text("utf-8")
    placeholders = {
        "name": SAMPLE_NAME,
        "country": country,
        "listing": listing,
        "group": EXAMPLE_GROUP,
    }
    for key, value in placeholders.items():
        readme = readme.replace(f"{{{key}}}", value)
    return {
        CLINIC_FILE: _clinic_text(library, country),
        listing: listing_text,
        "README.md": readme,
        ".gitignore": (STARTERS / "clinic-gitignore").read_text("utf-8"),
    }


def _clinic_text(library: Library, country: str) -> str:
    emergency, lines = _numbers(library, country)
    usual = library.clinic
    assert usual is not None, "the library's default clinic has no errors"
    given: dict[str, str | tuple[str, ...]] = {
        "name": SAMPLE_NAME,
        "short_name": SAMPLE_NAME,
        "tagline": usual.tagline,
        "base_url": SAMPLE_ADDRESS,
        "country": country,
        "languages": "en",
        "paper": (Paper.LETTER if country in LETTER else Paper.A4).value,
        "crisis.emergency": emergency,
        "crisis.lines": lines,
        "crisis.elsewhere": usual.crisis.elsewhere,
        "disclaimer": usual.disclaimer,
        "mistakes": usual.mistakes,
    }
    lines_of_file = skeleton(
        record_shape(Clinic, library), TemplateValues(given, library.today, "our")
    )
    return "\n".join([*comment(HOW), "", *lines_of_file, ""])


def _numbers(library: Library, country: str) -> tuple[str, tuple[str, ...]]:
    """Ids of the emergency number and of up to `MOST_LINES` unrestricted crisis lines of a country.

    Raises EnvironmentProblem if either is missing.
    """
    national = [r for r in library.resources.values() if _is_national(r, country)]
    here = [line for line in national if not is_stale(library, line)]
    emergency = next((r.id for r in here if r.emergency), "")
    lines = sorted((r for r in here if _is_for_everybody(r)), key=_voice_first)
    if emergency and lines:
        return emergency, tuple(line.id for line in lines[:MOST_LINES])
    if old := [line for line in national if line not in here]:
        raise EnvironmentProblem(
            f'The numbers of the library for "{country}" were checked too long ago, first of all '
            f'"{old[0].name}" ({old[0].verification.on}). Call or look up each of them in '
            "content/resources/crisis-line/, and write the new day below its verification."
        )
    known = sorted({c for r in library.resources.values() if r.emergency for c in r.area.countries})
    hint = suggestion(country, known) or f"There are some for: {', '.join(known)}."
    raise EnvironmentProblem(
        f'The library has no crisis lines for "{country}" yet. {hint} For another country, start '
        "with one of these, add your own listings to resources/crisis-line/, and name them in "
        f"{CLINIC_FILE}."
    )


def _is_national(resource: Resource, country: str) -> bool:
    return (
        resource.kind == "crisis-line"
        and resource.status is Status.PUBLISHED
        and resource.verification.status.is_sure
        and resource.area.scope is Scope.COUNTRY
        and country in resource.area.countries
    )


def _is_for_everybody(resource: Resource) -> bool:
    limits = (resource.eligibility, resource.age_from, resource.age_to)
    return not resource.emergency and limits == (None, None, None)


def _voice_first(resource: Resource) -> tuple[bool, int, str]:
    """Sort key: lines with a voice contact first, then by number of contact kinds, then by id."""
    kinds = {contact.kind for contact in resource.contacts}
    return ContactKind.VOICE not in kinds, -len(kinds), resource.id


HOW = (
    "Everything that makes the site yours. What begins with # is not read: it explains, or it "
    "holds a field that may be left out. To use such a field, remove the # before it and before "
    "each line that belongs to it. To see whether all is well, run: writing-site check"
)
