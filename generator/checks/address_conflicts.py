"""Every page has an address of its own, under a name that every operating system takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.checks.rule import Example, Rule
from generator.content.layers.entry import RawEntry
from generator.content.library import Library
from generator.content.models.kinds import items_of
from generator.content.models.prompt import Prompt
from generator.problems import Location, Problems
from generator.site import urls

INDEX = "index"
"""Servers show the page of this name for the folder."""
TAKEN = {
    "worksheet": {PurePosixPath(url).stem
                  for url in (urls.WORKSHEETS_BY_DEPTH, urls.WORKSHEETS_BY_TIME,
                              urls.WORKSHEETS_BY_TECHNIQUE)},
}  # fmt: skip
"""By kind: pages that stand beside those of its entries."""
WAYS_TO_LISTINGS = ("area", "audience", "cost", "handout", "hours", "language", "modality", "need")
"""How the pages begin that stand beside those of the kinds of resources."""
MADE_FOLDERS = frozenset(
    url.partition("/")[0]
    for url in (
        urls.PROMPTS, urls.TECHNIQUES, urls.WORKSHEETS, urls.PACKETS, urls.RESOURCES, urls.AUTHORS,
        urls.SHARED_PICTURE, urls.export_url(""), urls.prompt_set_url(""), urls.facet_url("", ""),
        urls.embed_url(""), urls.oembed_url(""),
    )
)  # fmt: skip
"""Folders in which pages are made from content and none is written by hand."""
MADE_PAGES = frozenset(
    {"404"}
    | {
        PurePosixPath(u).stem
        for u in (*urls.MADE_PAGES.values(), urls.PACKING, urls.START)
        if "/" not in u
    }
)
"""Pages at the top of the site that are made from content."""
_ASSETS = urls.SHARED_PICTURE.partition("/")[0]
"""The one such folder in which files of others lie too: the engine's, and pictures of pages."""
_MADE_PICTURES = (
    urls.SHARED_PICTURE, urls.mood_picture_url("").rpartition("/")[0] + "/",
    urls.clinic_logo_url("clinic-logo."),
)  # fmt: skip
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE | re.DOTALL)
_LATER_PAGE = re.compile(r"(.+)-page-[0-9]+")


def check_free(library: Library, problems: Problems) -> None:
    """No id leads to a page that the site has anyway."""
    for entry in library.entries.values():
        if entry.id == INDEX or entry.id in TAKEN.get(entry.kind, ()):
            _taken(Location(entry.path), entry.id, problems, "Rename the file.")
        if entry.kind == "prompt-set":
            _check_prompts(entry, problems)
        elif entry.kind == "taxonomy":
            _check_terms(entry, problems)
    _check_replaced(library, problems)


def _check_prompts(entry: RawEntry, problems: Problems) -> None:
    for keys, name in _ids(entry):
        if name == INDEX:
            _taken(entry.locate(keys), name, problems)


def _check_terms(entry: RawEntry, problems: Problems) -> None:
    terms = dict(_ids(entry))
    for keys, name in terms.items():
        later = _LATER_PAGE.fullmatch(name)
        beside = entry.id == "resource-kinds" and name.startswith(
            tuple(f"{way}-" for way in WAYS_TO_LISTINGS)
        )
        if name == INDEX or beside or (later and later[1] in terms.values()):
            _taken(entry.locate(keys), name, problems)


def _check_replaced(library: Library, problems: Problems) -> None:
    """The address of a prompt that is gone leads on to one other prompt."""
    first: dict[str, tuple[Prompt, int]] = {}
    for prompt in library.prompts.values():
        for number, old in enumerate(prompt.replaces):
            if old == INDEX:
                here = library.locate_prompt(prompt, "replaces", number)
                _taken(here, old, problems, "Name a prompt that there was.")
            elif old in first:
                there, its_number = first[old]
                other = library.locate_prompt(there, "replaces", its_number)
                problems.error(
                    library.locate_prompt(prompt, "replaces", number),
                    "address-is-free",
                    f'Another prompt replaces "{old}" already: {other.path}, line {other.line}.',
                    "Leave it out of one of them.",
                )
            else:
                first[old] = prompt, number


def _taken(
    place: Location, name: str, problems: Problems, hint: str = "Choose another id."
) -> None:
    problems.error(
        place,
        "address-is-free",
        f'An entry cannot be called "{name}": the site has a page of its own at that address.',
        hint,
    )


def check_names(library: Library, problems: Problems) -> None:
    """No file has a name that Windows keeps for a device."""
    folders = set()
    for entry in library.entries.values():
        if _DEVICES.fullmatch(entry.id):
            _device(Location(entry.path), entry.id, problems, "Rename it.")
        if entry.group and _DEVICES.fullmatch(entry.group):
            folders.add((entry.path.rpartition("/")[0], entry.group))
        for keys, name in _ids(entry):
            if _DEVICES.fullmatch(name):
                _device(entry.locate(keys), name, problems, "Choose another id.")
    for folder, name in sorted(folders):
        _device(Location(folder), name, problems, "Rename it.")
    for page in library.pages:
        for name in page.id.split("/"):
            if _DEVICES.fullmatch(name):
                _device(Location(page.path), name, problems, "Rename it.")


def _device(place: Location, name: str, problems: Problems, hint: str) -> None:
    problems.error(
        place,
        "name-can-be-saved",
        f'Windows keeps the name "{name}" for a device, and no file can have it there.',
        hint,
    )


def check_handwritten(library: Library, problems: Problems) -> None:
    """No page written by hand, and no picture, stands where one is made from content."""
    for page in library.pages:
        folder, slash, _ = page.id.partition("/")
        if page.id in MADE_PAGES or (slash and folder in MADE_FOLDERS):
            problems.error(
                Location(page.path),
                "page-is-not-made",
                f'The page "{page.id}" is written by hand where the program makes one.',
                "Give it another name, or put it into another folder.",
            )
    for path, there in library.page_files.items():
        folder, slash, _ = path.partition("/")
        made = slash and folder in MADE_FOLDERS and folder != _ASSETS
        if not path.endswith(".md") and (made or path.startswith(_MADE_PICTURES)):
            problems.error(
                Location(there.shown),
                "page-is-not-made",
                f'The program makes files like "{path}" itself.',
                "Put yours into a folder of its own, such as pictures/.",
            )


def _ids(entry: RawEntry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where the ids inside an entry stand, as they were read."""
    field = "prompts" if entry.kind == "prompt-set" else "terms"
    for number, item in enumerate(items_of(entry.kind, entry.values)):
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield (field, number, "id"), name


RULES = (
    Rule("address-is-free", "No id is the address of a page that the site has anyway.", check_free,
         example=Example(
             "prompt",
             "id: five-sounds",
             "id: index  # The page of all prompts.")),
    Rule("name-can-be-saved", "No name is one that Windows keeps for a device.", check_names,
         example=Example(
             "place",
             "prompts/console.yaml",
             "prompts/con.yaml")),
    Rule("page-is-not-made",
         "No page or picture of somebody's own stands where one is made from content.",
         check_handwritten,
         example=Example(
             "library",
             "content/pages/visiting.md",
             "content/pages/crisis.md")),
)  # fmt: skip
