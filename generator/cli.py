"""Command-line interface (click): commands, options and their help.

What they do is in `commands/`, which takes a second to import: an up-to-date build does without.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.console import plain_errors, prepare_console, say_as_before
from generator.content.models.paper import Paper
from generator.engine.names import EngineName
from generator.places import USUAL_PACKS, Places, clinics_in, places_of
from generator.problems import EnvironmentProblem
from generator.report import Form
from generator.up_to_date import scan
from generator.worksheets.variant import Size

NEW_KINDS = ("prompt-set", "technique", "worksheet", "packet", "resource", "study")
FIRST_DAY, LAST_DAY = date(2026, 1, 1), date(2099, 12, 31)
"""A clock outside of these is wrong: the program is younger, and dates of zip files end in 2107."""


engine_option = click.option(
    "--engine",
    type=click.Choice([name.value for name in EngineName]),
    help="Build with this engine, whichever the configuration names.",
)
form_option = click.option(
    "--format", "form", type=click.Choice([f.value for f in Form]), default=Form.TEXT.value,
    help="How to write what was found: for people, for GitHub, or for other programs.",
)  # fmt: skip


def clinic_option(
    help_text: str, *, multiple: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option `--clinic`: the id of a clinic in content/clinics/, or its folder."""
    return click.option(
        "--clinic", metavar="ID_OR_FOLDER", multiple=multiple,
        help=f"{help_text}: an id in content/clinics/, or a folder that has a clinic.yaml.",
    )  # fmt: skip


class _Program(click.Group):
    """The group of commands; prepares the console for every message first."""

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
    from generator.commands import reading

    with plain_errors(Form(form)):
        reading.check(_places(clinic), _today(), Form(form), reviewed=reviewed)


@main.command()
@clinic_option("Whose edition to look at")
def coverage(clinic: str | None) -> None:
    """Show how many prompts there are for whom, and where more are needed.

    The same is on the site's page for authors, as heat maps. Last come the counts of all kinds of
    entries, and how long the prompts are.
    """
    from generator.commands import reports

    with plain_errors():
        reports.show_coverage(_places(clinic), _today())


@main.command()
@clinic_option("Whose edition to look at")
def clarity(clinic: str | None) -> None:
    """Show seven signs of how clear each guide is. This is not a PEMAT score.

    Ratings of clarity are made by people; these are things at which they look as well.
    """
    from generator.commands import reports

    with plain_errors():
        reports.show_clarity(_places(clinic), _today())


@main.command(name="generate")
@clinic_option("Whose edition to generate")
def generate_pages(clinic: str | None) -> None:
    """Write the pages into docs/, without building the site.

    For those who run the engine (MkDocs) themselves.
    """
    from generator.commands import building

    with plain_errors():
        building.generate_pages(_places(clinic), _today())


@main.command(name="build")
@clinic_option("Whose edition to build; name several to build them side by side", multiple=True)
@click.option("--all", "every", is_flag=True, help="Build every clinic in content/clinics/.")
@click.option(
    "--reference",
    is_flag=True,
    help="Let the engine build every page of one edition by itself: the same bytes, slowly.",
)
@click.option(
    "--pack",
    "packs",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Also put each site into FOLDER as one zip file, with its checksum beside it.",
)
@engine_option
@form_option
def build_site(
    clinic: tuple[str, ...],
    form: str,
    *,
    every: bool,
    reference: bool,
    packs: Path | None,
    engine: str | None,
) -> None:
    """Build the whole site into the folder site/.

    If something is wrong, every reason is given and the last good site stays as it is. Of several
    sites, what is wrong with one stops no other; what failed or changed is built the next time.
    """
    if every and clinic:
        raise click.UsageError("--all builds every clinic; leave out --clinic, or --all.")
    with plain_errors(Form(form)):
        names = clinics_in(Path.cwd()) if every else clinic
        today = _today()
        if len(names) > 1 or packs is not None:
            if reference:
                raise click.UsageError(
                    "--reference builds one edition in its own folder: name one clinic, and pack "
                    "it afterwards with writing-site package."
                )
            from generator.commands import building

            editions = [_places(name, engine) for name in dict.fromkeys(names or (None,))]
            building.build_many(editions, today, Form(form), packs)
            return
        places = _places(names[0] if names else None, engine)
        inputs = scan(places, today)
        if reference or not say_as_before(places, inputs):
            from generator.commands import building

            building.build_site(places, today, inputs, reference=reference)


@main.command()
@clinic_option("Whose edition to pack")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(USUAL_PACKS),
    show_default=True,
    help="Where to put the file.",
)
@engine_option
def package(clinic: str | None, folder: Path, engine: str | None) -> None:
    """Build the site and pack it into one zip file, to send to whoever puts it online.

    With the site are a text that says how, checksums, and a container file for those who want one.
    """
    from generator.commands import building

    with plain_errors():
        building.pack_site(_places(clinic, engine), _today(), folder)


@main.command()
@clinic_option("Whose edition to serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="Where to serve it; 0 for any that is free.")  # fmt: skip
@click.option("--open/--no-open", "open_browser", default=True, help="Open it in a browser.")
@click.option("--poll", is_flag=True, help="Look through the folders each second: for network "
              "drives and shared folders, where the system does not tell of changes.")  # fmt: skip
@engine_option
def serve(
    clinic: str | None, port: int, open_browser: bool, poll: bool, engine: str | None
) -> None:
    """Show the site in a browser, and build it again whenever something is saved.

    It is shown on this computer only. Stop it with Ctrl-C.
    """
    from generator.commands import building

    with plain_errors():
        places = _places(clinic, engine)
        building.serve(places, _today, port, opens=open_browser, poll=poll)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("schemas"))
def schema(folder: Path) -> None:
    """Write the rules of the content files, so that editors can help.

    With them, VS Code (with its extension "YAML") and other editors complete field names, list what
    is allowed and underline mistakes while you type. They know the entries that are there now: run
    this again after adding some.
    """
    from generator.commands import starting

    with plain_errors():
        starting.write_schemas(_places(None), _today(), folder)


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
    from generator.commands import starting

    with plain_errors():
        if kind == "clinic":
            starting.start_clinic(Path(name), _today(), country.upper())
        else:
            starting.start_entry(_places(None), _today(), kind, name, resource_kind)


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
@click.option("--prune", is_flag=True, help="Also forget all prints but these.")
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
    if prune and (ids or paper or size):
        raise click.UsageError("--prune goes by all worksheets; leave out IDs, --paper and --size.")
    from generator.commands import printing

    with plain_errors():
        printing.print_worksheets(
            _places(clinic), _today(), ids, paper=Paper(paper) if paper else None,
            size=Size(size) if size else None, folder=folder, prune=prune,
        )  # fmt: skip


def _places(clinic: str | None, engine: str | None = None) -> Places:
    return replace(places_of(clinic, Path.cwd()), engine=engine)


def _today() -> date:
    """The day of the build: the only clock, or SOURCE_DATE_EPOCH for reproducible builds.

    Raises EnvironmentProblem for no number, or a day that cannot be.
    """
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
