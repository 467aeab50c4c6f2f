"""What happens to the site when content changes, breaks, or stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.errors import HandWrittenFile
from generator.problems import ContentError

pytestmark = pytest.mark.site

CONTENT = Path(__file__).parents[1] / "content"
EXTRA = Path(__file__).parents[1] / "golden/content"


@pytest.fixture
def small(built_project):
    """A small project, built."""
    return built_project(CONTENT)


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the time of its last change."""
    return {
        file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_unchanged_build_touches_nothing(small):
    """A second build of the same content changes no file in docs/ or site/."""
    before = state(small.places.docs), state(small.places.site)
    assert not small.build().changed
    assert (state(small.places.docs), state(small.places.site)) == before


def test_forgotten_build_gives_the_same_bytes(small):
    """Built again from nothing, the site has the same bytes, and unchanged files keep their age."""
    before = state(small.places.site)
    (small.places.work / "fingerprint").unlink()
    assert small.build().changed
    assert state(small.places.site) == before


def test_one_edit_touches_one_entry(small):
    """An edit of what a prompt aims at changes its own page and no other."""
    before = state(small.places.site)
    file = next(small.places.content.glob("prompts/*.yaml"))
    text = file.read_text("utf-8")
    prompt = next(iter(small.library().prompts.values()))
    start = " ".join(prompt.purpose.split()[:6])
    assert text.count(start) == 1
    file.write_text(text.replace(start, f"Quite so, {start}"), "utf-8")
    assert small.build().changed
    after = state(small.places.site)
    touched = {path for path in after if after[path] != before.get(path)}
    assert f"prompts/{prompt.id}.html" in touched
    assert {path for path in touched if path.endswith(".html")} == {f"prompts/{prompt.id}.html"}


def test_removed_entry_loses_its_page(built_project):
    """The page of an entry that was taken out goes from docs/ and from the site."""
    project = built_project(CONTENT, EXTRA)
    assert (project.places.site / "prompts/long-way-round.html").exists()
    (project.places.content / "prompts/second-lists.yaml").unlink()
    project.build()
    assert not (project.places.docs / "prompts/long-way-round.md").exists()
    assert not (project.places.site / "prompts/long-way-round.html").exists()
    assert (project.places.site / "crisis.html").exists()


def test_mistake_leaves_the_old_site(small):
    """When the content has a mistake, the site and the pages stay exactly as they were."""
    before = state(small.places.docs), state(small.places.site)
    file = next(small.places.content.glob("techniques/*.yaml"))
    file.write_text(file.read_text("utf-8") + "surprise: yes\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        small.build()
    assert "key-is-known" in {problem.rule for problem in caught.value.problems}
    assert (state(small.places.docs), state(small.places.site)) == before


def test_broken_page_by_hand_leaves_the_old_site(small):
    """A dead link that only what builds the pages can see is refused, and the old site stays."""
    before = state(small.places.site)
    page = small.places.content / "pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n[Go](safety.md#nowhere)\n", "utf-8")
    odd = "# Safety\n\n## Now & then\n"  # whose place in the page is left to Markdown
    (small.places.content / "pages/safety.md").write_text(odd, "utf-8")
    with pytest.raises(Exception, match="nowhere") as caught:
        small.build()
    assert type(caught.value).__name__ in ("EngineError", "FinishError")
    assert state(small.places.site) == before


def test_page_by_hand_is_never_overwritten(make_project):
    """A page that a person wrote where a generated one belongs stops the build, untouched."""
    project = make_project(CONTENT)
    project.places.docs.mkdir()
    mine = project.places.docs / "crisis.md"
    mine.write_text("# My own page\n", "utf-8")
    with pytest.raises(HandWrittenFile, match=r"crisis\.md"):
        project.build()
    assert mine.read_text("utf-8") == "# My own page\n"
    assert not project.places.site.exists()


def test_day_is_not_in_the_pages(small):
    """Only the first page and the card with a prompt for the day tell when the site was built."""
    day = small.library().today.isoformat().encode()
    card = "embed/prompt-of-the-day.html"
    pages = {path: found[0] for path, found in state(small.places.site).items() if "html" in path}
    assert {path for path, content in pages.items() if day in content} <= {"index.html", card}
