"""Lint rules for coverage: minimum counts of prompts per term, and maximum share of one term.

Both are warnings about the published library as a whole, not about one entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.checks import launch_floors
from generator.checks.launch_floors import Floor
from generator.checks.rule import Example, Rule
from generator.checks.unpublished import is_cut
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.problems import Location, Problems

LAUNCH_SIZE = 400
"""Minimum number of published prompts at launch."""
NEARLY_LAUNCHED = 300
"""Published prompts from which on minimum counts are checked; a smaller library is unfinished."""
ENOUGH_TO_WEIGH = 100
"""Minimum sample size, in published prompts, for shares to be checked."""

LARGEST_SHARE = {"moods": 0.4, "benefits": 0.4, "phases": 0.6}
"""By facet: largest fraction (0 to 1) of published prompts that may have one term; a more frequent
term no longer discriminates. Phases overlap by nature: a prompt suits two or three of the six.
Settings have no limit, as nearly all writing can be done alone."""


@dataclass(frozen=True)
class _Plan:
    """A minimum count with the predicate for what is counted."""

    what: str
    needed: int
    counts: Callable[[Prompt], bool]


_EACH = (("moods", 24), ("phases", 60), ("settings", 60), ("benefits", 60))
"""By vocabulary: minimum number of prompts for each of its terms."""
_OTHER_THAN_EACH = {("settings", "group"): 40, ("benefits", "hope-motivation"): 0,
                    ("benefits", "sleep-wind-down"): 0, ("benefits", "connection"): 0}  # fmt: skip
"""By vocabulary and term: minimum that replaces the one of `_EACH`; 0 for no minimum."""
_LIGHT_FOR_EACH_MOOD = 8
"""Minimum number of prompts of intensity 1 for each mood."""
_FURTHER = (
    _Plan("up to 2 minutes", 60, lambda p: p.time <= timedelta(minutes=2)),
    _Plan("3 to 5 minutes", 60,
          lambda p: timedelta(minutes=2) < p.time <= timedelta(minutes=5)),
    _Plan("body first", 24, lambda p: p.body_first),
    _Plan("for teenagers", 80, lambda p: "teen-13-17" in p.age_bands),
)  # fmt: skip
"""Minimum counts across vocabularies. With the numbers above they are the launch plan."""


def floors(library: Library) -> tuple[Floor, ...]:
    """Every minimum with the actual count of published entries: prompts in all, then per term in
    the order of the vocabularies, then techniques, listings and packets."""
    prompts = published(library)
    given = Counter(
        (facet, term, prompt.intensity)
        for prompt in prompts
        for facet, _ in _EACH
        for term in getattr(prompt, facet)
    )
    return (
        Floor("prompts", LAUNCH_SIZE, len(prompts)),
        *(
            Floor(what, needed, sum(given[facet, term, level] for level in range(1, deepest + 1)))
            for what, needed, facet, term, deepest in _each_term(library)
        ),
        *(
            Floor(other.what, other.needed, sum(1 for p in prompts if other.counts(p)))
            for other in _FURTHER
        ),
        *launch_floors.techniques(library),
        *launch_floors.listings(library),
        *launch_floors.packets(library),
    )


def published(library: Library) -> tuple[Prompt, ...]:
    """Prompts with status published, in order of id."""
    return tuple(p for p in library.prompts.values() if p.status is Status.PUBLISHED)


def check_floors(library: Library, problems: Problems) -> None:
    """Warn of each minimum that a library of at least `NEARLY_LAUNCHED` prompts does not reach.

    Skipped where an overlay leaves entries out: that there is less of something then is meant.
    """
    if is_cut(library) or len(published(library)) < NEARLY_LAUNCHED:
        return
    for floor in floors(library):
        if not floor.is_met:
            problems.warn(
                Location("content"),
                "library-meets-floors",
                f"{floor.what}: {floor.have} of at least {floor.needed}.",
                "Write more of these; writing-site coverage shows where the library is thin.",
            )


def check_shares(library: Library, problems: Problems) -> None:
    """Warn of each mood, benefit or phase whose share of prompts exceeds `LARGEST_SHARE`; skipped
    where an overlay leaves entries out."""
    prompts = published(library)
    if is_cut(library) or len(prompts) < ENOUGH_TO_WEIGH:
        return
    for facet, most in LARGEST_SHARE.items():
        counts = Counter(term for prompt in prompts for term in getattr(prompt, facet))
        for term_id, count in counts.items():
            if count > most * len(prompts) and term_id in library.terms.get(facet, {}):
                problems.warn(
                    library.locate("taxonomy", facet),
                    "term-tells-apart",
                    f'"{term_id}" is given to {count} of {len(prompts)} prompts, '
                    f"more than {most:.0%}.",
                    "Keep it for prompts that it fits better than most.",
                )


def _each_term(library: Library) -> Iterator[tuple[str, int, str, str, int]]:
    """Minimum for each term: label, count, vocabulary, term id, highest intensity counted."""
    for facet, usual in _EACH:
        for term in library.taxonomies[facet].terms if facet in library.taxonomies else ():
            needed = _OTHER_THAN_EACH.get((facet, term.id), usual)
            if needed:
                yield f"{facet}: {term.label}", needed, facet, term.id, 4
            if facet == "moods":
                what = f"{facet}: {term.label}, intensity 1"
                yield what, _LIGHT_FOR_EACH_MOOD, facet, term.id, 1


RULES = (
    Rule("library-meets-floors", "Every mood, phase, setting, benefit, time and technique has "
         "enough prompts, and there are enough listings and packets.", check_floors,
         example=Example("library", "24 prompts for every mood, 8 of them light.",
                         "400 prompts, of which 3 are for somebody who feels numb.")),
    Rule("term-tells-apart", "No mood, benefit or phase is given to most prompts.", check_shares,
         example=Example("library", "A mood is given to the prompts that fit it best.",
                         "Nine prompts of ten are said to suit somebody who is sad.")),
)  # fmt: skip
