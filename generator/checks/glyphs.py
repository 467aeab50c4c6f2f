"""Lint rule: glyph coverage of printed text by the fonts of the PDF worksheets."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys
from generator.content.library import Library
from generator.content.passages import PassageOwner, passages_in
from generator.problems import Problems
from generator.text.glyph_coverage import lacking

PRINTED = frozenset({"title", "purpose", "two_minute_version", "blocks"})
"""Fields of a worksheet that are part of its PDF."""
NO_SHEET = (
    "The sheet gets no PDF; its page can be printed from the browser.",
    "Use another sign if the sheet should have a PDF.",
)
NO_SIGN = (
    "It is left out at the foot of the sheets; web pages show it.",
    "Use another sign if it should be on paper.",
)
"""Consequence for the message, and the hint: of a sheet's text, and of the footer's."""


def check_letters(library: Library, problems: Problems) -> None:
    """Warn of each character without a glyph in worksheets, the clinic's name and first two phones,
    and the first contact of each line in the crisis block."""
    for sheet in library.worksheets.values():
        for passage in passages_in(library.entries["worksheet", sheet.id]).passages:
            if passage.keys[0] in PRINTED:
                _report_missing(passage.entry, passage.keys, passage.text, problems, NO_SHEET)
    clinic = library.clinic
    if clinic is None:
        return
    entry = library.entries["clinic", clinic.id]
    _report_missing(entry, ("name",), clinic.name, problems, NO_SIGN)
    for index, phone in enumerate(clinic.phones[:2]):
        _report_missing(entry, ("phones", index, "label"), phone.label, problems, NO_SIGN)
        _report_missing(entry, ("phones", index, "display"), phone.display, problems, NO_SIGN)
    for line in (clinic.crisis.emergency, *clinic.crisis.lines):
        resource = library.resources.get(line)
        if resource is None or not resource.contacts:
            continue
        contact, place = resource.contacts[0], library.entries["resource", line]
        _report_missing(place, ("contacts", 0, "display"), contact.display, problems, NO_SIGN)
        _report_missing(place, ("contacts", 0, "keyword"), contact.keyword or "", problems, NO_SIGN)


def _report_missing(
    entry: PassageOwner, keys: Keys, text: str, problems: Problems, so: tuple[str, str]
) -> None:
    for sign in lacking(text):
        problems.warn(
            entry.locate_text(keys, sign),
            "sheet-has-its-letters",
            f'No font of the printed sheets has "{sign}" (U+{ord(sign):04X}). {so[0]}',
            so[1],
        )


RULES = (
    Rule("sheet-has-its-letters", "What is printed has only letters that a font of the sheets "
         "has: Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian, Georgian, arrows and marks.",
         check_letters,
         example=Example("worksheet", "title: Rain, a list", "title: 雨, a list")),
)  # fmt: skip
