"""JSON Feed 1.1 and Atom (RFC 4287) feeds of the newest prompts.

A feed reader shows entries that nobody has chosen. So the entry of a deep prompt holds the caution
and the link to its page, never the text, nor the task. Whoever is told to choose something else is
told whom to reach, in the same place.
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
"""Most entries in a feed."""

_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Item:
    """One feed entry, for both formats; dates are RFC 3339 timestamps at midnight UTC."""

    url: str
    title: str
    html: str
    summary: str
    author: str
    published: str
    changed: str
    tags: tuple[str, ...]


def feed_files(site: Site, prompts: Sequence[PromptRecord]) -> dict[str, bytes]:
    """Both feeds as UTF-8 by path: newest written or reviewed first, then by id.

    Prompts for sessions alone are left out.
    """
    newest = sorted((p for p in prompts if not _in_session_only(p)), key=lambda p: p.id)
    newest.sort(key=_changed_on, reverse=True)
    items = tuple(_item(site, prompt) for prompt in newest[:NEWEST])
    title = site.words("exports.feed", site=site.clinic.name)
    return {
        JSON_FEED: _json_feed(site, title, items),
        ATOM: _atom(site, title, items),
    }


def _changed_on(prompt: PromptRecord) -> date:
    review = prompt.review
    return max(review.written_on, review.reviewed_on or review.written_on)


def _in_session_only(prompt: PromptRecord) -> bool:
    return prompt.settings == (IN_SESSION,)


def _item(site: Site, prompt: PromptRecord) -> _Item:
    words, crisis = site.words, site.absolute(CRISIS)
    level = words("exports.level", level=prompt.intensity.label)
    if is_deep(prompt.intensity.level):
        summary = words("exports.on_its_page")
        parts = [prompt.caution or "", summary]
    else:
        summary = prompt.task
        choose = [words("exports.choose_another"), *(r.text for r in prompt.choose_another_if),
                  words("exports.reach_somebody", url=crisis)]  # fmt: skip
        parts = [level, " ".join(choose) if prompt.choose_another_if else "",
                 prompt.task, prompt.text, prompt.closing or ""]  # fmt: skip
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in parts if part)
    address = escape(crisis)
    paragraphs = paragraphs.replace(address, f'<a href="{address}">{address}</a>')
    link = f'<p><a href="{escape(prompt.url)}">{escape(prompt.title)}</a></p>'
    return _Item(
        url=prompt.url,
        title=" ".join(prompt.title.split()),
        html=paragraphs + link,
        summary=f"{level} {summary}",
        author=prompt.review.written_by,
        published=_timestamp(prompt.review.written_on),
        changed=_timestamp(_changed_on(prompt)),
        tags=(prompt.technique, *prompt.moods),
    )


def _timestamp(day: date) -> str:
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
    _text(feed, "updated", max((i.changed for i in items), default=_timestamp(site.today)))
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
