"""What is printed has only letters that the sheets' fonts have: told where a letter is written."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys
from generator.content.library import Library
from generator.content.passages import Written, said_in
from generator.problems import Problems
from generator.text.glyph_coverage import lacking

PRINTED = frozenset({"title", "purpose", "two_minute_version", "blocks"})
"""Fields of a worksheet that stand on the sheet itself."""
NO_SHEET = (
    "The sheet gets no PDF; its page can be printed from the browser.",
    "Use another sign if the sheet should have a PDF.",
)
NO_SIGN = (
    "It is left out at the foot of the sheets; web pages show it.",
    "Use another sign if it should be on paper.",
)
"""What follows, and what can be done about it."""


def check_letters(library: Library, problems: Problems) -> None:
    """Every letter that is printed is in a font of the printed sheets."""
    for sheet in library.worksheets.values():
        for passage in said_in(library.entries["worksheet", sheet.id]).passages:
            if passage.keys[0] in PRINTED:
                _miss(passage.entry, passage.keys, passage.text, problems, NO_SHEET)
    clinic = library.clinic
    if clinic is None:
        return
    entry = library.entries["clinic", clinic.id]
    _miss(entry, ("name",), clinic.name, problems, NO_SIGN)
    for index, phone in enumerate(clinic.phones[:2]):
        _miss(entry, ("phones", index, "label"), phone.label, problems, NO_SIGN)
        _miss(entry, ("phones", index, "display"), phone.display, problems, NO_SIGN)
    for line in (clinic.crisis.emergency, *clinic.crisis.lines):
        resource = library.resources.get(line)
        if resource is None or not resource.contacts:
            continue
        contact, place = resource.contacts[0], library.entries["resource", line]
        _miss(place, ("contacts", 0, "display"), contact.display, problems, NO_SIGN)
        _miss(place, ("contacts", 0, "keyword"), contact.keyword or "", problems, NO_SIGN)


def _miss(entry: Written, keys: Keys, text: str, problems: Problems, so: tuple[str, str]) -> None:
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
