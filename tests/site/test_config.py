"""The hand-kept configuration agrees with the content, and works with the engine alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.site.site import Site

pytestmark = pytest.mark.site

TESTS = Path(__file__).parents[1]
SMALL = (TESTS / "content", TESTS / "golden/content")


@pytest.fixture(scope="module")
def config(real):
    """The engine's configuration."""
    return yaml.safe_load((real.root / "mkdocs.yml").read_text("utf-8"))


def test_same_name_and_address(config, real):
    """The site has the name and the address of the default clinic."""
    clinic = Site.of(real.library()).clinic
    assert config["site_name"] == clinic.name
    assert config["site_url"] == clinic.base_url


def test_numbers_on_paper(config, real):
    """The line at the top of every printed page holds the numbers of the default clinic."""
    library = real.library()
    crisis = Site.of(library).clinic.crisis
    for entry_id in (crisis.emergency, crisis.lines[0]):
        assert library.resources[entry_id].contacts[0].display in config["extra"]["crisis_line"]


def test_button_to_leave(config, real):
    """The button stands where the default clinic wants it, and leads where it says."""
    clinic = Site.of(real.library()).clinic
    assert config["extra"]["exit"]["where"] == clinic.exit_page.value
    if clinic.exit_target:
        assert config["extra"]["exit"]["target"] == clinic.exit_target


def test_nothing_that_reaches_out(config):
    """No plugin, no font, no hook, no feature that sends or prefetches."""
    assert config["plugins"] == []
    assert config["theme"]["font"] is False
    assert config["use_directory_urls"] is False
    assert not {"hooks", "repo_url"} & set(config)
    assert not {"analytics", "consent", "social"} & set(config["extra"])
    assert "features" not in config["theme"]


def test_engine_alone(make_project, tmp_path):
    """After `generate`, plain `mkdocs build --strict` makes the same pages, and one that is new.

    That the engine has nothing to say of the library's own pages is asked where it builds them.
    """
    project = make_project(*SMALL)
    (project.places.content / "pages/our-house.md").write_text("# Our house\n\nCome in.\n", "utf-8")
    project.generate()
    docs, out = project.places.docs, tmp_path / "out"
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(out)],
        cwd=project.root, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    sources = {f.relative_to(docs).with_suffix(".html") for f in docs.rglob("*.md")}
    sources |= {f.relative_to(docs) for f in docs.rglob("*.html")}  # cards, which are finished
    built = {f.relative_to(out) for f in out.rglob("*.html")}
    assert built == sources | {Path("404.html")}
