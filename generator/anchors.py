"""Places within pages that the program makes, to which pages written by hand link.

They are known when a page is planned and rendered: asked before sheets are printed, of such pages
alone. Places within pages written by hand are looked at with all that was written.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.checks.page_links import AnchoredLink, anchored_links, missing_anchor
from generator.pages.planners import plan_site
from generator.problems import Problems
from generator.render.environment import Renderer
from generator.site.site import Site
from generator.site.urls import source_path
from generator.text.page_markdown import PageMarkdown


def expect_anchors(site: Site) -> None:
    """Promise that each such place is there; raises ContentError with all that are not."""
    problems = Problems()
    if links := tuple(anchored_links(site.library)):
        check_anchors(site, links, problems)
    problems.raise_if_errors()


def check_anchors(site: Site, links: Collection[AnchoredLink], problems: Problems) -> None:
    """Each place that is led to is on its page."""
    wanted = {link.source for link in links}
    renderer = Renderer.of(site)
    anchors = {
        source: PageMarkdown(renderer.render(page)[1].decode("utf-8")).anchors
        for page in plan_site(site)
        if (source := source_path(page.url)) in wanted
    }
    for link in links:
        if said := missing_anchor(link.address, link.anchor, anchors.get(link.source)):
            problems.error(link.at, *said)
