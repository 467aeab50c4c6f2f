"""The lists as JSON: each is what its schema says, and holds what the site shows and no more."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.content.library import Library
from generator.content.review import Status
from generator.exports.files import export_files
from generator.pages.parts.shown import shown_prompts
from generator.words import load_words

LISTS = ("prompts",)
Api = Callable[[str], Any]


@pytest.mark.parametrize("name", LISTS)
def test_list_is_what_its_schema_says(api: Api, name: str) -> None:
    """A checker made for JSON Schema finds nothing wrong with the schema or with the list."""
    schema = api(f"schema/{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in checker.iter_errors(api(f"{name}.json"))] == []
    assert api(f"{name}.json")["$schema"] == schema["$id"]


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
    assert ids == sorted(prompt.id for prompt in shown_prompts(library))
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


def test_nothing_archived_is_exported(library: Library) -> None:
    """A piece that is hidden or a draft is in no list, and no piece of a list names it."""
    prompt = library.prompts["what-i-did-not-say-in-the-room"]
    hidden = prompt.model_copy(update={"status": Status.ARCHIVED})
    without = dataclasses.replace(library, prompts={**library.prompts, hidden.id: hidden})
    words = load_words("en")
    assert _naming(export_files(library, words), hidden.id)
    assert _naming(export_files(without, words), hidden.id) == []


def test_same_input_same_bytes(library: Library, files: Mapping[str, bytes]) -> None:
    """Made again, every file is the same, down to the order of its keys."""
    assert list(export_files(library, load_words("en")).items()) == list(files.items())


def _naming(files: Mapping[str, bytes], entry_id: str) -> list[str]:
    return [path for path, content in files.items() if f'"{entry_id}"'.encode() in content]
