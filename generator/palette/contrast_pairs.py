"""Where the theme uses a colour that a clinic can change, and what it has to stand out from.

The table is beside the computation, and a test compares it with every style sheet: a new use of
one of these colours is a line here, or the tests say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.palette.contrast import contrast

TEXT_CONTRAST = 4.5
"""Least contrast of text and its ground (WCAG 2.2, 1.4.3, level AA)."""
SHAPE_CONTRAST = 3.0
"""Least contrast of what must be seen and is not text, such as an edge (WCAG 2.2, 1.4.11)."""

Tokens = Mapping[str, str]
"""Colours of one scheme by the name of their token, without its --ws-."""


class Role(StrEnum):
    """What a colour is there for."""

    TEXT = "text"
    GROUND = "ground"
    EDGE = "edge"


@dataclass(frozen=True)
class Use:
    """One token in one role: against which others, how much contrast, and in which files."""

    token: str
    role: Role
    against: tuple[str, ...]
    least: float
    files: tuple[str, ...]
    """Style sheets in theme/css/, without their ending."""
    words: str
    """What a reader sees there, for a message."""


@dataclass(frozen=True)
class Failure:
    """A use that cannot be read, or seen, with some colours."""

    use: Use
    other: str
    """The token against which it fails."""
    contrast: float


def failures(tokens: Tokens) -> Iterator[Failure]:
    """Every use in which these colours are too near to each other."""
    for use in USES:
        for other in use.against:
            found = contrast(tokens[use.token], tokens[other])
            if found < use.least:
                yield Failure(use, other, found)


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
"""Every use of a token that a clinic's colours change, or that lies on one. On the pale grounds,
every colour of text is asked for everywhere, as rich text may put it there."""
