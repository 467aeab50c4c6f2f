"""The schemas compile and hold outside of Python: in Ajv, the library that most programs use."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

pytestmark = pytest.mark.site

Api = Callable[[str], Any]
Ajv = Callable[..., dict[str, list[str]]]


@pytest.fixture(scope="module")
def published(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Every schema for other programs by its name."""
    paths = [path for path in files if path.endswith(".schema.json")]
    assert len(paths) == 8
    return {path.split("/")[-1].partition(".")[0]: json.loads(files[path]) for path in paths}


def test_published_files_hold_in_ajv(ajv: Ajv, published: dict[str, Any], api: Api) -> None:
    """Each published schema compiles in Ajv's strict mode and takes the file that goes with it."""
    documents = {name: [api(f"{name}.json")] for name in published}
    assert ajv("2020-12", published, documents) == {name: [] for name in published}


def test_published_files_hold_in_python(published: dict[str, Any], api: Api) -> None:
    """The same by Python's library, formats included."""
    for name, schema in published.items():
        Draft202012Validator.check_schema(schema)
        checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        assert [error.message for error in checker.iter_errors(api(f"{name}.json"))] == []


def test_wrong_records_are_refused_by_ajv(ajv: Ajv, published: dict[str, Any], api: Api) -> None:
    """The schemas still say no: a lost field, another type, an address that is none."""
    lost, number, address = (api("prompts.json") for _ in range(3))
    del lost["prompts"][0]["text"]
    number["prompts"][0]["title"] = 7
    address["prompts"][0]["url"] = "not an address"
    for wrong in (lost, number, address):
        asked = {"prompts": published["prompts"]}
        assert ajv("2020-12", asked, {"prompts": [wrong]})["prompts"]


def test_a_saved_schema_takes_files_of_later_versions(
    ajv: Ajv, published: dict[str, Any], api: Api
) -> None:
    """Fields may be added within v1, so a copy of a schema takes a file that has more of them."""
    documents = {name: [_with_more(api(f"{name}.json"))] for name in published}
    assert ajv("2020-12", published, documents) == {name: [] for name in published}
    for name, schema in published.items():
        assert Draft202012Validator(schema).is_valid(documents[name][0])


def _with_more(value: Any) -> Any:
    """The same with a field more in each object."""
    if isinstance(value, dict):
        return {**{key: _with_more(inner) for key, inner in value.items()}, "added_later": "yes"}
    return [_with_more(item) for item in value] if isinstance(value, list) else value
