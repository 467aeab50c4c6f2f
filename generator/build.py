"""Build pipeline of one edition: plan, render, write, build, finish, publish."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.content.library import Library
from generator.edition import clinic_assets, edition_config, edition_options, page_files
from generator.engine.engines import build_pages, engine_difference
from generator.exports.browser.catalogue import lookup_files
from generator.exports.browser.danger import danger_files
from generator.exports.browser.packet_items import packet_item_files
from generator.exports.browser.search_index import search_files
from generator.exports.cards import card_files
from generator.exports.files import export_files
from generator.fingerprint import fingerprint, frame_fingerprint, remember, remembered
from generator.finish.finish import finish
from generator.gc_tuning import infrequent_gc
from generator.incremental import build_changed, remember_made
from generator.output.disjoint import disjoint_union
from generator.output.lock import build_lock
from generator.output.swap import publish, recover
from generator.output.write import WriteResult, write_tree
from generator.pages.page import Page
from generator.pages.parts.sheets import print_files
from generator.pages.planners import plan_site
from generator.places import Places
from generator.planned_links import expect_planned
from generator.printing import print_library
from generator.progress import counted
from generator.render.environment import Renderer
from generator.render.render_cache import Recall, RenderCache, nothing_recalled
from generator.rendered import recall_rendered, remember_rendered
from generator.report import Say
from generator.site.site import Site
from generator.worksheets.prints import NO_PRINTS, Prints


@dataclass(frozen=True)
class Built:
    """What a build did."""

    pages: int
    site: Path
    changed: bool
    missing: str = ""
    """A sentence on what could not be made on this machine; empty if all was."""
    engine_difference: str = ""
    """A sentence on how the engine that built it differs from MkDocs; empty if it does not."""


@dataclass(frozen=True)
class _Generated:
    """The planned pages and the result of writing docs/."""

    pages: tuple[Page, ...]
    files: WriteResult
    missing: str


def render_site(site: Site, prints: Prints = NO_PRINTS) -> dict[str, bytes]:
    """Path below docs/ → bytes of every generated file of the edition, all in memory."""
    return render_pages(site, tuple(plan_site(site, prints)), prints)


def render_pages(
    site: Site,
    pages: tuple[Page, ...],
    prints: Prints,
    render_cache: RenderCache | None = None,
    recalled: Recall = nothing_recalled,
) -> dict[str, bytes]:
    """Path below docs/ → bytes of every generated file, for pages that are planned already."""
    renderer = Renderer.of(site, render_cache)
    return disjoint_union(
        renderer.render_all(pages, recalled),
        lookup_files(site),
        packet_item_files(site, prints, renderer.render_form),
        danger_files(site),
        search_files(site, pages),
        export_files(site, prints),
        card_files(site, renderer.render_card),
        print_files(prints),
        clinic_assets(site),
    )


def generate(places: Places, library: Library, say: Say) -> WriteResult:
    """Generate docs/ from the library, writing only files that changed; holds the build lock."""
    with build_lock(places.lock, waiting=lambda: say("Another build is running; waiting for it.")):
        site = Site.of(library)
        _configure(places, site)
        return _generate(places, site, say).files


def build(
    places: Places,
    site: Site,
    say: Say,
    *,
    reference: bool = False,
    render_cache: RenderCache | None = None,
) -> Built:
    """Build and publish the site of an edition; on any error the last good site stays.

    Holds the build lock. Raises Refused (content, output, engine or finishing pass) or OSError.
    With `reference` the engine builds every page, in a process of its own; the bytes are the same.
    `render_cache` is for a process that builds again and again.
    """
    waiting = partial(say, "Another build is running; waiting for it.")
    with infrequent_gc(), build_lock(places.lock, waiting=waiting):
        recover(places.site)
        _configure(places, site)
        frame = frame_fingerprint(places)
        written = _generate(places, site, say, render_cache, "" if reference else frame)
        now = fingerprint(places, site.today, frame)
        if now == remembered(places):
            return Built(_count(places.site), places.site, changed=False)
        fresh = places.work / "site"
        options = edition_options(site, written.pages)
        pages = counted(say, "Building the pages")
        changed = None if reference else build_changed(places, fresh, frame, options, pages)
        if changed is None:
            say("Building all pages by the engine itself.")
            build_pages(places.config, fresh, today=site.today)
            say("Finishing them: repairs, security policy, links.")
        report = changed.report if changed else finish(fresh, options=options)
        publish(fresh, places.site)
        if changed:
            remember_made(places, changed)
        remember(places, now)
        return Built(
            report.pages, places.site, changed=True, missing=written.missing,
            engine_difference=engine_difference(places.config),
        )  # fmt: skip


def _configure(places: Places, site: Site) -> None:
    """Write the engine's configuration for the edition."""
    places.config.parent.mkdir(parents=True, exist_ok=True)
    places.config.write_bytes(edition_config(places, site))


def _generate(
    places: Places,
    site: Site,
    say: Say,
    render_cache: RenderCache | None = None,
    frame: str = "",
) -> _Generated:
    """Plan, print and render the edition, and write docs/.

    With the hash of the frame, pages that the last build rendered are read from docs/.
    """
    expect_planned(site, places.base_config)
    prints = print_library(site, cache=places.prints, say=say)
    say("Writing the pages.")
    pages = tuple(plan_site(site, prints))
    cache = RenderCache() if render_cache is None else render_cache
    recalled = recall_rendered(places, frame) if frame else nothing_recalled
    files = disjoint_union(render_pages(site, pages, prints, cache, recalled), page_files(site))
    written = write_tree(files, places.docs)
    if frame:
        remember_rendered(places, cache, pages, frame)
    return _Generated(pages, written, prints.missing)


def _count(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))
