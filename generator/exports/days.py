"""When what a page shows was last written, reviewed or checked: what a sitemap may claim."""

from __future__ import annotations

from datetime import date

from generator.content.library import Library
from generator.content.models.review import Review, Status
from generator.pages.parts.sheets import shown_worksheets
from generator.site.shown import shown_prompts, shown_resources, shown_techniques
from generator.site.urls import (
    STUDIES,
    packet_url,
    prompt_url,
    resource_kind_url,
    technique_url,
    worksheet_url,
)


def page_days(library: Library) -> dict[str, date]:
    """The day of each page that shows one entry, or facts that were checked, by its path.

    A page that is made of many pieces, such as a list, has no day that would be true.
    """
    days: dict[str, date] = {}
    for prompt in shown_prompts(library):
        assert prompt.review is not None, "a prompt inherits its set's review"
        days[prompt_url(prompt.id)] = newest(prompt.review)
    days |= {technique_url(t.id): newest(t.review) for t in shown_techniques(library)}
    days |= {worksheet_url(s.id): newest(s.review) for s in shown_worksheets(library)}
    for packet in library.packets.values():
        if packet.status is Status.PUBLISHED:
            days[packet_url(packet.id)] = newest(packet.review)
    checks = [(resource_kind_url(r.kind), r.verification.on) for r in shown_resources(library)]
    checks += [
        (STUDIES, s.checked_on) for s in library.studies.values() if s.status is Status.PUBLISHED
    ]
    for page, day in checks:
        days[page] = max(day, days.get(page, day))
    return days


def newest(review: Review) -> date:
    """The day of the newest wording or review."""
    return max(review.written_on, review.reviewed_on or review.written_on)
