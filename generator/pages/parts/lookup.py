"""What the browser looks prompts up in: one small table of facets, cards in pieces, and the days.

Each file is a classic script that hands over one JSON value, because a page opened from a disk
may not fetch. A piece of cards carries a hash in its name, so an old table never meets new cards.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.content.inherit import USUAL_AGES, USUAL_AUDIENCE
from generator.content.library import Library
from generator.content.prompt import Prompt
from generator.content.review import Status
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.facets import FACETS, Facet, level_term
from generator.pages.parts.shown import offered_prompts, shown_prompts
from generator.pages.urls import lookup_url
from generator.text.mixing import mixed
from generator.words import Words

DEPTH = next(facet for facet in FACETS if facet.name == "intensity")

TECHNIQUE = Facet("technique", "", lambda library, prompt: (library.technique_of(prompt).id,))
"""Guides are no vocabulary, and each has a page of its own, but one can choose by them too."""

FIND_FACETS: tuple[Facet, ...] = (*FACETS[:3], TECHNIQUE, *FACETS[3:])
"""Everything that one can choose by at once."""

PIECE = 32
"""Cards in one file: about 4 kB compressed, and one or two files for the first results."""
POOL = 366
"""Prompts at most that the prompt of the day is chosen from: about 5 kB compressed."""
DEEP = 3
FIRST_CHAR = 48
"""The first term of a facet is written as the character "0", the next as "1", and so on."""


def found_prompts(library: Library) -> tuple[Prompt, ...]:
    """What can be found, in the order of search results: lightest first, ways of writing mixed."""
    return _mixed(library, offered_prompts(library))


def packed_prompts(library: Library) -> tuple[Prompt, ...]:
    """All that a packet may hold: what can be found, then what is for a session alone."""
    room = (p for p in shown_prompts(library) if p.for_the_room)
    return (*found_prompts(library), *_mixed(library, room))


def _mixed(library: Library, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    place = {
        prompt.id: (position, library.techniques[prompt_set.technique].structure, set_id)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    return tuple(sorted(prompts, key=lambda p: (p.intensity, place[p.id])))


def lookup_files(library: Library, words: Words) -> dict[str, bytes]:
    """The files by their paths below the top of the site."""
    prompts = found_prompts(library)
    pieces = dict(_pieces(library, prompts, words))
    names = list(pieces)
    table = {
        "size": len(prompts),
        "piece": PIECE,
        "pieces": names,
        "facets": {facet.name: _column(library, facet, prompts) for facet in FIND_FACETS},
        "deep": [
            term_id
            for term_id in terms_in_use(library, DEPTH, prompts)
            if any(level_term(library, level).id == term_id for level in range(DEEP, 5))
        ],
    }
    pool = set(day_pool(library))
    days = {
        "piece": PIECE,
        "pieces": names,
        "pool": {prompt.id: place for place, prompt in enumerate(prompts) if prompt.id in pool},
    }
    return {
        **{lookup_url(name): content for name, content in pieces.items()},
        lookup_url("table"): lookup_script("table", table),
        lookup_url("days"): lookup_script("days", days),
    }


def terms_in_use(library: Library, facet: Facet, prompts: Sequence[Prompt]) -> tuple[str, ...]:
    """The ids that prompts have, in the order in which they are shown."""
    used = {term_id for prompt in prompts for term_id in facet.of(library, prompt)}
    if facet is TECHNIQUE:
        order = sorted(library.techniques.values(), key=lambda t: (t.structure, t.id))
        return tuple(technique.id for technique in order if technique.id in used)
    return tuple(term.id for term in library.taxonomies[facet.taxonomy].terms if term.id in used)


def day_pool(library: Library) -> tuple[str, ...]:
    """Ids from which the prompt of the day is chosen: light or medium, for a person alone.

    A stable choice: a new prompt takes the place of one at most.
    """
    alone = library.taxonomies["settings"].terms[0].id
    suited = [
        prompt.id
        for prompt in library.prompts.values()
        if prompt.status is Status.PUBLISHED
        and prompt.intensity < DEEP
        and prompt.audience == USUAL_AUDIENCE
        and alone in prompt.settings
        and set(USUAL_AGES) & set(prompt.age_bands)
    ]
    return tuple(sorted(suited, key=lambda i: (mixed(i), i))[:POOL])


def prompt_of_the_day(library: Library, day: date) -> Prompt | None:
    """The same for everybody on a date: the one whose number for this day is the highest.

    So a new prompt takes a few days for itself, and all other days stay as they were.
    """
    pool = day_pool(library)
    if not pool:
        return None
    chosen = max(pool, key=lambda i: (mixed(f"{day.isoformat()} {i}"), i))
    return library.prompts[chosen]


def _pieces(
    library: Library, prompts: Sequence[Prompt], words: Words
) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(prompts), PIECE):
        cards = [prompt_card(library, p, words) for p in prompts[start : start + PIECE]]
        rows = [[card.url, card.title, card.text, " · ".join(card.meta)] for card in cards]
        yield lookup_piece("cards", rows)


def _column(library: Library, facet: Facet, prompts: Sequence[Prompt]) -> dict[str, object]:
    terms = terms_in_use(library, facet, prompts)
    chars = {term_id: chr(FIRST_CHAR + place) for place, term_id in enumerate(terms)}
    of = ("".join(chars[i] for i in facet.of(library, prompt)) for prompt in prompts)
    return {"terms": terms, "of": " ".join(of)}


def lookup_piece(kind: str, value: object) -> tuple[str, bytes]:
    """A file and its name, which changes with what is in it."""
    name = f"{kind}-{hashlib.sha256(_json(value).encode()).hexdigest()[:10]}"
    return name, lookup_script(name, value)


def lookup_script(name: str, value: object) -> bytes:
    """A file that hands one value over to `theme/js/catalogue.js`."""
    return f"ws.catalogue.take({_json(name)},{_json(value)});\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
