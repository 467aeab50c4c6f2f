"""URL scheme (routes): path of every page and file from the site root. No other module knows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlencode

HOME = "index.html"
PROMPTS = "prompts/index.html"
START = "start.html"
"""Former start page; kept for its redirect to the home page."""
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
"""Link preview image (Open Graph) of the site."""


def mood_picture_url(mood: str) -> str:
    """Link preview image (Open Graph) with the line of a mood."""
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
"""Planned pages by the name that rich text links to (`page:name`)."""

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
"""Pages of `content/pages/` by the name that rich text links to."""

SITE_PAGES = {**MADE_PAGES, **HANDWRITTEN_PAGES}
"""All targets of `page:name` links in rich text."""

ADDRESSES = {**SITE_PAGES, "packet": PACKING, "authors": AUTHORS}
"""All pages that templates link to by name."""


def prompt_url(prompt_id: str) -> str:
    """The page of one prompt; a permalink of its id alone, so that it can move to another set."""
    return f"prompts/{prompt_id}.html"


def lookup_url(name: str) -> str:
    """A lookup script that pages load on demand (classic script, so that file:// works)."""
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
    """The packet builder, opened with these items as percent-encoded pairs in the fragment.

    Keys are those of `theme/js/pages/packet-address.js`: p for a prompt, w for a worksheet, t for
    text alone, each followed by its day d and its note n.
    """
    listed = list(things)
    count = sum(name in ("p", "w", "t") for name, _ in listed)
    named = [("title", title)] if title else []
    pairs = [("packet", "1"), *named, *listed, ("end", str(count)), ("edit", "1")]
    return f"{PACKING}#{urlencode(pairs)}"


def packing_from_url(facet: str, term_id: str) -> str:
    """The packet builder, its prompts filtered by one term of a facet."""
    return f"{PACKING}#{urlencode({facet: term_id})}"


def facet_url(facet: str, term_id: str, number: int = 1) -> str:
    """Page `number` (from 1) of the paginated list of prompts that have this term."""
    return f"browse/{facet}/{term_id}{'' if number == 1 else f'-page-{number}'}.html"


def resource_kind_url(kind: str) -> str:
    """The listings of one kind."""
    return f"resources/{kind}.html"


def resource_url(kind: str, resource_id: str) -> str:
    """One listing: a fragment of the page of its kind."""
    return f"{resource_kind_url(kind)}#{resource_id}"


def resource_facet_url(facet: str, term_id: str) -> str:
    """The list of listings that have this term; for the facet `kind`, the page of the kind."""
    return resource_kind_url(term_id if facet == "kind" else f"{facet}-{term_id}")


def handout_url(area_id: str) -> str:
    """The printable handout of an area: contacts on one sheet of paper."""
    return f"resources/handout-{area_id}.html"


def study_url(study_id: str) -> str:
    """One study: a fragment of the page of all studies."""
    return f"{STUDIES}#{study_id}"


def calendar_url(resource_id: str) -> str:
    """The iCalendar file (.ics) of one group or workshop."""
    return f"resources/calendars/{resource_id}.ics"


def export_url(name: str) -> str:
    """An API file; the version (`v1`) is part of its path. `name` has its file extension."""
    return f"{EXPORTS}/{name}"


def export_schema_url(name: str) -> str:
    """The JSON Schema of an API file."""
    return f"{EXPORTS}/schema/{name}.schema.json"


def embed_url(name: str) -> str:
    """An embeddable card, for an iframe on another site."""
    return f"{EMBEDS}/{name}.html"


def oembed_url(name: str) -> str:
    """The oEmbed response (JSON) of an embeddable card."""
    return f"{OEMBEDS}/{name}.json"


def handwritten_url(page_id: str) -> str:
    """A handwritten page, by its path relative to docs/ without extension."""
    return f"{page_id}.html"


def find_url(**chosen: str) -> str:
    """The prompt finder with one term selected in each of these facets (in the fragment)."""
    return f"{PROMPTS}#{'&'.join(f'{facet}={term}' for facet, term in chosen.items())}"


def author_url(name: str) -> str:
    """A page of the author's reference."""
    return f"authors/{name}.html"


def clinic_logo_url(name: str) -> str:
    """The file of the clinic's logo."""
    return f"assets/{name}"


def relative(target: str, page: str) -> str:
    """Relative URL of `target`, fragment kept, on `page`, so that the site works below any path."""
    path, hash_sign, anchor = target.partition("#")
    here, _, page_name = page.rpartition("/")
    if path == page:
        return f"{hash_sign}{anchor}" or page_name
    there, _, name = path.rpartition("/")
    return f"{_folder_path(there, here)}{name}{hash_sign}{anchor}"


def source_path(url: str) -> str:
    """Markdown source of a page, relative to docs/."""
    return f"{url.removesuffix('.html')}.md"


# Cached: a site has many links and few folders.
@cache
def _folder_path(there: str, here: str) -> str:
    """Relative path from folder `here` to `there`, with a final slash; empty if they are one."""
    path = posixpath.relpath(f"/{there}", f"/{here}")
    return "" if path == "." else f"{path}/"
