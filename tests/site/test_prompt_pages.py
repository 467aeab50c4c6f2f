"""What a prompt page tells its reader."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.site

PAGE_BYTES = 26_000
"""Of HTML, uncompressed: a deep prompt says who should choose something else and whom to call."""


@pytest.fixture(scope="module")
def prompts(planned, pages):
    """Each prompt with its page."""
    found = [
        (page.context["prompt"], pages[url])
        for url, page in planned.items()
        if page.template == "prompt"
    ]
    assert len(found) >= 74
    return found


def test_task_comes_first(prompts, text_of):
    """The task leads, then the idea in full, before facts, aims and cautions."""
    for prompt, page in prompts:
        if prompt.task:
            box = page.css_first(".ws-prompt")
            assert text_of(box.css_first(".ws-prompt__task")) == prompt.task, prompt.id
        assert text_of(page.css_first(".ws-prompt__text")) == " ".join(prompt.text.split())
        order = [node.attributes.get("class", "") for node in page.css("article [class^=ws-]")]
        first = {name: order.index(name) for name in ("ws-prompt__text", "ws-facts", "ws-purpose")}
        assert first["ws-prompt__text"] == min(first.values()), prompt.id
        assert order.index("ws-prompt__task") < first["ws-prompt__text"], prompt.id


def test_lines_of_their_own(prompts):
    """A sentence that the author set on a line of its own stands so on the page."""
    assert any("\n" in prompt.text for prompt, _ in prompts)
    for prompt, page in prompts:
        assert page.css_first(".ws-prompt__text").text() == prompt.text.strip(), prompt.id


def test_aims_time_and_depth(prompts, text_of):
    """The page says what the prompt aims at, how long it takes and how deep it goes, in words."""
    for prompt, page in prompts:
        assert " ".join(prompt.purpose.split()) in text_of(page.css_first(".ws-purpose"))
        (meta,) = page.css(".ws-prompt__meta")
        time, depth = meta.css("span")
        assert "minute" in text_of(time), prompt.id
        assert len(text_of(depth)) > 3, prompt.id
        facts = [text_of(node) for node in page.css(".ws-facts > div")]
        assert not any(text_of(depth) in fact or "minute" in fact for fact in facts), prompt.id


def test_choose_something_else(prompts):
    """A prompt with reasons to choose another says every one, and leads to a gentler one."""
    with_reasons = [(prompt, page) for prompt, page in prompts if prompt.choose_another_if]
    assert with_reasons
    for prompt, page in prompts:
        box = page.css_first(".ws-caution")
        if not prompt.choose_another_if:
            assert box is None, prompt.id
            continue
        assert len(box.css_first("ul").css("li")) == len(prompt.choose_another_if), prompt.id
        links = [node.attributes["href"] for node in box.css("a")]
        assert any(link.endswith("intensity/light.html") for link in links), prompt.id


def test_deep_ones_say_first_how_to_stop(prompts, text_of):
    """Before a deep prompt asks anything, it says whom to have near, how long, and how to stop."""
    deep = [(prompt, page) for prompt, page in prompts if prompt.intensity == 3]
    assert deep
    for prompt, page in deep:
        before = page.css_first(".ws-before")
        words = text_of(before)
        for said in ("within reach", "minutes", "stop at any time"):
            assert said in words, prompt.id
        order = [node.attributes.get("class", "") for node in page.css("article [class^=ws-]")]
        assert order.index("ws-before") < order.index("ws-prompt__text"), prompt.id
    others = [page for p, page in prompts if p.intensity < 3 and not p.is_session_only]
    assert all(page.css_first(".ws-before") is None for page in others)


def test_check_after_writing(prompts):
    """Each page asks how it is afterwards, in three words, and says where help is."""
    for prompt, page in prompts:
        check = page.css_first(".ws-aftercare")
        assert len(check.css(".ws-scale > li")) == 3, prompt.id
        assert any(a.attributes["href"].endswith("crisis.html") for a in check.css("a")), prompt.id


def test_evidence_is_said(prompts):
    """Each page names the studies behind the prompt, or says that there are none."""
    for prompt, page in prompts:
        box = page.css_first(".ws-evidence")
        links = [a.attributes["href"].partition("#")[2] for a in box.css("a")]
        assert links == [*prompt.evidence, *prompt.near_evidence], prompt.id
        assert ("not of this" in box.text()) == bool(prompt.near_evidence), prompt.id
        assert prompt.evidence or "No study" in box.text(), prompt.id


def test_near_ones_are_no_deeper(prompts, planned):
    """Each page offers other prompts, and chance leads nobody from a light one to a deep one."""
    intensity = {
        url: page.context["prompt"].intensity
        for url, page in planned.items()
        if page.template == "prompt"
    }
    for prompt, page in prompts:
        links = [a.attributes["href"] for a in page.css(".ws-next .ws-card__title")]
        assert links, prompt.id
        for link in links:
            near = f"prompts/{link}"
            chosen = near.removesuffix(".html").removeprefix("prompts/") in prompt.pairs_with
            assert chosen or intensity[near] <= max(prompt.intensity, 1), (prompt.id, link)


def test_deep_prompts_have_numbers(prompts):
    """A deep prompt has the crisis lines on its own page, each a number to tap."""
    deep = [(prompt, page) for prompt, page in prompts if prompt.intensity >= 3]
    assert deep
    for prompt, page in deep:
        links = [a.attributes["href"] for a in page.css(".ws-crisis .ws-contact__action")]
        assert "tel:911" in links, prompt.id
        assert "tel:988" in links, prompt.id


def test_light_prompts_do_not_alarm(prompts):
    """A light or medium prompt has no crisis block in the middle of its page."""
    for prompt, page in prompts:
        assert prompt.intensity >= 3 or page.css_first(".ws-crisis") is None, prompt.id


def test_page_is_small(site, prompts):
    """A prompt page has at most PAGE_BYTES, however many prompts there are."""
    sizes = {p.id: (site / f"prompts/{p.id}.html").stat().st_size for p, _ in prompts}
    assert max(sizes.values()) <= PAGE_BYTES, max(sizes.items(), key=lambda item: item[1])
