"""What readers see leads only to what readers see: drafts and archived entries have no page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.marked_fields import marked_in
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import RawEntry
from generator.content.library import Library
from generator.content.models.field_types import EntryOf, Rich
from generator.content.models.kinds import items_of
from generator.content.models.review import Status
from generator.content.page_front_matter import PAGE
from generator.problems import Problems
from generator.site.links import BECOME_WORDS
from generator.text.rich import read_rich

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class _Why:
    """The status that keeps something from readers, and where it is said if that is known."""

    status: str
    said_in: RawEntry | None = None
    keys: Keys = ()

    @property
    def is_said_above(self) -> bool:
        """Whether a language or a clinic says it of what the library shows."""
        return self.said_in is not None and self.said_in.is_written_above(self.keys)


Hidden = Mapping[tuple[str, str], _Why]
"""Kind and id of everything that readers do not see, and why."""

VANISHING = frozenset({"pairs_with", "related", "techniques", "worksheets", "worksheet"})
"""Fields whose ids the pages leave out by themselves while what they name is not shown."""


def check_shown(library: Library, problems: Problems) -> None:
    """What is published does not depend on what is not."""
    hidden = dict(_hidden(library))
    for entry in library.entries.values() if hidden else ():
        for keys, kind, named, written in _named(entry, hidden):
            line = library.hidden_by.get((kind, named))
            is_link = written == f"{kind}:{named}"
            becomes_words = line is not None and is_link and kind in BECOME_WORDS
            if becomes_words or not _is_shown(entry, keys, hidden):
                continue
            why = hidden[kind, named]
            is_above = entry.kind == "clinic" or entry.is_written_above(keys)
            if line is not None and entry.kind != "clinic":
                _report_hiding(library, line, entry, kind, named, problems)
                continue
            if why.is_said_above and not is_above:
                _report_archiving(why, entry, kind, named, problems)
                continue
            what = "a draft" if why.status == "draft" else "hidden or archived"
            problems.error(
                entry.locate_text(keys, written),
                "named-entry-is-shown",
                f'The {kind} "{named}" is {what}, so readers would look for it in vain.',
                "Show it, take it out here, or do not show this either.",
            )


def check_left(library: Library, problems: Problems) -> None:
    """A site has prompts: what a clinic hides is not all of them."""
    hidden = [line for (kind, _), line in library.hidden_by.items() if kind == "prompt"]
    if hidden and all(p.status is Status.ARCHIVED for p in library.prompts.values()):
        clinic = library.entries["clinic", library.edition.clinic]
        problems.error(
            clinic.locate(("hide", max(hidden))),
            "prompt-is-left",
            "No prompt is left to show: all of them are hidden or archived.",
            "Hide less, or add prompts of your own.",
        )


def _report_hiding(
    library: Library, line: int, entry: RawEntry, kind: str, named: str, problems: Problems
) -> None:
    """The clinic cannot mend what it did not write, so the line that hides is pointed at."""
    clinic = library.entries["clinic", library.edition.clinic]  # there, even if it has mistakes
    what = clinic.values["hide"][line]
    problems.error(
        clinic.locate(("hide", line)),
        "named-entry-is-shown",
        f'"{what}" hides the {kind} "{named}", which the {entry.kind} "{entry.id}" leads to '
        f"({entry.path}).",
        f"Hide {entry.kind}:{entry.id} as well, or change it in a file of your own.",
    )


def _report_archiving(
    why: _Why, entry: RawEntry, kind: str, named: str, problems: Problems
) -> None:
    """Nor what it archives in a file of its own."""
    assert why.said_in is not None
    what = "a draft" if why.status == "draft" else "archived"
    problems.error(
        why.said_in.locate(why.keys),
        "named-entry-is-shown",
        f'The {kind} "{named}" is {what} here, and the {entry.kind} "{entry.id}" leads to it '
        f"({entry.path}).",
        f"Hide {entry.kind}:{entry.id} as well, or change it in a file of your own.",
    )


def _hidden(library: Library) -> Iterator[tuple[tuple[str, str], _Why]]:
    published = {i for i, p in library.prompts.items() if p.status is Status.PUBLISHED}
    for (kind, entry_id), entry in library.entries.items():
        status = _status(entry.values)
        whole = _Why(status, entry, ("status",))
        if status != "published":
            yield (kind, entry_id), whole
        for number, item in enumerate(items_of(kind, entry.values) if kind == "prompt-set" else ()):
            if isinstance(item, dict):
                own = _Why(_status(item), entry, ("prompts", number, "status"))
                why = whole if status != "published" else own
                # A draft with the id of a published prompt, which is told elsewhere, hides none.
                if why.status != "published" and item.get("id") not in published:
                    yield ("prompt", str(item.get("id"))), why

    for kind, entry_id in library.hidden_by:
        if kind == PAGE:
            yield (kind, entry_id), _Why("hidden")
    for kind, entry_id in library.drafts - library.entries.keys():
        if kind != "prompt" or entry_id not in published:
            yield (kind, entry_id), _Why("draft")


def _status(values: Mapping[str, object]) -> str:
    return str(values.get("status") or "published")


def _is_shown(entry: RawEntry, keys: Keys, hidden: Hidden) -> bool:
    if (entry.kind, entry.id) in hidden:
        return False
    if entry.kind == "prompt-set" and keys[0] == "prompts" and isinstance(keys[1], int):
        return ("prompt", str(entry.values["prompts"][keys[1]].get("id"))) not in hidden
    return True


def _named(entry: RawEntry, hidden: Hidden) -> Iterator[tuple[Keys, str, str, str]]:
    """What is hidden and named here: where, its kind, its id, and how it is written."""
    for keys, value, mark in marked_in(entry):
        if isinstance(mark, EntryOf):
            name = next(key for key in reversed(keys) if isinstance(key, str))
            needed = entry.kind == "packet" or name not in VANISHING
            if needed and (mark.kind, value) in hidden:
                yield keys, mark.kind, value, value
        elif isinstance(mark, Rich) and ":" in value:
            for reference in read_rich(value)[1]:
                if (reference.kind, reference.id) in hidden:
                    yield keys, reference.kind, reference.id, reference.written


RULES = (
    Rule("named-entry-is-shown", "What is published leads to nothing that is a draft or archived.",
         check_shown,
         example=Example(
             "library",
             "A packet names prompts that are published.",
             "A packet names a prompt that is still a draft.")),
    Rule("prompt-is-left", "A clinic does not hide every prompt that there is.", check_left,
         example=Example(
             "library",
             "A clinic hides deep prompts.",
             "A clinic hides light, medium and deep prompts.")),
)  # fmt: skip
