"""Lint rules: no references from published entries to drafts, archived or hidden ones.

Those have no page to link to.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.checks.marked_fields import marked_in
from generator.checks.rule import Example, Rule
from generator.checks.unpublished_links import links_to
from generator.content.handwritten_markdown import place_in
from generator.content.layers.entry import Key, RawEntry
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
class _Reason:
    """Status of an unpublished entry, and the keys of that status if it is in a readable entry."""

    status: str
    entry: RawEntry | None = None
    keys: Keys = ()

    @property
    def is_from_overlay(self) -> bool:
        """Whether the status comes from an overlay (language or clinic), not from the library."""
        return self.entry is not None and self.entry.is_written_above(self.keys)

    def in_vain(self, key: Key) -> str:
        """Message on something published that leads to the entry `key`, which has this status."""
        what = "a draft" if self.status == "draft" else "hidden or archived"
        return f'The {key[0]} "{key[1]}" is {what}, so readers would look for it in vain.'


class _Source(NamedTuple):
    """A published entry or handwritten page that leads to the unpublished entry `target`."""

    kind: str
    id: str
    path: str
    target: Key


Hidden = Mapping[tuple[str, str], _Reason]
"""Unpublished entries by kind and id, with the reason."""

VANISHING = frozenset({"pairs_with", "related", "techniques", "worksheets", "worksheet"})
"""Optional references: pages omit those to unpublished entries, so they are no fault."""


def check_shown(library: Library, problems: Problems) -> None:
    """Report an error for each required reference from a published entry to an unpublished one,
    and each link to one on a handwritten page.

    If an overlay hides or archives the target, it is reported at the overlay's line. Links in rich
    text to what a clinic hides are no fault if pages show them as plain text (`BECOME_WORDS`).
    """
    hidden = dict(_hidden(library))
    linked = hidden.keys() - {key for key in library.hidden_by if key[0] in BECOME_WORDS}
    hiding: dict[tuple[int, Key], list[Key]] = {}
    leading: dict[_Reason, list[_Source]] = {}
    for entry in library.entries.values() if hidden else ():
        for keys, kind, named, written in _named(entry, hidden, linked):
            if not _is_shown(entry, keys, hidden):
                continue
            line = library.hidden_by.get((kind, named))
            reason = hidden[kind, named]
            is_above = entry.kind == "clinic" or entry.is_written_above(keys)
            if line is not None and entry.kind != "clinic":
                hiding.setdefault((line, (entry.kind, entry.id)), []).append((kind, named))
                continue
            if reason.is_from_overlay and not is_above:
                source = _Source(entry.kind, entry.id, entry.path, (kind, named))
                leading.setdefault(reason, []).append(source)
                continue
            problems.error(
                entry.locate_text(keys, written),
                "named-entry-is-shown",
                reason.in_vain((kind, named)),
                "Show it, take it out here, or do not show this either.",
            )
    for page, at, key in links_to(hidden.keys() - library.hidden_by.keys(), library):
        if hidden[key].is_from_overlay and not library.is_of_clinic(page.path):
            source = _Source(PAGE, page.id, page.path, key)
            leading.setdefault(hidden[key], []).append(source)
        else:
            problems.error(place_in(page, at), "named-entry-is-shown", hidden[key].in_vain(key),
                           "Show it, or take the link away.")  # fmt: skip
    for (line, key), needed in hiding.items():
        _report_hiding(library, line, library.entries[key], needed, problems)
    for reason, sources in leading.items():
        _report_status(library, reason, sources, problems)


def check_left(library: Library, problems: Problems) -> None:
    """Report an error if a clinic hides prompts and none is left that is not archived."""
    hidden = [line for (kind, _), line in library.hidden_by.items() if kind == "prompt"]
    if hidden and all(p.status is Status.ARCHIVED for p in library.prompts.values()):
        clinic = library.entries["clinic", library.edition.clinic]
        problems.error(
            clinic.locate(("hide", max(hidden))),
            "prompt-is-left",
            "No prompt is left to show: all of them are hidden or archived.",
            "Hide less, or add prompts of your own.",
        )


def is_cut(library: Library) -> bool:
    """Whether an overlay leaves entries or prompts out, by `hide` or by their status.

    Rules about the library as a whole are asked of it as it was written, not of what is left.
    """
    return bool(library.hidden_by) or any(why.is_from_overlay for _, why in _hidden(library))


def _report_hiding(
    library: Library,
    line: int,
    entry: RawEntry,
    needed: Sequence[Key],
    problems: Problems,
) -> None:
    """Report at the clinic's `hide` line: a clinic cannot edit the library's reference."""
    (kind, named), *others = dict.fromkeys(needed)
    that = f" and {len(others)} more that" if others else ", which"
    clinic = library.entries["clinic", library.edition.clinic]  # there, even if it has mistakes
    what = clinic.values["hide"][line]
    problems.error(
        clinic.locate(("hide", line)),
        "named-entry-is-shown",
        f'"{what}" hides the {kind} "{named}"{that} the {entry.kind} "{entry.id}" leads to '
        f"({entry.path}).",
        f"Hide {entry.kind}:{entry.id} as well, or change it in a file of your own.",
    )


def _report_status(
    library: Library, reason: _Reason, sources: Sequence[_Source], problems: Problems
) -> None:
    """Report at the overlay's status that unpublishes an entry of the library or its prompts.

    `sources` lead to it. The overlay may be a draft, so that the problem is no error of a draft.
    """
    assert reason.entry is not None
    what = "a draft" if reason.status == "draft" else "archived"
    place = reason.entry.locate(reason.keys)
    source, (kind, named) = sources[0], sources[0].target
    others = len({s[:2] for s in sources}) - 1
    lead = f"and {others} more lead" if others else "leads"
    whole = reason.keys == ("status",)
    taken = (reason.entry.kind, reason.entry.id) if whole else (kind, named)
    if not library.is_of_clinic(place.path):
        hint = f"Make that {what} too, or take this line out."
    elif others or kind == "technique" or source.kind == PAGE:
        hint = f"Take this line out, and name \"{':'.join(taken)}\" under 'hide' in clinic.yaml."
    else:
        hint = f"Hide {source.kind}:{source.id} as well, or change it in a file of your own."
    problems.error(
        place,
        "named-entry-is-shown",
        f'The {kind} "{named}" is {what} here, and the {source.kind} "{source.id}" {lead} to it '
        f"({source.path}).",
        hint,
        of_draft=False,
    )


def _hidden(library: Library) -> Iterator[tuple[tuple[str, str], _Reason]]:
    published = {i for i, p in library.prompts.items() if p.status is Status.PUBLISHED}
    for (kind, entry_id), entry in library.entries.items():
        status = _status(entry.values)
        whole = _Reason(status, entry, ("status",))
        if status != "published":
            yield (kind, entry_id), whole
        for number, item in enumerate(items_of(kind, entry.values) if kind == "prompt-set" else ()):
            if isinstance(item, dict):
                own = _Reason(_status(item), entry, ("prompts", number, "status"))
                reason = whole if status != "published" else own
                # A draft with the id of a published prompt (reported as a duplicate) hides none.
                if reason.status != "published" and item.get("id") not in published:
                    yield ("prompt", str(item.get("id"))), reason

    for kind, entry_id in library.hidden_by:
        if kind == PAGE:
            yield (kind, entry_id), _Reason("hidden")
    for kind, entry_id in library.drafts - library.entries.keys():
        if kind != "prompt" or entry_id not in published:
            yield (kind, entry_id), _Reason("draft")


def _status(values: Mapping[str, object]) -> str:
    return str(values.get("status") or "published")


def _is_shown(entry: RawEntry, keys: Keys, hidden: Hidden) -> bool:
    if (entry.kind, entry.id) in hidden:
        return False
    if entry.kind == "prompt-set" and keys[0] == "prompts" and isinstance(keys[1], int):
        return ("prompt", str(entry.values["prompts"][keys[1]].get("id"))) not in hidden
    return True


def _named(
    entry: RawEntry, hidden: Hidden, linked: Container[Key]
) -> Iterator[tuple[Keys, str, str, str]]:
    """References of an entry to unpublished ones: keys, kind, id, text as written.

    They are the required ones to `hidden` by a field, and links in rich text to `linked`.
    """
    for keys, value, mark in marked_in(entry):
        if isinstance(mark, EntryOf):
            name = next(key for key in reversed(keys) if isinstance(key, str))
            needed = entry.kind == "packet" or name not in VANISHING
            if needed and (mark.kind, value) in hidden:
                yield keys, mark.kind, value, value
        elif isinstance(mark, Rich) and ":" in value:
            for reference in read_rich(value)[1]:
                if (reference.kind, reference.id) in linked:
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
