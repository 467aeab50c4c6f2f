"""Plans the trust page: who wrote and checked this copy of the site, counted from its content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import __version__
from generator.content.library import Library
from generator.content.models.resource import Resource
from generator.content.models.review import Review, Status
from generator.content.models.study import Study
from generator.pages.page import Link, Page
from generator.pages.parts.listings import kind_term, local_first, verified
from generator.site.shown import (
    clinic_of,
    shown_prompts,
    shown_resources,
    shown_techniques,
)  # fmt: skip
from generator.site.urls import (
    RESOURCES,
    SITE_PAGES,
    STUDIES,
    TRUST,
    resource_kind_url,
    resource_url,
    technique_url,
)  # fmt: skip
from generator.site.words import Words

CRISIS_KIND = "crisis-line"


@dataclass(frozen=True)
class PieceView:
    """One kind of text: how many there are, who wrote them, who reviewed how many."""

    kind: str
    written: str
    reviewed: str


@dataclass(frozen=True)
class CheckView:
    """One listing, and its check in words."""

    listing: Link
    checked: str
    due: str


@dataclass(frozen=True)
class GradeView:
    """One grade of evidence, and the guides that have it."""

    label: str
    meaning: str
    guides: tuple[Link, ...]


def plan_trust(library: Library, words: Words) -> Iterator[Page]:
    """The trust page of the edition."""
    shown = sorted(shown_resources(library), key=lambda r: local_first(library, r))
    others = [resource for resource in shown if resource.kind != CRISIS_KIND]
    clinic = clinic_of(library)
    yield Page(
        url=TRUST,
        template="trust",
        title=words("trust.title"),
        description=words("trust.description", site=clinic.name),
        context={
            "lead": words("trust.lead", site=clinic.name),
            "pieces": tuple(_pieces(library, words)),
            "reviewers": tuple(_reviewers(library, words)),
            "crisis": tuple(
                _check(library, r, words) for r in shown if r.kind == CRISIS_KIND
            ),
            "kinds": tuple(_kinds(library, others, words)),
            "sure": _how_sure(others, words),
            "grades": tuple(_grades(library, words)),
            "studies": Link(words.count("studies.studies", len(_studies(library))), STUDIES),
            "privacy": Link(words("trust.privacy"), SITE_PAGES["privacy"]),
            "resources": RESOURCES,
            "mistakes": clinic.mistakes,
            "contact": Link(clinic.contact_words or clinic.name, clinic.contact_link)
            if clinic.contact_link
            else None,
            "version": words(
                "trust.version",
                newest=words.day(_newest(library)),
                built=words.day(library.today),
                program=__version__,
            ),
        },
    )  # fmt: skip


def _reviews(library: Library) -> dict[str, list[Review]]:
    """The review of every text that readers see, by kind; prompts have that of their set."""
    ids = {t.id for t in shown_techniques(library)}
    return {
        "technique": [t.review for t in library.techniques.values() if t.id in ids],
        "prompt": [
            library.prompt_sets[library.set_of_prompt[p.id]].review for p in shown_prompts(library)
        ],
        "worksheet": [
            w.review for w in library.worksheets.values() if w.status is Status.PUBLISHED
        ],
        "packet": [p.review for p in library.packets.values() if p.status is Status.PUBLISHED],
    }


def _pieces(library: Library, words: Words) -> Iterator[PieceView]:
    every = _reviews(library)
    nobody = not any(review.reviewed_by for reviews in every.values() for review in reviews)
    for kind, reviews in every.items():
        if not reviews:
            continue
        writers = dict.fromkeys(review.written_by for review in reviews)
        read = sum(bool(review.reviewed_by) for review in reviews)
        key = "all" if read == len(reviews) else "some" if read else "none"
        yield PieceView(
            kind=words(f"trust.{kind}", n=len(reviews)),
            written=words("trust.written", who=words.listing(list(writers))),
            # Said once for all of them, where it holds for all.
            reviewed="" if nobody else words(f"trust.{key}_reviewed", n=read, of=len(reviews)),
        )


def _reviewers(library: Library, words: Words) -> Iterator[str]:
    """Each person who reviewed something, with what makes them fit, and how much they read."""
    read: Counter[tuple[str, str]] = Counter()
    for reviews in _reviews(library).values():
        read.update((p.name, p.role) for review in reviews for p in review.reviewed_by)
    for (name, role), n in sorted(read.items()):
        yield words.count("trust.reviewer", n, name=name, role=role)


def _check(library: Library, resource: Resource, words: Words) -> CheckView:
    check = resource.verification
    due = check.on + timedelta(days=kind_term(library, resource.kind).fresh_days)
    return CheckView(
        Link(resource.name, resource_url(resource.kind, resource.id)),
        verified(resource, words),
        words("trust.due", date=words.day(min(due, check.due) if check.due else due)),
    )


def _kinds(library: Library, shown: Sequence[Resource], words: Words) -> Iterator[CheckView]:
    for kind in library.taxonomies["resource-kinds"].terms:
        days = [r.verification.on for r in shown if r.kind == kind.id]
        if days:
            term = kind_term(library, kind.id)
            yield CheckView(
                Link(term.plural, resource_kind_url(kind.id)),
                words.count("trust.listed", len(days)),
                words("trust.oldest", date=words.day(min(days))),
            )


def _how_sure(shown: Sequence[Resource], words: Words) -> tuple[str, ...]:
    counts = Counter(resource.verification.status for resource in shown)
    return tuple(
        words.count("trust.status", n, status=words(f"resources.{status}"))
        for status, n in counts.most_common()
    )


def _grades(library: Library, words: Words) -> Iterator[GradeView]:
    guides = shown_techniques(library)
    for term in library.taxonomies["evidence-grades"].terms:
        graded = [guide for guide in guides if guide.research.grade == term.id]
        if graded:
            yield GradeView(
                words("trust.grade", label=term.label, n=len(graded)),
                term.definition,
                tuple(Link(guide.title, technique_url(guide.id)) for guide in graded),
            )


def _studies(library: Library) -> list[Study]:
    return [s for s in library.studies.values() if s.status is Status.PUBLISHED]


def _newest(library: Library) -> date:
    """The newest day on which anything that is shown was written, reviewed or checked."""
    days = [resource.verification.on for resource in shown_resources(library)]
    days += [study.checked_on for study in _studies(library)]
    for reviews in _reviews(library).values():
        days += [review.reviewed_on or review.written_on for review in reviews]
    return max(days, default=library.today)
