"""Load: the folders of an edition, layer by layer, to one `Library`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from generator.content.clinic import Clinic
from generator.content.decode import decode
from generator.content.kinds import KINDS, Kind
from generator.content.library import Edition, Library
from generator.content.overlay import RawEntry, entry_from, hide, patch
from generator.content.packet import Packet
from generator.content.prompt import Prompt, PromptSet, Shared
from generator.content.resource import Resource
from generator.content.review import Record
from generator.content.sentences import suggestion
from generator.content.source import read_source
from generator.content.study import Study
from generator.content.taxonomy import TAXONOMIES, Taxonomy
from generator.content.technique import Technique
from generator.content.worksheet import Worksheet
from generator.problems import EnvironmentProblem, Location, Problems

R = TypeVar("R", bound=Record)
Raw = dict[tuple[str, str], RawEntry]

BASE_LOCALE = "en"


def load_library(content: Path, problems: Problems, *, edition: Edition, today: date) -> Library:
    """Read, merge and decode everything below `content` that belongs to `edition`.

    Problems of every file are added to `problems`; what can be decoded is in the library.
    """
    if not content.is_dir():
        raise EnvironmentProblem(f"There is no folder {content} to read content from.")
    layers = [_read_layer(folder, content, problems) for folder in _layers(content, edition)]
    clinic = _read_clinic(content, edition, problems)
    raw = _merge([*layers, clinic])
    own = raw.get(("clinic", edition.clinic))
    if own is not None:
        hidden = [name for name in own.values.get("hide") or [] if isinstance(name, str)]
        kept = hide(raw.values(), hidden, own, problems)
        raw = {(entry.kind, entry.id): entry for entry in kept}
    _expect_taxonomies(raw, content, problems)
    return _library(raw, edition, today, problems)


def _layers(content: Path, edition: Edition) -> Iterator[Path]:
    yield content
    if edition.locale != BASE_LOCALE:
        yield content / "locales" / edition.locale
    yield content / "clinics" / edition.clinic


def _read_layer(folder: Path, content: Path, problems: Problems) -> Raw:
    raw: Raw = {}
    if not folder.is_dir():
        return raw
    if folder == content:
        _refuse_unknown(folder, content, problems)
    for kind in KINDS:
        if kind.name == "clinic":
            continue
        place = folder / kind.folder
        groups = _visible(place) if kind.grouped else [place]
        for group in groups:
            if kind.grouped and not group.is_dir():
                _misplaced(group, content, problems, f"Move it into {kind.folder}/<kind>/.")
                continue
            for entry in _read_folder(kind, group, content, problems):
                _add(raw, entry, problems)
    return raw


def _read_folder(kind: Kind, folder: Path, content: Path, problems: Problems) -> Iterator[RawEntry]:
    for file in _visible(folder):
        if file.suffix != ".yaml":
            _misplaced(file, content, problems, "Content files end in .yaml.")
            continue
        source = read_source(file, shown_as=_shown(file, content), problems=problems)
        if source is not None:
            yield entry_from(kind.name, file.stem, folder.name, source)


def _read_clinic(content: Path, edition: Edition, problems: Problems) -> Raw:
    file = content / "clinics" / edition.clinic / "clinic.yaml"
    if not file.exists():
        raise EnvironmentProblem(
            f'There is no clinic "{edition.clinic}": {_shown(file, content)} is missing.'
        )
    source = read_source(file, shown_as=_shown(file, content), problems=problems)
    if source is None:
        return {}
    return {("clinic", edition.clinic): entry_from("clinic", edition.clinic, "", source)}


def _merge(layers: Iterable[Raw]) -> Raw:
    merged: Raw = {}
    for layer in layers:
        for key, entry in layer.items():
            merged[key] = patch(merged[key], entry) if key in merged else entry
    return dict(sorted(merged.items()))


def _library(raw: Raw, edition: Edition, today: date, problems: Problems) -> Library:
    decoded = {key: decode(entry, problems) for key, entry in raw.items()}

    def all_of(kind: str, model: type[R]) -> dict[str, R]:
        return {
            entry_id: record
            for (name, entry_id), record in decoded.items()
            if name == kind and isinstance(record, model)
        }

    taxonomies = all_of("taxonomy", Taxonomy)
    techniques = all_of("technique", Technique)
    sets = all_of("prompt-set", PromptSet)
    prompts: dict[str, Prompt] = {}
    set_of_prompt: dict[str, str] = {}
    for prompt_set in sets.values():
        for prompt in prompt_set.prompts:
            prompts[prompt.id] = _inherit(prompt, prompt_set, techniques)
            set_of_prompt[prompt.id] = prompt_set.id
    return Library(
        edition=edition,
        today=today,
        clinic=all_of("clinic", Clinic).get(edition.clinic),
        taxonomies=taxonomies,
        terms={name: {t.id: t for t in taxonomy.terms} for name, taxonomy in taxonomies.items()},
        techniques=techniques,
        prompt_sets=sets,
        prompts=prompts,
        set_of_prompt=set_of_prompt,
        worksheets=all_of("worksheet", Worksheet),
        packets=all_of("packet", Packet),
        resources=all_of("resource", Resource),
        studies=all_of("study", Study),
        entries=raw,
    )


def _inherit(prompt: Prompt, prompt_set: PromptSet, techniques: Mapping[str, Technique]) -> Prompt:
    """The prompt with what its set, then its technique, say for it."""
    technique = techniques.get(prompt_set.technique)
    inherited: dict[str, Any] = {
        name: getattr(prompt_set, name)
        for name in _SHARED
        if not getattr(prompt, name) and getattr(prompt_set, name)
    }
    if prompt.evidence or prompt.basis:
        # A prompt that says on what it rests says it alone: no mixing with the set's word.
        inherited.pop("evidence", None)
        inherited.pop("basis", None)
    if "status" not in prompt.model_fields_set:
        inherited["status"] = prompt_set.status
    if prompt.review is None:
        inherited["review"] = prompt_set.review
    if technique is not None:
        if not prompt.formats and "formats" not in inherited:
            inherited["formats"] = technique.formats
        if prompt.structure is None:
            inherited["structure"] = technique.structure
    if not prompt.age_bands and "age_bands" not in inherited:
        inherited["age_bands"] = ("adult",)
    if prompt.audience is None and "audience" not in inherited:
        inherited["audience"] = "person"
    return prompt.model_copy(update=inherited)


_SHARED = tuple(
    name for name in Shared.model_fields if name not in ("id", "status", "search_terms", "tags")
)


def _add(raw: Raw, entry: RawEntry, problems: Problems) -> None:
    key = (entry.kind, entry.id)
    if key in raw:
        problems.error(
            Location(entry.path),
            "id-is-unique",
            f'There are two files for the {entry.kind} "{entry.id}"; the other is {raw[key].path}.',
            "Give one of them another name.",
        )
        return
    raw[key] = entry


def _expect_taxonomies(raw: Raw, content: Path, problems: Problems) -> None:
    for name in TAXONOMIES:
        if ("taxonomy", name) not in raw:
            place = Location(_shown(content / "taxonomy" / f"{name}.yaml", content))
            if not any(problem.location.path == place.path for problem in problems.found):
                problems.error(place, "taxonomy-is-present", f'The vocabulary "{name}" is missing.')
    for kind, entry_id in raw:
        if kind == "taxonomy" and entry_id not in TAXONOMIES:
            problems.error(
                raw[kind, entry_id].locate(),
                "taxonomy-is-known",
                f'There is no vocabulary "{entry_id}".',
                suggestion(entry_id, TAXONOMIES) or f"Vocabularies: {', '.join(TAXONOMIES)}.",
            )


def _refuse_unknown(folder: Path, content: Path, problems: Problems) -> None:
    known = {kind.folder for kind in KINDS} | {"locales"}
    for place in _visible(folder):
        if place.name in known and place.is_dir():
            continue
        if place.is_file() and place.name.upper().startswith(("README", "LICENSE")):
            continue
        hint = suggestion(place.name, known) or f"Folders here: {', '.join(sorted(known))}."
        _misplaced(place, content, problems, hint)


def _misplaced(place: Path, content: Path, problems: Problems, hint: str) -> None:
    what = "folder" if place.is_dir() else "file"
    problems.error(
        Location(_shown(place, content)),
        "file-is-in-its-place",
        f'The {what} "{place.name}" is not something that belongs here.',
        hint,
    )


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if not p.name.startswith("."))


def _shown(file: Path, content: Path) -> str:
    """The path as an author knows it: from the folder that holds content/."""
    return f"{content.name}/{file.relative_to(content).as_posix()}"
