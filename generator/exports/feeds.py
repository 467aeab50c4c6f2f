"""New prompts as feeds: JSON Feed 1.1 and Atom.

What a feed brings, a reader meets without having chosen it. So of a deep prompt it holds the
caution and the way to its page, and never the text, nor the task. Whoever is told to choose
something else is told whom to reach, in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from generator.content.models.prompt import IN_SESSION
from generator.content.models.taxonomy import is_deep
from generator.exports.prompts import PromptRecord
from generator.exports.records import written
from generator.site.site import Site
from generator.site.urls import ATOM, CRISIS, JSON_FEED, PROMPTS

NEWEST = 40
"""Prompts in a feed."""

_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Item:
    """One prompt as a feed has it."""

    url: str
    title: str
    html: str
    summary: str
    author: str
    published: str
    changed: str
    tags: tuple[str, ...]


def feed_files(site: Site, prompts: Sequence[PromptRecord]) -> dict[str, bytes]:
    """Both feeds by their paths; the prompts that are new or newly reviewed come first."""
    newest = sorted((p for p in prompts if not _for_the_room(p)), key=lambda p: p.id)
    newest.sort(key=_day, reverse=True)
    items = tuple(_item(site, prompt) for prompt in newest[:NEWEST])
    title = site.words("exports.feed", site=site.clinic.name)
    return {
        JSON_FEED: _json_feed(site, title, items),
        ATOM: _atom(site, title, items),
    }


def _day(prompt: PromptRecord) -> date:
    review = prompt.review
    return max(review.written_on, review.reviewed_on or review.written_on)


def _for_the_room(prompt: PromptRecord) -> bool:
    return prompt.settings == (IN_SESSION,)


def _item(site: Site, prompt: PromptRecord) -> _Item:
    words, crisis = site.words, site.absolute(CRISIS)
    level = words("exports.level", level=prompt.intensity.label)
    if is_deep(prompt.intensity.level):
        said = words("exports.on_its_page")
        parts = [prompt.caution or "", said]
    else:
        said = prompt.task
        choose = [words("exports.choose_another"), *(r.text for r in prompt.choose_another_if),
                  words("exports.reach_somebody", url=crisis)]  # fmt: skip
        parts = [level, " ".join(choose) if prompt.choose_another_if else "",
                 prompt.task, prompt.text, prompt.closing or ""]  # fmt: skip
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in parts if part)
    somebody = escape(crisis)
    paragraphs = paragraphs.replace(somebody, f'<a href="{somebody}">{somebody}</a>')
    way = f'<p><a href="{escape(prompt.url)}">{escape(prompt.title)}</a></p>'
    return _Item(
        url=prompt.url,
        title=" ".join(prompt.title.split()),
        html=paragraphs + way,
        summary=f"{level} {said}",
        author=prompt.review.written_by,
        published=_moment(prompt.review.written_on),
        changed=_moment(_day(prompt)),
        tags=(prompt.technique, *prompt.moods),
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _json_feed(site: Site, title: str, items: Sequence[_Item]) -> bytes:
    full = site.absolute
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": full(PROMPTS),
        "feed_url": full(JSON_FEED),
        "description": site.words("exports.feed_about"),
        "language": site.words.language,
        "items": [
            {
                "id": item.url,
                "url": item.url,
                "title": item.title,
                "content_html": item.html,
                "summary": item.summary,
                "date_published": item.published,
                "date_modified": item.changed,
                "authors": [{"name": item.author}],
                "tags": item.tags,
            }
            for item in items
        ],
    }
    return f"{written(feed)}\n".encode()


def _atom(site: Site, title: str, items: Sequence[_Item]) -> bytes:
    full = site.absolute
    feed = Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.words.language}
    )
    _text(feed, "id", full(ATOM))
    _text(feed, "title", title)
    _text(feed, "subtitle", site.words("exports.feed_about"))
    _text(feed, "updated", max((i.changed for i in items), default=_moment(site.today)))
    _text(feed, "rights", site.words("exports.credit", site=site.clinic.name) + ", CC BY 4.0")
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": full(ATOM)})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": full(PROMPTS)})
    for item in items:
        entry = SubElement(feed, "entry")
        _text(entry, "id", item.url)
        _text(entry, "title", item.title)
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
        _text(entry, "published", item.published)
        _text(entry, "updated", item.changed)
        _text(SubElement(entry, "author"), "name", item.author)
        for tag in item.tags:
            SubElement(entry, "category", {"term": tag})
        _text(entry, "summary", item.summary)
        _text(entry, "content", item.html, type="html")
    ElementTree.indent(feed, " ")
    text: str = ElementTree.tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _NOT_XML.sub("", text)
