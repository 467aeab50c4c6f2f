"""Lint rules: no URL collisions between ids and generated pages, no reserved Windows file names."""

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
"""Directory index: servers answer a request for a folder with the page of this name."""
TAKEN = {
    "worksheet": {PurePosixPath(url).stem
                  for url in (urls.WORKSHEETS_BY_DEPTH, urls.WORKSHEETS_BY_TIME,
                              urls.WORKSHEETS_BY_TECHNIQUE)},
}  # fmt: skip
"""By kind of entry: file stems of generated pages in the same folder as its entries' pages."""
WAYS_TO_LISTINGS = ("area", "audience", "cost", "handout", "hours", "language", "modality", "need")
"""Prefixes, before a hyphen, of generated pages in the folder of the pages of resource kinds."""
MADE_FOLDERS = frozenset(
    url.partition("/")[0]
    for url in (
        urls.PROMPTS, urls.TECHNIQUES, urls.WORKSHEETS, urls.PACKETS, urls.RESOURCES, urls.AUTHORS,
        urls.SHARED_PICTURE, urls.export_url(""), urls.prompt_set_url(""), urls.facet_url("", ""),
        urls.embed_url(""), urls.oembed_url(""),
    )
)  # fmt: skip
"""Top-level folders of `docs/` that hold generated pages only, no handwritten ones."""
MADE_PAGES = frozenset(
    {"404"}
    | {
        PurePosixPath(u).stem
        for u in (*urls.MADE_PAGES.values(), urls.PACKING, urls.START)
        if "/" not in u
    }
)
"""File stems of generated pages at the root of the site."""
ASSETS = urls.SHARED_PICTURE.partition("/")[0]
"""The one of `MADE_FOLDERS` that is shared with the engine's files and pictures of pages."""
MADE_PICTURES = (
    urls.SHARED_PICTURE, urls.mood_picture_url("").rpartition("/")[0] + "/",
    urls.clinic_logo_url("clinic-logo."),
    *(f"{ASSETS}/{name}" for name in ("favicon.", "first-page-", "land-")),
)  # fmt: skip
"""Starts of the source paths of generated pictures in `ASSETS`."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE | re.DOTALL)
_LATER_PAGE = re.compile(r"(.+)-page-[0-9]+")


def refused_file_name(kind: str, name: str) -> str:
    """Why the file or folder of an entry of this kind cannot be called so; empty if it can."""
    if _is_taken(kind, name):
        return _collision(name)
    return _device_name(name) if _DEVICES.fullmatch(name) else ""


def _is_taken(kind: str, name: str) -> bool:
    return name == INDEX or name in TAKEN.get(kind, ())


def check_free(library: Library, problems: Problems) -> None:
    """Report an error for each id, term or replaced id whose page would have a URL in use."""
    for entry in library.entries.values():
        if _is_taken(entry.kind, entry.id):
            _report_collision(Location(entry.path), entry.id, problems, "Rename the file.")
        if entry.kind == "prompt-set":
            _check_prompts(entry, problems)
        elif entry.kind == "taxonomy":
            _check_terms(entry, problems)
    _check_replaced(library, problems)


def _check_prompts(entry: RawEntry, problems: Problems) -> None:
    for keys, name in _ids(entry):
        if name == INDEX:
            _report_collision(entry.locate(keys), name, problems)


def _check_terms(entry: RawEntry, problems: Problems) -> None:
    terms = dict(_ids(entry))
    for keys, name in terms.items():
        later = _LATER_PAGE.fullmatch(name)
        beside = entry.id == "resource-kinds" and name.startswith(
            tuple(f"{way}-" for way in WAYS_TO_LISTINGS)
        )
        if name == INDEX or beside or (later and later[1] in terms.values()):
            _report_collision(entry.locate(keys), name, problems)


def _check_replaced(library: Library, problems: Problems) -> None:
    """Report redirects (`replaces`) from the index page, or from one old id to two prompts."""
    first: dict[str, tuple[Prompt, int]] = {}
    for prompt in library.prompts.values():
        for number, old in enumerate(prompt.replaces):
            if old == INDEX:
                here = library.locate_prompt(prompt, "replaces", number)
                _report_collision(here, old, problems, "Name a prompt that there was.")
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


def _report_collision(
    place: Location, name: str, problems: Problems, hint: str = "Choose another id."
) -> None:
    problems.error(place, "address-is-free", _collision(name), hint)


def _collision(name: str) -> str:
    return f'An entry cannot be called "{name}": the site has a page of its own at that address.'


def check_names(library: Library, problems: Problems) -> None:
    """Report an error for each id, folder or page that is a DOS device name (CON, NUL, COM1 ...).

    Windows reserves these names in every folder, in any case and with any extension.
    """
    folders = set()
    for entry in library.entries.values():
        if _DEVICES.fullmatch(entry.id):
            _report_device_name(Location(entry.path), entry.id, problems, "Rename it.")
        if entry.group and _DEVICES.fullmatch(entry.group):
            folders.add((entry.path.rpartition("/")[0], entry.group))
        for keys, name in _ids(entry):
            if _DEVICES.fullmatch(name):
                _report_device_name(entry.locate(keys), name, problems, "Choose another id.")
    for folder, name in sorted(folders):
        _report_device_name(Location(folder), name, problems, "Rename it.")
    for page in library.pages:
        for name in page.id.split("/"):
            if _DEVICES.fullmatch(name):
                _report_device_name(Location(page.path), name, problems, "Rename it.")


def _report_device_name(place: Location, name: str, problems: Problems, hint: str) -> None:
    problems.error(place, "name-can-be-saved", _device_name(name), hint)


def _device_name(name: str) -> str:
    return f'Windows keeps the name "{name}" for a device, and no file can have it there.'


def check_handwritten(library: Library, problems: Problems) -> None:
    """Report an error for each handwritten page or file whose path is that of a generated one."""
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
        made = slash and folder in MADE_FOLDERS and folder != ASSETS
        if not path.endswith(".md") and (made or path.startswith(MADE_PICTURES)):
            problems.error(
                Location(there.shown),
                "page-is-not-made",
                f'The program makes files like "{path}" itself.',
                "Put yours into a folder of its own, such as pictures/.",
            )


def check_capitals(library: Library, problems: Problems) -> None:
    """Report an error for each handwritten page or file whose path is that of another, or of a
    generated page, but for capitals: Windows and macOS take the two for one file."""
    paths = {path.lower(): path for path in library.page_files}
    paths |= {f"{page}.md": f"{page}.md" for page in MADE_PAGES}
    for path, there in library.page_files.items():
        other = paths[path.lower()]
        if other != path and path != path.lower():
            problems.error(
                Location(there.shown),
                "name-differs-in-more-than-capitals",
                f'"{path}" differs in capitals only from "{other}", and many systems take the two '
                "for one file.",
                f'Call it "{other}" to put it in the place of the other, or give it another name.',
            )


def _ids(entry: RawEntry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Keys and value of each string id of an entry's prompts or terms, from the raw values."""
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
    Rule("name-differs-in-more-than-capitals",
         "No page or picture is called like another but for capitals.", check_capitals,
         example=Example(
             "library",
             "content/pages/visiting.md",
             "content/pages/About.md")),
)  # fmt: skip
