"""Lint rules for links: descriptive text, no bare URLs, no tracking parameters, current titles.

Whether targets exist is checked in `references` (entries) and `page_links` (handwritten pages).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.checks.phrases import LANGUAGE
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys, RawEntry
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.passages import Passage, PassageGroup
from generator.problems import Problems
from generator.text.characters import described, hidden_in
from generator.text.shown_address import shown_elsewhere

SAYS_NOTHING = frozenset({
    "here", "click here", "click", "read more", "more", "learn more", "find out more", "link",
    "this link", "this", "this page", "page", "website", "see", "see here", "this one",
})  # fmt: skip
"""Non-descriptive link texts, case-folded: useless in a screen reader's list of links."""


def check_words(library: Library, problems: Problems) -> None:
    """Report an error for generic link texts, texts with two targets in one entry, and bare URLs;
    in English editions."""
    if library.edition.locale != LANGUAGE:
        return
    for passage, snippet, rule, message, hint in library.found(_link_text_faults):
        problems.error(passage.locate(snippet), rule, message, hint)


def _link_text_faults(group: PassageGroup) -> Iterator[tuple[Passage, str, str, str, str]]:
    """Faults of one entry or page: passage, snippet, rule, message, hint."""
    targets: dict[str, str] = {}
    for passage in group.passages:
        for written, target in _LINK.findall(passage.text) if "](" in passage.text else ():
            link_text = " ".join(written.strip("*_ ").casefold().split())
            first = targets.setdefault(link_text, target)
            if link_text in SAYS_NOTHING:
                yield (passage, written, "link-says-where",
                       f'The link "{written}" does not say where it leads.',
                       "Let the words of the link name what is behind it.")  # fmt: skip
            elif first != target:
                yield (passage, written, "link-says-where",
                       f'The link "{written}" leads elsewhere than another one here.',
                       "Give the two different words.")  # fmt: skip
        if "http" in passage.text or "www." in passage.text:
            for address in _BARE.findall(_LINK.sub("", passage.text)):
                yield (passage, address, "address-is-behind-words",
                       f'The address "{address}" stands in the text as it is.',
                       "Put it behind words: [the words](address).")  # fmt: skip


def check_clean(library: Library, problems: Problems) -> None:
    """Report an error for each URL with a tracking or affiliate parameter (utm_*, fbclid, ref ...),
    and each link target with an invisible character."""
    for entry in library.entries.values():
        if entry.kind == "prompt-set":  # Prompts have no links.
            continue
        for keys, mark in _tracking(entry):
            problems.error(entry.locate_text(keys, mark), "link-is-clean", _carries(mark), _WITHOUT)
    for passage, snippet, rule, message, hint in library.found_beside(_address_faults):
        problems.error(passage.locate(snippet), rule, message, hint)


@lru_cache(maxsize=4_000)
def _tracking(entry: RawEntry) -> tuple[tuple[Keys, str], ...]:
    """Keys and names of tracking parameters in an entry's URLs (memoized by entry)."""
    found = ((keys, _TRACKS.search(value)) for keys, value in _texts(entry.values, ()))
    return tuple((keys, mark[1]) for keys, mark in found if mark)


def _address_faults(group: PassageGroup) -> Iterator[tuple[Passage, str, str, str, str]]:
    for passage in group.passages:
        for target in _LINK.findall(passage.text) if "](" in passage.text else ():
            sign = hidden_in(target[1])
            if sign:
                message = f"The address of a link has {described(sign)} in it."
                hint = "It came with copied text: type the address by hand."
                yield passage, sign, "address-is-visible", message, hint
        for mark in _TRACKS.findall(passage.text) if "?" in passage.text else ():
            yield passage, mark, "link-is-clean", _carries(mark), _WITHOUT


def check_shown(library: Library, problems: Problems) -> None:
    """Report an error for each link text that shows another e-mail address or host name than that
    of the link."""
    for passage, words, message in library.found(_shown_faults):
        hint = "Mend the one that is wrong."
        problems.error(passage.locate(words), "link-opens-what-it-shows", message, hint)


