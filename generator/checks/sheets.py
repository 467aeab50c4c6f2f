"""Lint rules for worksheets: short versions, no personally identifying data, no page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.phrases import found, phrase_matches, phrases, report_violation, same_advice
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.worksheet import Fields, Lists, PageBreak, Starters, Worksheet
from generator.content.passages import Passage, PassageGroup, Voice
from generator.problems import Problems, Severity

MOST_FIELDS = 8
"""Maximum number of input fields on a worksheet without a two-minute version."""

NAMES_SOMEBODY = phrases(same_advice(
    "Leave it out: the page may be lost, and initials are enough.",
    "full name", "last name", "family name", "surname", "your name and", "legal name",
    "date of birth", "birth date", "birthdate", "social security", "nhs number",
    "insurance|policy|member|patient|passport|record number|id", "medical record",
    "your|home|postal|street address", "your phone|telephone|mobile|cell number",
    "your phone|telephone|email|e-mail", "your employer", "your diagnosis",
))  # fmt: skip
"""Requests for personally identifying data: a lost sheet may be found by a stranger."""


def check_length(library: Library, problems: Problems) -> None:
    """Warn of each worksheet with more than one page or `MOST_FIELDS` fields and no two-minute
    version."""
    for sheet in library.worksheets.values():
        count = _fields(sheet)
        if sheet.two_minute_version or (sheet.pages == 1 and count <= MOST_FIELDS):
            continue
        if any(allowance.rule == "long-sheet-has-short-version" for allowance in sheet.allow):
            problems.excuse("worksheet", sheet.id, "long-sheet-has-short-version")
            continue
        problems.warn(
            library.locate("worksheet", sheet.id, "pages"),
            "long-sheet-has-short-version",
            f"The sheet has {count} places to write on {sheet.pages} pages, and no short version.",
            "Add 'two_minute_version:' with the smallest version that still counts.",
        )


def check_names(library: Library, problems: Problems) -> None:
    """Warn of each phrase of `NAMES_SOMEBODY` in the blocks of a worksheet."""
    for passage, written, hint in phrase_matches(library, NAMES_SOMEBODY, Voice):
        if passage.entry.kind == "worksheet" and passage.keys[0] == "blocks":
            message = f'"{written}" tells whoever finds the sheet who wrote it.'
            report_violation(
                passage, problems, "sheet-names-nobody", (written, message, hint), Severity.WARNING
            )


def check_pages(library: Library, problems: Problems) -> None:
    """Warn of each reference to a page number of the worksheet itself: page breaks differ in large
    print, and the web page has none."""
    for passage, written in found(library, _own_pages):
        message = f'"{written}" is another page in large print, and none on the web.'
        report_violation(
            passage,
            problems,
            "sheet-names-no-page",
            (written, message, _BY_HEADING),
            Severity.WARNING,
        )


def _own_pages(group: PassageGroup) -> Iterator[tuple[Passage, str]]:
    for passage in group.passages:
        if passage.entry.kind == "worksheet":
            for match in _PAGE.finditer(passage.plain):
                yield passage, match[0]


def _fields(sheet: Worksheet) -> int:
    count = 0
    for block in sheet.blocks:
        if isinstance(block, Fields):
            count += len(block.fields)
        elif isinstance(block, Starters):
            count += len(block.starters)
        elif isinstance(block, Lists):
            count += len(block.lists)
        elif not isinstance(block, PageBreak) and hasattr(block, "name"):
            count += 1
    return count


_PAGE = re.compile(r"\bpages? \d++(?:(?: to | and | or |-|–)\d++)?+(?! (?:of|in) (?!this))", re.I)
"""Page reference within the worksheet: 'page 4 of the book' does not match."""
_BY_HEADING = "Name the heading that it is under."

RULES = (
    Rule("long-sheet-has-short-version", "A sheet of more than one page or eight places to write "
         "has a two-minute version.", check_length,
         example=Example("worksheet", "pages: 2\ntwo_minute_version: Write one line.", "pages: 2"),
         may_be_allowed=True),
    Rule("sheet-names-nobody", "No field of a sheet asks who its writer is.", check_names,
         example=Example(
             "worksheet",
             "blocks: [{kind: lines, name: three, title: Write three things.}]",
             "blocks: [{kind: lines, name: who, title: Full name and date of birth}]"),
         may_be_allowed=True),
    Rule("sheet-names-no-page", "A sheet refers to its own parts by their headings, not by pages.",
         check_pages,
         example=Example("worksheet", 'how_to_use: Go on with "Three lines" tomorrow.',
                         "how_to_use: Go on with page 2 tomorrow."),
         may_be_allowed=True),
)  # fmt: skip
