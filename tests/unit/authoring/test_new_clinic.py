"""A new clinic's folder is right as it stands, and dials nobody by mistake."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.new_clinic import new_clinic
from generator.cli import main
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.models.clinic import Clinic
from generator.content.models.review import Status
from generator.places import Places
from generator.problems import EnvironmentProblem
from generator.reading import read

ROOT = Path(__file__).parents[3]


def written(library: Library, folder: Path, country: str) -> Path:
    """A new clinic's folder on disk."""
    for path, text in new_clinic(library, country).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("country", ["AU", "CA", "GB", "US"])
def test_builds_as_it_stands(library: Library, tmp_path: Path, today, country: str) -> None:
    """Nothing has to be filled in before the first build, and the numbers are the country's."""
    folder = written(library, tmp_path / "our-clinic", country)
    found, problems = read(Places(ROOT, Edition("our-clinic"), folder), today)
    assert not problems.has_errors, problems.sorted
    clinic = found.clinic
    assert clinic is not None
    for line in (clinic.crisis.emergency, *clinic.crisis.lines):
        assert country in found.resources[line].area.countries
        assert found.resources[line].eligibility is None
    drafts = [r for r in found.resources.values() if r.id.startswith("our-")]
    assert [r.status for r in drafts] == [Status.DRAFT], "the listing to start from"


def test_what_is_not_its_own_yet_is_told(library: Library, tmp_path: Path, today) -> None:
    """Name and address of a new clinic are nobody's: each is told until somebody writes it."""
    folder = written(library, tmp_path / "our-clinic", "US")
    places = Places(ROOT, Edition("our-clinic"), folder)
    file = folder / "clinic.yaml"

    def told() -> list[str]:
        lines = file.read_text("utf-8").splitlines()
        found = read(places, today)[1].found
        return [
            lines[p.location.line - 1].partition(":")[0]
            for p in found
            if p.rule == "clinic-is-named" and p.location.line
        ]

    assert told() == ["name", "short_name", "base_url"]
    text = file.read_text("utf-8").replace("Our Clinic", "The Harbor")
    file.write_text(text, "utf-8")
    assert told() == ["base_url"]
    file.write_text(text.replace("example.org/our-clinic/", "harbor.example/"), "utf-8")
    assert told() == []


def test_what_its_readme_names_is_there(library: Library, tmp_path: Path, today) -> None:
    """Its examples of hiding and changing hold as they are written."""
    folder = written(library, tmp_path / "our-clinic", "US")
    readme = (folder / "README.md").read_text("utf-8")
    hidden = re.findall(r"`([a-z-]+:[a-z-]+)`", readme)
    ((file, line),) = re.findall(r"`([a-z-]+/[a-z-]+\.yaml)` with the one line `(.+)`", readme)
    assert len(hidden) == 2
    (folder / file).parent.mkdir()
    (folder / file).write_text(f"{line}\n", "utf-8")
    clinic = folder / "clinic.yaml"
    clinic.write_text(f"{clinic.read_text('utf-8')}\nhide: [{', '.join(hidden)}]\n", "utf-8")
    found, problems = read(Places(ROOT, Edition("our-clinic"), folder), today)
    assert not problems.has_errors, problems.sorted
    assert found.techniques["lists"].title == "Our lists"


def test_no_number_that_somebody_has(library: Library) -> None:
    """Made-up numbers are of a range that is never given out."""
    text = new_clinic(library, "US")["clinic.yaml"]
    assert re.findall(r"dial: .*?([0-9]{7,})", text)
    for number in re.findall(r"(?:dial|display): .*[0-9].*", text):
        assert re.search(r"555-?01[0-9]{2}", number), number


def test_every_field_is_explained(library: Library) -> None:
    """All that a clinic can say of itself is in its file, in use or to be used."""
    text = new_clinic(library, "US")["clinic.yaml"]
    for name in set(Clinic.model_fields) - {"id"}:
        assert re.search(rf"^#?{name}:", text, re.M), name


def test_country_without_lines(library: Library) -> None:
    """A country for which the library has no lines gets none of another's."""
    with pytest.raises(EnvironmentProblem, match="AU, CA, GB"):
        new_clinic(library, "DE")


def test_old_numbers_are_named(library: Library, today) -> None:
    """A country whose numbers nobody checked for long is not one that the library does not know."""
    later = replace(library, today=today + timedelta(days=3_000))
    with pytest.raises(EnvironmentProblem, match="checked too long ago") as raised:
        new_clinic(later, "US")
    assert "Did you mean" not in str(raised.value)


def test_command_writes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command makes the folder, and never writes into one that is in use."""
    monkeypatch.chdir(tmp_path)
    first = CliRunner().invoke(main, ["new", "clinic", "ours", "--country", "gb"])
    assert first.exit_code == 0, first.output
    assert "country: GB" in (tmp_path / "ours/clinic.yaml").read_text("utf-8")
    readme = (tmp_path / "ours/README.md").read_text("utf-8")
    assert not re.search(r"\{\w+\}", readme)
    (tmp_path / "ours/clinic.yaml").write_text("mine", "utf-8")
    second = CliRunner().invoke(main, ["new", "clinic", "ours"])
    assert second.exit_code == 2
    assert (tmp_path / "ours/clinic.yaml").read_text("utf-8") == "mine"