def _shown_faults(group: PassageGroup) -> Iterator[tuple[Passage, str, str]]:
    for passage in group.passages:
        for words, target in _LINK.findall(passage.text) if "](" in passage.text else ():
            if _ELSEWHERE.match(target) and (other := shown_elsewhere(words, target)):
                message = f'The words show "{other}" and the link opens {target}.'
                yield passage, words, message


def check_titles(library: Library, problems: Problems) -> None:
    """Report an error for each standalone link to a prompt or worksheet without its title as text.

    Standalone links fill a table cell, or a list item with nothing but links. Within a sentence it
    cannot be told whether the link text is meant as the title. Letter case is ignored. Left out are
    links of the library to what the clinic gave another title, as the clinic cannot change them.
    """
    for passage, words, kind, entry_id in library.found_beside(_standalone_links):
        piece = (library.prompts if kind == "prompts" else library.worksheets).get(entry_id)
        if piece is None or words.casefold() == piece.title.casefold():
            continue
        titled = (
            library.locate_prompt(piece, "title") if isinstance(piece, Prompt)
            else library.locate("worksheet", entry_id, "title")
        )  # fmt: skip
        place = passage.locate(words)
        if library.is_of_clinic(place.path) or not library.is_of_clinic(titled.path):
            problems.error(place, "link-has-todays-title",
                           f'"{words}" is called "{piece.title}" now.',
                           "Write it that way, small letters or not, or put it in a sentence.",
                           )  # fmt: skip


def _standalone_links(group: PassageGroup) -> Iterator[tuple[Passage, str, str, str]]:
    """Standalone links: passage, link text, folder (prompts or worksheets), entry id."""
    for passage in group.passages:
        if "](" not in passage.text or passage.keys[-1] not in ("row", "item"):
            continue
        text = _ITEM.sub("", passage.text)
        pieces = [piece.strip(" .") for piece in _BETWEEN.split(text)]
        links = [_TO_ENTRY.fullmatch(piece) for piece in pieces]
        if passage.keys[-1] == "item" and not all(links):
            continue
        for link in filter(None, links):
            yield passage, link[1], link[2], link[3]


def _carries(mark: str) -> str:
    return f'The address carries "{mark}", which tells who followed it.'


def _texts(value: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        if "https://" in value and ("?" in value or "&" in value):
            yield keys, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*keys, index))


_WITHOUT = "Use the address without that part."
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_ELSEWHERE = re.compile("https?:|mailto:")
_TO_ENTRY = re.compile(r"\[([^\]]+)\]\((?:\.\./)*(prompts|worksheets)/([\w-]+)\.md(?:#[^)]*)?\)")
_BETWEEN = re.compile(r"(?<=\))\s*[,;]\s+|\n")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_BARE = re.compile(r"(?<!<)(?:https?://|www\.)[^\s)>\]]+")
_TRACKS = re.compile(
    r"https://[^\s)]*[?&](utm_[a-z]+|fbclid|gclid|msclkid|mc_[ce]id|igshid|si|ref_?|tag|"
    r"aff[a-z_]*|affiliate[a-z_]*|partner|cjevent|irclickid|ranMID|clickid|campaign_?id)="
)

RULES = (
    Rule("link-says-where", "The words of a link say what is behind it.", check_words,
         ("address-is-behind-words",),
         example=Example("technique", "privacy: See [the crisis page](page:crisis).",
                         "privacy: For the crisis page click [here](page:crisis).")),
    Rule("link-has-todays-title", "On a page, a link that fills a cell, or a list of nothing but "
         "links, says what a prompt or sheet is called today.", check_titles,
         example=Example("page", "- [Three lines](worksheets/three-lines.md)",
                         "- [Three lines a day](worksheets/three-lines.md)")),
    Rule("link-is-clean", "No address tells who followed it, or pays somebody, and none has "
         "characters that nobody sees.", check_clean, ("address-is-visible",),
         example=Example("resource", "url: https://example.org/help",
                         "url: https://example.org/help?utm_source=writing")),
    Rule("link-opens-what-it-shows", "Words of a link that show an address open that one.",
         check_shown,
         example=Example("technique",
                         "privacy: See [group.example](https://group.example/).",
                         "privacy: See [group.example](https://other.example/).")),
)  # fmt: skip
