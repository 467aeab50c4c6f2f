"""Trust page: authorship, reviews, verification dates and evidence, counted from the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import __version__
from generator.content.models.resource import Resource
from generator.content.models.review import Review
from generator.content.models.study import Study
from generator.pages.page import Link, Page
from generator.pages.parts.listings import CRISIS_KIND, kind_term, local_first, verified
from generator.site.site import Site
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


@dataclass(frozen=True)
class PieceView:
    """One kind of text, in words: its number, its authors, how many are reviewed."""

    kind: str
    written: str
    reviewed: str


@dataclass(frozen=True)
class CheckView:
    """A listing or a kind of listings, with last and next verification in words.

    Of a kind, `checked` is the number of listings, and `due` the oldest verification.
    """

    listing: Link
    checked: str
    due: str


@dataclass(frozen=True)
class GradeView:
    """One evidence grade, and the guides that have it."""

    label: str
    meaning: str
    guides: tuple[Link, ...]


def plan_trust(site: Site) -> Iterator[Page]:
    """The trust page of the edition."""
    shown = sorted(site.resources, key=lambda r: local_first(site, r))
    others = [resource for resource in shown if resource.kind != CRISIS_KIND]
    clinic = site.clinic
    yield Page(
        url=TRUST,
        template="trust",
        title=site.words("trust.title"),
        description=site.words("trust.description", site=clinic.name),
        context={
            "lead": site.words("trust.lead", site=clinic.name),
            "pieces": tuple(_pieces(site)),
            "reviewers": tuple(_reviewers(site)),
            "crisis": tuple(
                _check(site, r) for r in shown if r.kind == CRISIS_KIND
            ),
            "crisis_checked": " ".join(_counted(site, CRISIS_KIND, shown) or ()),
            "kinds": tuple(_kinds(site, others)),
            "sure": _how_sure(others, site.words),
            "grades": tuple(_grades(site)),
            "studies": Link(site.words.count("studies.studies", len(_studies(site))), STUDIES),
            "privacy": Link(site.words("trust.privacy"), SITE_PAGES["privacy"]),
            "resources": RESOURCES,
            "mistakes": clinic.mistakes,
            "contact": Link(clinic.contact_words or clinic.name, clinic.contact_link)
            if clinic.contact_link
            else None,
            "version": site.words(
                "trust.version",
                newest=site.words.day(_newest(site)),
                built=site.words.day(site.today),
                program=__version__,
            ),
        },
    )  # fmt: skip


def _reviews(site: Site) -> dict[str, list[Review]]:
    """Reviews of all shown texts by kind; a prompt counts with the review of its set."""
    return {
        "technique": [t.review for t in site.techniques],
        "prompt": [site.set_of(p).review for p in site.prompts],
        "worksheet": [w.review for w in site.worksheets],
        "packet": [p.review for p in site.packets],
    }


def _pieces(site: Site) -> Iterator[PieceView]:
    every = _reviews(site)
    nobody = not any(review.reviewed_by for reviews in every.values() for review in reviews)
    for kind, reviews in every.items():
        if not reviews:
            continue
        writers = dict.fromkeys(review.written_by for review in reviews)
        read = sum(bool(review.reviewed_by) for review in reviews)
        key = "all" if read == len(reviews) else "some" if read else "none"
        yield PieceView(
            kind=site.words(f"trust.{kind}", n=len(reviews)),
            written=site.words("trust.written", who=site.words.listing(list(writers))),
            # Said once for all of them, where it holds for all.
            reviewed="" if nobody else site.words(f"trust.{key}_reviewed", n=read, of=len(reviews)),
        )


def _reviewers(site: Site) -> Iterator[str]:
    """A sentence per reviewer, sorted by name: role, and number of texts reviewed."""
    read: Counter[tuple[str, str]] = Counter()
    for reviews in _reviews(site).values():
        read.update((p.name, p.role) for review in reviews for p in review.reviewed_by)
    for (name, role), n in sorted(read.items()):
        yield site.words.count("trust.reviewer", n, name=name, role=role)


def _check(site: Site, resource: Resource) -> CheckView:
    check = resource.verification
    due = check.on + timedelta(days=kind_term(site, resource.kind).fresh_days)
    return CheckView(
        Link(resource.name, resource_url(resource.kind, resource.id)),
        verified(resource, site.words),
        site.words("trust.due", date=site.words.day(min(due, check.due) if check.due else due)),
    )


def _kinds(site: Site, shown: Sequence[Resource]) -> Iterator[CheckView]:
    for kind in site.taxonomies["resource-kinds"].terms:
        counted = _counted(site, kind.id, shown)
        if counted:
            term = kind_term(site, kind.id)
            yield CheckView(Link(term.plural, resource_kind_url(kind.id)), *counted)


def _counted(site: Site, kind: str, shown: Sequence[Resource]) -> tuple[str, str] | None:
    """(number of listings, oldest verification) of a kind in words; None if it has none."""
    days = [r.verification.on for r in shown if r.kind == kind]
    if not days:
        return None
    oldest = site.words("trust.oldest", date=site.words.day(min(days)))
    return site.words.count("trust.listed", len(days)), oldest


def _how_sure(shown: Sequence[Resource], words: Words) -> tuple[str, ...]:
    counts = Counter(resource.verification.status for resource in shown)
    return tuple(
        words.count("trust.status", n, status=words(f"resources.{status}"))
        for status, n in counts.most_common()
    )


def _grades(site: Site) -> Iterator[GradeView]:
    guides = site.techniques
    for term in site.taxonomies["evidence-grades"].terms:
        graded = [guide for guide in guides if guide.research.grade == term.id]
        if graded:
            yield GradeView(
                site.words("trust.grade", label=term.label, n=len(graded)),
                term.definition,
                tuple(Link(guide.title, technique_url(guide.id)) for guide in graded),
            )


def _studies(site: Site) -> list[Study]:
    return list(site.studies)


def _newest(site: Site) -> date:
    """Newest date on which anything shown was written, reviewed or verified; else today."""
    days = [resource.verification.on for resource in site.resources]
    days += [study.checked_on for study in _studies(site)]
    for reviews in _reviews(site).values():
        days += [review.reviewed_on or review.written_on for review in reviews]
    return max(days, default=site.today)
