"""The schemas that editors use say yes to what authors write and no to what they mistype."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from generator.authoring.schema import editor_settings, schemas
from generator.cli import main
from generator.content.library import Library
from generator.content.models.field_types import Duration
from generator.content.models.kinds import KINDS
from generator.content.models.taxonomy import TAXONOMIES

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)


class EditorLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2 as editors read it: a date is text there, and 911 is a number."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first
    )


@pytest.fixture(scope="module")
def validators(library: Library) -> dict[str, Draft7Validator]:
    found = {}
    for name, text in schemas(library).items():
        schema = json.loads(text)
        Draft7Validator.check_schema(schema)
        found[name] = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    return found


def schema_of(file: Path) -> str:
    """The schema that the editor's settings give to a file."""
    path = file.relative_to(ROOT)
    patterns = json.loads(editor_settings(ROOT / "schemas", ROOT))["yaml.schemas"]
    matching = [name for name, pattern in patterns.items() if path.match(pattern)]
    assert len(matching) == 1, f"{path} has the schemas {matching}"
    return Path(matching[0]).name


def errors(validator: Draft7Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(yaml.load(text, EditorLoader))]


def test_every_kind_and_vocabulary_has_a_schema(library: Library) -> None:
    """There is one schema for each kind, and one for each vocabulary."""
    kinds = {kind.name for kind in KINDS} - {"taxonomy"}
    expected = {f"{kind}.schema.json" for kind in kinds}
    expected |= {f"taxonomy-{name}.schema.json" for name in TAXONOMIES}
    assert set(schemas(library)) == expected


@pytest.mark.site
def test_schemas_hold_in_ajv(ajv: Callable[..., dict[str, list[str]]], library: Library) -> None:
    """Every schema compiles with patterns of ECMA-262, as editors have them, and an editor
    underlines nothing in the project's own content."""
    found = {name: json.loads(text) for name, text in schemas(library).items()}
    documents: dict[str, list[Any]] = {name: [] for name in found}
    for file in sorted((ROOT / "content").rglob("*.yaml")):
        if _is_base(file):
            values = yaml.load(file.read_text("utf-8"), EditorLoader)
            documents[schema_of(file)].append(values)
    assert all(documents.values())
    assert ajv("07", found, documents) == {name: [] for name in found}


def test_schemas_are_closed(library: Library) -> None:
    """A misspelt field is underlined while it is typed: what authors write has no other fields."""
    for name, text in schemas(library).items():
        schema = json.loads(text)
        for node in (schema, *schema["definitions"].values()):
            assert node.get("additionalProperties") is False or "properties" not in node, name


@pytest.mark.parametrize(
    ("length", "is_one"),
    [("PT10M", True), ("PT1H30M", True), ("P7D", True), ("P1DT2H", True), ("P1W", False),
     ("PT30S", False), ("P", False), ("PT", False), ("10 minutes", False)],
)  # fmt: skip
def test_lengths_of_time_are_those_of_the_reader(
    validators: dict[str, Draft7Validator], length: str, is_one: bool
) -> None:
    """Editors and `check` agree on what a length of time looks like."""
    schema = validators["technique.schema.json"].schema["properties"]["time"]
    assert Draft7Validator(schema).is_valid(length) is is_one
    try:
        TypeAdapter(Duration).validate_python(length)
    except ValidationError:
        assert not is_one
    else:
        assert is_one


def _is_base(file: Path) -> bool:
    """Overlays hold parts of entries, which have no schema."""
    parts = file.relative_to(ROOT / "content").parts
    return parts[0] != "locales" and (parts[0] != "clinics" or parts[2:] == ("clinic.yaml",))


