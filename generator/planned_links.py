"""Check of links from hand-written pages to generated pages and files, without building the site.

Which places a page has, and which files there are, is known once pages are planned. Only pages
that are linked to by a place are rendered, before sheets are printed. Links between hand-written
pages are checked with the content.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.checks.page_links import PlannedLink, missing_anchor, missing_target, planned_links
from generator.exports.calendars import calendar_files
from generator.menu import check_menu
from generator.pages.parts.embeds import plan_embeds
from generator.pages.planners import plan_site
from generator.pages.worksheets import zip_groups
from generator.problems import Problems
from generator.render.environment import Renderer
from generator.site.site import Site
from generator.site.urls import embed_url, oembed_url, source_path, worksheet_file_url
from generator.text.page_markdown import PageMarkdown
from generator.worksheets.variant import VARIANTS


def expect_planned(site: Site, base_config: Path) -> None:
    """Raise ContentError with every link to a generated page, place or file that is not planned,
    and every page of the menu that is not there."""
    problems = Problems()
    check_menu(base_config, site.library, problems)
    if links := tuple(planned_links(site.library)):
        check_planned(site, links, problems)
    problems.raise_if_errors()


def check_planned(site: Site, links: Collection[PlannedLink], problems: Problems) -> None:
    """Add a problem for each link whose page or file is not planned, or whose fragment is no id of
    its page; plans the site and renders the pages with such fragments."""
    pages = {source_path(page.url): page for page in plan_site(site)}
    targets = {link.source for link in links if link.anchor} & pages.keys()
    renderer = Renderer.of(site)
    anchors = {
        source: PageMarkdown(renderer.render(pages[source])[1].decode("utf-8")).anchors
        for source in targets
    }
    files = _planned_files(site) if any(link.is_file for link in links) else frozenset()
    for link in links:
        if link.is_file:
            known = files | pages.keys()
            problem = None if link.source in known else missing_target(link, known)
        else:
            problem = missing_anchor(link.address, link.anchor, anchors.get(link.source))
        if problem:
            problems.error(link.at, *problem)


def _planned_files(site: Site) -> frozenset[str]:
    """Paths from the site root of generated files to keep or embed: PDFs and zips of sheets, cards,
    calendars."""
    sheets = (v.file_name(sheet.id) for sheet in site.worksheets for v in VARIANTS)
    bundles = (f"{name}.zip" for name in zip_groups(site))
    names = [card.name for card in plan_embeds(site)]
    cards = [embed_url(name) for name in names] + [oembed_url(name) for name in names]
    files = (*map(worksheet_file_url, (*sheets, *bundles)), *cards, *calendar_files(site))
    return frozenset((*files, *map(source_path, cards)))  # a card is linked to like a page, too
