"""A browser has nothing against the made-up clinics' sites: barriers, policy, other hosts."""

from __future__ import annotations

import pytest

from generator.pages.planners import plan_site
from generator.site.site import Site
from tests.browser.barriers import ALL, COLOURS, barriers, looks

pytestmark = pytest.mark.browser

OWN = ("home", "crisis", "resources", "handout")
"""Kinds of page with a clinic's own words, numbers and listings."""
COLOURED = (*OWN, "prompt", "worksheet", "check-in")
"""These, and kinds that show between them what one writes in and presses, in a clinic's colours.

Of every use of such a colour, in any style sheet, `palette/contrast_pairs.py` asks the contrast.
"""


def test_pages_in_a_clinics_colours(open_page, example, serve):
    """axe finds nothing on the pages for readers in the clinic's colours, day and night.

    They have the templates of the library's own site, which is asked for all on each kind of page.
    So here all is asked where a clinic says most itself, and elsewhere what its colours can change.
    As on any page opened here, nothing is asked of another host and the policy is kept.
    """
    start = serve(example.places.site, f"/{example.own.name}/")
    kinds = {
        page.template: page.url
        for page in plan_site(Site.of(example.library()))
        if page.template in COLOURED
    }
    page = open_page("index.html", start=start, reduced_motion="reduce")
    assert kinds.keys() == set(COLOURED)
    found = []
    for kind, path in kinds.items():
        page.goto(f"{start}{path}")
        for width, scheme in looks(page):
            rules = ALL if kind in OWN and scheme == "light" else COLOURS
            found += [f"{kind} {width} {scheme} {v}" for v in barriers(page, rules)]
    assert not found
