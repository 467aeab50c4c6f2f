"""Facts in the heads of pages, read back as a search engine does."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.content.library import Library
from generator.content.models.resource import Meeting
from generator.content.models.review import Person
from generator.pages.page import Page
from generator.pages.parts.listing_structured_data import linked_resource
from generator.pages.planners import plan_site
from generator.render.head import data_script, head_html
from generator.site.site import Site
from generator.site.words import load_words

WORDS = load_words("en")
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def facts(head: str) -> Any:
    """What the one script element in a head holds; the rest of the page stays what it was."""
    page = LexborHTMLParser(f"<head>{head}</head><body><p id=end>")
    assert page.css_first("#end") is not None
    (script,) = page.css("script")
    assert script.attributes["type"] == "application/ld+json"
    return json.loads(script.text())


def everything(node: Any) -> Iterator[dict[str, Any]]:
    for item in node if isinstance(node, list) else [node]:
        if isinstance(item, dict):
            yield item
            for inner in item.values():
                yield from everything(inner)


@pytest.fixture(scope="module")
def heads(every_page: Mapping[str, Page]) -> Mapping[str, Any]:
    """The facts of each page."""
    return {u: facts(data_script(page.facts)) for u, page in every_page.items() if page.facts}


@pytest.fixture(scope="module")
def written(every_page: Mapping[str, Page]) -> Mapping[str, str]:
    """What is added to the head of each page."""
    return {url: head_html(page) for url, page in every_page.items()}


def planned(library: Library) -> tuple[Page, ...]:
    """Every page of the site."""
    return tuple(plan_site(Site.of(library)))


@settings(max_examples=300, deadline=None)
@given(text=TEXT, key=TEXT)
def test_no_text_breaks_out(text: str, key: str) -> None:
    """Whatever a text holds, it is data in one element and comes back as it was."""
    for said in (text, f"</script><script>{text}", f"<!--{text}<script"):
        head = data_script({"name": said, key: [said]})
        assert "<" not in head.removeprefix("<script").removesuffix("</script>")
        assert facts(head) == {"@context": "https://schema.org", "name": said, key: [said]}


def test_each_kind_of_page_says_what_it_is(heads: Mapping[str, Any]) -> None:
    """The type of the thing that a page is about, by the page's folder."""
    about = {"prompts": "LearningResource", "techniques": ["HowTo", "LearningResource"],
             "worksheets": "CreativeWork", "packets": "LearningResource"}  # fmt: skip
    for page, node in heads.items():
        folder, _, name = page.rpartition("/")
        if folder in about and name != "index.html":
            assert node["@type"] == "WebPage"
            assert node["mainEntity"]["@type"] == about[folder], page
            assert node["breadcrumb"]["@type"] == "BreadcrumbList"
        elif page == "index.html":
            assert node["@type"] == "WebSite"
            assert node["publisher"]["name"]
        else:
            assert node["@type"] == "ItemList", page
            places = [item["position"] for item in node["itemListElement"]]
            assert places == list(range(1, len(places) + 1))


def test_addresses_are_full(heads: Mapping[str, Any]) -> None:
    """Each address in the facts is one that works from anywhere."""
    for page, node in heads.items():
        for found in everything(node):
            for key in ("@id", "url", "sameAs", "license", "contentUrl"):
                assert str(found.get(key, "https://")).startswith("https://"), (page, found)


@pytest.mark.site
def test_nobody_reviewed_what_nobody_reviewed(heads: Mapping[str, Any], library: Library) -> None:
    """A page claims a reviewer only where the entry names one, and then says who and when."""
    prompt = library.prompts["a-helper-at-half-time"]
    assert prompt.review is not None
    page = f"prompts/{prompt.id}.html"
    assert not prompt.review.reviewed_by
    assert not {"reviewedBy", "lastReviewed"} & heads[page].keys()
    person = Person(name="Ann One", role="psychologist", orcid="0000-0002-1825-0097")
    review = prompt.review.model_copy(
        update={"reviewed_by": (person,), "reviewed_on": date(2026, 11, 24)}
    )
    changed = prompt.model_copy(update={"review": review})
    read = dataclasses.replace(library, prompts={**library.prompts, prompt.id: changed})
    again = next(other for other in planned(read) if other.url == page)
    node = facts(data_script(again.facts or {}))
    assert node["lastReviewed"] == "2026-11-24"
    assert node["reviewedBy"][0]["name"] == "Ann One"
    assert node["reviewedBy"][0]["sameAs"] == "https://orcid.org/0000-0002-1825-0097"


