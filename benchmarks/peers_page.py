"""Markdown report of the results of `peers.py`: tables, and what is not comparable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

OURS = "writing-site"
COLUMNS = (("cold", "From nothing"), ("unchanged", "Nothing changed"), ("edited", "One edit"))

NOT_COMPARABLE = (
    "Pages. writing-site makes pages that Hugo and Eleventy are not asked for here: lists by age "
    "and format, many ways into the directory, pages for authors, cards, and a planner for "
    "packets. All of them have a page for each prompt, set, guide, worksheet and packet, lists of "
    "forty prompts for six facets, listings, studies, and the pages written by hand. Material and "
    "Zensical build all of our pages.",
    "Work. Only writing-site checks the content with its rules, looks through every link, computes "
    "a security policy for each page, and writes calendars, feeds and exports. Printed sheets come "
    "from their cache in all of its runs; no other prints any.",
    "Markdown. Material and Zensical start from Markdown that is there already, nearly all of it "
    "HTML; the time in which it was made is not in theirs, and their edit is one of the Markdown. "
    "All others start from YAML.",
    "Search. Material and Zensical index whole pages; writing-site, Hugo and Eleventy index "
    "titles, a sentence and words to be found by.",
    "Looks. Layouts for Hugo and Eleventy are small, without a style sheet; themes of Material and "
    "Zensical are theirs, and in the size of their sites.",
    "Nothing changed. Hugo and Eleventy have no memory of the last build in these runs; each has "
    "a server that keeps one.",
    "Saved to served. The median by the clock from the save of a sentence until a peer's own "
    "server shows it, after a first save that does not count. Ours shows the page that is open "
    "before it builds the rest, and checks the content first; Hugo renders what was looked at.",
)


def page(result: Mapping[str, Any]) -> str:
    """The whole report as Markdown, a pure function of the result."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: Mapping[str, Any]) -> Iterator[str]:
    versions = ", ".join(f"{name} {number}" for name, number in result["versions"].items())
    yield "# The same library through other programs"
    yield ""
    yield "Made by `benchmarks/peers.py`; do not edit."
    yield (
        f"Measured with {result['cores']} cores: {versions}. The machine had other work to do, so "
        "ratios of CPU seconds are to be trusted before seconds."
    )
    for size in result["sizes"]:
        yield from _size(size)
    yield ""
    yield "## What is not comparable"
    yield ""
    yield from (f"- {sentence}" for sentence in (*NOT_COMPARABLE, *result["absent"]))


def _runs(number: int) -> str:
    return f"medians of {number} runs" if number > 1 else "one run of each"


def _size(size: Mapping[str, Any]) -> Iterator[str]:
    peers = size["peers"]
    ours = peers.get(OURS)
    yield ""
    yield f"## {size['prompts']:,} prompts"
    yield ""
    yield f"On {size['date']}, {_runs(size['runs'])}."
    yield ""
    if ours:
        yield "How often our seconds of CPU fit into theirs; below 1, they are faster:"
        yield ""
        yield from _table(
            ("", *(label for _, label in COLUMNS)),
            ([name, *(f"{peer[case]['cpu'] / ours[case]['cpu']:.2f}" for case, _ in COLUMNS)]
             for name, peer in peers.items() if name != OURS),
        )  # fmt: skip
        yield ""
    yield "Seconds of CPU, and by the clock in brackets:"
    yield ""
    yield from _table(
        ("", *(label for _, label in COLUMNS), "Saved to served", "Memory, MB", "Pages", "Site, MB",
         "CPU a page, ms"),
        ([name, *(f"{peer[case]['cpu']:.2f} ({peer[case]['clock']:.2f})" for case, _ in COLUMNS),
          f"({peer['saved']:.2f})" if "saved" in peer else "",
          f"{max(peer[case]['memory_mb'] for case, _ in COLUMNS):.0f}", f"{peer['pages']:,}",
          f"{peer['site_mb']:.1f}", f"{peer['cold']['cpu'] / peer['pages'] * 1000:.1f}"]
         for name, peer in peers.items()),
    )  # fmt: skip


def _table(head: tuple[str, ...], rows: Iterator[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
