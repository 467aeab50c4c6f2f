"""Validation of locale folders that the edition does not use, and display names of languages."""

from __future__ import annotations

from pathlib import Path

from babel import Locale, UnknownLocaleError

from generator.content.decode import decode
from generator.content.layers.folders import Layer, locale_root, read_layer
from generator.content.layers.merge import merge
from generator.content.layers.names import LOCALES
from generator.problems import Location, Problems

LANGUAGE = "en"
"""Language of the base layer (BCP 47)."""


def language_name(code: str) -> str:
    """English display name of a BCP 47 code by CLDR; empty if the code is invalid or unknown."""
    try:
        return Locale.parse(code, sep="-").get_display_name(LANGUAGE) or code
    except (ValueError, UnknownLocaleError):
        return ""


def read_translations(content: Path, built: str, base: Layer, problems: Problems) -> None:
    """Read, merge and decode every locale folder but `built`, only for its problems.

    Nobody should translate for months what cannot be read. Warns for each folder that no page uses
    it yet.
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
        root = locale_root(content, place.name)
        layer = read_layer(root, problems)
        merged = merge([base, layer], problems)
        for key in layer.entries.keys() & merged.entries.keys():
            decode(merged.entries[key], problems)
        problems.warn(
            where,
            "language-is-built",
            f"No site is built in {name} yet, so nothing in this folder is on any page.",
            "Keep it for later, or take it away.",
        )
