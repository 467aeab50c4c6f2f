"""Cuts the two typefaces of screens from the whole ones, and the headings' one for sheets.

    python tools/screen_fonts.py FOLDER

FOLDER holds the Latin files of Newsreader (with its optical size) and of Atkinson Hyperlegible
Next, variable and upright, such as those of the npm packages `@fontsource-variable/newsreader`
and `@fontsource-variable/atkinson-hyperlegible-next`. Each becomes two files in
`theme/static/fonts/`: the letters of nearly every page, and those that few pages have, which a
browser fetches only where one of them stands. `theme/css/fonts.css` tells it which these are.
Then `sheet_fonts.py` lists the letters of sheets anew.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

THEME = Path(__file__).parent.parent / "generator" / "theme"
SCREENS = THEME / "static" / "fonts"
PRESS = THEME / "fonts"
USUAL = (
    "U+20-7E, U+A0, U+A1, U+B7, U+BF, U+C1, U+C9, U+CD, U+D1, U+D3, U+DA, U+DC, U+E1, U+E9, U+ED, "
    "U+F1, U+F3, U+FA, U+FC, U+2010-2014, U+2018-201A, U+201C-201E, U+2022, U+2026, U+203A"
)
"""English and its marks, Spanish, Irish, and the accent of most French names."""
SELDOM = (
    "U+A3, U+A9, U+AB, U+AE, U+B0, U+BB, U+C0, U+C2-C8, U+CA-CC, U+CE-D0, U+D2, U+D4-D9, U+DB, "
    "U+DD-E0, U+E2-E8, U+EA-EC, U+EE-F0, U+F2, U+F4-F9, U+FB, U+FD-FF, U+131, U+152, U+153, "
    "U+2032, U+2033, U+20AC, U+2212"
)
"""The rest of Western Europe, and signs."""
FACES = {
    "newsreader": ("newsreader*latin-opsz-normal", {"wght": 380, "opsz": 36}),
    "atkinson-next": ("atkinson*latin-wght-normal", {"wght": (400, 700)}),
}
"""By the name of its file: the name of the whole one, and how much of its axes is kept."""
ON_SCREEN = ["kern", "liga", "locl", "tnum"]
"""No other is asked for by a style sheet."""
ON_PAPER = [*ON_SCREEN, "lnum", "pnum"]


def main(folder: Path) -> None:
    """Cut both typefaces."""
    for name, (pattern, axes) in FACES.items():
        whole = _whole(next(folder.rglob(f"{pattern}.woff2")), axes)
        for target, letters in ((name, USUAL), (f"{name}-more", SELDOM)):
            _cut(whole, letters, ON_SCREEN, "woff2").save(SCREENS / f"{target}.woff2")
        if name == "newsreader":
            paper = _cut(whole, f"{USUAL}, {SELDOM}", ON_PAPER)
            paper.save(PRESS / "Newsreader-Regular.ttf")


def _whole(source: Path, axes: dict[str, object]) -> bytes:
    """All letters, with the axes cut to size."""
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), axes)
    font.flavor = None
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()


def _cut(whole: bytes, letters: str, features: list[str], flavor: str | None = None) -> TTFont:
    """The font with these letters only, and nothing that changes from run to run."""
    font = TTFont(BytesIO(whole), recalcTimestamp=False)
    options = subset.Options(
        hinting=False, notdef_outline=True, recalc_timestamp=False, layout_features=features,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )  # fmt: skip
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(letters.replace(" ", "")))
    cutter.subset(font)
    font.flavor = flavor
    return font


if __name__ == "__main__":
    main(Path(sys.argv[1]))
