"""JSON export of prompts, each with its intensity, caution and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

from pydantic import ConfigDict, Field

from generator.content.models.prompt import Prompt
from generator.content.models.review import Credit
from generator.exports.records import (
    Address,
    Depth,
    Exported,
    Reason,
    Reviewed,
    caution,
    deep_needs,
    depth,
    reasons,
    reviewed,
)
from generator.site.site import Site
from generator.site.urls import prompt_url


class PromptRecord(Exported):
    """A prompt as the site shows it."""

    model_config = ConfigDict(
        json_schema_extra=deep_needs("caution", "choose_another_if", "closing")
    )

    id: str
    """Id; never changes once published."""
    url: Address
    """The prompt's own page."""
    title: str
    """Short name that says what is asked."""
    intensity: Depth
    """How deep it goes. Show it wherever the prompt is shown."""
    choose_another_if: tuple[Reason, ...]
    """Who should choose something else; never empty for a deep prompt."""
    caution: str | None = None
    """Only at level 3: what has to stand before the text wherever the prompt is shown."""
    task: str
    """What to write and how much, in one plain sentence. Show it first."""
    text: str
    """An idea or a longer way in, for whoever wants one."""
    starter: str | None = None
    """First words to copy and go on from."""
    follow_ups: tuple[str, ...] = ()
    """Questions for somebody who wants to go on."""
    closing: str | None = None
    """How to end; always there from level 2 on. Show it below the text."""
    purpose: str
    """What it aims at; an aim, not a promise."""
    evidence: tuple[str, ...]
    """Ids of studies of this kind of writing itself; the export of studies has their limits."""
    near_evidence: tuple[str, ...] = ()
    """Ids of studies of something near it, and not of this. Never show them as evidence for it."""
    basis: Annotated[str, Field(json_schema_extra={"enum": ["studies", "practice-based"]})]
    """studies, or practice-based: used in practice, with no study behind it."""
    technique: str
    """Id of its technique."""
    set: str
    """Id of the set that it stands in."""
    benefits: tuple[str, ...]
    """Ids of the benefits that it aims at."""
    moods: tuple[str, ...]
    """Ids of moods in which it may fit."""
    phases: tuple[str, ...]
    """Ids of phases of recovery in which it may fit."""
    settings: tuple[str, ...]
    """Ids of settings in which it can be done."""
    formats: tuple[str, ...]
    """Ids of ways of writing that it suits."""
    age_bands: tuple[str, ...]
    """Ids of ages that it suits."""
    audience: str
    """Id of the audience that it speaks to."""
    structure: int
    """1 (contained) to 4 (open)."""
    time: timedelta
    """Time for one sitting."""
    sessions: int = 1
    """How many sittings it is meant for. Usual: 1."""
    interval_days: int | None = None
    """Days between sittings."""
    body_first: bool = False
    """Whether it starts from the body or the senses. Usual: false."""
    pairs_with: tuple[str, ...] = ()
    """Ids of prompts that go well before or after it."""
    worksheet: str | None = None
    """Id of the worksheet that goes with it."""
    source: Credit | None = None
    """Where the text comes from and on what terms, if it is not original."""
    review: Reviewed
    """Who wrote and reviewed it."""


def prompt_records(site: Site) -> Iterator[PromptRecord]:
    """Shown prompts by id; references to prompts and worksheets that are not shown are left out."""
    full = site.absolute
    shown = {prompt.id for prompt in site.prompts}
    for prompt in (site.prompt[i] for i in sorted(shown)):
        why = reasons(site, prompt.choose_another_if)
        sheet = site.worksheet.get(prompt.worksheet or "")
        assert prompt.review is not None, "a prompt inherits its set's review"
        assert prompt.audience is not None, "a prompt inherits an audience"
        assert prompt.structure is not None, "a prompt inherits its technique's structure"
        yield PromptRecord(
            id=prompt.id,
            url=full(prompt_url(prompt.id)),
            title=prompt.title,
            intensity=depth(site, prompt.intensity),
            choose_another_if=why,
            caution=caution(site, prompt.intensity, why),
            task=prompt.task,
            text=prompt.text,
            starter=prompt.starter,
            follow_ups=prompt.follow_ups,
            closing=_closing(site, prompt),
            purpose=prompt.purpose,
            evidence=prompt.evidence,
            near_evidence=prompt.near_evidence,
            basis="studies" if prompt.evidence else "practice-based",
            technique=site.technique_of(prompt).id,
            set=site.set_id_of(prompt),
            benefits=prompt.benefits,
            moods=prompt.moods,
            phases=prompt.phases,
            settings=prompt.settings,
            formats=prompt.formats,
            age_bands=prompt.age_bands,
            audience=prompt.audience,
            structure=prompt.structure,
            time=prompt.time,
            sessions=prompt.sessions,
            interval_days=prompt.interval_days,
            body_first=prompt.body_first,
            pairs_with=tuple(i for i in prompt.pairs_with if i in shown),
            worksheet=sheet.id if sheet else None,
            source=prompt.source,
            review=reviewed(prompt.review),
        )


def _closing(site: Site, prompt: Prompt) -> str | None:
    if prompt.closing is None:
        return None
    term = site.term("closings", prompt.closing)
    return term.sentence or term.definition
