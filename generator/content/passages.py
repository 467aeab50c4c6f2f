"""Extraction of prose passages from entries, with register (`Voice`), tokens and location.

Names, references and search terms are no passages: nobody chose their words freely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, Protocol, TypeVar

from generator.content.layers.entry import Keys, RawEntry
from generator.content.models.kinds import items_of
from generator.content.models.reflection import values_at
from generator.problems import Location
from generator.text.readability import words

T = TypeVar("T")


class Voice(StrEnum):
    """Speaker and addressee of a text, which decide what rules apply."""

    READER = "reader"
    """Site to reader, who may be having a hard time."""
    SAFETY = "safety"
    """Site to a reader for whom it is too much."""
    FACTS = "facts"
    """Facts about a listing."""
    RESEARCH = "research"
    """Reports of studies."""
    CLINICIAN = "clinician"
    """Site to a therapist or group leader."""
    WRITER = "writer"
    """A person who writes: an invented example, or a sentence starter."""


TO_READERS = frozenset({Voice.READER, Voice.SAFETY})
"""Voices that address readers."""


class PassageOwner(Protocol):
    """Container of passages: an entry, a handwritten page, or the interface strings."""

    @property
    def kind(self) -> str:
        """Kind of the entry; `page` or `words` for the others."""

    @property
    def id(self) -> str:
        """Id within its kind."""

    @property
    def values(self) -> dict[str, Any]:
        """Raw values; of a page, those of its front matter."""

    def locate_text(self, keys: Keys, snippet: str) -> Location:
        """Location of `snippet` in the text at `keys`."""


@dataclass(frozen=True)
class Passage:
    """One text with its container, path of keys and voice."""

    entry: PassageOwner
    keys: Keys
    text: str
    voice: Voice
    prompt: str = ""
    """Id of the prompt it belongs to; empty outside prompts."""
    allowed: frozenset[str] = frozenset()
    """Ids of rules that are suppressed for it (`allow:`)."""

    @property
    def owner(self) -> tuple[str, str]:
        """Kind and id of the prompt or entry it belongs to."""
        return ("prompt", self.prompt) if self.prompt else (self.entry.kind, self.entry.id)

    @cached_property
    def plain(self) -> str:
        """Text with straight apostrophes, and Markdown links reduced to their text."""
        text = self.text.replace("’", "'")
        return _LINK.sub(r"\1", text) if "](" in text else text

    @cached_property
    def in_order(self) -> list[str]:
        """Tokens in order, as readability scores count them: lower case, without numbers."""
        return words(self.plain)

    @cached_property
    def words(self) -> frozenset[str]:
        """Set of distinct words in lower case, split at hyphens and apostrophes."""
        if "'" not in self.plain:
            return frozenset(self.in_order)
        return frozenset(part for word in self.in_order for part in word.split("'") if part)

    def locate(self, snippet: str = "") -> Location:
        """Location of `snippet` in the text if it is on one line, else of the text."""
        return self.entry.locate_text(self.keys, snippet)


@dataclass(frozen=True, eq=False)
class PassageGroup:
    """Passages of one entry, page or locale, with a cache of what functions computed from them.

    An unchanged entry keeps its object within a process, so that after a change only changed
    entries are analysed again (incremental checks).
    """

    passages: tuple[Passage, ...]

    def memoized(self, look: Callable[[PassageGroup], Iterable[T]]) -> tuple[T, ...]:
        """Results of `look` for this group, memoized by function; `look` has to be pure."""
        if look not in self._found:
            self._found[look] = tuple(look(self))
        return self._found[look]

    @cached_property
    def _found(self) -> dict[object, tuple[Any, ...]]:
        return {}

    @cached_property
    def positions(self) -> Mapping[str, list[int]]:
        """Inverted index: word in lower case to ascending positions in `passages`."""
        found: dict[str, list[int]] = {}
        for number, passage in enumerate(self.passages):
            for word in passage.words:
                found.setdefault(word, []).append(number)
        return found


SPOKEN: dict[str, dict[str, Voice]] = {
    "taxonomy": {"title": Voice.READER, "question": Voice.READER, "terms.*.label": Voice.READER,
                 "terms.*.definition": Voice.READER, "terms.*.sentence": Voice.READER},
    "technique": {
        "title": Voice.READER, "summary": Voice.READER, "rhythm": Voice.READER,
        "what_it_is": Voice.READER, "when_it_can_help": Voice.READER,
        "choose_another_note": Voice.READER, "what_you_need": Voice.READER, "steps": Voice.READER,
        "example": Voice.WRITER, "two_minute_version": Voice.READER, "if_too_much": Voice.SAFETY,
        "after_writing": Voice.READER, "research.summary": Voice.RESEARCH,
        "research.limits": Voice.RESEARCH, "for_therapists": Voice.CLINICIAN,
        "for_groups": Voice.CLINICIAN, "adapting": Voice.READER, "privacy": Voice.READER,
    },
    "prompt-set": {
        "title": Voice.READER, "summary": Voice.READER, "prompts.*.title": Voice.READER,
        "prompts.*.task": Voice.READER, "prompts.*.text": Voice.READER,
        "prompts.*.starter": Voice.WRITER,
        "prompts.*.purpose": Voice.READER, "prompts.*.follow_ups": Voice.READER,
    },
    "worksheet": {"title": Voice.READER, "purpose": Voice.READER, "how_to_use": Voice.READER,
                  "two_minute_version": Voice.READER, "blocks": Voice.READER,
                  "for_therapists": Voice.CLINICIAN},
    "packet": {"title": Voice.READER, "summary": Voice.READER, "purpose": Voice.READER,
               "for_whom": Voice.READER, "not_for_whom": Voice.READER,
               "session_goal": Voice.READER, "items.*.note": Voice.READER,
               "for_therapists": Voice.CLINICIAN},
    "resource": {
        "summary": Voice.FACTS, "good_to_know": Voice.FACTS, "alert": Voice.FACTS,
        "interpreters": Voice.FACTS, "cost.note": Voice.FACTS, "eligibility": Voice.FACTS,
        "how_to_join": Voice.FACTS, "access": Voice.FACTS, "contacts.*.menu": Voice.FACTS,
        "contacts.*.note": Voice.FACTS, "contacts.*.cost": Voice.FACTS,
        "app.account": Voice.FACTS, "app.privacy": Voice.FACTS,
    },
    "study": {"population": Voice.RESEARCH, "finding": Voice.RESEARCH, "limits": Voice.RESEARCH,
              "effects.*.comparison": Voice.RESEARCH},
    "clinic": {"tagline": Voice.READER, "crisis.who_to_call.*.situation": Voice.SAFETY,
               "contact_words": Voice.READER, "disclaimer": Voice.READER,
               "mistakes": Voice.READER},
}  # fmt: skip
"""Voice by kind and field path. A field that is a mapping or a list covers all texts in it."""

SAFETY_TERMS = frozenset({"stop-reasons", "closings"})
"""Vocabularies whose terms have the voice SAFETY."""

_NO_WORDS = frozenset({"kind", "name", "width"})
"""Fields within those of `SPOKEN` that are identifiers or settings, not prose."""


@lru_cache(maxsize=4_000)
def passages_in(entry: RawEntry) -> PassageGroup:
    """Passages of an entry; none if it is archived (memoized by entry)."""
    is_archived = entry.values.get("status") == "archived"
    return PassageGroup(() if is_archived else tuple(_extracted(entry)))


def _extracted(entry: RawEntry) -> Iterator[Passage]:
    own = allowed_in(entry.values)
    items = items_of("prompt-set", entry.values) if entry.kind == "prompt-set" else []
    allowed = [own | allowed_in(item) for item in items if isinstance(item, dict)]
    for path, voice in _FIELDS[entry.kind]:
        if voice is Voice.READER and entry.id in SAFETY_TERMS:
            voice = Voice.SAFETY
        for keys, value in values_at(entry.values, path):
            for inner, text in _texts(value, keys):
                if path[:2] != ("prompts", "*"):
                    yield Passage(entry, inner, text, voice, "", own)
                elif items[position := int(inner[1])].get("status") != "archived":
                    yield Passage(
                        entry, inner, text, voice, str(items[position].get("id")),
                        allowed[position] if len(allowed) == len(items) else own,
                    )  # fmt: skip


@lru_cache(maxsize=4)
def interface_passages(words: RawEntry) -> PassageGroup:
    """Passages of the interface strings, labels of page sections among them (memoized)."""
    return PassageGroup(
        tuple(
            Passage(words, keys, text, _SECTIONS.get(section, Voice.READER))
            for section, value in words.values.items()
            for keys, text in _texts(value, (section,), frozenset())
        )
    )


def _texts(
    value: Any, keys: Keys, without: frozenset[str] = _NO_WORDS
) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*keys, index), without)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in without:
                yield from _texts(inner, (*keys, key), without)


def allowed_in(values: Mapping[str, Any]) -> frozenset[str]:
    """Ids of rules suppressed under 'allow:' with a reason (`because`)."""
    given = values.get("allow")
    items = given if isinstance(given, list) else []
    reasoned = (item for item in items if isinstance(item, dict) and item.get("because"))
    return frozenset(str(item.get("rule")) for item in reasoned)


_FIELDS = {
    kind: tuple((tuple(path.split(".")), voice) for path, voice in fields.items())
    for kind, fields in SPOKEN.items()
}
_SECTIONS = {
    "crisis": Voice.SAFETY, "resources": Voice.FACTS, "contact": Voice.FACTS,
    "studies": Voice.RESEARCH, "authors": Voice.CLINICIAN, "coverage": Voice.CLINICIAN,
}  # fmt: skip
"""Voice by section of the interface strings where it is not READER; authors are colleagues."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
