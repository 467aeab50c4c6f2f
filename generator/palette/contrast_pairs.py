"""Contrast requirements of brandable design tokens: table of uses with WCAG 2.2 minimum ratios.

A test compares the table with every style sheet: a new use of one of these tokens needs a line
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.palette.contrast import contrast

TEXT_CONTRAST = 4.5
"""Minimum ratio of text and background (WCAG 2.2, 1.4.3, level AA)."""
SHAPE_CONTRAST = 3.0
"""Minimum ratio of non-text content, such as borders (WCAG 2.2, 1.4.11)."""

Tokens = Mapping[str, str]
"""Colour (#rrggbb) of one scheme by name of the custom property, without its prefix `--ws-`."""


class Role(StrEnum):
    """What a token colours: text, a background, or a border or other shape."""

    TEXT = "text"
    GROUND = "ground"
    EDGE = "edge"


@dataclass(frozen=True)
class Use:
    """One token in one role: adjacent tokens, minimum contrast ratio, style sheets."""

    token: str
    role: Role
    against: tuple[str, ...]
    least: float
    files: tuple[str, ...]
    """Names of style sheets in theme/css/, without file extension."""
    words: str
    """What it is on the page, for problem messages."""


@dataclass(frozen=True)
class Failure:
    """A use whose contrast is below its minimum."""

    use: Use
    other: str
    """The adjacent token."""
    contrast: float
    """Measured contrast ratio."""


def failures(tokens: Tokens) -> Iterator[Failure]:
    """Every use whose contrast is below its minimum with these tokens, in the order of `USES`."""
    for use in USES:
        for other in use.against:
            ratio = contrast(tokens[use.token], tokens[other])
            if ratio < use.least:
                yield Failure(use, other, ratio)


_GROUNDS = ("mist", "band", "paper", "pen-wash")
_CALLOUTS = ("wash", "lamp-wash", "moss-wash", "ember-wash")
_ON_WASH = ("ink", "soft", "pen", "pen-deep", "link", "link-deep")

USES: tuple[Use, ...] = (
    Use(
        "on-go",
        Role.TEXT,
        ("go", "go-deep"),
        TEXT_CONTRAST,
        ("actions", "base"),
        "words on a button",
    ),
    Use(
        "go", Role.GROUND, ("on-go",), TEXT_CONTRAST, ("actions", "base"), "the ground of a button"
    ),
    Use("go", Role.EDGE, ("mist", "band", "paper"), SHAPE_CONTRAST, ("actions",), "a button"),
    Use(
        "go-deep",
        Role.GROUND,
        ("on-go",),
        TEXT_CONTRAST,
        ("actions",),
        "the ground of a button that is pointed at",
    ),
    Use(
        "go-deep",
        Role.EDGE,
        ("mist", "band", "paper"),
        SHAPE_CONTRAST,
        ("actions",),
        "a button that is pointed at",
    ),
    Use(
        "pen",
        Role.TEXT,
        _GROUNDS,
        TEXT_CONTRAST,
        (
            "actions",
            "authors",
            "bar",
            "calls",
            "cards",
            "check-in",
            "desk",
            "find",
            "gates",
            "guide",
            "header",
            "home",
            "listing",
            "mood-head",
            "packet",
            "pad",
            "prompt",
            "routine",
            "rows",
            "search",
            "sheet-cards",
            "steps",
            "stops",
            "worksheet",
        ),
        "words on a page",
    ),
    Use(
        "pen-deep",
        Role.TEXT,
        _GROUNDS,
        TEXT_CONTRAST,
        (
            "actions",
            "check-in",
            "chips",
            "find",
            "frame",
            "home",
            "mood-map",
            "pills",
            "search",
            "sheet-cards",
        ),
        "words that are pointed at, or chosen",
    ),
    Use("link", Role.TEXT, (*_GROUNDS, *_CALLOUTS), TEXT_CONTRAST, ("base",), "links on a page"),
    Use(
        "link-deep",
        Role.TEXT,
        (*_GROUNDS, *_CALLOUTS),
        TEXT_CONTRAST,
        ("base",),
        "links that are pointed at",
    ),
    Use(
        "pen-wash",
        Role.GROUND,
        _ON_WASH,
        TEXT_CONTRAST,
        (
            "actions",
            "check-in",
            "chips",
            "find",
            "mood-map",
            "packet",
            "pills",
            "search",
            "sheet-cards",
            "worksheet",
        ),
        "the ground of what is chosen or pointed at",
    ),
    Use(
        "pen-26",
        Role.GROUND,
        ("ink",),
        TEXT_CONTRAST,
        ("coverage",),
        "the darkest field of a heat map",
    ),
    Use(
        "pen",
        Role.EDGE,
        _GROUNDS,
        SHAPE_CONTRAST,
        (
            "actions",
            "check-in",
            "chips",
            "find",
            "footer",
            "header",
            "home",
            "kept",
            "listing",
            "mood-map",
            "packet",
            "routine",
            "sheet-cards",
            "steps",
            "stops",
            "timer",
            "worksheet",
            "worksheet-print",
        ),
        "edges and ticks",
    ),
    Use(
        "pen-deep",
        Role.EDGE,
        _GROUNDS,
        SHAPE_CONTRAST,
        ("actions", "worksheet"),
        "edges that are pointed at",
    ),
    Use(
        "focus",
        Role.EDGE,
        _GROUNDS,
        SHAPE_CONTRAST,
        (
            "base",
            "cards",
            "check-in",
            "find",
            "home",
            "search",
            "sheet-cards",
            "worksheet",
            "writing",
        ),
        "the ring round what has the focus",
    ),
)
"""Every use of a token that a clinic's colours change, or that is adjacent to one. On callouts,
every text colour is required, as rich text may put it there."""
