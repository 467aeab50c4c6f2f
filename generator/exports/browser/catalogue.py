"""Client-side prompt index: dictionary-encoded facet columns, chunks of cards, pool of the day.

Each file is a classic script that passes one JSON value to a callback (as JSONP does), because a
page opened from file:// may not fetch. Chunks carry a content hash in their name (cache busting),
so a cached table never meets newer cards.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import DEEP
from generator.pages.parts.cards import prompt_card
from generator.site.catalogue import FIND_FACETS, terms_in_use
from generator.site.facets import FACETS, Facet
from generator.site.prompt_of_the_day import day_pool
from generator.site.site import Site
from generator.site.urls import lookup_url

DEPTH = next(facet for facet in FACETS if facet.name == "intensity")

PIECE = 32
"""Cards per chunk: about 4 kB compressed, and one or two chunks for the first results."""
FIRST_CHAR = 48
"""Code point for the first term of a facet: terms are encoded as "0", "1" and so on."""


def lookup_files(site: Site) -> dict[str, bytes]:
    """Table, chunks of cards, and pool of the day, as scripts by path from the site root.

    A prompt's position in `Site.found` is its row number in all of them.
    """
    prompts = site.found
    pieces = dict(_pieces(site, prompts))
    names = list(pieces)
    table = {
        "size": len(prompts),
        "piece": PIECE,
        "pieces": names,
        "facets": {facet.name: _column(site, facet, prompts) for facet in FIND_FACETS},
        "deep": [
            term_id
            for term_id in terms_in_use(site, DEPTH, prompts)
            if any(site.level(level).id == term_id for level in range(DEEP, 5))
        ],
        "neverByChance": [place for place, prompt in enumerate(prompts) if not prompt.by_chance],
    }
    pool = set(day_pool(site))
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


def _pieces(site: Site, prompts: Sequence[Prompt]) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(prompts), PIECE):
        cards = [prompt_card(site, p) for p in prompts[start : start + PIECE]]
        rows = [[card.url, card.title, card.text, " · ".join(card.meta)] for card in cards]
        yield lookup_piece("cards", rows)


def _column(site: Site, facet: Facet, prompts: Sequence[Prompt]) -> dict[str, object]:
    terms = terms_in_use(site, facet, prompts)
    chars = {term_id: chr(FIRST_CHAR + place) for place, term_id in enumerate(terms)}
    of = ("".join(chars[i] for i in facet.of(site, prompt)) for prompt in prompts)
    return {"terms": terms, "of": " ".join(of)}


def lookup_piece(kind: str, value: object) -> tuple[str, bytes]:
    """(name, script) of a chunk; the name ends with 10 hex digits of the content's SHA-256."""
    name = f"{kind}-{hashlib.sha256(_json(value).encode()).hexdigest()[:10]}"
    return name, lookup_script(name, value)


def lookup_script(name: str, value: object) -> bytes:
    """Script that passes one JSON value to `ws.catalogue.take` of `theme/js/catalogue.js`."""
    return f"ws.catalogue.take({_json(name)},{_json(value)});\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
