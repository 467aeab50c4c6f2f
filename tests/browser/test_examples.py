"""A browser has nothing against the made-up clinics' sites: barriers, policy, other hosts."""

from __future__ import annotations

import pytest

from generator.pages.planners import plan_site
from generator.site.site import Site
from tests.browser.barriers import ALL, COLOURS, barriers

pytestmark = pytest.mark.browser


def test_every_kind_of_page(open_page, example, serve):
    """axe finds nothing on any kind of page for readers in the clinic's colours, day and night.

    Pages that lead on to another at once are left out: nobody looks at them. The others are those
    of the library's own site, which is asked for more: here by day all of axe's rules, by night
    those about colours.
    As on any page opened here, nothing is asked of another host and the policy is kept.
    """
    start = serve(example.places.site, f"/{example.own.name}/")
    kinds = {
        page.template: page.url
        for page in plan_site(Site.of(example.library()))
        if not page.template.startswith("author") and not page.leads_to
    }
    page = open_page("index.html", start=start, reduced_motion="reduce")
    found = []
    for kind, path in kinds.items():
        page.goto(f"{start}{path}")
        for width, height, scheme, rules in (
            (1280, 900, "light", ALL),
            (360, 740, "dark", COLOURS),
        ):
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            found += [f"{kind} {width} {scheme} {v}" for v in barriers(page, rules)]
    assert not found
