"""Scaffolding of a new entry: a valid draft as YAML, with every field explained.

Generated from the models. Here are only defaults that these do not know: what lint rules require
beyond them, and values that are true of a text that is not written yet.
"""

from __future__ import annotations

import re

from generator.authoring.field_docs import record_shape
from generator.authoring.yaml_template import TemplateValues, comment, skeleton
from generator.content.library import Library
from generator.content.models.field_types import ID_PATTERN
from generator.content.models.kinds import KIND
from generator.content.models.review import UNWRITTEN, Status
from generator.problems import EnvironmentProblem
from generator.text.suggestions import suggestion

LONGEST_ID = 64


def starter(kind: str, entry_id: str, library: Library, *, group: str) -> tuple[str, str]:
    """POSIX path relative to content/, and YAML text, of a new entry. Writes nothing.

    `group` is the kind of a resource. Raises EnvironmentProblem for an invalid or used id, and for
    an unknown group.
    """
    place = KIND[kind]
    _refuse_id(kind, entry_id, library)
    if place.grouped:
        _refuse_group(group, library)
    path = f"{place.folder}/{f'{group}/' if place.grouped else ''}{entry_id}.yaml"
    record = record_shape(place.model, library)
    given = _given(library, entry_id, group if place.grouped else "")
    lines = skeleton(record, TemplateValues(given, library.today, entry_id[:56].strip("-")))
    opening = [*comment(record.description), "#", *comment(HOW), ""]
    return path, "\n".join([*opening, *lines, ""])


HOW = (
    "What begins with # is not read: it explains, or it holds a field that may be left out. To use "
    "such a field, remove the # before it and before each line that belongs to it. Entries are "
    "drafts, which no page shows, until the line 'status: draft' is removed. To see whether all is "
    "well, run: writing-site check"
)


def _given(library: Library, entry_id: str, group: str) -> dict[str, str]:
    """Values by dotted path for fields whose placeholder would break a rule or claim too much."""
    year = str(library.today.year)
    given = {
        "status": "draft",
        "basis": "practice-based",
        "prompts.id": _free_prompt_id(library, entry_id),
        "items.note": UNWRITTEN,
        "blocks.empty_rows": "7",
        "research.grade": "practice-based",
        "verification.status": "unverified",
        "year": year,
        "citation": f"To be written, {year}.",
    }
    techniques = [t.id for t in library.techniques.values() if t.status is Status.PUBLISHED]
    if techniques:
        given["technique"] = entry_id if entry_id in techniques else techniques[0]
    if group:
        given |= _NEEDED_BY_GROUP.get(group, {"url": "https://example.org/"})
    return given


def _free_prompt_id(library: Library, entry_id: str) -> str:
    stem = entry_id[:56].strip("-")
    names = (f"{stem}-{number}" for number in range(1, len(library.prompts) + 2))
    return next(name for name in names if name not in library.prompts)


def _refuse_id(kind: str, entry_id: str, library: Library) -> None:
    if not re.fullmatch(ID_PATTERN, entry_id) or len(entry_id) > LONGEST_ID:
        near = "-".join(re.findall("[a-z0-9]+", entry_id.lower()))[:LONGEST_ID].strip("-")
        raise EnvironmentProblem(
            f'"{entry_id}" cannot be the id of an entry: an id is lower-case words joined by '
            f"hyphens, {LONGEST_ID} characters at most."
            + (f' Did you mean "{near}"?' if near else "")
        )
    if (kind, entry_id) in library.entries:
        raise EnvironmentProblem(
            f'There is a {kind} "{entry_id}" already, in {library.entries[kind, entry_id].path}; '
            "choose another name."
        )


def _refuse_group(group: str, library: Library) -> None:
    known = list(library.terms.get("resource-kinds", {}))
    if group not in known:
        hint = suggestion(group, known) or f"There are: {', '.join(known)}."
        raise EnvironmentProblem(f'There is no kind of resource "{group}". {hint}')


_NEEDED_BY_GROUP = {
    "book": {"book.authors": UNWRITTEN},
    "guided-journal": {"book.authors": UNWRITTEN},
    "app": {"app.privacy": UNWRITTEN},
    "crisis-line": {
        # A number that belongs to nobody, so that a draft never leads to a call.
        "contacts.display": "800-555-0100",
        "contacts.dial": "8005550100",
        "contacts.hours.words": UNWRITTEN,
    },
}
