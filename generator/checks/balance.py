"""A reader in any mood, phase or setting finds enough to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.checks import launch_floors
from generator.checks.launch_floors import Floor
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.problems import Location, Problems

LAUNCH_SIZE = 400
"""Prompts of the library's plan at launch."""
NEARLY_LAUNCHED = 300
"""Prompts from which on the floors are looked at; before that a library is being written."""
ENOUGH_TO_WEIGH = 100
"""Prompts from which on shares mean something."""

LARGEST_SHARE = {"moods": 0.4, "benefits": 0.4, "phases": 0.6}
"""Share of all prompts above which a term tells hardly anything apart. Phases overlap by nature: a
prompt suits two or three of the six. Settings are not weighed, as nearly all writing can be done
alone."""


@dataclass(frozen=True)
class _Plan:
    """A floor before anything is counted."""

    what: str
    needed: int
    counts: Callable[[Prompt], bool]


_EACH = (("moods", 24), ("phases", 60), ("settings", 60), ("benefits", 60))
"""Prompts for each term of a vocabulary."""
_OTHER_THAN_EACH = {("settings", "group"): 40, ("benefits", "hope-motivation"): 0,
                    ("benefits", "sleep-wind-down"): 0, ("benefits", "connection"): 0}  # fmt: skip
"""Terms with a floor of their own; 0 where a term is an extra."""
_LIGHT_FOR_EACH_MOOD = 8
_FURTHER = (
    _Plan("up to 2 minutes", 60, lambda p: p.time <= timedelta(minutes=2)),
    _Plan("3 to 5 minutes", 60,
          lambda p: timedelta(minutes=2) < p.time <= timedelta(minutes=5)),
    _Plan("body first", 24, lambda p: p.body_first),
    _Plan("for teenagers", 80, lambda p: "teen-13-17" in p.age_bands),
)  # fmt: skip
"""These and the numbers above are the floors of the library's plan at launch."""


def floors(library: Library) -> tuple[Floor, ...]:
    """Every floor with what the published library has, in the order of the vocabularies."""
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
    """The prompts that readers see."""
    return tuple(p for p in library.prompts.values() if p.status is Status.PUBLISHED)


def check_floors(library: Library, problems: Problems) -> None:
    """A library of about launch size has all that its plan asks for.

    Whoever hides some of it knows that there is less of it then.
    """
    if library.hidden_by or len(published(library)) < NEARLY_LAUNCHED:
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
    """No mood, benefit or phase is given to so many prompts that it says nothing."""
    prompts = published(library)
    if len(prompts) < ENOUGH_TO_WEIGH:
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
    """The floor for each term: name, prompts needed, vocabulary, id and deepest intensity."""
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
