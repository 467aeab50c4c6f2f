"""A translation is whole, no older than what it translates, and read by somebody who is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.checks.phrases import LANGUAGE
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.overlay import RawEntry
from generator.content.passages import passages
from generator.problems import Problems

REVIEWED_KINDS = frozenset({"technique", "prompt-set", "worksheet", "packet"})
"""Kinds that say who wrote and reviewed them, and when."""


def check_translations(library: Library, problems: Problems) -> None:
    """In an edition of another language, every entry that is shown is said in that language."""
    if library.edition.locale == LANGUAGE:
        return
    for entry in library.entries.values():
        if entry.kind != "clinic" and entry.values.get("status") in (None, "published"):
            _check_entry(entry, f"/locales/{library.edition.locale}/", problems)


def _check_entry(entry: RawEntry, folder: str, problems: Problems) -> None:
    layers = [trace.source for trace in entry.traces if folder in trace.source.path]
    if not layers:
        if any(True for _ in passages([entry])):
            problems.warn(
                entry.locate(),
                "translation-is-whole",
                "This entry is not translated, and stands in English among other words.",
                "Translate it, or leave it out of the edition under 'hide:' of the clinic.",
            )
        return
    missing = [p for p in passages([entry]) if folder not in entry.written_in(p.keys)]
    if missing:
        problems.warn(
            missing[0].locate(),
            "translation-is-whole",
            f"Texts of this entry that are not translated: {len(missing)}. This is the first.",
            "Add them to the file of the translation.",
        )
    if entry.kind in REVIEWED_KINDS:
        _check_review(entry, layers[-1].values, problems)


def _check_review(entry: RawEntry, translated: Mapping[str, Any], problems: Problems) -> None:
    said = translated.get("review")
    review = said if isinstance(said, dict) else {}
    place = entry.locate(("review",))
    if not review.get("reviewed_by"):
        problems.error(
            place,
            "translation-is-reviewed",
            "Nobody who is named has read this translation.",
            "Give the file a 'review:' of its own with 'reviewed_by:', or 'status: draft'. "
            "What a program translated stays a draft until somebody has.",
        )
    original = entry.traces[0].source.values.get("review")
    written = original.get("written_on") if isinstance(original, dict) else None
    if written and str(review.get("written_on") or "") < str(written) and review:
        problems.warn(
            place,
            "translation-is-current",
            f"The text was written anew on {written}, after it was translated.",
            "Compare the two, and set 'written_on:' to the day on which you did.",
        )


RULES = (
    Rule("translation-is-whole", "In an edition of another language, every text that is shown is "
         "translated, no older than its source, and read by somebody who is named.",
         check_translations, ("translation-is-reviewed", "translation-is-current"),
         example=Example("library", "locales/es/techniques/lists.yaml has each text of the guide "
                         "and a review of its own.",
                         "locales/es/techniques/lists.yaml has a title, and the rest is English.")),
)  # fmt: skip
