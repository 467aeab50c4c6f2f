"""Rules for one built page: strict CSP, offline use from file://, accessibility."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.finish.errors import broken
from generator.finish.scan import Reference, Scan
from generator.finish.url_parsing import normalized, scheme
from generator.problems import Problem
from generator.text.allowed import (
    DATA_TAGS,
    LINK_SCHEMES,
    LINK_TAGS,
    REFERRER_POLICIES,
    SENDERS,
    is_picture_file_name,
)

_SCHEMES = LINK_SCHEMES | {""}
_HARMLESS_HTTP_EQUIVS = frozenset({"content-type", "content-language", "x-ua-compatible"})
# A `link` with one of these loads nothing by itself; with any other it counts as an asset.
_LINK_RELS = frozenset(
    {"alternate", "author", "bookmark", "canonical", "help", "license", "me", "next", "prev"}
    | {"privacy-policy", "search", "terms-of-service"}
)
_AHEAD_RELS = frozenset({"dns-prefetch", "preconnect", "prefetch", "prerender"})
_UNCLASSIC = frozenset({"module", "importmap", "speculationrules"})
_CELL_STYLES = frozenset({"th style", "td style"})


def check_page(page: str, found: Scan) -> Iterator[Problem]:
    """Violations of all rules by one page alone, rule by rule; links are checked by `links.py`."""
    for rule, check in _RULES.items():
        for message in check(found):
            yield broken(page, rule, message)


def is_asset(reference: Reference) -> bool:
    """Whether a browser loads the URL as a subresource, rather than when a reader follows it."""
    if reference.tag == "link":
        return not _LINK_RELS.issuperset(reference.rel.split())
    return reference.tag not in LINK_TAGS


def _charset_is_first(found: Scan) -> Iterator[str]:
    if not found.starts_with_charset:
        yield 'the head does not start with <meta charset="utf-8">, after which the policy goes'


def _policy_is_ours(found: Scan) -> Iterator[str]:
    for name in found.http_equivs:
        if name not in _HARMLESS_HTTP_EQUIVS:
            yield f"<meta http-equiv={name}> is not for a page to set"
    for policy in found.referrer_policies:
        if policy not in REFERRER_POLICIES:
            yield f"the referrer policy “{policy}” tells other sites what was read"


def _handler_is_in_script(found: Scan) -> Iterator[str]:
    for handler in found.handlers:
        yield f"<{handler}> is a script in an attribute; the policy stops it"


def _style_is_in_stylesheet(found: Scan) -> Iterator[str]:
    for style in found.styles:
        hint = "; do not align the columns of a table" if style in _CELL_STYLES else ""
        yield f"<{style}> is a style in the page; the policy ignores it{hint}"


def _page_embeds_nothing(found: Scan) -> Iterator[str]:
    for name in found.unwanted:
        yield f"<{name}> is not allowed"


def _script_has_a_file(found: Scan) -> Iterator[str]:
    for script in found.scripts:
        if script.source:
            start = " ".join(script.source.split())[:60]
            yield f"the script “{start}” stands in the page; the policy stops it"


def _script_is_classic(found: Scan) -> Iterator[str]:
    for script in found.scripts:
        if script.kind in _UNCLASSIC:
            yield f"a script of type “{script.kind}” does not work from a file:// address"


def _asset_is_ours(found: Scan) -> Iterator[str]:
    for reference in found.references:
        if reference.url and is_asset(reference) and reference.attribute not in SENDERS:
            found_scheme = scheme(normalized(reference.url))
            if found_scheme and not (found_scheme == "data" and _may_be_data(reference)):
                yield f"<{reference.tag} {reference.attribute}> loads {_shown(reference.url)}"


def _nothing_is_fetched_ahead(found: Scan) -> Iterator[str]:
    for reference in found.references:
        if reference.tag == "link" and not _AHEAD_RELS.isdisjoint(reference.rel.split()):
            yield f"<link rel={reference.rel}> asks for what the reader did not open"


def _link_scheme_is_known(found: Scan) -> Iterator[str]:
    for reference in found.references:
        if not is_asset(reference) and scheme(normalized(reference.url)) not in _SCHEMES:
            yield f"the link {_shown(reference.url)} is of a kind that is not allowed"


def _form_stays_on_page(found: Scan) -> Iterator[str]:
    for reference in found.references:
        if reference.attribute in SENDERS:
            yield f"a form sends to {_shown(reference.url)}; no form here sends anything"


def _page_has_one_title(found: Scan) -> Iterator[str]:
    titles = found.headings.count(1)
    if titles != 1:
        yield f"the page has {titles} headings of level 1; one says what it is about"


def _headings_are_in_order(found: Scan) -> Iterator[str]:
    for before, level in pairwise([0, *found.headings]):
        if level > before + 1:
            yield f"a heading of level {level} comes after one of level {before}"


def _table_has_headings(found: Scan) -> Iterator[str]:
    if found.bare_tables:
        yield "a table has no heading, so that its cells cannot be told apart when read aloud"


def _page_names_its_language(found: Scan) -> Iterator[str]:
    if not found.language:
        yield "<html> does not name the language in which the page is to be read aloud"


def _picture_has_words(found: Scan) -> Iterator[str]:
    for words in found.alternatives:
        if words is None:
            yield 'an image has no alt; write alt="" if it says nothing that the text does not'
        elif is_picture_file_name(words):
            yield f"“{words}” is the name of a file and not what the image shows"


def _may_be_data(reference: Reference) -> bool:
    return reference.tag in DATA_TAGS or "icon" in reference.rel.split()


def _shown(url: str) -> str:
    return f"“{url[:80]}”"


_RULES: dict[str, Callable[[Scan], Iterator[str]]] = {
    "charset-is-first": _charset_is_first,
    "policy-is-ours": _policy_is_ours,
    "handler-is-in-script": _handler_is_in_script,
    "style-is-in-stylesheet": _style_is_in_stylesheet,
    "page-embeds-nothing": _page_embeds_nothing,
    "script-has-a-file": _script_has_a_file,
    "script-is-classic": _script_is_classic,
    "asset-is-ours": _asset_is_ours,
    "nothing-is-fetched-ahead": _nothing_is_fetched_ahead,
    "link-scheme-is-known": _link_scheme_is_known,
    "form-stays-on-page": _form_stays_on_page,
    "page-has-one-title": _page_has_one_title,
    "headings-are-in-order": _headings_are_in_order,
    "table-has-headings": _table_has_headings,
    "page-names-its-language": _page_names_its_language,
    "picture-has-words": _picture_has_words,
}
