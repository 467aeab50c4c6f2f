"""Folders: which files of content/ hold which entry, and a problem for what belongs nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.content.drafts import draft_finder, drafts_in_text
from generator.content.layers.entry import Key, RawEntry, read_entry
from generator.content.layers.names import CLINIC_FILE, CLINICS, LOCALES, MADE, PAGES
from generator.content.logo import KINDS as KINDS_OF_LOGO
from generator.content.models.kinds import KINDS, Kind
from generator.content.reading.regular_files import read_content
from generator.content.reading.strays import COPY, MERGE_COPY, is_conflict_copy, is_stray
from generator.problems import EnvironmentProblem, Location, Problems
from generator.text.suggestions import as_id, suggestion


class Sort(StrEnum):
    """What a folder of entries is for, which decides what else may lie in it."""

    BASE = "base"
    LOCALE = "locale"
    CLINIC = "clinic"
    OWN = "own"
    """A clinic's own folder, outside of content/: a project of its own, with its built site."""


@dataclass(frozen=True)
class Ground:
    """A folder laid out like content/, and how its author knows it: content, or as they typed."""

    folder: Path
    shown_as: str
    sort: Sort = Sort.BASE

    def shown(self, file: Path) -> str:
        """The path of a file in it as its author knows it."""
        return (Path(self.shown_as) / file.relative_to(self.folder)).as_posix()


@dataclass(frozen=True)
class Layer:
    """The entries of one layer as read, and which more there are that could not be read."""

    entries: dict[Key, RawEntry] = field(default_factory=dict)
    unreadable: set[Key] = field(default_factory=set)
    drafts: set[Key] = field(default_factory=set)
    """Drafts with mistakes that were found on reading; those that could not be read are among
    the unreadable too."""


def base_ground(content: Path) -> Ground:
    """The folder of the whole library."""
    return Ground(content, content.name)


def locale_ground(content: Path, locale: str) -> Ground:
    """The folder of a language."""
    return Ground(content / LOCALES / locale, f"{content.name}/{LOCALES}/{locale}", Sort.LOCALE)


def clinic_ground(content: Path, clinic: str, own: Path | None) -> Ground:
    """The folder of a clinic: `own` if it has one elsewhere, else the one inside content/."""
    if own is not None:
        return Ground(own, own.as_posix(), Sort.OWN)
    return Ground(content / CLINICS / clinic, f"{content.name}/{CLINICS}/{clinic}", Sort.CLINIC)


def read_layer(ground: Ground, problems: Problems) -> Layer:
    """Every entry below a folder that is laid out like content/."""
    layer = Layer()
    if not ground.folder.is_dir():
        return layer
    _refuse_unknown(ground, problems)
    for kind in KINDS:
        place = ground.folder / kind.folder
        if kind.name == "clinic" or _is_link(place, ground, problems):
            continue
        for group in _visible(place, ground, problems) if kind.grouped else [place]:
            if group is not place and _is_link(group, ground, problems):
                continue
            if kind.grouped and not group.is_dir():
                _misplaced(group, ground, problems, f"Move it into {kind.folder}/<kind>/.")
            else:
                _read_folder(kind, group, ground, layer, problems)
    return layer


def read_clinic(ground: Ground, clinic: str, problems: Problems) -> Layer:
    """What a clinic says of itself; a clinic that is not there is trouble with the command."""
    layer = Layer()
    file = ground.folder / CLINIC_FILE
    if not file.exists():
        raise EnvironmentProblem(f'There is no clinic "{clinic}": {ground.shown(file)} is missing.')
    _read_file("clinic", clinic, "", file, ground, layer, problems)
    return layer


def _read_folder(
    kind: Kind, folder: Path, ground: Ground, layer: Layer, problems: Problems
) -> None:
    for file in _visible(folder, ground, problems):
        if file.suffix == ".yaml":
            _read_file(kind.name, file.stem, folder.name, file, ground, layer, problems)
        elif file.is_dir():
            hint = f"Move the files in it into {ground.shown(folder)}/."
            _misplaced(file, ground, problems, hint)
        else:
            stem = _YAML.split(file.name)[0] if _YAML.search(file.name) else file.stem
            hint = f"Content files end in .yaml, such as {stem}.yaml."
            _misplaced(file, ground, problems, hint)


