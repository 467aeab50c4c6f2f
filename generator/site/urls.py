"""Where a page lives: the only place that knows. Addresses are paths from the top of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlencode

HOME = "index.html"
PROMPTS = "prompts/index.html"
START = "start.html"
"""Where people once began; the home page has taken its place."""
MOOD_MAP = "mood-map.html"
TECHNIQUES = "techniques/index.html"
WORKSHEETS = "worksheets/index.html"
WORKSHEETS_BY_DEPTH = "worksheets/by-depth.html"
WORKSHEETS_BY_TIME = "worksheets/by-time.html"
WORKSHEETS_BY_TECHNIQUE = "worksheets/by-technique.html"
PACKETS = "packets/index.html"
PACKING = "packet.html"
RESOURCES = "resources/index.html"
CRISIS = "crisis.html"
TRUST = "trust.html"
STUDIES = "studies.html"
AUTHORS = "authors/index.html"
WRITING = "writing.html"
PROGRAMS = "api"
EXPORTS = f"{PROGRAMS}/v1"
GROUPS_CALENDAR = f"{EXPORTS}/groups.ics"
JSON_FEED = f"{EXPORTS}/feed.json"
ATOM = f"{EXPORTS}/feed.xml"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
SHARED_PICTURE = "assets/sharing.png"
"""The picture beside a link that somebody shares."""


def mood_picture_url(mood: str) -> str:
    """The same with the line of a mood."""
    return f"assets/sharing/{mood}.png"


CHECK_IN = "check-in.html"
ROUTINE = "routine.html"
EMBEDDING = "embedding.html"

EMBEDS = "embed"
OEMBEDS = "oembed"

MADE_PAGES = {
    "home": HOME,
    "prompts": PROMPTS,
    "mood-map": MOOD_MAP,
    "techniques": TECHNIQUES,
    "worksheets": WORKSHEETS,
    "packets": PACKETS,
    "resources": RESOURCES,
    "crisis": CRISIS,
    "studies": STUDIES,
    "writing": WRITING,
    "check-in": CHECK_IN,
    "embedding": EMBEDDING,
    "trust": TRUST,
    "routine": ROUTINE,
}
"""Pages that are made from content, by the names that texts use."""

HANDWRITTEN_PAGES = {
    "about": "about.html",
    "safety": "safety.html",
    "privacy": "privacy.html",
    "for-therapists": "for-therapists.html",
    "for-developers": "for-developers.html",
    "by-difficulty": "by-difficulty.html",
    "written-exposure": "written-exposure.html",
    "starting": "starting.html",
    "rhythm": "rhythm.html",
    "paper-or-phone": "paper-or-phone.html",
    "sharing": "sharing.html",
    "when-it-gets-worse": "when-it-gets-worse.html",
    "for-family": "for-family.html",
    "for-groups": "for-groups.html",
    "goals": "goals.html",
    "research": "research.html",
}
"""Pages of `content/pages/` that texts link to."""

SITE_PAGES = {**MADE_PAGES, **HANDWRITTEN_PAGES}
"""Pages that rich text can link to as `page:name`."""

ADDRESSES = {**SITE_PAGES, "packet": PACKING, "authors": AUTHORS}
"""Pages that templates lead to, by the names that they use."""


def prompt_url(prompt_id: str) -> str:
    """The page of one prompt; its id is its address, so the set it stands in may change."""
    return f"prompts/{prompt_id}.html"


def lookup_url(name: str) -> str:
    """A file that the browser looks prompts up in."""
    return f"assets/find/{name}.js"


def prompt_set_url(set_id: str) -> str:
    """The page of a set of prompts."""
    return f"sets/{set_id}.html"


def technique_url(technique_id: str) -> str:
    """The guide to a technique."""
    return f"techniques/{technique_id}.html"


def worksheet_url(sheet_id: str) -> str:
    """The page of one worksheet."""
    return f"worksheets/{sheet_id}.html"


def worksheet_file_url(name: str) -> str:
    """A file to print or keep: a PDF, or a zip of several."""
    return f"worksheets/files/{name}"


def worksheet_picture_url(sheet_id: str, page: int) -> str:
    """The picture of one page of a worksheet."""
    return f"worksheets/pictures/{sheet_id}-{page}.png"


def packet_url(packet_id: str) -> str:
    """The plan of one packet."""
    return f"packets/{packet_id}.html"


def packing_url(things: Iterable[tuple[str, str]], *, title: str = "") -> str:
    """The page where packets are put together, opened with these things to change them.

    Things are named as `theme/js/pages/packet-address.js` names them: p for a prompt, w for a
    worksheet, t for words alone, each followed by its day d and its note n.
    """
    listed = list(things)
    many = sum(name in ("p", "w", "t") for name, _ in listed)
    named = [("title", title)] if title else []
    pairs = [("packet", "1"), *named, *listed, ("end", str(many)), ("edit", "1")]
    return f"{PACKING}#{urlencode(pairs)}"


def packing_from_url(facet: str, term_id: str) -> str:
    """The page where packets are put together, with the prompts of a term to choose from."""
    return f"{PACKING}#{urlencode({facet: term_id})}"


def facet_url(facet: str, term_id: str, number: int = 1) -> str:
    """Page `number` of the prompts that have this term."""
    return f"browse/{facet}/{term_id}{'' if number == 1 else f'-page-{number}'}.html"


def resource_kind_url(kind: str) -> str:
    """The listings of one kind."""
    return f"resources/{kind}.html"


def resource_url(kind: str, resource_id: str) -> str:
    """One listing, on the page of its kind."""
    return f"{resource_kind_url(kind)}#{resource_id}"


def resource_facet_url(facet: str, term_id: str) -> str:
    """The listings that have this term, in a plain list; those of a kind have a fuller page."""
    return resource_kind_url(term_id if facet == "kind" else f"{facet}-{term_id}")


def handout_url(area_id: str) -> str:
    """Whom to reach in an area, on one sheet of paper."""
    return f"resources/handout-{area_id}.html"


def study_url(study_id: str) -> str:
    """One study, on the page of all."""
    return f"{STUDIES}#{study_id}"


def calendar_url(resource_id: str) -> str:
    """The dates of one group or workshop, for a reader's own calendar."""
    return f"resources/calendars/{resource_id}.ics"


