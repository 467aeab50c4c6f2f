"""Client-side crisis detection in search queries: phrase lists, and the card of numbers to call."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.models.taxonomy import DangerTerm, DangerWords
from generator.exports.browser.catalogue import lookup_script
from generator.pages.parts.contacts import LineView, crisis_view
from generator.site.site import Site
from generator.site.urls import lookup_url

VOCABULARY = "words-of-danger"


def danger_files(site: Site) -> dict[str, bytes]:
    """The script that `theme/js/pages/danger.js` loads, by path from the site root."""
    value = {**danger_words(site), "card": _card(site)}
    return {lookup_url("danger"): lookup_script("danger", value)}


def danger_words(site: Site) -> dict[str, object]:
    """Phrase lists for the matcher in `theme/js/pages/danger-words.js`, and crisis numbers."""
    found = site.taxonomies[VOCABULARY]
    assert isinstance(found, DangerWords)
    return {
        "phrases": {t.id: t.phrases for t in found.terms if isinstance(t, DangerTerm)},
        "alone": found.alone,
        "harmless": found.harmless,
        "groups": found.groups,
        "forms": found.forms,
        "endings": found.endings,
        "keyboard": found.keyboard,
        "skip": found.skip,
        "real": found.real,
        "numbers": sorted(set(_numbers(site))),
    }


def _numbers(site: Site) -> Iterator[str]:
    """Digits of every number of the crisis block, which are matched too; may repeat."""
    crisis = site.crisis
    for line in (crisis.emergency, *crisis.lines):
        for contact in site.resource[line].contacts:
            digits = "".join(c for c in contact.dial or "" if c.isdigit())
            if digits:
                yield digits


def _card(site: Site) -> dict[str, object]:
    crisis = crisis_view(site)
    return {
        "title": site.words("danger.title"),
        "lead": site.words("danger.lead"),
        "more": site.words("crisis.more"),
        "page": crisis.page,
        "lines": [_line(line) for line in (crisis.emergency, *crisis.lines)],
    }


def _line(line: LineView) -> list[object]:
    """[name, [[label, href, menu, keyword], ...]] with the contacts that have a link."""
    return [line.name, [[c.action, c.href, c.menu, c.keyword] for c in line.contacts if c.href]]
