"""Lint rules for ids: slug syntax, uniqueness, folders named by kind, no self-references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.content.drafts import draft_of
from generator.content.layers.entry import RawEntry
from generator.content.library import Library
from generator.content.models.field_types import ID_PATTERN, LONGEST_ID
from generator.content.models.kinds import items_of
from generator.problems import Location, Problems
from generator.text.suggestions import as_id, suggestion


def check_file_names(library: Library, problems: Problems) -> None:
    """Report an error for each file name that is no slug or is longer than `LONGEST_ID`."""
    for entry in library.entries.values():
        if not re.fullmatch(ID_PATTERN, entry.id) or len(entry.id) > LONGEST_ID:
            problems.error(
                Location(entry.path),
                "id-is-slug",
                f'The name "{entry.id}" is not an id: lower-case letters, digits and single '
                f"hyphens only, at most {LONGEST_ID} in all.",
                f"Rename it to {as_id(entry.id)}." if as_id(entry.id) else "Rename it.",
            )


def check_folders(library: Library, problems: Problems) -> None:
    """Report an error for each folder of listings that is not an id of `resource-kinds`."""
    if ("taxonomy", "resource-kinds") not in library.entries:
        return
    terms = items_of("taxonomy", library.entries["taxonomy", "resource-kinds"].values)
    kinds = [str(term.get("id")) for term in terms if isinstance(term, dict)]
    for entry in library.entries.values():
        if entry.kind == "resource" and entry.group not in kinds:
            problems.error(
                Location(entry.path.rpartition("/")[0]),
                "folder-is-kind",
                f'The folder "{entry.group}" is not a kind of resource.',
                suggestion(entry.group, kinds) or f"Kinds: {', '.join(kinds)}.",
            )


def check_prompt_ids(library: Library, problems: Problems) -> None:
    """Report an error for each prompt id that is used twice in the library, as it is the URL."""
    first: dict[str, _Written] = {}
    sets = [entry for entry in library.entries.values() if entry.kind == "prompt-set"]
    sets.sort(key=lambda entry: library.is_of_clinic(entry.path))  # its ids are to be changed
    for drafts in (False, True):  # drafts last: the later duplicate is the one that is reported
        for entry in sets:
            _unique(entry, "prompts", "id-is-unique", first, problems, drafts=drafts)


def check_term_ids(library: Library, problems: Problems) -> None:
    """Report an error for each term id that is used twice in one vocabulary."""
    for entry in library.entries.values():
        if entry.kind == "taxonomy":
            _unique(entry, "terms", "term-is-unique", {}, problems)


def check_field_names(library: Library, problems: Problems) -> None:
    """Report an error for each field name that is used twice in a worksheet: answers are stored
    under it."""
    for sheet in library.worksheets.values():
        seen: set[str] = set()
        for keys, name in _field_names(library.entries["worksheet", sheet.id]):
            if name in seen:
                problems.error(
                    library.locate("worksheet", sheet.id, *keys),
                    "field-name-is-unique",
                    f'Two fields of this sheet are named "{name}".',
                    "Give one of them another name.",
                )
            seen.add(name)


def check_no_self_reference(library: Library, problems: Problems) -> None:
    """Report an error for each technique or prompt that lists itself as related or paired."""
    for technique in library.techniques.values():
        if technique.id in technique.related:
            problems.error(
                library.locate(
                    "technique", technique.id, "related", technique.related.index(technique.id)
                ),
                "related-is-another",
                "A technique is named as related to itself.",
                "Remove it from the list.",
            )
    for prompt in library.prompts.values():
        if prompt.id in prompt.pairs_with:
            problems.error(
                library.locate_prompt(prompt, "pairs_with", prompt.pairs_with.index(prompt.id)),
                "related-is-another",
                "A prompt is named as a pair of itself.",
                "Remove it from the list.",
            )


def _unique(
    entry: RawEntry,
    field: str,
    rule: str,
    first: dict[str, _Written],
    problems: Problems,
    *,
    drafts: bool = False,
) -> None:
    """Report each id that is in `first` already, and add the others to it.

    Looks at draft items only if `drafts`, else at all others.
    """
    for position, item in enumerate(items_of(entry.kind, entry.values)):
        if bool(draft_of(entry, (field, position))) is not drafts:
            continue
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str):
            continue
        keys = (field, position, "id")
        if name in first:
            other, its_keys = first[name]
            taken = other.locate(its_keys)
            problems.error(
                entry.locate(keys),
                rule,
                f'The id "{name}" is taken: {taken.path}, line {taken.line}.',
                "Choose another id.",
            )
        else:
            first[name] = (entry, keys)


def _field_names(entry: RawEntry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for position, block in enumerate(entry.values["blocks"]):
        if "name" in block:
            yield ("blocks", position, "name"), block["name"]
        for inside in ("fields", "lists"):
            for index, inner in enumerate(block.get(inside) or ()):
                yield ("blocks", position, inside, index, "name"), inner["name"]


_Written = tuple[RawEntry, tuple[str | int, ...]]
"""Entry and keys of an id's first use; its line is looked up only for a report."""

RULES = (
    Rule("folder-is-kind", "The folder of a listing is a kind of resource.", check_folders,
         example=Example(
             "place",
             "resources/book/a-quiet-book.yaml",
             "resources/novels/a-quiet-book.yaml")),
    Rule("id-is-slug", "A file name is lower-case words joined by hyphens.", check_file_names,
         example=Example(
             "place",
             "prompts/morning-lists.yaml",
             "prompts/Morning Lists.yaml")),
    Rule("id-is-unique", "No two prompts share an id.", check_prompt_ids,
         example=Example(
             "prompt",
             "id: five-sounds",
             "id: what-weighs  # taken")),
    Rule("term-is-unique", "No two terms of a vocabulary share an id.", check_term_ids,
         example=Example(
             "taxonomy/settings",
             "terms:\n"
             "  - {id: alone, label: Alone, definition: By yourself.}\n"
             "  - {id: group, label: In a group, definition: With others.}",
             "terms:\n"
             "  - {id: alone, label: Alone, definition: By yourself.}\n"
             "  - {id: alone, label: In a group, definition: With others.}")),
    Rule("field-name-is-unique", "No two fields of a worksheet share a name.", check_field_names,
         example=Example(
             "worksheet",
             "blocks:\n"
             "  - {kind: lines, name: joys, title: Joys}\n"
             "  - {kind: lines, name: next, title: Next}",
             "blocks:\n"
             "  - {kind: lines, name: joys, title: Joys}\n"
             "  - {kind: lines, name: joys, title: Next}")),
    Rule("related-is-another", "Nothing is related to itself.", check_no_self_reference,
         example=Example(
             "prompt",
             "pairs_with: [what-weighs]",
             "pairs_with: [five-sounds]  # itself")),
)  # fmt: skip
