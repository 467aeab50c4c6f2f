"""Theme assets: style sheets and scripts concatenated (bundled) and minified, and static files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

THEME = Path(__file__).parent.parent / "theme"


_PAD = (
    "back-forward-cache", "tab-storage", "text-files", "confirmation", "textarea-autosize",
    "unload-guard", "drafts", "focus-mode", "timer", "pad", "starter",
)  # fmt: skip
_TOGETHER = {"writing": _PAD}
"""Bundles by name: scripts that every page with a writing pad needs, a fifth smaller as one."""


_ONLY_ON = {
    "authors": ("authors", "author-checks", "author-kind", "author-vocabularies"),
    "calls": ("author-drawings", "crisis"),
    "check-in": ("check-in", "routine"),
    "coverage": ("author-clarity", "author-coverage"),
    "example": ("technique",),
    "facts": ("author-drawings", "packet", "prompt", "resource-kind", "technique", "worksheet"),
    "gallery": ("author-drawings",),
    "guide": ("technique",),
    "handout": ("handout",),
    "home": ("home",),
    "kept": ("writing",),
    "listing": ("author-drawings", "resource-kind", "resource-list", "resources", "studies"),
    "mood-head": ("author-drawings", "facet"),
    "mood-map": ("mood-map",),
    "packet": ("packing",),
    "pills": (
        "author-drawings",
        "crisis",
        "handout",
        "resource-kind",
        "resource-list",
        "resources",
    ),
    "prompt-print": ("prompt",),
    "reasons": ("prompt",),
    "review": ("packet", "prompt", "technique", "worksheet"),
    "routine": ("routine",),
    "rows": ("packing", "packets", "techniques"),
    "stops": ("packet",),
    "sheet-cards": ("author-drawings", "worksheets"),
    "snippets": ("embedding",),
    "steps": ("authors", "routine", "technique"),
    "study": ("studies",),
    "timer": ("prompt", "technique"),
    "toc": ("author-kind", "long", "technique"),
    "trust": ("trust",),
    # The page of a packet fetches those of a worksheet when it has one: see js/pages/packet.js.
    "worksheet": ("check-in", "worksheet"),
    "worksheet-print": ("check-in", "worksheet"),
    "writing": ("prompt",),
}
"""Style sheet → templates of the only pages that load it (code splitting of the CSS).

`long` is no template: the frame calls hand-written pages with many sections so.
"""

PAGE_STYLES = frozenset(template for templates in _ONLY_ON.values() for template in templates)
"""Templates whose pages load a second style sheet beside the common one."""


def theme_assets(brand: str = "", cards: str = "") -> dict[str, bytes]:
    """Path below docs/ → bytes of every file that the theme adds to the site; CSS, JS minified.

    Style sheets are concatenated with tokens first and print last, scripts with their dependencies
    first, so that a page requests one of each, and a second style sheet in `assets/looks/` if its
    template is one of PAGE_STYLES. A script in `js/pages/` is a file of its own:
    `js/page-scripts.js` loads it on the pages that name it. `brand` and `cards` are CSS that comes
    last, on pages and on cards.
    """
    assets = {
        f"assets/{file.relative_to(THEME / 'static').as_posix()}": (
            jsmin(file.read_bytes()) if file.suffix == ".js" else file.read_bytes()
        )
        for file in sorted((THEME / "static").rglob("*"))
        if file.is_file()
    }
    styles = sorted((THEME / "css").glob("*.css"), key=_style_order)
    common = [file for file in styles if file.stem not in _ONLY_ON]
    scripts = sorted((THEME / "js").glob("*.js"), key=_script_order)
    assets["assets/site.css"] = cssmin(_joined(common) + brand.encode())
    for template in sorted(PAGE_STYLES):
        own = (file for file in styles if template in _ONLY_ON.get(file.stem, ()))
        assets[f"assets/looks/{template}.css"] = cssmin(_joined(own))
    assets["assets/site.js"] = jsmin(_joined(scripts))
    for file in sorted((THEME / "js/pages").glob("*.js")):
        assets[f"assets/pages/{file.name}"] = jsmin(file.read_bytes())
    for file in sorted((THEME / "js/head").glob("*.js")):
        assets[f"assets/{file.name}"] = jsmin(file.read_bytes())
    for name, parts in _TOGETHER.items():
        files = (THEME / f"js/pages/{part}.js" for part in parts)
        assets[f"assets/pages/{name}.js"] = jsmin(_joined(files))
    assets["assets/pages/qr.js"] = _module("lean-qr", "leanQr") + assets["assets/pages/qr.js"]
    assets["assets/embed.css"] = cssmin((THEME / "embed/embed.css").read_bytes() + cards.encode())
    in_cards = (
        THEME / "embed/height.js", THEME / "js/local-date.js", THEME / "js/catalogue.js",
        THEME / "js/pages/prompt-of-the-day.js",
    )  # fmt: skip
    assets["assets/embed.js"] = jsmin(_joined(in_cards))
    return assets


def _module(name: str, known_as: str) -> bytes:
    """A CommonJS module of `js/libraries/` with its licence, as `ws.<known_as>`; not minified."""
    library = (THEME / f"js/libraries/{name}.js").read_bytes().strip()
    licence = (THEME / f"js/libraries/{name}-LICENSE.txt").read_bytes().strip()
    head = b"/*! " + licence + b" */\n(() => {const exports = {};\n"
    return head + library + f"\nglobalThis.ws.{known_as} = exports;\n}})();\n".encode()


def _joined(files: Iterable[Path]) -> bytes:
    return b"\n".join(file.read_bytes() for file in files)


def _style_order(file: Path) -> tuple[int, str]:
    return {"tokens": 0, "fonts": 1, "base": 2, "print": 4}.get(file.stem, 3), file.stem


def _script_order(file: Path) -> tuple[bool, str]:
    return file.stem not in ("controls", "storage"), file.stem
