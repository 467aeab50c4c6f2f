"""Places within made pages, and made files, are asked by `check` and `build` in one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.problems import ContentError
from generator.site.site import Site

TESTS = Path(__file__).parents[1]
PAGE = """\
# Us

[a](../crisis.md#zz) and [b](../techniques/lists.md#two-minuets),
<a href="../studies.html#how-we-grad-evidence">c</a>.

[pdf](../worksheets/files/three-lines.pdf) <a href="../worksheets/files/gone.a4.pdf">x</a>
[card](../embed/nobody.html), [listings](../resources/area-nowhere.md)
[the ninth page](../browse/mood/sad-page-9.md), [dates](../resources/calendars/nobody.ics)

[e](../studies.md#how-we-grade-evidence), [f](../studies.md#scullin-2018), [g](../crisis.md#main),
[h](../prompts/index.md#mood=low), <a href="../studies.html#studies">i</a>, [j](#us)
[k](../worksheets/files/three-lines.a4.pdf), [l](../embed/crisis.html), [m](../oembed/crisis.json)
<a href="../worksheets/files/three-lines.letter-large.pdf">n</a>
<a href="../embed/crisis.html">o</a>
"""
"""Its last paragraph leads to what is there."""


@pytest.fixture
def project(make_project: Callable[..., Any]) -> Any:
    """The small project with such a page."""
    project = make_project(TESTS / "content", TESTS / "golden/content")
    (project.places.content / "pages/visit").mkdir()
    (project.places.content / "pages/visit/us.md").write_text(PAGE, "utf-8")
    return project


def test_check_and_build_tell_the_same(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that lead nowhere are told at their lines, before a sheet is printed."""
    with pytest.raises(ContentError) as refused:
        build(project.places, Site.of(project.library()), lambda said: None)
    assert not project.places.prints.exists()
    found = [(p.location.line, p.location.column, p.rule, p.hint) for p in refused.value.problems]
    assert found == [
        (3, 5, "anchor-exists", "Lead to the page as a whole."),
        (3, 30, "anchor-exists", 'Did you mean "two-minutes"?'),
        (4, 4, "anchor-exists", 'Did you mean "how-we-grade-evidence"?'),
        (6, 7, "link-resolves", 'Did you mean "three-lines.a4.pdf"?'),
        (6, 47, "link-resolves", 'Did you mean "three-lines.a4.pdf"?'),
        (7, 8, "link-resolves", "Name what is there."),
        (7, 42, "link-resolves", 'Did you mean "area-worldwide.md"?'),
        (8, 18, "link-resolves", 'Did you mean "sad.md"?'),
        (8, 57, "link-resolves", "Name what is there."),
    ]
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(main, ["check", "--format", "json"])
    assert ran.exit_code
    assert ran.output.count('"anchor-exists"') + ran.output.count('"link-resolves"') == len(found)


def test_pages_of_the_menu_are_there(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that the configuration names is asked where it is named, before pages are built."""
    (project.places.content / "pages/visit/us.md").write_text("# Us\n\nCome in.\n", "utf-8")
    config = project.places.base_config
    menu = "  - Visiting:\n      - visit/us.md\n      - How: visit/uss.md\n  - ./aboot.md\n"
    text = config.read_text("utf-8").replace("nav:\n", f"nav:\n{menu}", 1)
    config.write_text(text, "utf-8")
    line = text[: text.index("How:")].count("\n") + 1
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(main, ["check", "--format", "json"])
    assert ran.exit_code
    found = [p for p in json.loads(ran.stdout) if p["rule"] == "menu-page-is-there"]
    assert [(p["path"], p["line"], p["column"], p["hint"]) for p in found] == [
        ("mkdocs.yml", line, 14, 'Did you mean "visit/us.md"?'),
        ("mkdocs.yml", line + 1, 5, 'Did you mean "about.md"?'),
    ]
    with pytest.raises(ContentError) as refused:
        build(project.places, Site.of(project.library()), lambda said: None)
    assert [p.rule for p in refused.value.problems] == ["menu-page-is-there"] * 2
