"""The lists as JSON: each is what its schema says, and holds what the site shows and no more."""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.checks.link_targets import EXPORT_FILES
from generator.content.library import Library
from generator.content.models.review import Status
from generator.exports.files import export_files
from generator.site.site import Site
from generator.site.urls import GROUPS_CALENDAR, PROGRAMS

LISTS = (
    "prompts", "techniques", "worksheets", "packets", "resources", "studies", "vocabularies",
)  # fmt: skip
Api = Callable[[str], Any]


@pytest.mark.parametrize("name", [*LISTS, "index"])
def test_list_is_what_its_schema_says(api: Api, name: str) -> None:
    """A checker made for JSON Schema finds nothing wrong with the schema or with the list."""
    schema = api(f"schema/{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in checker.iter_errors(api(f"{name}.json"))] == []
    assert api(f"{name}.json")["$schema"] == schema["$id"]


def test_pages_may_link_to_every_file(files: Mapping[str, bytes]) -> None:
    """What pages written by hand may lead to among the API files is what is made."""
    made = {path for path in files if path.startswith(f"{PROGRAMS}/")}
    assert made - {GROUPS_CALENDAR} == EXPORT_FILES


def test_schema_refuses_a_deep_prompt_without_its_caution(api: Api) -> None:
    """Whoever checks against the schema learns that a caution was lost on the way."""
    checker = Draft202012Validator(api("schema/prompts.schema.json"))
    listed = api("prompts.json")
    deep = next(p for p in listed["prompts"] if p["intensity"]["level"] == 3)
    for lost in ("caution", "closing", "choose_another_if", "intensity", "evidence"):
        shorter = {key: value for key, value in deep.items() if key != lost}
        assert not checker.is_valid({**listed, "prompts": [shorter]}), lost
    assert not checker.is_valid({**listed, "prompts": [{**deep, "choose_another_if": []}]})


def test_prompts_are_those_shown(api: Api, library: Library) -> None:
    """Each prompt that readers see is there once, in the order of ids."""
    ids = [prompt["id"] for prompt in api("prompts.json")["prompts"]]
    assert ids == sorted(prompt.id for prompt in Site.of(library).prompts)
    assert api("prompts.json")["count"] == len(ids) > 300


def test_caution_stands_with_every_deep_prompt(api: Api) -> None:
    """It says each reason to choose something else, and where somebody can be reached."""
    deep = [p for p in api("prompts.json")["prompts"] if p["intensity"]["level"] >= 3]
    assert deep
    for prompt in deep:
        assert prompt["choose_another_if"]
        for reason in prompt["choose_another_if"]:
            assert reason["text"] in prompt["caution"], prompt["id"]
        assert "/crisis.html" in prompt["caution"]


@pytest.mark.site
def test_nothing_archived_is_exported(library: Library) -> None:
    """A piece that is hidden or a draft is in no list, and no piece of a list names it."""
    prompt = library.prompts["what-i-did-not-say-in-the-room"]
    hidden = prompt.model_copy(update={"status": Status.ARCHIVED})
    without = dataclasses.replace(library, prompts={**library.prompts, hidden.id: hidden})
    assert _naming(export_files(Site.of(library)), hidden.id)
    assert _naming(export_files(Site.of(without)), hidden.id) == []


def test_index_names_every_file(api: Api, files: Mapping[str, bytes]) -> None:
    """Each file but schemas and the calendars of single groups is there, with its true size."""
    listed = {file["url"].partition("/writing/")[2]: file for file in api("index.json")["files"]}
    others = {p for p in files if p.startswith("api/v1/") and "/schema/" not in p}
    others.remove("api/v1/index.json")
    assert listed.keys() == others
    for path, file in listed.items():
        assert file["bytes"] == len(files[path])
        if "count" in file:
            assert file["count"] == json.loads(files[path])["count"]


def test_ids_lead_somewhere(api: Api) -> None:
    """Every id that a record names is the id of a record of another list."""
    lists = {name: api(f"{name}.json")[name] for name in LISTS}
    ids = {name: {record["id"] for record in records} for name, records in lists.items()}
    terms = {(t["vocabulary"], t["id"]) for t in lists["vocabularies"]}
    for prompt in lists["prompts"]:
        assert prompt["technique"] in ids["techniques"]
        assert set(prompt["evidence"]) <= ids["studies"]
        assert set(prompt.get("pairs_with", ())) <= ids["prompts"]
        assert {prompt.get("worksheet")} - {None} <= ids["worksheets"]
        for facet in ("moods", "phases", "benefits", "settings", "formats"):
            assert {(facet, i) for i in prompt[facet]} <= terms
    for packet in lists["packets"]:
        named = [(item.get("prompt"), item.get("worksheet")) for item in packet["items"]]
        assert {prompt for prompt, _ in named} - {None} <= ids["prompts"]
        assert {sheet for _, sheet in named} - {None} <= ids["worksheets"]


def test_links_are_full_addresses(files: Mapping[str, bytes]) -> None:
    """No link of a text is relative: elsewhere it would lead nowhere."""
    for path, content in files.items():
        text = content.decode(errors="replace")
        links = re.findall(r'href=\\"([^"\\]*)', text)
        assert not [link for link in links if not re.match(r"https://|mailto:|tel:|sms:", link)], (
            path
        )


def test_lists_stay_small(files: Mapping[str, bytes]) -> None:
    """A prompt takes 1.6 kB and 330 bytes compressed; nobody waits for all of them."""
    prompts = files["api/v1/prompts.json"]
    count = json.loads(prompts)["count"]
    assert len(prompts) < 1_700 * count
    assert len(gzip.compress(prompts, 9)) < 350 * count


@pytest.mark.site
def test_same_input_same_bytes(library: Library, files: Mapping[str, bytes]) -> None:
    """Made again, every file is the same, down to the order of its keys."""
    assert list(export_files(Site.of(library)).items()) == list(files.items())


def _naming(files: Mapping[str, bytes], entry_id: str) -> list[str]:
    return [path for path, content in files.items() if f'"{entry_id}"'.encode() in content]
