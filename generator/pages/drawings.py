"""Authors' gallery of SVG drawings, with the names by which templates call them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.drawings.icons import ICONS
from generator.drawings.marks import CHANGES
from generator.drawings.scene import LANDS
from generator.drawings.sheets import SHEETS
from generator.drawings.ways import STEPS
from generator.pages.page import Page
from generator.site.site import Site
from generator.site.urls import author_url


def plan_drawings(site: Site) -> Iterator[Page]:
    """One page: moods and techniques of the edition, then the drawings that all editions have."""
    yield Page(
        url=author_url("drawings"),
        template="author-drawings",
        title=site.words("drawings.title"),
        description=site.words("drawings.description"),
        context={
            "moods": site.taxonomies["moods"].terms,
            "techniques": site.techniques,
            "steps": tuple(STEPS),
            "levels": site.taxonomies["intensity"].terms,
            "changes": tuple((name, site.words(f"drawings.after.{name}")) for name in CHANGES),
            "sheets": SHEETS,
            "icons": tuple(ICONS),
            "heads": tuple(LANDS),
        },
        searchable=False,
    )
