"""The theme's files as the site serves them: one style sheet, one script for every page, a script
for each page that needs one of its own, those of the cards for other pages, and what is static."""

from __future__ import annotations

import re
from pathlib import Path

THEME = Path(__file__).parent.parent / "theme"

# Comments that have lines of their own: a quarter of the scripts, which no browser needs.
_COMMENT = re.compile(rb"^[ \t]*(?://.*|/\*(?:(?!\*/)[^\0])*\*/)[ \t]*\n", re.MULTILINE)


def theme_assets(brand: str = "") -> dict[str, bytes]:
    """Paths below docs/ and bytes of all files that the theme adds to the site.

    Style sheets are joined with the tokens first and print last, scripts with those first that
    others stand on, so that a page asks for one of each. A script in `js/pages/` stays by itself:
    `js/page-scripts.js` brings it to the pages that name it. `brand` is CSS that comes last.
    """
    assets = {
        f"assets/{file.relative_to(THEME / 'static').as_posix()}": file.read_bytes()
        for file in sorted((THEME / "static").rglob("*"))
        if file.is_file()
    }
    styles = sorted((THEME / "css").glob("*.css"), key=_style_order)
    scripts = sorted((THEME / "js").glob("*.js"), key=_script_order)
    assets["assets/site.css"] = b"\n".join(file.read_bytes() for file in styles) + brand.encode()
    assets["assets/site.js"] = _COMMENT.sub(b"", b"\n".join(f.read_bytes() for f in scripts))
    for file in sorted((THEME / "js/pages").glob("*.js")):
        assets[f"assets/pages/{file.name}"] = _COMMENT.sub(b"", file.read_bytes())
    assets["assets/embed.css"] = (THEME / "embed/embed.css").read_bytes()
    in_cards = (THEME / "embed/height.js", THEME / "js/catalogue.js", THEME / "js/today.js")
    assets["assets/embed.js"] = _COMMENT.sub(b"", b"\n".join(f.read_bytes() for f in in_cards))
    return assets


def _style_order(file: Path) -> tuple[int, str]:
    return {"tokens": 0, "print": 2}.get(file.stem, 1), file.stem


def _script_order(file: Path) -> tuple[bool, str]:
    return file.stem not in ("controls", "papers", "storage"), file.stem
