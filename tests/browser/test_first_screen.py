"""On a phone the task of a prompt is on the first screen, with who should choose something else."""

from __future__ import annotations

import pytest

from generator.site.site import Site
from generator.site.urls import prompt_url

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 390, 844
SAMPLE = 6
"""Prompts with the most reasons, and as many with the longest titles."""

READ = """() => {
  const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
  const task = box(".ws-prompt__task"), gentler = box(".ws-gentler");
  return {
    starts: task.top + scrollY,
    ends: task.bottom + scrollY,
    gentler: gentler && gentler.bottom + scrollY,
  };
}"""


@pytest.fixture(scope="module")
def heaviest(real):
    """Of the prompts, those whose task has most standing before it."""
    prompts = Site.of(real.library()).prompts
    by_reasons = sorted(prompts, key=lambda p: (-p.intensity, -len(p.choose_another_if)))
    by_title = sorted(prompts, key=lambda p: (-p.intensity, -len(p.title)))
    by_task = sorted(prompts, key=lambda p: (-p.intensity, -len(p.task)))
    rows = (by_reasons[:SAMPLE], by_title[:SAMPLE], by_task[:SAMPLE])
    return tuple({p.id: p for row in rows for p in row}.values())


@pytest.mark.parametrize("script", [True, False])
def test_the_task_is_on_the_first_screen(open_page, heaviest, script):
    """The whole task is seen without scrolling, and so is the line before a deep one."""
    first = prompt_url(heaviest[0].id)
    page = open_page(first, width=WIDTH, height=HEIGHT, java_script_enabled=script)
    base = page.url.removesuffix(first)
    late = []
    for prompt in heaviest:
        page.goto(base + prompt_url(prompt.id))
        seen = page.evaluate(READ)
        if seen["ends"] > HEIGHT:
            late.append((prompt.id, seen))
        if prompt.intensity >= 3 and prompt.choose_another_if:
            assert seen["gentler"] is not None, prompt.id
            assert seen["gentler"] < seen["starts"], prompt.id
    assert not late


def test_the_menu_fits_a_screen(open_page):
    """The foot of a page is the menu: between bar and top edge all of it is seen at once."""
    page = open_page("404.html", width=WIDTH, height=HEIGHT)
    foot, bar = (page.locator(part).bounding_box()["height"] for part in (".ws-footer", ".ws-bar"))
    assert foot + bar <= HEIGHT


def test_no_reason_is_hidden(open_page, heaviest, real):
    """Every reason is read below the task without a script, and on paper."""
    library = real.library()
    deep = max(heaviest, key=lambda p: len(p.choose_another_if))
    page = open_page(prompt_url(deep.id), width=WIDTH, height=HEIGHT, java_script_enabled=False)
    assert page.evaluate("document.documentElement.scrollHeight") <= 7_000
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        shown = " ".join(page.locator(".ws-caution").inner_text().split())
        for reason in deep.choose_another_if:
            said = library.term("stop-reasons", reason).definition
            assert " ".join(said.split()) in shown, (medium, reason)
