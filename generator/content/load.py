"""Loader: reads, merges, hides and decodes the layers of an edition to one `Library`."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.content.decode import decode, valid_record
from generator.content.drafts import draft_finder
from generator.content.edition_id import Edition
from generator.content.languages import LANGUAGE, read_translations
from generator.content.layers.entry import Key
from generator.content.layers.folders import (
    Layer,
    LayerRoot,
    base_root,
    clinic_root,
    locale_root,
    read_clinic,
    read_layer,
)  # fmt: skip
from generator.content.layers.hide import Hidden, hide
from generator.content.layers.inherit import whole_prompts
from generator.content.layers.merge import merge
from generator.content.layers.pages import read_pages
from generator.content.library import Library
from generator.content.logo import LogoFile, UnsafeLogo, read_logo
from generator.content.models.clinic import Clinic
from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt, PromptSet
from generator.content.models.resource import Resource
from generator.content.models.review import Record, Status
from generator.content.models.study import Study
from generator.content.models.taxonomy import TAXONOMIES, Taxonomy
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.content.page_front_matter import PAGE
from generator.problems import EnvironmentProblem, Location, Problem, Problems
from generator.text.suggestions import suggestion

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Base:
    """Base layer shared by several editions: read once, with the records of faultless entries."""

    layer: Layer
    decoded: Mapping[Key, BaseModel]
    problems: tuple[Problem, ...]


def read_base(content: Path) -> Base:
    """Read the base layer in `content`, to be shared by editions.

    Raises EnvironmentProblem if there is no such folder.
    """
    if not content.is_dir():
        raise EnvironmentProblem(f"There is no folder {content} to read content from.")
    problems = Problems()
    with _no_garbage_collection():
        layer = read_layer(base_root(content), problems)
        decoded: dict[Key, BaseModel] = {}
        for key, entry in layer.entries.items():
            if (record := valid_record(entry)) is not None:
                decoded[key] = record
    return Base(layer, decoded, problems.sorted)


def load_library(
    content: Path,
    problems: Problems,
    *,
    edition: Edition,
    today: date,
    own: Path | None = None,
    base: Base | None = None,
) -> Library:
    """Read, merge and decode all layers of `edition`.

    `own` is the clinic's folder if it is outside of `content`; `base` a base layer read before.
    Adds the problems of all files; the library has what could be decoded. Raises EnvironmentProblem
    if `content` or the clinic does not exist.
    """
    if not content.is_dir():
        raise EnvironmentProblem(f"There is no folder {content} to read content from.")
    clinic = clinic_root(content, edition.clinic, own)
    with _no_garbage_collection():
        if base is None:
            library_layer = read_layer(base_root(content), problems)
        else:
            problems.extend(base.problems)
            library_layer = base.layer
        read_translations(content, edition.locale, library_layer, problems)
        languages = _languages_above(content, edition)
        of_language = [read_layer(root, problems) for root in languages]
        of_clinic = read_layer(clinic, problems)
        of_itself = read_clinic(clinic, edition.clinic, problems)
        merged = merge([library_layer, *of_language, of_clinic, of_itself], problems)
        own_entry = merged.entries.get(("clinic", edition.clinic))
        pages = read_pages((base_root(content), *languages, clinic), problems)
        hidden = (
            hide(merged, of_clinic, own_entry, problems, pages) if own_entry else Hidden(merged)
        )
        pages = pages.without(entry_id for kind, entry_id in hidden.by if kind == PAGE)
        _expect_taxonomies(hidden.layer, content, problems)
        problems.draft_at = draft_finder(hidden.layer.entries.values())
        problems.left_out |= hidden.layer.drafts
        library = _library(hidden.layer, edition, today, problems, base)
        logo = _logo(library, clinic, problems)
        return replace(
            library, logo=logo, hidden_by=hidden.by, pages=pages.pages,
            pages_left_out=pages.left_out, page_files=pages.files,
        )  # fmt: skip


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Suspend cyclic garbage collection: as nearly all objects are kept, it doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _languages_above(content: Path, edition: Edition) -> tuple[LayerRoot, ...]:
    """Locale layer of the edition; empty for the language of the base."""
    if edition.locale == LANGUAGE:
        return ()
    return (locale_root(content, edition.locale),)


def _library(
    layer: Layer, edition: Edition, today: date, problems: Problems, base: Base | None
) -> Library:
    known: Mapping[Key, BaseModel] = base.decoded if base else {}
    decoded: dict[Key, BaseModel | None] = {}
    for key, entry in layer.entries.items():
        # An entry that is identical to the base's was decoded with it; others come from overlays.
        as_ever = base is not None and entry is base.layer.entries.get(key)
        record = known.get(key) if as_ever else valid_record(entry)
        decoded[key] = decode(entry, problems) if record is None else record

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
        technique = techniques.get(prompt_set.technique)
        for prompt in whole_prompts(prompt_set, technique):
            if prompt.id in prompts and prompt.status is Status.DRAFT:
                continue  # a duplicate id, which is reported; a draft overrides no other prompt
            prompts[prompt.id] = prompt
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
        entries=layer.entries,
        unreadable=frozenset(layer.unreadable),
        drafts=frozenset(layer.drafts),
    )


def _logo(library: Library, clinic: LayerRoot, problems: Problems) -> LogoFile | None:
    """Rendered logo; None without one, or with a problem at the line of clinic.yaml."""
    if library.clinic is None or library.clinic.logo is None:
        return None
    try:
        return read_logo(clinic.folder / library.clinic.logo.file)
    except UnsafeLogo as found:
        place = library.locate("clinic", library.clinic.id, "logo", "file")
        problems.error(place, "logo-is-safe", found.message, found.hint)
        return None


def _expect_taxonomies(layer: Layer, content: Path, problems: Problems) -> None:
    for name in TAXONOMIES:
        if ("taxonomy", name) not in layer.entries.keys() | layer.unreadable:
            file = content / "taxonomy" / f"{name}.yaml"
            place = Location(base_root(content).shown(file))
            problems.error(
                place,
                "taxonomy-is-present",
                f'The vocabulary "{name}" is missing.',
                "Every vocabulary has its file in content/taxonomy/.",
            )
    for kind, entry_id in layer.entries:
        if kind == "taxonomy" and entry_id not in TAXONOMIES:
            problems.error(
                layer.entries[kind, entry_id].locate(),
                "taxonomy-is-known",
                f'There is no vocabulary "{entry_id}".',
                suggestion(entry_id, TAXONOMIES) or f"Vocabularies: {', '.join(TAXONOMIES)}.",
            )
