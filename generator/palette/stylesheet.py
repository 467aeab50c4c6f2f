"""CSS of a clinic's brand: custom property overrides, to be loaded after the theme's own CSS."""

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
    """Rules for a clinic's colours and logo; the empty string if it has neither.

    Logos are made for light backgrounds, so on dark pages one gets a light plate.
    """
    tokens = brand(primary, accent)
    light, dark = tokens[Scheme.LIGHT], dict(tokens[Scheme.DARK])
    css = _LIGHT.format(rules=_rules(light)) if light else ""
    css += _DARK.format(rules=_rules(dark)) if dark else ""
    return css + (_PLATE.replace("SHEET", BASE[Scheme.LIGHT]["paper"]) if logo else "")


def card_css(primary: str | None, accent: str | None) -> str:
    """Rules for embeddable cards, whose only brand colour is that of links; may be empty."""
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
