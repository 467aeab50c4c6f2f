"""Directory scanner: reads the entries of one layer and reports misplaced files and folders."""

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


class RootKind(StrEnum):
    """Type of a layer's root folder, which decides what else may be in it."""

    BASE = "base"
    LOCALE = "locale"
    CLINIC = "clinic"
    OWN = "own"
    """A clinic's folder outside of content/: a project of its own, with its built site."""


@dataclass(frozen=True)
class LayerRoot:
    """Root folder of a layer, laid out like content/, and its path as shown in messages."""

    folder: Path
    shown_as: str
    sort: RootKind = RootKind.BASE

    def shown(self, file: Path) -> str:
        """POSIX path of a file in it, for messages."""
        return (Path(self.shown_as) / file.relative_to(self.folder)).as_posix()


@dataclass(frozen=True)
class Layer:
    """Raw entries of one layer, and the keys of those that exist but could not be read."""

    entries: dict[Key, RawEntry] = field(default_factory=dict)
    unreadable: set[Key] = field(default_factory=set)
    drafts: set[Key] = field(default_factory=set)
    """Keys of drafts with faults found on reading; unreadable ones are in `unreadable` too."""


def base_root(content: Path) -> LayerRoot:
    """Root of the base layer."""
    return LayerRoot(content, content.name)


def locale_root(content: Path, locale: str) -> LayerRoot:
    """Root of a language's layer."""
    return LayerRoot(
        content / LOCALES / locale, f"{content.name}/{LOCALES}/{locale}", RootKind.LOCALE
    )


def clinic_root(content: Path, clinic: str, own: Path | None) -> LayerRoot:
    """Root of a clinic's layer: `own` if given, else its folder in content/."""
    if own is not None:
        return LayerRoot(own, own.as_posix(), RootKind.OWN)
    return LayerRoot(
        content / CLINICS / clinic, f"{content.name}/{CLINICS}/{clinic}", RootKind.CLINIC
    )


def read_layer(root: LayerRoot, problems: Problems) -> Layer:
    """Read every entry of a layer but clinic.yaml; an empty layer if the folder does not exist.

    Adds a problem for each fault, misplaced file and, in a clinic's folder, symbolic link.
    """
    layer = Layer()
    if not root.folder.is_dir():
        return layer
    _refuse_unknown(root, problems)
    for kind in KINDS:
        place = root.folder / kind.folder
        if kind.name == "clinic" or _is_link(place, root, problems):
            continue
        for group in _visible(place, root, problems) if kind.grouped else [place]:
            if group is not place and _is_link(group, root, problems):
                continue
            if kind.grouped and not group.is_dir():
                _misplaced(group, root, problems, f"Move it into {kind.folder}/<kind>/.")
            else:
                _read_folder(kind, group, root, layer, problems)
    return layer


def read_clinic(root: LayerRoot, clinic: str, problems: Problems) -> Layer:
    """Layer with a clinic's clinic.yaml alone. Raises EnvironmentProblem if there is none."""
    layer = Layer()
    file = root.folder / CLINIC_FILE
    if not file.exists():
        raise EnvironmentProblem(f'There is no clinic "{clinic}": {root.shown(file)} is missing.')
    _read_file("clinic", clinic, "", file, root, layer, problems)
    return layer


def _read_folder(
    kind: Kind, folder: Path, root: LayerRoot, layer: Layer, problems: Problems
) -> None:
    for file in _visible(folder, root, problems):
        if file.suffix == ".yaml":
            _read_file(kind.name, file.stem, folder.name, file, root, layer, problems)
        elif file.is_dir():
            hint = f"Move the files in it into {root.shown(folder)}/."
            _misplaced(file, root, problems, hint)
        else:
            stem = _YAML.split(file.name)[0] if _YAML.search(file.name) else file.stem
            hint = f"Content files end in .yaml, such as {stem}.yaml."
            _misplaced(file, root, problems, hint)


def _read_file(
    kind: str,
    entry_id: str,
    group: str,
    file: Path,
    root: LayerRoot,
    layer: Layer,
    problems: Problems,
) -> None:
    if _is_link(file, root, problems):
        layer.unreadable.add((kind, entry_id))
        return
    shown_as = root.shown(file)
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


def _refuse_unknown(root: LayerRoot, problems: Problems) -> None:
    is_base = root.sort is RootKind.BASE
    known = {kind.folder for kind in KINDS if is_base or kind.name != "clinic"}
    known.add(PAGES)
    if is_base:
        known.add(LOCALES)
        for place in _visible(root.folder / CLINICS, root, problems):
            if not place.is_dir():
                _misplaced(place, root, problems, f"Move it to clinics/<id>/{CLINIC_FILE}.")
            elif as_id(place.name) != place.name:
                to = as_id(place.name)
                _misplaced(place, root, problems, f"Rename it to {to}." if to else "Rename it.")
    for place in _visible(root.folder, root, problems):
        if place.is_dir() and (place.name in known or _is_output(place, root)):
            continue
        if place.is_file() and (_is_readme(place) or _is_of_clinic(place, root)):
            continue
        hint = suggestion(place.name, known) or f"Folders here: {', '.join(sorted(known))}."
        if place.name in known:
            hint = f'A folder is called "{place.name}". Move the file elsewhere, or delete it.'
        _misplaced(place, root, problems, hint)


def _is_link(place: Path, root: LayerRoot, problems: Problems) -> bool:
    """Whether this is a symbolic link in a clinic's folder, which may lead out of it.

    Adds a problem if so.
    """
    if root.sort not in (RootKind.CLINIC, RootKind.OWN) or not place.is_symlink():
        return False
    problems.error(
        Location(root.shown(place)),
        "file-is-no-link",
        "This is a link to another place, which a clinic's folder cannot have.",
        "Put the file or folder itself here.",
    )
    return True


def _is_output(folder: Path, root: LayerRoot) -> bool:
    """Whether a folder is output of commands, in a clinic's own folder."""
    return root.sort in (RootKind.CLINIC, RootKind.OWN) and folder.name in MADE


def _is_readme(file: Path) -> bool:
    return file.name.upper().startswith(("README", "LICENSE"))


def _is_of_clinic(file: Path, root: LayerRoot) -> bool:
    if root.sort is RootKind.OWN:
        # Files of hosts and editors are allowed in a project of its own; only YAML is checked.
        return file.name == CLINIC_FILE or file.suffix != ".yaml"
    in_clinic = root.sort is RootKind.CLINIC
    return in_clinic and (file.name == CLINIC_FILE or file.suffix in KINDS_OF_LOGO)


def _misplaced(place: Path, root: LayerRoot, problems: Problems, hint: str) -> None:
    what = "folder" if place.is_dir() else "file"
    problems.error(
        Location(root.shown(place)),
        "file-is-in-its-place",
        f'The {what} "{place.name}" does not belong here.',
        hint,
    )


def _visible(folder: Path, root: LayerRoot, problems: Problems) -> list[Path]:
    """Sorted paths in a folder, without files of systems and editors; warns of conflict copies."""
    if not folder.is_dir():
        return []
    places = sorted(p for p in folder.iterdir() if not is_stray(p.name))
    for copy in (place for place in places if is_conflict_copy(place.name)):
        problems.warn(
            Location(root.shown(copy)),
            "copy-is-merged",
            COPY,
            MERGE_COPY,
        )
    return [place for place in places if not is_conflict_copy(place.name)]


_YAML = re.compile(r"\.ya?ml(?=[. ~_-]|$)", re.IGNORECASE)
