"""A clinic's own colours and logo can be seen and heard by everybody."""

from __future__ import annotations

import re

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.problems import Problems

LEAST_CONTRAST = 4.5
"""Contrast of text and ground that WCAG 2.2 asks for at level AA (criterion 1.4.3)."""


def check_colours(library: Library, problems: Problems) -> None:
    """White text can be read on the clinic's colours, and they on white paper."""
    clinic = library.clinic
    for field in ("primary_colour", "accent_colour") if clinic else ():
        colour = getattr(clinic, field)
        contrast = contrast_with_white(colour) if colour else LEAST_CONTRAST
        if contrast < LEAST_CONTRAST and clinic:
            problems.error(
                library.locate("clinic", clinic.id, field),
                "colour-can-be-read",
                f"{colour} has a contrast of {contrast:.1f} with white; "
                f"{LEAST_CONTRAST} is the least.",
                "Choose a darker one.",
            )


def check_logo(library: Library, problems: Problems) -> None:
    """The words for a logo say what it says."""
    clinic = library.clinic
    if clinic and clinic.logo and _NO_WORDS.fullmatch(clinic.logo.alt):
        problems.error(
            library.locate("clinic", clinic.id, "logo", "alt"),
            "logo-has-words",
            f'"{clinic.logo.alt}" tells nothing to somebody who cannot see the logo.',
            "Write what stands in it, usually the name of the clinic.",
        )


def contrast_with_white(colour: str) -> float:
    """Contrast of a colour such as #2b4a6f with white, 1 to 21, by the formula of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


_NO_WORDS = re.compile(
    r"(?:the |our |a )?(?:logo|image|picture|icon|photo|graphic)|\S+\.(?:svg|png|jpe?g|webp|gif)",
    re.IGNORECASE,
)

RULES = (
    Rule("colour-can-be-read", "A clinic's colours have a contrast of 4.5 with white.",
         check_colours,
         example=Example("clinic", 'primary_colour: "#2b4a6f"', 'primary_colour: "#7fb2e5"')),
    Rule("logo-has-words", "The words for a logo say what it says.", check_logo,
         example=Example("clinic", "logo: {file: logo.svg, alt: Harbor Clinic}",
                         "logo: {file: logo.svg, alt: logo.svg}")),
)  # fmt: skip
