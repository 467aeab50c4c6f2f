"""A clinic's colours as CSS, to stand after the theme's own."""

from __future__ import annotations

from collections.abc import Mapping

from generator.palette.brand import BASE, Scheme, brand

_DARK = (
    '@media screen {{\n:root[data-scheme="night"] {{\n{rules}}}\n}}\n'
    "@media screen and (prefers-color-scheme: dark) {{\n"
    ':root:not([data-scheme="day"]) {{\n{rules}}}\n}}\n'
)
_LIGHT = ":root {{\n{rules}}}\n"


def brand_css(primary: str | None, accent: str | None, *, logo: bool) -> str:
    """The rules that a clinic's colours and logo need; nothing for a clinic without any.

    A logo is drawn for light pages, so on dark ones it stands on a light plate.
    """
    found = brand(primary, accent)
    light, dark = found[Scheme.LIGHT], dict(found[Scheme.DARK])
    css = _LIGHT.format(rules=_rules(light)) if light else ""
    css += _DARK.format(rules=_rules(dark)) if dark else ""
    return css + (_PLATE.replace("SHEET", BASE[Scheme.LIGHT]["paper"]) if logo else "")


def card_css(primary: str | None, accent: str | None) -> str:
    """The rules for cards on other people's pages, which have links but no other colour."""
    rules = {
        scheme: f":root{{--pen:{tokens['link']}}}\n"
        for scheme, tokens in brand(primary, accent).items()
        if tokens
    }
    if not rules:
        return ""
    return f"{rules[Scheme.LIGHT]}@media (prefers-color-scheme:dark){{{rules[Scheme.DARK]}}}\n"


def _rules(tokens: Mapping[str, str]) -> str:
    return "".join(f"  --ws-{name}: {colour};\n" for name, colour in tokens.items())


_PLATE = """@media screen {
:root[data-scheme="night"] :is(.ws-brand, .ws-clinic__logo) img {
  padding: 0.1rem 0.2rem;
  background-color: SHEET;
  border-radius: 0.2rem;
}
}
@media screen and (prefers-color-scheme: dark) {
:root:not([data-scheme="day"]) :is(.ws-brand, .ws-clinic__logo) img {
  padding: 0.1rem 0.2rem;
  background-color: SHEET;
  border-radius: 0.2rem;
}
}
"""
