"""Commands `generate`, `build`, `package` and `serve`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from generator.build import Built, build, generate
from generator.commands.reading import library_of, site_to_build_once
from generator.console import (
    FORESEEN,
    Progress,
    as_refused,
    explained,
    progress_callback,
    say,
    say_up_to_date,
    shown,
)
from generator.places import Places, expect_output_folder
from generator.progress import counted
from generator.render.render_cache import RenderCache
from generator.report import Form, report
from generator.site.site import Site
from generator.site_zip import SiteZip, pack
from generator.text.suggestions import as_id
from generator.up_to_date import Scan, note


def generate_pages(places: Places, today: date) -> None:
    """Command `generate`: write docs/ without running the engine."""
    written = generate(places, library_of(places, today), progress_callback())
    changed = len(written.created) + len(written.updated)
    say(
        f"{changed} pages written, {len(written.removed)} removed, "
        f"{written.unchanged} as they were."
    )


def build_site(places: Places, today: date, inputs: Scan | None, *, reference: bool) -> None:
    """Build one edition; records `inputs`, a scan from before, for the next up-to-date check."""
    started = time.perf_counter()
    site, warnings = site_to_build_once(places, today)
    built = build(places, site, progress_callback(), reference=reference)
    _say_built(built, time.perf_counter() - started)
    if inputs is not None and not built.missing:
        note(places, inputs, "\n".join(filter(None, (warnings, built.engine_difference))))


def build_many(
    editions: Sequence[Places], today: date, form: Form, packs: Path | None = None
) -> None:
    """Build several editions in parallel; with a folder for `packs`, a zip file of each there too.

    Raises the first unforeseen error, or else SystemExit with the highest exit code of a failure.
    """
    from generator.archives import Archives
    from generator.batch import build_many  # needs processes, which one edition does not

    for places in editions:
        if packs is not None:
            expect_output_folder(packs, places)
    failed, mistakes = 0, []
    progress = Progress()
    to = None if packs is None else Archives(packs)
    done = counted(progress.say, "Building the sites")
    for outcome in build_many(editions, today, packs=to, done=done):
        progress.clear()
        if outcome.as_before is not None:
            stands = outcome.places.site if to is None else to.file(outcome.places)
            say_up_to_date(stands, outcome.as_before)
        if outcome.warnings:
            say(report(outcome.warnings), to_people=True)
        if outcome.built is not None:
            _say_built(outcome.built)
        if outcome.packed is not None:
            _say_packed(outcome.packed)
        if isinstance(outcome.error, FORESEEN):
            say(f"{outcome.places.own or outcome.places.edition.clinic}:", to_people=True)
            failed = max(failed, explained(outcome.error, form))
        elif outcome.error is not None:
            say(f"{outcome.places.own or outcome.places.edition.clinic}:", to_people=True)
            say("A mistake in the program, told at the end.", to_people=True)
            mistakes.append(outcome.error)
    if mistakes:
        raise mistakes[0]
    if failed:
        raise SystemExit(failed)


def _say_built(built: Built, seconds: float | None = None) -> None:
    if built.missing:
        say(built.missing, to_people=True)
    if built.engine_difference:
        say(built.engine_difference, to_people=True)
    if not built.changed:
        say_up_to_date(built.site)
        return
    took = "" if seconds is None else f", made in {seconds:.1f} seconds"
    say(f"{built.pages} pages in {shown(built.site)}{took}.")


def pack_site(places: Places, today: date, folder: Path) -> None:
    """Build one edition and write its site as a zip file into a folder."""
    expect_output_folder(folder, places)
    site, _ = site_to_build_once(places, today)
    built = build(places, site, progress_callback())
    packed = pack(
        built.site, folder, name=as_id(site.clinic.short_name) or site.clinic.id,
        address=site.clinic.base_url, day=site.today, words=site.words,
    )  # fmt: skip
    _say_packed(packed)


def _say_packed(packed: SiteZip) -> None:
    say(f"{packed.files} files in {shown(packed.file)}, {packed.size / 1e6:.1f} MB.")


def serve(places: Places, today: Callable[[], date], port: int, *, opens: bool, poll: bool) -> None:
    """Serve an edition until interrupted; after a failed build the last good site stays."""
    # Sockets and threads, which no other command needs.
    from generator.preview import Preview, asset_stamps, unchanged_pages
    from generator.serve.live_reload import Rebuilt, ServerState
    from generator.serve.server import serve_site

    render_cache = RenderCache()
    preview = Preview(render_cache)

    def rebuild(live: ServerState) -> Rebuilt:
        try:
            site = Site.of(library_of(places, today()))
            shown = preview.pages(places, site, live.open_pages)
            live.show(shown)
            looks = asset_stamps(places.site)
            built = build(places, site, progress_callback(), render_cache=render_cache)
        except FORESEEN as error:
            explained(error)
            say("The last good site is still shown.", to_people=True)
            return Rebuilt(mistakes=report(as_refused(error).problems))
        now = datetime.now().strftime("%H:%M:%S")
        say(f"{now}  {'Built again' if built.changed else 'No change'}.")
        same = unchanged_pages(places.site, shown) if looks == asset_stamps(places.site) else ()
        return Rebuilt(is_new=built.changed, as_before=same)

    def started(url: str) -> None:
        say(f"The site is at {url}. Stop with Ctrl-C.")
        if opens:
            click.launch(url)

    if not places.site.is_dir():
        site = Site.of(library_of(places, today()))
        build(places, site, progress_callback(), render_cache=render_cache)
    serve_site(
        places, port=port, rebuild=rebuild, poll=poll, started=started,
        polls=lambda: say("This system does not tell of changes here: looking each second."),
    )  # fmt: skip
