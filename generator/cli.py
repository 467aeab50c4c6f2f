"""The commands that people type. The only module that prints."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.build import Built, build, generate, read
from generator.console import (
    CONTENT_PROBLEM,
    explained,
    plain_errors,
    prepare_console,
    say,
    saying,
    shown,
)
from generator.content.error_messages import as_id
from generator.content.library import Edition, Library
from generator.content.models.clinic import Paper
from generator.engine.mkdocs import expect_config
from generator.output.atomic import write_atomically
from generator.places import Places, clinics_in, library_root, places_of
from generator.printing import print_chosen
from generator.problems import ContentError, EnvironmentProblem
from generator.render.environment import Kept
from generator.report import Form, counts, report, summary
from generator.site.site import Site
from generator.site.words import load_words
from generator.worksheets.variant import Size

NEW_KINDS = ("prompt-set", "technique", "worksheet", "packet", "resource", "study")
FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2099, 12, 31)
"""A clock outside of these is wrong: the program is younger, and archives cannot say later days."""


form_option = click.option(
    "--format", "form", type=click.Choice([f.value for f in Form]), default=Form.TEXT.value,
    help="How to write what was found: for people, for GitHub, or for other programs.",
)  # fmt: skip


def clinic_option(
    help_text: str, *, multiple: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option that says for whom: the id of a clinic in content/clinics, or its folder."""
    return click.option(
        "--clinic", metavar="ID_OR_FOLDER", multiple=multiple,
        help=f"{help_text}: an id in content/clinics/, or a folder that has a clinic.yaml.",
    )  # fmt: skip


class _Program(click.Group):
    """The commands, on a console that can show every sentence."""

    def main(self, *args: Any, **options: Any) -> Any:
        prepare_console()
        return super().main(*args, **options)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="writing-site")
def main() -> None:
    """Make a site for therapeutic writing from plain text files.

    The words are in the folder content/. Change them with any editor, then run
    "writing-site check" to see whether all is well, and "writing-site serve" to look at the site.
    """


@main.command()
@form_option
@clinic_option("Whose edition to check")
@click.option("--reviewed", is_flag=True, help="Refuse what nobody has reviewed.")
def check(form: str, clinic: str | None, *, reviewed: bool) -> None:
    """Look for mistakes in the content and say how to mend each.

    Nothing is changed. Every line names the file, the line and the column of a mistake.
    """
    from generator.checks.reviews import RULES, unreviewed

    with plain_errors(Form(form)):
        requested = {rule.id for rule in RULES} if reviewed else set()
        places = _places(clinic)
        expect_config(places.base_config)
        library, problems = read(places, _today(), requested=requested)
        found = problems.sorted
        if found or Form(form) is Form.JSON:
            say(report(found, Form(form)))
        say(f"{summary(found).capitalize()}.", to_people=True)
        waiting = unreviewed(library)
        if waiting and not reviewed:
            say(f"Nobody has reviewed yet: {counts(waiting)}.", to_people=True)
        if problems.has_errors:
            raise SystemExit(CONTENT_PROBLEM)


@main.command()
@clinic_option("Whose edition to look at")
def coverage(clinic: str | None) -> None:
    """Show how many prompts there are for whom, and where more are needed.

    The same is on the site's page for authors, as heat maps. Last come the counts of all kinds of
    entries, and how long the prompts are.
    """
    from generator.reports import tally
    from generator.reports.coverage import as_text, coverage

    with plain_errors():
        library = _library(_places(clinic))
        say(f"{as_text(coverage(library))}\n\n{tally.as_text(tally.tally(library))}")


@main.command()
@clinic_option("Whose edition to look at")
def clarity(clinic: str | None) -> None:
    """Show seven signs of how clear each guide is. This is not a PEMAT score.

    Ratings of clarity are made by people; these are things at which they look as well.
    """
    from generator.reports.clarity import as_text, clarity

    with plain_errors():
        say(as_text(clarity(_library(_places(clinic)))))


@main.command(name="generate")
@clinic_option("Whose edition to generate")
def generate_pages(clinic: str | None) -> None:
    """Write the pages into docs/, without building the site.

    For those who run the engine (MkDocs) themselves.
    """
    with plain_errors():
        places = _places(clinic)
        written = generate(places, _library(places), saying())
        changed = len(written.created) + len(written.updated)
        say(
            f"{changed} pages written, {len(written.removed)} removed, "
            f"{written.unchanged} as they were."
        )


