"""Repairs of the theme's HTML: what a checker or a screen reader finds wrong with Material 9.8."""

from __future__ import annotations

import re

# None of these looks past the next tag of its kind, so their time grows no faster than the page.
_SELF_CLOSED = re.compile(
    r"<(area|br|col|hr|img|input|link|meta|source|track|wbr)"
    r"""((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*?)?)(?:(?<=["'\s])|(?<=<br)|(?<=<hr)|(?<=<wbr))\s*/>"""
)
_TOGGLE = re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"')
_SIZELESS = re.compile(
    r'<svg(?![^<>]* (?:width|height)=)([^<>]*? viewBox="0 0 (\d+) (\d+)"[^<>]*)>'
)
_ICON = re.compile(r'<svg xmlns="http://www.w3.org/2000/svg"(?![^<>]*(?:aria-|role=))')
_AHEAD = re.compile(r'<link (?=[^<>]*rel="(?:next|prev)")[^<>]*>\s*')
_TITLE = '<div class="md-header__title" data-md-component="header-title">'
_PALETTE = re.compile(
    r'<form class="md-header__option" data-md-component="palette">((?:(?!<form).)*?)</form>',
    re.DOTALL,
)
_BANNER = '<aside class="md-banner">'
_TOC_LABEL = re.compile(
    r'<label class="md-nav__title" for="__toc">((?:(?!<label).)*?)</label>', re.DOTALL
)


def repair(html: str) -> str:
    """The page with its known faults mended; a page without them comes back as it is.

    Gives drawings the size that they were drawn in, without which they are as wide as the page
    where a style sheet is missing; removes `autocomplete` from check boxes, empty `tabindex`,
    slashes at the end of void elements, and `rel=next/prev`, which Firefox fetches ahead against
    our policy. The colors are a group to choose from, not a form. Icons are silent; so is the
    site's name beside the logo, whose link says it. The strip with the way to a person is named
    by its words. The contents' title is a plain `div` where there is no toggle for it to label.
    """
    html = _TOGGLE.sub(r"\1", html)
    html = html.replace(' tabindex=""', "")
    html = _SELF_CLOSED.sub(_opened, html)
    html = _SIZELESS.sub(r'<svg\1 width="\2" height="\3">', html)
    html = _ICON.sub('<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"', html)
    html = _AHEAD.sub("", html)
    html = _PALETTE.sub(
        r'<div class="md-header__option" data-md-component="palette" role="radiogroup">\1</div>',
        html,
    )
    html = html.replace(_TITLE, f'{_TITLE[:-1]} aria-hidden="true">')
    if 'id="ws-person"' in html:
        html = html.replace(_BANNER, f'{_BANNER[:-1]} aria-labelledby="ws-person">')
    if 'id="__toc"' not in html:
        html = _TOC_LABEL.sub(r'<div class="md-nav__title">\1</div>', html)
    return html


def unasked(head: str) -> str:
    """What is added to the head, so that the theme asks for nothing because of it.

    Material fetches the site map beside whatever a `link[rel=alternate]` names. A space in the
    value keeps its meaning, and the theme's selector does not match it.
    """
    return head.replace(' rel="alternate"', ' rel="alternate "')


def _opened(match: re.Match[str]) -> str:
    return f"<{match[1]}{match[2].rstrip()}>"
