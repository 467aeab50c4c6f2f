"""Folders: which files of content/ hold which entry, and a problem for what belongs nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.content.kinds import KINDS, Kind
from generator.content.overlay import RawEntry, entry_from
from generator.content.sentences import suggestion
from generator.content.source import read_source
from generator.problems import EnvironmentProblem, Location, Problems

Key = tuple[str, str]
"""Kind and id of an entry."""
CLINIC_FILE = "clinic.yaml"
LOCALES = "locales"


@dataclass(frozen=True)
class Layer:
    """The entries of one layer as read, and which more there are that could not be read."""

    entries: dict[Key, RawEntry] = field(default_factory=dict)
    unreadable: set[Key] = field(default_factory=set)


def read_layer(folder: Path, content: Path, problems: Problems) -> Layer:
    """Every entry below `folder`, which is content/ itself or is laid out like it."""
    layer = Layer()
    if not folder.is_dir():
        return layer
    _refuse_unknown(folder, content, problems)
    for kind in KINDS:
        if kind.name == "clinic":
            continue
        place = folder / kind.folder
        for group in _visible(place) if kind.grouped else [place]:
            if kind.grouped and not group.is_dir():
                _misplaced(group, content, problems, f"Move it into {kind.folder}/<kind>/.")
            else:
                _read_folder(kind, group, content, layer, problems)
    return layer


def read_clinic(content: Path, clinic: str, problems: Problems) -> Layer:
    """What a clinic says of itself; a clinic that is not there is trouble with the command."""
    layer = Layer()
    file = content / "clinics" / clinic / CLINIC_FILE
    if not file.exists():
        raise EnvironmentProblem(
            f'There is no clinic "{clinic}": {shown(file, content)} is missing.'
        )
    _read_file("clinic", clinic, "", file, content, layer, problems)
    return layer


def shown(file: Path, content: Path) -> str:
    """The path as an author knows it: from the folder that holds content/."""
    return f"{content.name}/{file.relative_to(content).as_posix()}"


def _read_folder(kind: Kind, folder: Path, content: Path, layer: Layer, problems: Problems) -> None:
    for file in _visible(folder):
        if file.suffix == ".yaml":
            _read_file(kind.name, file.stem, folder.name, file, content, layer, problems)
        elif file.is_dir():
            hint = f"Move the files in it into {shown(folder, content)}/."
            _misplaced(file, content, problems, hint)
        else:
            hint = f"Content files end in .yaml, such as {file.stem}.yaml."
            _misplaced(file, content, problems, hint)


def _read_file(
    kind: str,
    entry_id: str,
    group: str,
    file: Path,
    content: Path,
    layer: Layer,
    problems: Problems,
) -> None:
    source = read_source(file, shown_as=shown(file, content), problems=problems)
    if source is None:
        layer.unreadable.add((kind, entry_id))
        return
    entry = entry_from(kind, entry_id, group, source)
    other = layer.entries.setdefault((kind, entry_id), entry)
    if other is not entry:
        problems.error(
            Location(entry.path),
            "id-is-unique",
            f'There are two files for the {kind} "{entry_id}"; the other is {other.path}.',
            "Give one of them another name.",
        )


def _refuse_unknown(folder: Path, content: Path, problems: Problems) -> None:
    known = {kind.folder for kind in KINDS if folder == content or kind.name != "clinic"}
    if folder == content:
        known.add(LOCALES)
        for place in _visible(content / "clinics"):
            if not place.is_dir():
                _misplaced(place, content, problems, f"Move it to clinics/<id>/{CLINIC_FILE}.")
    for place in _visible(folder):
        if place.is_dir() and place.name in known:
            continue
        if place.is_file() and (_explains(place) or _is_of_clinic(place, content)):
            continue
        hint = suggestion(place.name, known) or f"Folders here: {', '.join(sorted(known))}."
        _misplaced(place, content, problems, hint)


def _explains(file: Path) -> bool:
    return file.name.upper().startswith(("README", "LICENSE"))


def _is_of_clinic(file: Path, content: Path) -> bool:
    in_clinic = file.parent.parent == content / "clinics"
    return in_clinic and (file.name == CLINIC_FILE or file.suffix in (".svg", ".png"))


def _misplaced(place: Path, content: Path, problems: Problems, hint: str) -> None:
    what = "folder" if place.is_dir() else "file"
    problems.error(
        Location(shown(place, content)),
        "file-is-in-its-place",
        f'The {what} "{place.name}" does not belong here.',
        hint,
    )


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if not p.name.startswith("."))
