"""A browser has nothing against the made-up clinics' sites: barriers, policy, other hosts."""

from __future__ import annotations

import pytest

from generator.pages.planners import plan_site
from generator.site.site import Site
from tests.browser.barriers import barriers

pytestmark = pytest.mark.browser


def test_every_kind_of_page(open_page, example, serve):
    """axe finds nothing on any kind of page in the clinic's colours, narrow or wide, light or dark.

    As on any page opened here, nothing is asked of another host and the policy is kept.
    """
    start = serve(example.places.site, f"/{example.own.name}/")
    kinds = {page.template: page.url for page in plan_site(Site.of(example.library()))}
    page = open_page("index.html", start=start, reduced_motion="reduce")
    found = []
    for kind, path in kinds.items():
        page.goto(f"{start}{path}")
        for width, height, scheme in ((1280, 900, "light"), (360, 740, "dark")):
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            found += [f"{kind} {width} {scheme} {v}" for v in barriers(page)]
    assert not found
