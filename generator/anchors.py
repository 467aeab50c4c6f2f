"""Check of fragment links from hand-written pages to generated ones, without building the site.

Ids of a page are known once it is planned and rendered, so only pages that are linked to are
rendered, before sheets are printed. Links between hand-written pages are checked with the content.
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
    """Raise ContentError with every link whose fragment is no id of the generated page."""
    problems = Problems()
    if links := tuple(anchored_links(site.library)):
        check_anchors(site, links, problems)
    problems.raise_if_errors()


def check_anchors(site: Site, links: Collection[AnchoredLink], problems: Problems) -> None:
    """Add a problem for each link whose fragment is no id of its page; renders these pages."""
    targets = {link.source for link in links}
    renderer = Renderer.of(site)
    anchors = {
        source: PageMarkdown(renderer.render(page)[1].decode("utf-8")).anchors
        for page in plan_site(site)
        if (source := source_path(page.url)) in targets
    }
    for link in links:
        if problem := missing_anchor(link.address, link.anchor, anchors.get(link.source)):
            problems.error(link.at, *problem)
