"""Passages: every text of the library with who speaks to whom in it, for rules about wording.

A name, a reference or a search term is not a passage: nobody chose its words freely.
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
    """Who speaks to whom."""

    READER = "reader"
    """The site to somebody who may be having a hard time."""
    SAFETY = "safety"
    """The same where it is too much for that person."""
    FACTS = "facts"
    """The site about a listing."""
    RESEARCH = "research"
    """The site about studies."""
    CLINICIAN = "clinician"
    """The site to a therapist or leader of a group."""
    WRITER = "writer"
    """Somebody who writes: a made-up example, or first words to go on from."""


TO_READERS = frozenset({Voice.READER, Voice.SAFETY})


class Written(Protocol):
    """What a passage stands in: an entry, a page written by hand, the words of the program."""

    @property
    def kind(self) -> str:
        """Which of these it is; for an entry, its kind."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def values(self) -> dict[str, Any]:
        """What it says of itself."""

    def locate_text(self, keys: Keys, snippet: str) -> Location:
        """Where `snippet` stands in the text at `keys`."""


@dataclass(frozen=True)
class Passage:
    """One text, and where it stands."""

    entry: Written
    keys: Keys
    text: str
    voice: Voice
    prompt: str = ""
    """Id of the prompt that it belongs to; empty outside prompts."""
    allowed: frozenset[str] = frozenset()
    """Rules that it may break, for a reason that is given in the file."""

    @property
    def owner(self) -> tuple[str, str]:
        """Kind and id of what it belongs to."""
        return ("prompt", self.prompt) if self.prompt else (self.entry.kind, self.entry.id)

    @cached_property
    def plain(self) -> str:
        """The text with straight apostrophes, and what Markdown links lead to left out."""
        text = self.text.replace("’", "'")
        return _LINK.sub(r"\1", text) if "](" in text else text

    @cached_property
    def in_order(self) -> list[str]:
        """Its words as measures of ease count them: in small letters, numbers left out."""
        return words(self.plain)

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words in it, in small letters, cut at every hyphen and apostrophe."""
        if "'" not in self.plain:
            return frozenset(self.in_order)
        return frozenset(part for word in self.in_order for part in word.split("'") if part)

    def locate(self, snippet: str = "") -> Location:
        """Where it was written; where `snippet` stands in it, if that is found on one line."""
        return self.entry.locate_text(self.keys, snippet)


@dataclass(frozen=True, eq=False)
class Said:
    """The passages of one entry, page or language; in one process, of the same text the same one.

    It remembers what was found in it, so that after a change only what changed is read again.
    """

    passages: tuple[Passage, ...]

    def once(self, look: Callable[[Said], Iterable[T]]) -> tuple[T, ...]:
        """What a function finds here, which must depend on nothing else; it is called once."""
        if look not in self._found:
            self._found[look] = tuple(look(self))
        return self._found[look]

    @cached_property
    def _found(self) -> dict[object, tuple[Any, ...]]:
        return {}

    @cached_property
    def saying(self) -> Mapping[str, list[int]]:
        """By word in small letters: the places in `passages` of all that it stands in."""
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
"""By kind and field: who speaks there. A field that holds more fields or a list speaks for all."""

SAFETY_TERMS = frozenset({"stop-reasons", "closings"})
"""Vocabularies whose terms are sentences to somebody for whom it is too much."""


_NO_WORDS = frozenset({"kind", "name", "width"})
"""Fields below a spoken one that are for the program."""


@lru_cache(maxsize=4_000)
def said_in(entry: RawEntry) -> Said:
    """What an entry says; nothing if it is archived."""
    return Said(() if entry.values.get("status") == "archived" else tuple(_spoken_in(entry)))


def _spoken_in(entry: RawEntry) -> Iterator[Passage]:
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
                elif items[int(inner[1])].get("status") != "archived":
                    position = int(inner[1])
                    yield Passage(
                        entry, inner, text, voice, str(items[position].get("id")),
                        allowed[position] if len(allowed) == len(items) else own,
                    )  # fmt: skip


# A thousand passages that no author changes.
@lru_cache(maxsize=4)
def said_by_program(words: RawEntry) -> Said:
    """What the program itself says on pages; names of parts of the page among it."""
    return Said(
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
    """Rules that an entry or page names under 'allow:', each with its reason."""
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
"""Sections of the program's words that do not speak to readers; authors are colleagues."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
