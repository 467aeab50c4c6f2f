"""The theme's files as the site serves them: one style sheet, one script, and what is static."""

from __future__ import annotations

from pathlib import Path

THEME = Path(__file__).parent.parent / "theme"


def theme_assets() -> dict[str, bytes]:
    """Paths below docs/ and bytes of all files that the theme adds to the site.

    Style sheets are joined with the tokens first and print last, scripts in order of their
    names, so that a page asks for one of each.
    """
    assets = {
        f"assets/{file.relative_to(THEME / 'static').as_posix()}": file.read_bytes()
        for file in sorted((THEME / "static").rglob("*"))
        if file.is_file()
    }
    styles = sorted((THEME / "css").glob("*.css"), key=_style_order)
    scripts = sorted((THEME / "js").glob("*.js"))
    assets["assets/site.css"] = b"\n".join(file.read_bytes() for file in styles)
    assets["assets/site.js"] = b"\n".join(file.read_bytes() for file in scripts)
    return assets


def _style_order(file: Path) -> tuple[int, str]:
    return {"tokens": 0, "print": 2}.get(file.stem, 1), file.stem