GOOD_STUDY = """
short: Somebody, 2020
citation: Somebody. A study. 2020.
year: 2020
design: pilot
population: Ten people
finding: Little.
limits: Small.
direction: mixed
checked_on: 2026-01-01
"""


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        pytest.param("short: Somebody, 2020", "short: 1984", id="digits as text"),
        pytest.param("population: Ten people", "population: true", id="true as text"),
        pytest.param("finding: Little.", "finding: 2.5", id="a figure as text"),
        pytest.param("year: 2020", "year: 2020\npeople: 10", id="a number"),
        pytest.param("year: 2020", "year: 2020\ndoi: 10.1000/x", id="a DOI"),
    ],
)
def test_unquoted_words_are_text(
    validators: dict[str, Draft7Validator], line: str, changed: str
) -> None:
    """What our reader takes as text, the schema takes without quotes."""
    assert line in GOOD_STUDY
    assert errors(validators["study.schema.json"], GOOD_STUDY.replace(line, changed)) == []


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        pytest.param("year: 2020\n", "", id="missing field"),
        pytest.param("year: 2020", "year: 2020\ncolour: red", id="unknown field"),
        pytest.param("year: 2020", "year: soon", id="word for a number"),
        pytest.param("year: 2020", "year: 1066", id="number out of range"),
        pytest.param("design: pilot", "design: pilots", id="unknown choice"),
        pytest.param("checked_on: 2026-01-01", "checked_on: 2026-02-30", id="no such day"),
        pytest.param("short: Somebody, 2020", "short: [Somebody, 2020]", id="list for text"),
        pytest.param("year: 2020", "year: 2020\nsearch_terms: one", id="text for a list"),
        pytest.param("year: 2020", "year: 2020\ndoi: https://doi.org/10.1/x", id="DOI as address"),
        pytest.param("year: 2020", "year: 2020\ntechniques: [free-writting]", id="unknown entry"),
        pytest.param("year: 2020", "year: 2020\nid: somebody", id="id of the file"),
        pytest.param("finding: Little.", "finding:", id="empty value"),
    ],
)
def test_mistakes_are_seen(validators: dict[str, Draft7Validator], line: str, changed: str) -> None:
    """A mistake that stands in one file is underlined."""
    assert errors(validators["study.schema.json"], GOOD_STUDY) == []
    assert line in GOOD_STUDY
    assert errors(validators["study.schema.json"], GOOD_STUDY.replace(line, changed)) != []


def test_terms_come_with_their_meaning(library: Library) -> None:
    """Where a term belongs, its vocabulary is offered, each word with label and definition."""
    prompt = json.loads(schemas(library)["prompt-set.schema.json"])["definitions"]["Prompt"]
    moods = prompt["properties"]["moods"]["items"]
    terms = library.terms["moods"]
    assert moods["enum"] == list(terms)
    assert moods["markdownEnumDescriptions"][0].startswith(f"{terms['anxious'].label}: ")
    assert len(moods["enumDescriptions"]) == len(terms)


def test_every_field_is_explained(library: Library) -> None:
    """Whatever an author hovers over has a sentence that says what it holds."""
    unexplained = [
        f"{name}: {record}.{field}"
        for name, text in schemas(library).items()
        for schema in [json.loads(text)]
        for record, node in [("top", schema), *schema["definitions"].items()]
        for field, inner in node.get("properties", {}).items()
        if not inner.get("description")
        and not schema["definitions"].get(inner.get("$ref", "")[14:], {}).get("description")
    ]
    assert unexplained == []


def test_settings_look_nothing_up_on_the_internet() -> None:
    """The editor is given the project's own schemas and asks nobody else for any."""
    settings = json.loads(editor_settings(ROOT / "schemas", ROOT))
    assert settings["yaml.schemaStore.enable"] is False
    assert all(name.startswith("./schemas/") for name in settings["yaml.schemas"])


def test_settings_reach_a_folder_elsewhere(tmp_path: Path) -> None:
    """Schemas outside of the project are named by their full address."""
    settings = json.loads(editor_settings(tmp_path, ROOT))
    assert all(name.startswith(tmp_path.as_uri()) for name in settings["yaml.schemas"])


@pytest.mark.site
def test_command_writes_schemas_and_keeps_own_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`schema` writes every schema, and settings only where there are none yet."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / ".vscode" / "settings.json"
    for written in (True, False):
        result = CliRunner().invoke(main, ["schema"])
        assert (result.exit_code, "settings.json" in result.output) == (0, written)
        assert (tmp_path / "schemas" / "technique.schema.json").is_file()
        settings.write_text("{}", encoding="utf-8")
    assert settings.read_text("utf-8") == "{}"


def test_content_with_errors_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The schemas lack the ids of what cannot be read, so an editor would call each one wrong."""
    shutil.copytree(ROOT / "tests/content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    noon = {"SOURCE_DATE_EPOCH": "1780315200"}
    assert CliRunner().invoke(main, ["schema"], env=noon).stderr == ""
    (tmp_path / "content/prompts/first-lists.yaml").write_text("a: [\n", "utf-8")
    ran = CliRunner().invoke(main, ["schema"], env=noon)
    assert ran.exit_code == 0
    assert "The content has errors, and what cannot be read is not in the schemas." in ran.stderr
