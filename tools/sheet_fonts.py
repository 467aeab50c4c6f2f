"""Cuts the fonts that printed sheets fall back on, and lists the letters that all of them have.

    python tools/sheet_fonts.py FOLDER

FOLDER holds the whole fonts (Regular and Bold, TTF): Noto Sans, Noto Sans Hebrew, Noto Sans
Armenian, Noto Sans Georgian, Noto Sans Math, Noto Sans Symbols, Noto Sans Symbols 2, Vazirmatn.
What is kept of each is CUTS; the files go to generator/theme/fonts/, with `letters.txt`, which
tells the checks what can be printed without opening a font. The font of headings comes from
`screen_fonts.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "generator" / "theme" / "fonts"
LETTERS = FONTS / "letters.txt"
MARKS = ("ccmp", "kern", "locl", "mark", "mkmk")
CUTS: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "NotoSans": (
        ("Regular", "Bold"),
        MARKS,
        "20-7E A0-17F 18F 192 1A0-1B0 1CD-1DC 1E6-1E7 1F4-1F5 1FA-21F 226-233 237 251-25B 2BB-2BD "
        "2C6-2DD 300-315 31B 323-331 338 370-3FF 400-45F 48A-4FF 1E00-1EFF 2000-206F 2070-2089 "
        "20A0-20C0 2103 2113-2117 211E-2122 2126 2150-215E 25CC",
    ),
    "NotoSansHebrew": (("Regular", "Bold"), MARKS, "590-5FF 25CC"),
    "NotoSansArmenian": (("Regular", "Bold"), MARKS, "530-58F"),
    "NotoSansGeorgian": (("Regular", "Bold"), MARKS, "10A0-10FF 1C90-1CBF"),
    "Vazirmatn": (
        ("Regular", "Bold"),
        (*MARKS, "curs", "fina", "init", "isol", "medi", "rlig"),
        "600-6FF 750-77F 200C-200F 25CC",
    ),
    "NotoSansMath": (("Regular",), (), "2190-21FF 2200-2265"),
    "NotoSansSymbols": (("Regular",), (), "2460-2473 2600-26FF"),
    "NotoSansSymbols2": (
        ("Regular",),
        (),
        "25A0-25FF 2600-2612 2639-263B 2661-266F 2700-27BF 2B50",
    ),
}
"""Of each family: its weights, the features that its script is written with, and its letters."""


def main(folder: Path) -> None:
    """Cut every font, and list what the fonts of sheets have between them."""
    for family, (weights, features, letters) in CUTS.items():
        for weight in weights:
            # The shortest name: SemiBold and ExtraBold end in the same word as Bold.
            source = min(folder.rglob(f"{family}[-_]*{weight}.ttf"), key=lambda f: len(f.name))
            cut(source, FONTS / f"{family}-{weight}.ttf", features, letters)
    LETTERS.write_text(coverage(), "ascii")


def cut(source: Path, target: Path, features: tuple[str, ...], letters: str) -> None:
    """Write what is left of a font with these letters only; the same input, the same bytes."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, glyph_names=False, notdef_outline=True, recalc_timestamp=False,
        layout_features=list(features), name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )  # fmt: skip
    options.drop_tables += ["MATH"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes_in(letters))
    cutter.subset(font)
    font.save(target)


def codes_in(letters: str) -> Iterable[int]:
    """The code points of ranges such as "20-7E A0"."""
    for part in letters.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def coverage() -> str:
    """A line for each font: its family, and the ranges of code points that it has."""
    return "".join(
        f"{file.stem.removesuffix('-Regular')} {ranges(TTFont(file).getBestCmap())}\n"
        for file in sorted(FONTS.glob("*-Regular.ttf"))
    )


def ranges(codes: Iterable[int]) -> str:
    """The code points as ranges, such as "20-7E A0"."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return " ".join(f"{a:X}-{b:X}" if a != b else f"{a:X}" for a, b in found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
