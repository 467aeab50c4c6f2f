"""When what a page shows was last written, reviewed or checked: what a sitemap may claim."""

from __future__ import annotations

from datetime import date

from generator.content.models.review import Review
from generator.site.site import Site
from generator.site.urls import (
    STUDIES,
    packet_url,
    prompt_url,
    resource_kind_url,
    technique_url,
    worksheet_url,
)


def page_days(site: Site) -> dict[str, date]:
    """The day of each page that shows one entry, or facts that were checked, by its path.

    A page that is made of many pieces, such as a list, has no day that would be true.
    """
    days: dict[str, date] = {}
    for prompt in site.prompts:
        assert prompt.review is not None, "a prompt inherits its set's review"
        days[prompt_url(prompt.id)] = newest(prompt.review)
    days |= {technique_url(t.id): newest(t.review) for t in site.techniques}
    days |= {worksheet_url(s.id): newest(s.review) for s in site.worksheets}
    for packet in site.packets:
        days[packet_url(packet.id)] = newest(packet.review)
    checks = [(resource_kind_url(r.kind), r.verification.on) for r in site.resources]
    checks += [(STUDIES, s.checked_on) for s in site.studies]
    for page, day in checks:
        days[page] = max(day, days.get(page, day))
    return days


def newest(review: Review) -> date:
    """The day of the newest wording or review."""
    return max(review.written_on, review.reviewed_on or review.written_on)
