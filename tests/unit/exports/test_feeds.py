"""Feeds of new prompts, read back by feedparser and json."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.library import Library
from generator.content.models.prompt import IN_SESSION
from generator.exports.feeds import NEWEST, feed_files
from generator.exports.prompts import PromptRecord, prompt_records
from generator.site.site import Site
from generator.site.urls import CRISIS
from generator.site.words import load_words

WORDS = load_words("en")
ATOM, JSON = "api/v1/feed.xml", "api/v1/feed.json"


@pytest.fixture(scope="module")
def site(library: Library) -> Site:
    """What is shown of the real library."""
    return Site.of(library)


@pytest.fixture(scope="module")
def plain(site: Site) -> PromptRecord:
    """A prompt whose text is in the feeds."""
    return next(p for p in prompt_records(site) if p.intensity.level == 1)


def everything(site: Site, prompts: list[PromptRecord]) -> tuple[Any, Any]:
    files = feed_files(site, prompts)
    return feedparser.parse(files[ATOM]), json.loads(files[JSON])


def test_atom_is_read_without_complaint(files: Mapping[str, bytes]) -> None:
    """A reader of feeds finds what it needs: ids, dates, authors and a way to itself."""
    feed = feedparser.parse(files[ATOM])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert len(feed.entries) == NEWEST
    assert {"self", "alternate"} == {link.rel for link in feed.feed.links}
    for entry in feed.entries:
        assert entry.id == entry.link
        assert entry.updated_parsed
        assert entry.author


def test_json_feed_has_what_it_must(files: Mapping[str, bytes]) -> None:
    """Its version, title and items; each item its id and content, and full dates."""
    feed = json.loads(files[JSON])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"].endswith("/api/v1/feed.json")
    assert len(feed["items"]) == NEWEST
    for item in feed["items"]:
        assert item["id"] == item["url"]
        assert item["content_html"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", item["date_published"])


def test_both_say_the_same(files: Mapping[str, bytes]) -> None:
    """The same prompts in the same order with the same words."""
    atom, feed = feedparser.parse(files[ATOM]), json.loads(files[JSON])
    assert [(e.id, e.title) for e in atom.entries] == [(i["id"], i["title"]) for i in feed["items"]]


def test_text_of_a_deep_prompt_is_in_no_feed(site: Site) -> None:
    """Nobody meets it unasked: a feed has its caution and the way to its page."""
    deep = [
        p for p in prompt_records(site) if p.intensity.level >= 3 and p.settings != (IN_SESSION,)
    ][:NEWEST]
    assert len(deep) > 10
    files = feed_files(site, deep)
    said = html.unescape(html.unescape(b"".join(files.values()).decode())).replace('\\"', '"')
    said = re.sub(r"</?a\b[^>]*>", "", said)
    for prompt in deep:
        assert prompt.caution in said
        assert prompt.text not in said, prompt.id
        assert prompt.text[:60] not in said, prompt.id
        assert prompt.task not in said, prompt.id


def test_what_may_stir_is_told_first(files: Mapping[str, bytes]) -> None:
    """Who should choose something else stands before the text, also of a medium prompt."""
    listed = json.loads(files["api/v1/prompts.json"])["prompts"]
    by_url = {prompt["url"]: prompt for prompt in listed}
    told = 0
    for item in json.loads(files[JSON])["items"]:
        prompt, said = by_url[item["id"]], html.unescape(item["content_html"])
        for reason in prompt["choose_another_if"]:
            told += 1
            if prompt["intensity"]["level"] < 3:
                assert 0 <= said.index(reason["text"]) < said.index(prompt["text"])
    assert told


def test_who_should_choose_something_else_has_a_way_to_somebody(site: Site) -> None:
    """Where a feed names thoughts of suicide or the like, one tap leads to people to call."""
    way = f'<a href="{site.absolute(CRISIS)}">'
    listed = [p for p in prompt_records(site) if p.choose_another_if]
    depths = {level: [p for p in listed if p.intensity.level == level][:5] for level in (1, 2, 3)}
    for level, prompts in depths.items():
        assert prompts, level
        atom, feed = everything(site, prompts)
        for entry, item in zip(atom.entries, feed["items"], strict=True):
            assert way in item["content_html"], level
            assert way in entry.content[0].value, level


def test_newest_come_first(site: Site) -> None:
    """A prompt that was written or reviewed later stands before the others."""
    prompts = list(prompt_records(site))
    later = prompts[7].review.model_copy(update={"written_on": date(2027, 1, 2)})
    changed = prompts[7].model_copy(update={"review": later})
    atom, _ = everything(site, [*prompts[:7], changed, *prompts[8:]])
    assert atom.entries[0].id == changed.url
    assert atom.feed.updated == "2027-01-02T00:00:00Z"


def test_nothing_new_is_still_a_feed(site: Site) -> None:
    """A site without prompts has an empty feed that can be read."""
    atom, feed = everything(site, [])
    assert not atom.bozo
    assert feed["items"] == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_out(site: Site, plain: PromptRecord, text: str) -> None:
    """Whatever a prompt says stays text: no element of its own, in neither feed."""
    hostile = plain.model_copy(update={"title": f"T{text}", "text": f"{text}<script>x</script>"})
    atom, feed = everything(site, [hostile])
    assert not atom.bozo
    for content in (atom.entries[0].content[0].value, feed["items"][0]["content_html"]):
        assert set(re.findall(r"<(\w+)", content)) <= {"p", "a"}
