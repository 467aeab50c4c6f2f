"""The whole program on one screen: read, check, plan, render, write, build, finish, publish."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.checks import check
from generator.content.drafts import drafts_in, leave_out
from generator.content.layers.entry import Key
from generator.content.library import Library
from generator.content.load import Base, load_library
from generator.edition import clinic_assets, edition_config, edition_options, page_files
from generator.engine.engines import build_pages, otherwise
from generator.exports.browser.catalogue import lookup_files
from generator.exports.browser.danger import danger_files
from generator.exports.browser.search_index import search_files
from generator.exports.browser.shelf import shelf_files
from generator.exports.cards import card_files
from generator.exports.files import export_files
from generator.fingerprint import fingerprint, frame_fingerprint, remember, remembered
from generator.finish.finish import finish
from generator.incremental import build_changed, remember_made
from generator.output.lock import build_lock
from generator.output.swap import publish, recover
from generator.output.together import together
from generator.output.write import Written, write_tree
from generator.pages.page import Page
from generator.pages.parts.sheets import print_files
from generator.pages.planners import plan_site
from generator.places import Places
from generator.printing import print_library
from generator.problems import Problems
from generator.progress import counted
from generator.render.environment import Kept, Renderer
from generator.report import Say
from generator.site.site import Site
from generator.site.words import words_entry
from generator.worksheets.prints import NO_PRINTS, Prints


@dataclass(frozen=True)
class Built:
    """What a build did."""

    pages: int
    site: Path
    changed: bool
    missing: str = ""
    """A sentence that says what could not be made here, if anything."""
    otherwise: str = ""
    """What is otherwise with the engine that built it than with the usual one, if anything."""


@dataclass(frozen=True)
class _Generated:
    """What stands in docs/ now."""

    pages: tuple[Page, ...]
    files: Written
    missing: str


def read(
    places: Places, today: date, *, requested: Collection[str] = (), base: Base | None = None
) -> tuple[Library, Problems]:
    """Read, decode and check everything that was written for an edition.

    `requested` are the ids of rules that hold on request only and are wanted here; `base` is the
    library that several editions share, if it was read before.

    What is wrong in drafts is a warning, and such drafts are not in the library.
    If the problems hold errors, the library is good for nothing but reporting them.
    """
    problems = Problems()
    with _rare_collection():
        library = load_library(
            places.content,
            problems,
            edition=places.edition,
            today=today,
            own=places.own,
            base=base,
        )
        library = replace(library, words=words_entry(places.edition.locale))
        read_well = len(problems.found)
        check(library, problems, requested)
        if problems.has_errors and (drafts := drafts_in(library.entries.values())):
            _excuse_drafts(library, problems, read_well, drafts, requested)
    return leave_out(library, problems.left_out), problems


def _excuse_drafts(
    library: Library,
    problems: Problems,
    read_well: int,
    drafts: Collection[Key],
    requested: Collection[str],
) -> None:
    """What is told of a published entry only because there is a draft like it stops no build."""
    without = Problems(draft_at=problems.draft_at)
    check(leave_out(library, drafts), without, requested)
    true_anyway = set(without.found)
    problems.found[read_well:] = [
        problem if problem in true_anyway else problem.as_warning()
        for problem in problems.found[read_well:]
    ]


def render_site(site: Site, prints: Prints = NO_PRINTS) -> dict[str, bytes]:
    """Every generated file of the edition, by its path below docs/: the whole site in memory."""
    return render_pages(site, tuple(plan_site(site, prints)), prints)


def render_pages(
    site: Site, pages: tuple[Page, ...], prints: Prints, kept: Kept | None = None
) -> dict[str, bytes]:
    """The same, for pages that are planned; those that equal one in `kept` are as they were."""
    renderer = Renderer.of(site, kept)
    return together(
        dict(renderer.render(page) for page in pages),
        lookup_files(site),
        shelf_files(site, prints, renderer.render_form),
        danger_files(site),
        search_files(site, pages),
        export_files(site, prints),
        card_files(site, renderer.render_card),
        print_files(prints),
        clinic_assets(site),
    )


def generate(places: Places, library: Library, say: Say) -> Written:
    """Write what the library says into docs/, touching only what changed."""
    with build_lock(places.lock, waiting=lambda: say("Another build is running; waiting for it.")):
        return _generate(places, Site.of(library), say).files


def build(
    places: Places,
    site: Site,
    say: Say,
    *,
    reference: bool = False,
    kept: Kept | None = None,
) -> Built:
    """Build the site of an edition; whatever goes wrong, the last good site stays.

    With `reference` the engine builds every page, in a process of its own; the bytes are the same.
    `kept` is for a process that builds again and again.
    """
    waiting = partial(say, "Another build is running; waiting for it.")
    with _rare_collection(), build_lock(places.lock, waiting=waiting):
        recover(places.site)
        written = _generate(places, site, say, kept)
        frame = frame_fingerprint(places)
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
            otherwise=otherwise(places.config),
        )  # fmt: skip


def _generate(places: Places, site: Site, say: Say, kept: Kept | None = None) -> _Generated:
    prints = print_library(site, cache=places.prints, say=say)
    say("Writing the pages.")
    places.config.parent.mkdir(parents=True, exist_ok=True)
    places.config.write_bytes(edition_config(places, site))
    pages = tuple(plan_site(site, prints))
    files = together(render_pages(site, pages, prints, kept), page_files(site))
    return _Generated(pages, write_tree(files, places.docs), prints.missing)


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for garbage less often: this makes a million values and drops hardly any.

    With 10,000 prompts a third of the time of reading went into looking them through in vain.
    """
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _count(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))