def export_url(name: str) -> str:
    """A file for programs; its version is part of its address."""
    return f"{EXPORTS}/{name}"


def export_schema_url(name: str) -> str:
    """What a file for programs may hold."""
    return f"{EXPORTS}/schema/{name}.schema.json"


def embed_url(name: str) -> str:
    """A card for other people's pages."""
    return f"{EMBEDS}/{name}.html"


def oembed_url(name: str) -> str:
    """What a page that shows a card by its address asks for."""
    return f"{OEMBEDS}/{name}.json"


def handwritten_url(page_id: str) -> str:
    """A page written by hand, by its path below docs/."""
    return f"{page_id}.html"


def find_url(**chosen: str) -> str:
    """The page where prompts are found, with one term chosen of each of these facets."""
    return f"{PROMPTS}#{'&'.join(f'{facet}={term}' for facet, term in chosen.items())}"


def author_url(name: str) -> str:
    """A page of the author's reference."""
    return f"authors/{name}.html"


def clinic_logo_url(name: str) -> str:
    """The file of the clinic's logo."""
    return f"assets/{name}"


def relative(target: str, page: str) -> str:
    """The way from one page to another, so that the site works wherever it is put."""
    path, hash_sign, anchor = target.partition("#")
    here, _, page_name = page.rpartition("/")
    if path == page:
        return f"{hash_sign}{anchor}" or page_name
    there, _, name = path.rpartition("/")
    return f"{_way(there, here)}{name}{hash_sign}{anchor}"


def source_path(url: str) -> str:
    """The Markdown file from which the engine makes this page."""
    return f"{url.removesuffix('.html')}.md"


# A site has many links and few folders.
@cache
def _way(there: str, here: str) -> str:
    """From one folder to another, ending in a slash unless they are the same."""
    way = posixpath.relpath(f"/{there}", f"/{here}")
    return "" if way == "." else f"{way}/"
