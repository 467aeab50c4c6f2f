"""Translations of which no edition is made yet: their mistakes are told, and that none is shown."""

from __future__ import annotations

from pathlib import Path

from babel import Locale, UnknownLocaleError

from generator.content.decode import decode
from generator.content.layers.folders import Layer, locale_ground, read_layer
from generator.content.layers.merge import merge
from generator.content.layers.names import LOCALES
from generator.problems import Location, Problems

LANGUAGE = "en"
"""The one language that every site is built in."""


def language_name(code: str) -> str:
    """What a language is called in English; empty if the code is that of none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(LANGUAGE) or code
    except (ValueError, UnknownLocaleError):
        return ""


def read_translations(content: Path, built: str, base: Layer, problems: Problems) -> None:
    """Read every folder of translations but the one for the language that is `built`.

    What is wrong in their files is told as it is in others, so that nobody translates for months
    what cannot be read; that no page has it yet is a warning.
    """
    folder = content / LOCALES
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        if place.name.startswith(".") or place.name == built:
            continue
        where = Location(f"{content.name}/{LOCALES}/{place.name}")
        name = language_name(place.name)
        if not name or not place.is_dir():
            problems.error(
                where,
                "file-is-in-its-place",
                f'"{place.name}" is no folder of a language.',
                f"Translations are in {LOCALES}/<code>/, with a code such as es or zh-Hant.",
            )
            continue
        ground = locale_ground(content, place.name)
        layer = read_layer(ground, problems)
        merged = merge([base, layer], problems)
        for key in layer.entries.keys() & merged.entries.keys():
            decode(merged.entries[key], problems)
        problems.warn(
            where,
            "language-is-built",
            f"No site is built in {name} yet, so nothing in this folder is on any page.",
            "Keep it for later, or take it away.",
        )