@main.command(name="build")
@clinic_option("Whose edition to build; name several to build them side by side", multiple=True)
@click.option("--all", "every", is_flag=True, help="Build every clinic in content/clinics/.")
@click.option(
    "--reference",
    is_flag=True,
    help="Let the engine build every page of one edition by itself: the same bytes, slowly.",
)
@form_option
def build_site(clinic: tuple[str, ...], form: str, *, every: bool, reference: bool) -> None:
    """Build the whole site into the folder site/.

    If something is wrong, every reason is given and the last good site stays as it is.
    """
    with plain_errors(Form(form)):
        names = clinics_in(Path.cwd()) if every else clinic
        if len(names) > 1:
            _build_many([_places(name) for name in dict.fromkeys(names)], Form(form))
            return
        places = _places(names[0] if names else None)
        started = time.perf_counter()
        built = build(places, _library(places), saying(), reference=reference)
        _say_built(built, time.perf_counter() - started)


def _build_many(editions: list[Places], form: Form) -> None:
    from generator.many import build_many  # needs processes, which one edition does not

    failed = 0
    for outcome in build_many(editions, _today()):
        if outcome.warnings:
            say(report(outcome.warnings), to_people=True)
        if outcome.built is not None:
            _say_built(outcome.built)
        elif outcome.error is not None:
            say(f"{outcome.places.own or outcome.places.edition.clinic}:", to_people=True)
            failed = max(failed, explained(outcome.error, form))
    if failed:
        raise SystemExit(failed)


def _say_built(built: Built, seconds: float | None = None) -> None:
    if built.missing:
        say(built.missing, to_people=True)
    if not built.changed:
        say(f"Nothing has changed: {shown(built.site)} is up to date.")
        return
    took = "" if seconds is None else f", made in {seconds:.1f} seconds"
    say(f"{built.pages} pages in {shown(built.site)}{took}.")


@main.command()
@clinic_option("Whose edition to pack")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("dist"),
    show_default=True,
    help="Where to put the file.",
)
def package(clinic: str | None, folder: Path) -> None:
    """Build the site and pack it into one zip file, to send to whoever puts it online.

    With the site are a text that says how, checksums, and a container file for those who want one.
    """
    from generator.site_zip import pack

    with plain_errors():
        places = _places(clinic)
        library = _library(places)
        built = build(places, library, saying())
        assert library.clinic is not None
        packed = pack(
            built.site, folder, name=as_id(library.clinic.short_name) or library.clinic.id,
            address=library.clinic.base_url, day=library.today,
            words=load_words(library.edition.locale),
        )  # fmt: skip
        megabytes = packed.size / 1e6
        say(f"{packed.files} files in {shown(packed.file)}, {megabytes:.1f} MB.")


@main.command()
@clinic_option("Whose edition to serve")
@click.option("--port", default=8000, show_default=True, help="Where to serve it.")
@click.option("--open/--no-open", "open_browser", default=True, help="Open it in a browser.")
@click.option("--poll", is_flag=True, help="Look through the folders each second: for network "
              "drives and shared folders, where the system does not tell of changes.")  # fmt: skip
def serve(clinic: str | None, port: int, open_browser: bool, poll: bool) -> None:
    """Show the site in a browser, and build it again whenever something is saved.

    It is shown on this computer only. Stop it with Ctrl-C.
    """
    from generator.serve import serve_site  # needs sockets and threads, which no other command does

    with plain_errors():
        places = _places(clinic)

    kept = Kept()

    def rebuild() -> None:
        try:
            with plain_errors():
                built = build(places, _library(places), saying(), kept=kept)
                now = datetime.now().strftime("%H:%M:%S")
                say(f"{now}  {'Built again' if built.changed else 'No change'}.")
        except SystemExit:
            say("The last good site is still shown.", to_people=True)

    rebuild()
    if not places.site.is_dir():
        raise SystemExit(CONTENT_PROBLEM)
    with plain_errors():
        url = f"http://127.0.0.1:{port}/"
        say(f"The site is at {url}. Stop with Ctrl-C.")
        if open_browser:
            click.launch(url)
        serve_site(
            places, port=port, rebuild=rebuild, poll=poll,
            polls=lambda: say("This system does not tell of changes here: looking each second."),
        )  # fmt: skip


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("schemas"))
def schema(folder: Path) -> None:
    """Write the rules of the content files, so that editors can help.

    With them, VS Code (with its extension "YAML") and other editors complete field names, list what
    is allowed and underline mistakes while you type. They know the entries that are there now: run
    this again after adding some.
    """
    from generator.authoring.schema import editor_settings, schemas

    with plain_errors():
        places = _places(None)
        library, _ = read(places, _today())
        files = schemas(library)
        for name, content in files.items():
            write_atomically(folder / name, content.encode())
        project = places.own or places.root
        settings = project / ".vscode" / "settings.json"
        if not settings.exists():
            write_atomically(settings, editor_settings(folder, project).encode())
            say(f"Wrote {shown(settings)}.")
        say(f"Wrote {len(files)} schemas into {shown(folder)}.")