def _read_file(
    kind: str,
    entry_id: str,
    group: str,
    file: Path,
    ground: Ground,
    layer: Layer,
    problems: Problems,
) -> None:
    if _is_link(file, ground, problems):
        layer.unreadable.add((kind, entry_id))
        return
    shown_as = ground.shown(file)
    content = read_content(file, shown_as=shown_as, problems=problems)
    if content is None:
        layer.unreadable.add((kind, entry_id))
        return
    entry, faults = read_entry(kind, entry_id, group, content, shown_as)
    if entry is None:
        layer.unreadable.add((kind, entry_id))
        drafts = drafts_in_text(kind, entry_id, content.decode(errors="replace"))
        layer.drafts.update(drafts)
        problems.extend(p.as_warning() if drafts else p for p in faults)
        return
    draft_at = draft_finder([entry])
    for problem in faults:
        draft = draft_at(problem.location)
        layer.drafts.update([draft] if draft else [])
        problems.extend([problem.as_warning() if draft else problem])
    other = layer.entries.setdefault((kind, entry_id), entry)
    if other is not entry:
        problems.error(
            Location(entry.path),
            "id-is-unique",
            f'There are two files for the {kind} "{entry_id}"; the other is {other.path}.',
            "Give one of them another name.",
        )


def _refuse_unknown(ground: Ground, problems: Problems) -> None:
    is_base = ground.sort is Sort.BASE
    known = {kind.folder for kind in KINDS if is_base or kind.name != "clinic"}
    known.add(PAGES)
    if is_base:
        known.add(LOCALES)
        for place in _visible(ground.folder / CLINICS, ground, problems):
            if not place.is_dir():
                _misplaced(place, ground, problems, f"Move it to clinics/<id>/{CLINIC_FILE}.")
            elif as_id(place.name) != place.name:
                to = as_id(place.name)
                _misplaced(place, ground, problems, f"Rename it to {to}." if to else "Rename it.")
    for place in _visible(ground.folder, ground, problems):
        if place.is_dir() and (place.name in known or _is_made(place, ground)):
            continue
        if place.is_file() and (_explains(place) or _is_of_clinic(place, ground)):
            continue
        hint = suggestion(place.name, known) or f"Folders here: {', '.join(sorted(known))}."
        _misplaced(place, ground, problems, hint)


def _is_link(place: Path, ground: Ground, problems: Problems) -> bool:
    """Whether a clinic has a link here, which may lead out of its folder; that is a problem."""
    if ground.sort not in (Sort.CLINIC, Sort.OWN) or not place.is_symlink():
        return False
    problems.error(
        Location(ground.shown(place)),
        "file-is-no-link",
        "This is a link to another place, which a clinic's folder cannot have.",
        "Put the file or folder itself here.",
    )
    return True


def _is_made(folder: Path, ground: Ground) -> bool:
    """Whether it is what commands put into the folder of a clinic in which they are typed."""
    return ground.sort in (Sort.CLINIC, Sort.OWN) and folder.name in MADE


def _explains(file: Path) -> bool:
    return file.name.upper().startswith(("README", "LICENSE"))


def _is_of_clinic(file: Path, ground: Ground) -> bool:
    if ground.sort is Sort.OWN:
        # A project of its own has files of hosts and editors too; only content is ours to judge.
        return file.name == CLINIC_FILE or file.suffix != ".yaml"
    in_clinic = ground.sort is Sort.CLINIC
    return in_clinic and (file.name == CLINIC_FILE or file.suffix in KINDS_OF_LOGO)


def _misplaced(place: Path, ground: Ground, problems: Problems, hint: str) -> None:
    what = "folder" if place.is_dir() else "file"
    problems.error(
        Location(ground.shown(place)),
        "file-is-in-its-place",
        f'The {what} "{place.name}" does not belong here.',
        hint,
    )


def _visible(folder: Path, ground: Ground, problems: Problems) -> list[Path]:
    """What lies in a folder and was put there by people; a warning for each conflict copy."""
    if not folder.is_dir():
        return []
    places = sorted(p for p in folder.iterdir() if not is_stray(p.name))
    for copy in (place for place in places if is_conflict_copy(place.name)):
        problems.warn(
            Location(ground.shown(copy)),
            "copy-is-merged",
            COPY,
            MERGE_COPY,
        )
    return [place for place in places if not is_conflict_copy(place.name)]


_YAML = re.compile(r"\.ya?ml(?=[. ~_-]|$)", re.IGNORECASE)
