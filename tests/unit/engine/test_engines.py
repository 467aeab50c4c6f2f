"""Which engine builds: who says so, what it refuses, and what happens where it is not installed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from generator.content.library import Edition
from generator.engine import engines
from generator.engine.configuration import derived_config, engine_of, expect_config
from generator.engine.engines import ENGINES, build_pages, engine_versions
from generator.engine.names import EngineName
from generator.engine.process import EngineError
from generator.places import Places
from generator.problems import EnvironmentProblem
from generator.up_to_date import scan

DAY = date(2026, 6, 1)
BASE = """
site_name: Small
use_directory_urls: false
theme: {name: material}
nav: [{Home: index.md}]
plugins: []
validation: {omitted_files: warn}
"""
FRAME = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"


@pytest.fixture
def configured(tmp_path: Path) -> Callable[..., Path]:
    """Makes two pages and their derived configuration: `configured(engine, page=…, base=…)`."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\n[Other](other.md)\n", "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text(FRAME, "utf-8")
    (tmp_path / "work").mkdir()

    def configured(engine: str | None, *, page: str = "Words.\n", base: str = BASE) -> Path:
        (tmp_path / "docs/other.md").write_text(f"# Other\n\n{page}", "utf-8")
        (tmp_path / "mkdocs.yml").write_text(base, "utf-8")
        config = tmp_path / "work/mkdocs.yml"
        derived = derived_config(
            tmp_path / "mkdocs.yml", docs=tmp_path / "docs", theme=tmp_path / "theme",
            engine=engine, changes={"extra": {"exit": {}}},
        )  # fmt: skip
        config.write_bytes(derived)
        return config

    return configured


def test_configuration_chooses(configured):
    """MkDocs builds unless the base names another engine, and who asks for one is given it."""
    chosen = f"{BASE}\nextra:\n  engine: zensical\n"
    assert engine_of(configured(None)) is EngineName.MKDOCS
    assert engine_of(configured(None, base=chosen)) is EngineName.ZENSICAL
    assert engine_of(configured("properdocs", base=chosen)) is EngineName.PROPERDOCS


def test_unknown_engine_is_named(tmp_path):
    """The line of an engine that is not known is told, with those that are."""
    (tmp_path / "mkdocs.yml").write_text(f"{BASE}extra:\n  engine: jekyll\n", "utf-8")
    with pytest.raises(EnvironmentProblem, match=r"line 9.*mkdocs, properdocs or zensical"):
        expect_config(tmp_path / "mkdocs.yml")


@pytest.mark.site
@pytest.mark.parametrize("engine", list(EngineName))
def test_builds_each_page(engine, configured, tmp_path):
    """Each engine builds the pages in our frame, into the folder that it is given.

    One that the base does not name is among them: a clinic adds pages to a base that it shares.
    """
    build_pages(configured(engine), tmp_path / "out", today=DAY)
    home, other = ((tmp_path / "out" / f).read_text("utf-8") for f in ("index.html", "other.html"))
    assert home.startswith("<!doctype html><title>Home</title>")
    assert '<a href="other.html">Other</a>' in home
    assert "<p>Words.</p>" in other
    assert not (tmp_path / "out/search.json").exists()


@pytest.mark.site
@pytest.mark.parametrize("engine", list(EngineName))
def test_a_warning_is_an_error(engine, configured, tmp_path):
    """A link to a page that is not there is told with its file, whoever builds."""
    config = configured(engine, page="[Gone](gone.md)\n")
    with pytest.raises(EngineError) as caught:
        build_pages(config, tmp_path / "out", today=DAY)
    (problem,) = caught.value.problems
    assert "other.md" in problem.message
    assert "Traceback" not in problem.message


@pytest.mark.parametrize(
    "line",
    ["plugins: [search]", "hooks: [hook.py]", "INHERIT: other.yml", "markdown_extensions: {toc: }"],
)
def test_zensical_passes_over_nothing(line, configured, tmp_path):
    """What Zensical would leave out of a site in silence stops it, with a way on."""
    config = configured("zensical", base=f"{BASE.replace('plugins: []', '')}{line}\n")
    with pytest.raises(EngineError) as caught:
        build_pages(config, tmp_path / "out", today=DAY)
    (problem,) = caught.value.problems
    assert line.split(":")[0] in problem.message
    assert "--engine mkdocs" in problem.message


@pytest.mark.parametrize(
    ("engine", "command"),
    [
        ("mkdocs", '"writing-site"'),
        ("properdocs", '"writing-site[properdocs]"'),
        ("zensical", '"writing-site[zensical]"'),
    ],
)
def test_absent_engine_is_told(engine, command, configured, monkeypatch):
    """Who asks for an engine that is not installed is told how to get it."""

    def absent(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(engines, "version", absent)
    with pytest.raises(EnvironmentProblem) as caught:
        engine_versions(configured(engine))
    assert f"pip install {command}" in str(caught.value)
    assert ("--engine mkdocs" in str(caught.value)) == (engine != "mkdocs")


def test_each_other_engine_says_what_is_otherwise():
    """Only MkDocs has nothing to say of itself."""
    assert [name for name, engine in ENGINES.items() if not engine.engine_difference] == ["mkdocs"]


def test_another_engine_is_another_site(tmp_path):
    """A site that stands is not taken for one that another engine was asked for."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(BASE, "utf-8")
    places = Places(tmp_path, Edition())
    usual, other = scan(places, DAY), scan(replace(places, engine="zensical"), DAY)
    assert usual is not None
    assert other is not None
    assert usual.hash != other.hash