@main.command()
@click.argument("kind", type=click.Choice([*NEW_KINDS, "clinic"]))
@click.argument("name", metavar="ID_OR_FOLDER")
@click.option("--resource-kind", default="book", show_default=True,
              help="For a resource: its kind, such as book or app.")  # fmt: skip
@click.option("--country", default="US", show_default=True,
              help="For a clinic: the two-letter code of its country.")  # fmt: skip
def new(kind: str, name: str, resource_kind: str, country: str) -> None:
    """Start a new entry, or a clinic's own site: files with every field explained.

    The name of an entry is its id and that of its file: lower-case words joined by hyphens, such
    as morning-lists. It is a draft until you remove the line "status: draft". The name of a clinic
    is a folder of its own, anywhere, which is made.
    """
    with plain_errors():
        if kind == "clinic":
            _new_clinic(Path(name), country.upper())
        else:
            _new_entry(kind, name, resource_kind)


def _new_entry(kind: str, name: str, resource_kind: str) -> None:
    from generator.authoring.new_entry import starter

    places = _places(None)
    library, _ = read(places, _today())
    path, text = starter(kind, name, library, group=resource_kind)
    file = (places.content if places.own is None else places.own) / path
    if file.exists():
        raise EnvironmentProblem(f"{shown(file)} exists already; choose another name.")
    _write_new({file: text})
    say(f"Wrote {shown(file)}. Open it, follow the comments, then run: writing-site check")


def _new_clinic(folder: Path, country: str) -> None:
    from generator.authoring.new_clinic import new_clinic

    library, _ = read(Places(library_root(Path.cwd()), Edition()), _today())
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EnvironmentProblem(f"{shown(folder)} is there already and not empty; choose another.")
    _write_new({folder / path: text for path, text in new_clinic(library, country).items()})
    say(f"Wrote a new site into {shown(folder)}. Open README.md there; it says how to go on.")


def _write_new(files: dict[Path, str]) -> None:
    for file, text in files.items():
        write_atomically(file, text.encode())


@main.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--paper", type=click.Choice([p.value for p in Paper]), help="On this paper only.")
@click.option("--size", type=click.Choice([s.value for s in Size]), help="In this size only.")
@clinic_option("With whose name and numbers")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("printed"),
    show_default=True,
    help="Where to put the files.",
)
@click.option("--prune", is_flag=True, help="Also forget earlier prints that are out of date.")
def worksheets(
    ids: tuple[str, ...],
    paper: str | None,
    size: str | None,
    clinic: str | None,
    folder: Path,
    prune: bool,
) -> None:
    """Make the PDF files of worksheets, without building the site.

    ID is the name of a worksheet, such as three-good-things; without any, all are made.
    """
    with plain_errors():
        places = _places(clinic)
        site = Site.of(_library(places))
        with click.progressbar(length=1, label="Printing", file=sys.stderr) as bar:

            def done(ready: int, of: int) -> None:
                bar.length = of
                bar.update(1)

            files = print_chosen(
                site, ids, cache=places.prints, done=done, prune=prune,
                paper=Paper(paper) if paper else None, size=Size(size) if size else None,
            )  # fmt: skip
            bar.update(bar.length or 1)
        for name, content in files.items():
            write_atomically(folder / name, content)
        say(f"{len(files)} files in {shown(folder)}.")


def _places(clinic: str | None) -> Places:
    return places_of(clinic, Path.cwd())


def _library(places: Places) -> Library:
    expect_config(places.base_config)
    library, problems = read(places, _today())
    if problems.has_errors:
        raise ContentError(problems.sorted)
    if problems.found:
        say(report(problems.sorted), to_people=True)
    return library


def _today() -> date:
    """The only clock; SOURCE_DATE_EPOCH sets it for builds that must repeat exactly."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        today = date.today() if stamp is None else datetime.fromtimestamp(int(stamp), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise EnvironmentProblem("SOURCE_DATE_EPOCH is not a number of seconds.") from None
    if not FIRST_DAY <= today <= LAST_DAY:
        clock = "The clock of this computer" if stamp is None else "SOURCE_DATE_EPOCH"
        raise EnvironmentProblem(
            f"{clock} says that today is {today}, which cannot be. Set it to the right day."
        )
    return today
