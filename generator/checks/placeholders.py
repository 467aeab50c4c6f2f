"""Lint rules: no placeholder text of the scaffolding (`writing-site new`) in published entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys, RawEntry
from generator.content.library import Library
from generator.content.models.clinic import SAMPLE_ADDRESS, SAMPLE_NAME
from generator.content.models.review import UNWRITTEN, Status
from generator.problems import Problems


def check_written(library: Library, problems: Problems) -> None:
    """Report an error for each text of an entry that begins with `UNWRITTEN`; parts with status
    draft or archived are skipped."""
    for entry in library.entries.values():
        for keys in _places(entry):
            problems.error(
                entry.locate(keys),
                "text-is-written",
                f'Here still stands "{UNWRITTEN}", and readers would be shown it.',
                "Write the text, take the field out, or set 'status: draft' until it is written.",
            )


def check_own(library: Library, problems: Problems) -> None:
    """Warn of a clinic's name or base URL that still has the value of the scaffolding."""
    clinic = library.clinic
    if clinic is None:
        return
    for field, sample, explanation in _SAMPLES:
        if str(getattr(clinic, field)) == sample:
            place = library.locate("clinic", clinic.id, field)
            problems.warn(
                place, "clinic-is-named", f'Here still stands "{sample}". {explanation}', _OWN
            )


@lru_cache(maxsize=4_000)
def _places(entry: RawEntry) -> tuple[Keys, ...]:
    """Keys of all placeholder texts of an entry (memoized by entry)."""
    return tuple(_unwritten(entry.values, ()))


def _unwritten(value: Any, keys: Keys) -> Iterator[Keys]:
    """Keys of placeholder texts below a value, skipping parts with status draft or archived."""
    if isinstance(value, dict):
        if value.get("status") in (Status.DRAFT.value, Status.ARCHIVED.value):
            return
        for key, inner in value.items():
            yield from _unwritten(inner, (*keys, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unwritten(inner, (*keys, number))
    elif isinstance(value, str) and _STARTER.match(value):
        yield keys


_SAMPLES = (
    ("name", SAMPLE_NAME, "It is the heading of every page and stands on every sheet."),
    ("short_name", SAMPLE_NAME, "It stands where there is little room, as in the menu."),
    ("base_url", SAMPLE_ADDRESS, "Codes on sheets, and links that somebody shares, lead there."),
)
_OWN = "Write your own before others see the site."
_STARTER = re.compile(re.escape(UNWRITTEN.removesuffix(".")) + "[.,]")

RULES = (
    Rule("text-is-written", "Nothing that is shown is yet to be written.", check_written,
         example=Example("technique", "privacy: Tear the page up if you like.",
                         f"privacy: {UNWRITTEN}")),
    Rule("clinic-is-named", "A clinic has its own name and address, not those of a new one.",
         check_own,
         example=Example("clinic", "name: The Harbor", f"name: {SAMPLE_NAME}")),
)  # fmt: skip
