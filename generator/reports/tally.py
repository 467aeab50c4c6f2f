"""Counts report: number of entries by kind and status, and length of prompts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import mean

from generator.checks.balance import published
from generator.checks.tasks import HEAVY_MOODS, MOST_WORDS, opens_with_scene
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.resource import VerificationStatus
from generator.content.models.review import EntryRecord, Status
from generator.text.readability import words

SHORT = timedelta(minutes=2)


@dataclass(frozen=True)
class Tally:
    """A label and its count as text."""

    what: str
    count: str


def tally(library: Library) -> tuple[Tally, ...]:
    """Every count, in the order of the report."""
    prompts = published(library)
    archived = sum(p.status is Status.ARCHIVED for p in library.prompts.values())
    short, light = MOST_WORDS["two minutes"], MOST_WORDS["light"]
    long_short = [p for p in prompts if p.time <= SHORT and _length(p) > short]
    heavy = [p for p in prompts if p.intensity == 1 and HEAVY_MOODS & {*p.moods}]
    scenes = sum(opens_with_scene(p.text) for p in prompts)
    listed = [r for r in library.resources.values() if r.status is Status.PUBLISHED]
    unsure = sum(r.verification.status is VerificationStatus.UNVERIFIED for r in listed)
    counts: dict[str, object] = {
        "prompts that readers see": len(prompts),
        "prompts archived": archived,
        "words of a prompt's text, on average": f"{mean(map(_length, prompts or [])):.1f}"
        if prompts
        else 0,
        f"two-minute prompts above {short} words": len(long_short),
        f"light prompts for {', '.join(sorted(HEAVY_MOODS))} above {light} words": sum(
            _length(p) > light for p in heavy
        ),
        "prompts that open with a scene or a figure": f"{scenes} ({_share(scenes, prompts)})",
        **{
            f"prompts for {band.label} alone": sum(p.age_bands == (band.id,) for p in prompts)
            for band in library.taxonomies["age-bands"].terms
        },
        "prompts for a session alone": sum(p.is_session_only for p in prompts),
        "listings": len(listed),
        "listings marked as not confirmed": unsure,
        "packets": _shown(library.packets.values()),
        "worksheets": _shown(library.worksheets.values()),
        "guides": _shown(library.techniques.values()),
        "studies": _shown(library.studies.values()),
    }
    return tuple(Tally(what, str(count)) for what, count in counts.items())


def as_text(found: Iterable[Tally]) -> str:
    """Plain text, one count a line."""
    return "\n".join(["Counts", *(f"  {one.what}: {one.count}" for one in found)])


def _length(prompt: Prompt) -> int:
    return len(words(prompt.text))


def _share(count: int, prompts: tuple[Prompt, ...]) -> str:
    return f"{count / len(prompts):.0%}" if prompts else "0%"


def _shown(entries: Iterable[EntryRecord]) -> int:
    return sum(entry.status is Status.PUBLISHED for entry in entries)