def test_words_of_prompts_are_not_in_facts(library: Library, written: Mapping[str, str]) -> None:
    """No list of results can show what a deep prompt asks without its caution."""
    for prompt in library.prompts.values():
        head = written.get(f"prompts/{prompt.id}.html", "")
        assert json.dumps(prompt.text[:60], ensure_ascii=False)[1:-1] not in head, prompt.id


def test_prompt_pages_stay_light(written: Mapping[str, str]) -> None:
    """What is added to the head of a prompt page is less than 1.5 kB."""
    sizes = {p: len(h.encode()) for p, h in written.items() if p.startswith("prompts/")}
    assert max(sizes.values()) < 1_500, max(sizes.items(), key=lambda item: item[1])


def test_listings_are_what_they_are(heads: Mapping[str, Any]) -> None:
    """Books are books with their numbers, apps apps, lines have the number that is dialled."""
    kinds = {
        page.removeprefix("resources/").removesuffix(".html"): Counter(
            str(item["item"]["@type"]) for item in node["itemListElement"]
        )
        for page, node in heads.items()
        if page.startswith("resources/")
    }
    assert set(kinds["book"]) == {"Book"}
    assert set(kinds["app"]) == {"SoftwareApplication"}
    assert set(kinds["crisis-line"]) == {"Service"}
    numbers = {n["telephone"] for n in everything(heads["resources/crisis-line.html"])
               if n.get("@type") == "ContactPoint"}  # fmt: skip
    assert {"911", "988"} <= numbers


def test_group_is_an_event_with_a_schedule(library: Library) -> None:
    """It says its days, its hours and their zone, and no more than a schedule can."""
    meeting = Meeting(
        words="First Tuesdays", rule="FREQ=MONTHLY;BYDAY=1TU", first=date(2026, 6, 2),
        starts="19:00", length=timedelta(minutes=90), zone="America/Los_Angeles",
    )  # fmt: skip
    group = library.resources["826la"].model_copy(update={"meeting": meeting})
    node = linked_resource(Site.of(library), group)
    assert node["@type"] == "Event"
    schedule = node["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["byDay"]) == ("P1M", ["1TU"])
    assert (schedule["startTime"], schedule["endTime"]) == ("19:00", "20:30")
    assert schedule["scheduleTimezone"] == "America/Los_Angeles"
    for rule in ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU"):
        odd = meeting.model_copy(update={"rule": rule})
        other = linked_resource(Site.of(library), group.model_copy(update={"meeting": odd}))
        assert "repeatFrequency" not in other["eventSchedule"]


def test_course_ends_where_its_calendar_ends(library: Library) -> None:
    """Eight evenings are eight evenings, every other week is that, and a day left out is out."""
    meeting = Meeting(
        words="Eight Tuesdays", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=8",
        first=date(2026, 6, 2), starts="19:00", length=timedelta(minutes=90),
        zone="America/Los_Angeles", **{"except": (date(2026, 6, 16),)},
    )  # fmt: skip
    group = library.resources["826la"].model_copy(update={"meeting": meeting})
    schedule = linked_resource(Site.of(library), group)["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["repeatCount"]) == ("P2W", 8)
    assert (schedule["startDate"], schedule["endDate"]) == ("2026-06-02", "2026-09-08")
    assert schedule["exceptDate"] == ["2026-06-16"]
    until = meeting.model_copy(update={"rule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260701T020000Z"})
    other = linked_resource(Site.of(library), group.model_copy(update={"meeting": until}))
    assert other["eventSchedule"]["endDate"] == "2026-06-30"


def test_lists_say_only_what_lists_can(heads: Mapping[str, Any]) -> None:
    """`isPartOf` is a property of works, and a list is none."""
    lists = [node for node in heads.values() if node["@type"] == "ItemList"]
    assert lists
    assert not [node for node in lists if "isPartOf" in node]


def test_feeds_are_found(written: Mapping[str, str]) -> None:
    """The first page and the page of prompts lead a reader of feeds to both."""
    for page, up in (("index.html", ""), ("prompts/index.html", "../")):
        links = LexborHTMLParser(f"<head>{written[page]}</head>").css('link[rel~="alternate"]')
        found = {link.attributes["href"] for link in links}
        assert {f"{up}api/v1/feed.json", f"{up}api/v1/feed.xml"} <= found
