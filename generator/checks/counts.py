"""Lint rule: stated counts ("six meetings", "three steps") match the number of actual items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.number_words import NUMBER, value_of
from generator.checks.phrases import found, report_violation
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.packet import Packet
from generator.content.models.technique import Technique
from generator.content.models.worksheet import PageBreak, Worksheet
from generator.content.page_front_matter import PAGE
from generator.content.passages import TO_READERS, Passage, PassageGroup
from generator.problems import Problems, Severity

Counts = Mapping[str, frozenset[int]]
"""By singular noun ("step", "sheet"): all counts that are true of an entry."""


def check_counts(library: Library, problems: Problems) -> None:
    """Report an error for each stated count of an entry's own parts that is not a true one."""
    counts = _all_counts(library)
    for passage, written, number, thing in found(library, _counted_in):
        actual = counts.get((passage.entry.kind, passage.entry.id), {})
        if thing in actual and number not in actual[thing]:
            have = " or ".join(str(n) for n in sorted(actual[thing]))
            _object(passage, written, f"there are {have}", problems)


def _counted_in(group: PassageGroup) -> Iterator[tuple[Passage, str, int, str]]:
    """Counts stated in the fields of `_PROMISING`: passage, text, number, singular noun."""
    for passage in group.passages:
        field = passage.keys[0]
        if passage.voice in TO_READERS and not passage.prompt and field in _PROMISING:
            for counted in _counted(passage.plain):
                yield passage, *counted


def check_pages(library: Library, problems: Problems) -> None:
    """Report an error where a heading or lead-in of a handwritten page announces a number of items
    and the list after it has another."""
    for passage, written, truth in found(library, _announced_on):
        _object(passage, written, truth, problems)


def _announced_on(group: PassageGroup) -> Iterator[tuple[Passage, str, str]]:
    """Wrong announcements of a page: passage, text with the number, clause with the true one."""
    inside = [p for p in group.passages if p.voice in TO_READERS and p.entry.kind == PAGE]
    for position, passage in enumerate(inside):
        text = passage.plain
        announces = passage.keys[-1] == "heading" or text.rstrip().endswith(":")
        announced = _ANNOUNCED.search(text) if announces else None
        if announced and not text.rstrip().endswith("?"):
            items = list(_items_after(inside[position + 1 :]))
            if items and len(items) != value_of(announced[1]):
                yield passage, announced[0], f"the list has {len(items)}"


def _object(passage: Passage, written: str, truth: str, problems: Problems) -> None:
    message = f'The text says "{written}", and {truth}.'
    report_violation(
        passage, problems, "count-is-true", (written, message, "Mend the number."), Severity.ERROR
    )


def _all_counts(library: Library) -> dict[tuple[str, str], Counts]:
    there: dict[tuple[str, str], Counts] = {}
    there |= {("packet", p.id): _of_packet(p) for p in library.packets.values()}
    there |= {("worksheet", w.id): _of_sheet(w) for w in library.worksheets.values()}
    for technique in library.techniques.values():
        there["technique", technique.id] = _of_technique(technique)
    for prompt_set in library.prompt_sets.values():
        levels = [prompt.intensity for prompt in prompt_set.prompts]
        sizes = frozenset({len(levels), *(levels.count(level) for level in levels)})
        there["prompt-set", prompt_set.id] = {"prompt": sizes, "subject": sizes}
    return there


def _of_packet(packet: Packet) -> Counts:
    days = [item.day for item in packet.items if item.day]
    sittings = frozenset({max(days), len(set(days))} if days else set())
    named = {
        "step": frozenset({len(packet.items)}),
        "prompt": frozenset({sum(1 for item in packet.items if item.prompt)}),
        "sheet": frozenset({sum(1 for item in packet.items if item.worksheet)}),
    }
    named["worksheet"] = named["sheet"]
    times = dict.fromkeys(("day", "session", "meeting", "evening", "week"), sittings)
    weeks = frozenset({-(-max(days) // 7)} if days else set())
    return (
        named
        | {thing: found for thing, found in times.items() if found}
        | ({"week": weeks} if weeks else {})
    )


def _of_sheet(sheet: Worksheet) -> Counts:
    sizes: set[int] = set()
    run = 0
    before = ""
    for block in sheet.blocks:
        for name in ("fields", "starters", "lists", "steps", "columns", "options", "rows"):
            held = getattr(block, name, ())
            sizes |= {len(held)} if isinstance(held, tuple) else {int(held)}
        # A text may count a run of adjacent blocks of one kind: "three boxes".
        run = run + 1 if block.kind == before else 1
        before = block.kind
        sizes.add(run)
    fields = [field for block in sheet.blocks for field in getattr(block, "fields", ())]
    # Fields of one row (a name, a date) may be left out of the count.
    sizes |= {len(fields), sum(1 for field in fields if field.rows > 1)}
    breaks = sum(1 for block in sheet.blocks if isinstance(block, PageBreak))
    sizes.add(breaks + 1)
    things = ("beginning", "starter", "list", "part", "field", "box", "column", "row")
    return dict.fromkeys(things, frozenset(sizes)) | {"page": frozenset({sheet.pages, breaks + 1})}


def _of_technique(technique: Technique) -> Counts:
    sheets = frozenset({len(technique.worksheets)})
    return {"step": frozenset({len(technique.steps)}), "worksheet": sheets}


def _counted(text: str) -> Iterator[tuple[str, int, str]]:
    for match in _COUNT.finditer(text):
        number = value_of(match[1])
        if number > 1:
            yield " ".join(match[0].split()), number, _singular(match[2].lower())


def _items_after(following: Iterable[Passage]) -> Iterator[Passage]:
    """Items of the first list among the following passages, up to its end or the next heading."""
    begun = False
    for passage in following:
        if passage.keys[-1] == "item":
            begun = True
            yield passage
        elif begun or passage.keys[-1] == "heading":
            return


def _singular(thing: str) -> str:
    return "box" if thing == "boxes" else thing.removesuffix("s")


_PROMISING = frozenset({"title", "summary", "purpose", "what_it_is", "how_to_use", "rhythm",
                        "two_minute_version", "for_whom"})  # fmt: skip
"""Fields that announce an entry's own parts; elsewhere a number of days may be of anything."""
_THINGS = (
    "steps|prompts|worksheets|sheets|days|sessions|meetings|weeks|beginnings|starters|lists|parts|"
    "fields|boxes|columns|rows|pages|subjects"
)
_COUNT = re.compile(rf"\b({NUMBER})\s+(?:(?:small|short|light|empty)\s+)?({_THINGS})\b", re.I)
_ANNOUNCED = re.compile(
    rf"\b({NUMBER})\s+(?:(?:small|short|light|plain|more)\s+)?"
    r"(?:ways|parts|steps|questions|things|reasons|signs|turns)\b",
    re.IGNORECASE,
)

RULES = (
    Rule("count-is-true", "A text that says how many steps, days, sheets, parts or boxes there are "
         "says how many there are.", check_counts,
         example=Example("technique", "what_it_is: A list in two steps.\n"
                         "steps: [Write the question., Write five lines.]",
                         "what_it_is: A list in three steps.\n"
                         "steps: [Write the question., Write five lines.]"),
         may_be_allowed=True),
    Rule("count-is-kept", "A page that announces so many ways or questions lists so many.",
         check_pages,
         example=Example("library", "'Three ways to share', and a list of three.",
                         "'Five ways to share', and a list of four."),
         may_be_allowed=True),
)  # fmt: skip
