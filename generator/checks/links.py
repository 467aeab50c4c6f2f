"""Links say where they lead, and carry nothing that tells who followed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.checks.phrases import LANGUAGE
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys
from generator.content.library import Library
from generator.problems import Problems
from generator.text.characters import described, hidden_in

SAYS_NOTHING = frozenset({
    "here", "click here", "click", "read more", "more", "learn more", "find out more", "link",
    "this link", "this", "this page", "page", "website", "see", "see here", "this one",
})  # fmt: skip
"""Words that tell nothing to somebody who hears only the links of a page."""


def check_words(library: Library, problems: Problems) -> None:
    """The words of a link say what is behind it, and different things have different words."""
    if library.edition.locale != LANGUAGE:
        return
    targets: dict[tuple[str, str, str], str] = {}
    for passage in library.passages:
        for written, target in _LINK.findall(passage.text) if "](" in passage.text else ():
            said = " ".join(written.strip("*_ ").casefold().split())
            first = targets.setdefault((passage.entry.kind, passage.entry.id, said), target)
            if said in SAYS_NOTHING:
                problems.error(passage.locate(written), "link-says-where",
                               f'The link "{written}" does not say where it leads.',
                               "Let the words of the link name what is behind it.")  # fmt: skip
            elif first != target:
                problems.error(passage.locate(written), "link-says-where",
                               f'The link "{written}" leads elsewhere than another one here.',
                               "Give the two different words.")  # fmt: skip
        if "http" in passage.text or "www." in passage.text:
            for address in _BARE.findall(_LINK.sub("", passage.text)):
                problems.error(passage.locate(address), "address-is-behind-words",
                               f'The address "{address}" stands in the text as it is.',
                               "Put it behind words: [the words](address).")  # fmt: skip


def check_clean(library: Library, problems: Problems) -> None:
    """No address carries a mark that says who sent the reader, or pays somebody for it."""
    for entry in library.entries.values():
        if entry.kind == "prompt-set":  # Prompts have no links.
            continue
        for keys, value in _texts(entry.values, ()):
            mark = _TRACKS.search(value) if "?" in value or "&" in value else None
            if mark:
                place = entry.locate_text(keys, mark[1])
                problems.error(place, "link-is-clean", _carries(mark[1]), _WITHOUT)
    for passage in library.beside:
        for target in _LINK.findall(passage.text) if "](" in passage.text else ():
            sign = hidden_in(target[1])
            if sign:
                message = f"The address of a link has {described(sign)} in it."
                hint = "It came with copied text: type the address by hand."
                problems.error(passage.locate(sign), "address-is-visible", message, hint)
        for mark in _TRACKS.findall(passage.text) if "?" in passage.text else ():
            problems.error(passage.locate(mark), "link-is-clean", _carries(mark), _WITHOUT)


def check_titles(library: Library, problems: Problems) -> None:
    """A link to a prompt or a sheet that stands alone is called what that is called today.

    Alone is a link that fills a cell of a table, or has it or an item of a list with nothing but
    other links. Within a sentence nobody can tell whether its words are meant as the title.
    """
    titles = {("prompts", prompt.id): prompt.title for prompt in library.prompts.values()}
    titles |= {("worksheets", sheet.id): sheet.title for sheet in library.worksheets.values()}
    for passage in library.beside:
        if "](" not in passage.text or passage.keys[-1] not in ("row", "item"):
            continue
        text = _ITEM.sub("", passage.text)
        pieces = [piece.strip(" .") for piece in _BETWEEN.split(text)]
        links = [_TO_ENTRY.fullmatch(piece) for piece in pieces]
        if passage.keys[-1] == "item" and not all(links):
            continue
        for link in filter(None, links):
            title = titles.get((link[2], link[3]))
            if title and link[1].casefold() != title.casefold():
                problems.error(passage.locate(link[1]), "link-has-todays-title",
                               f'"{link[1]}" is called "{title}" now.',
                               "Write it that way, small letters or not, or put it in a sentence.",
                               )  # fmt: skip


def _carries(mark: str) -> str:
    return f'The address carries "{mark}", which tells who followed it.'


def _texts(value: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        if "https://" in value:
            yield keys, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*keys, index))


_WITHOUT = "Use the address without that part."
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
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
)  # fmt: skip
