"""Lint rules for clinic branding: colour contrast, reserved red, alternative text of the logo."""

from __future__ import annotations

import re

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.palette.brand import BASE, Scheme, readable_accent, readable_primary, unreadable
from generator.palette.contrast import is_similar
from generator.palette.contrast_pairs import Failure
from generator.problems import Problems


def check_colours(library: Library, problems: Problems) -> None:
    """Report an error for a brand colour whose contrast is too low in any use by the theme, in the
    light or dark scheme; the hint names the nearest colour that passes."""
    clinic = library.clinic
    if clinic is None:
        return
    primary, accent = clinic.primary_colour, clinic.accent_colour
    if primary:
        found = unreadable(primary, None)
        near = readable_primary(primary)
        _report(library, "primary_colour", primary, found, near, problems)
        primary = near
    if accent:
        found = unreadable(primary, accent)
        near = readable_accent(accent, primary)
        _report(library, "accent_colour", accent, found, near, problems)


def _report(
    library: Library, field: str, colour: str, found: list[Failure], near: str | None,
    problems: Problems,
) -> None:  # fmt: skip
    if not found or library.clinic is None:
        return
    worst = min(found, key=lambda failure: failure.contrast / failure.use.least)
    problems.error(
        library.locate("clinic", library.clinic.id, field),
        "colour-can-be-read",
        f"{colour} is too light for {worst.use.words}: its contrast there is "
        f"{worst.contrast:.1f}, and {worst.use.least:g} is the least.",
        f"The nearest colour that can be read is {near}." if near else "Choose a darker one.",
    )


def check_red(library: Library, problems: Problems) -> None:
    """Warn of a brand colour close to the red that is reserved for links to call somebody."""
    clinic = library.clinic
    if clinic is None:
        return
    ember = BASE[Scheme.LIGHT]["ember"]
    for field in ("primary_colour", "accent_colour"):
        colour = getattr(clinic, field)
        if colour and is_similar(colour, ember):
            problems.warn(
                library.locate("clinic", clinic.id, field),
                "red-is-for-people",
                f"{colour} looks like {ember}, the red that only people to call have.",
                "Choose another hue, so that numbers to call are found by their colour.",
            )


def check_logo(library: Library, problems: Problems) -> None:
    """Report an error for logo alternative text that is a generic word or a file name."""
    clinic = library.clinic
    if clinic and clinic.logo and _NO_WORDS.fullmatch(clinic.logo.alt):
        problems.error(
            library.locate("clinic", clinic.id, "logo", "alt"),
            "logo-has-words",
            f'"{clinic.logo.alt}" tells nothing to somebody who cannot see the logo.',
            "Write what stands in it, usually the name of the clinic.",
        )


_NO_WORDS = re.compile(
    r"(?:the |our |a )?(?:logo|image|picture|icon|photo|graphic)|\S+\.(?:svg|png|jpe?g|webp|gif)",
    re.IGNORECASE,
)

RULES = (
    Rule("colour-can-be-read", "A clinic's colours can be read wherever they are used.",
         check_colours,
         example=Example("clinic", 'primary_colour: "#2b4a6f"', 'primary_colour: "#7fb2e5"')),
    Rule("red-is-for-people", "Only ways to a person have the warm red.", check_red,
         example=Example("clinic", 'primary_colour: "#2b4a6f"', 'primary_colour: "#9e3426"')),
    Rule("logo-has-words", "The words for a logo say what it says.", check_logo,
         example=Example("clinic", "logo: {file: logo.svg, alt: Harbor Clinic}",
                         "logo: {file: logo.svg, alt: logo.svg}")),
)  # fmt: skip
