"""Lint rules for translations: complete, no older than the source text, reviewed by a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.phrases import LANGUAGE
from generator.checks.rule import Example, Rule
from generator.content.languages import language_name
from generator.content.layers.entry import RawEntry
from generator.content.library import Library
from generator.content.passages import passages_in
from generator.problems import Problems
from generator.site.words import words_entry

REVIEWED_KINDS = frozenset({"technique", "prompt-set", "worksheet", "packet"})
"""Kinds of entries with a `review`."""


def check_translations(library: Library, problems: Problems) -> None:
    """Warn of each published entry with untranslated passages, and check the reviews of
    translations; only in editions of another language than `LANGUAGE`."""
    if library.edition.locale == LANGUAGE:
        return
    for entry in library.entries.values():
        if entry.kind != "clinic" and entry.values.get("status") in (None, "published"):
            _check_entry(entry, f"/locales/{library.edition.locale}/", problems)


def check_languages(library: Library, problems: Problems) -> None:
    """Report an error for each language of the clinic that is not the edition's and not English."""
    clinic = library.clinic
    for index, code in enumerate(clinic.languages if clinic else ()):
        if clinic is not None and code not in (LANGUAGE, library.edition.locale):
            problems.error(
                library.locate("clinic", clinic.id, "languages", index),
                "language-is-built",
                f"No site is built in {language_name(code) or code} yet.",
                f"Write 'languages: [{LANGUAGE}]'. In which languages somebody is helped stands in "
                "each listing.",
            )


def check_words(library: Library, problems: Problems) -> None:
    """Report an error for each interface string that is missing in the edition's locale."""
    words = library.words
    if words is None or library.edition.locale == LANGUAGE:
        return
    english = words_entry(LANGUAGE)
    if english is None:
        return
    for keys, text in _texts(english.values):
        translated: Any = words.values
        for key in keys:
            translated = translated.get(key) if isinstance(translated, dict) else None
        # Plural categories differ by language (CLDR); only "other" is in every language.
        if keys[-1] in _PLURALS or (isinstance(translated, str) and translated):
            continue
        problems.error(
            words.locate(keys),
            "words-are-whole",
            f'The words "{".".join(keys)}" are missing: in English, "{" ".join(text.split())}".',
            "Add them to the file.",
        )


def _texts(values: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[Any, str]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _texts(value, (*above, key))
        else:
            yield (*above, key), str(value)


def _check_entry(entry: RawEntry, folder: str, problems: Problems) -> None:
    layers = [trace.source for trace in entry.traces if folder in trace.source.path]
    if not layers:
        if passages_in(entry).passages:
            problems.warn(
                entry.locate(),
                "translation-is-whole",
                "This entry is not translated, and stands in English among other words.",
                "Translate it, or leave it out of the edition under 'hide:' of the clinic.",
            )
        return
    missing = [p for p in passages_in(entry).passages if folder not in entry.written_in(p.keys)]
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
    given = translated.get("review")
    review = given if isinstance(given, dict) else {}
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


_PLURALS = frozenset({"zero", "one", "two", "few", "many"})
"""CLDR plural categories that a language may lack."""

RULES = (
    Rule("language-is-built", "A clinic names only languages that its site is built in; "
         "translations of which none is built are told.", check_languages,
         example=Example("clinic", "languages: [en]", "languages: [en, es]")),
    Rule("words-are-whole", "The program has all of its words in the language of an edition.",
         check_words,
         example=Example("library", "generator/locales/es.yaml has every name that en.yaml has.",
                         "generator/locales/es.yaml has no 'prompt: aims:'.")),
    Rule("translation-is-whole", "In an edition of another language, every text that is shown is "
         "translated, no older than its source, and read by somebody who is named.",
         check_translations, ("translation-is-reviewed", "translation-is-current"),
         example=Example("library", "locales/es/techniques/lists.yaml has each text of the guide "
                         "and a review of its own.",
                         "locales/es/techniques/lists.yaml has a title, and the rest is English.")),
)  # fmt: skip
