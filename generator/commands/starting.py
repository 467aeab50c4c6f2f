"""Commands `schema` and `new`: schemas for editors, files of a new entry or clinic."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.authoring.new_clinic import new_clinic
from generator.authoring.new_entry import starter
from generator.authoring.schema import editor_settings, schemas
from generator.checks.address_conflicts import refused_file_name
from generator.console import say, shown
from generator.content.edition_id import Edition
from generator.output.atomic import write_atomically
from generator.places import Places, expect_clinic_folder, expect_output_folder, library_root
from generator.problems import EnvironmentProblem
from generator.reading import read


def write_schemas(places: Places, today: date, folder: Path) -> None:
    """Write the JSON Schemas of the content files, and VS Code settings unless there are some.

    Content with errors is no obstacle: it is told that what cannot be read is missing in them.
    """
    expect_output_folder(folder, places)
    library, problems = read(places, today)
    files = schemas(library)
    for name, content in files.items():
        write_atomically(folder / name, content.encode())
    project = places.own or places.root
    settings = project / ".vscode" / "settings.json"
    if not settings.exists():
        write_atomically(settings, editor_settings(folder, project).encode())
        say(f"Wrote {shown(settings)}.")
    say(f"Wrote {len(files)} schemas into {shown(folder)}.")
    if problems.has_errors:
        say(
            "The content has errors, and what cannot be read is not in the schemas. Mend it "
            "(writing-site check says how), then run this again.",
            to_people=True,
        )


def start_entry(places: Places, today: date, kind: str, name: str, resource_kind: str) -> None:
    """Write the file of a new entry.

    Raises EnvironmentProblem if it exists or may not be so called.
    """
    library, _ = read(places, today)
    path, text = starter(kind, name, library, group=resource_kind)
    _expect_file_name(kind, name)
    file = (places.content if places.own is None else places.own) / path
    if file.exists():
        raise EnvironmentProblem(f"{shown(file)} exists already; choose another name.")
    _write_new({file: text})
    say(f"Wrote {shown(file)}. Open it, follow the comments, then run: writing-site check")


def start_clinic(folder: Path, today: date, country: str) -> None:
    """Write the files of a new clinic.

    Raises EnvironmentProblem if the folder is not empty or may not be so called.
    """
    places = Places(library_root(Path.cwd()), Edition())
    expect_clinic_folder(folder, places)
    _expect_file_name("clinic", folder.resolve().name)
    library, _ = read(places, today)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EnvironmentProblem(f"{shown(folder)} is there already and not empty; choose another.")
    _write_new({folder / path: text for path, text in new_clinic(library, country).items()})
    say(f"Wrote a new site into {shown(folder)}. Open README.md there; it says how to go on.")


def _expect_file_name(kind: str, name: str) -> None:
    if refused := refused_file_name(kind, name):
        raise EnvironmentProblem(f"{refused} Choose another name.")


def _write_new(files: dict[Path, str]) -> None:
    for file, text in files.items():
        write_atomically(file, text.encode())
