"""Places within made pages are asked by `check` and by `build`, in one sentence."""

from __future__ import annotations

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

[e](../studies.md#how-we-grade-evidence), [f](../studies.md#scullin-2018), [g](../crisis.md#main),
[h](../prompts/index.md#mood=low), <a href="../studies.html#studies">i</a>, [j](#us)
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
    ]
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(main, ["check", "--format", "json"])
    assert ran.exit_code
    assert ran.output.count('"anchor-exists"') == len(found)
