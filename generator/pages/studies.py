"""Bibliography page: every study with its findings, its limits, and the pages that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.citations import studies_on
from generator.content.models.study import Study
from generator.content.models.taxonomy import GradeTerm
from generator.pages.page import Link, Page
from generator.pages.parts.evidence import GradeView
from generator.pages.parts.structured_data import studies_facts
from generator.site.site import Site
from generator.site.urls import STUDIES, handwritten_url, technique_url


@dataclass(frozen=True)
class StudyView:
    """One study with facts in words, its DOI or other link, and the pages that cite it."""

    study: Study
    facts: tuple[str, ...]
    link: Link | None
    used_in: tuple[Link, ...]
    checked: str


def plan_studies(site: Site) -> Iterator[Page]:
    """The page of all studies, sorted by short citation, then year."""
    grades = [t for t in site.taxonomies["evidence-grades"].terms if isinstance(t, GradeTerm)]
    yield Page(
        url=STUDIES,
        template="studies",
        title=site.words("studies.title"),
        description=site.words("studies.description"),
        facts=studies_facts(site),
        changed=max((study.checked_on for study in site.studies), default=None),
        context={
            "grades": tuple(GradeView(term.label, term.definition) for term in grades),
            "studies": tuple(
                _view(site, study)
                for study in sorted(site.studies, key=lambda s: (s.short.casefold(), s.year))
            ),
        },
    )


def _view(site: Site, study: Study) -> StudyView:
    facts = [site.words(f"studies.{study.design}")]
    if study.studies:
        facts.append(site.words.count("studies.studies", study.studies))
    numbers = re.findall(r"\d+", study.population.replace(",", ""))
    if study.people and str(study.people) not in numbers:
        facts.append(site.words.count("studies.people", study.people))
    facts.append(study.population)
    link = None
    if study.doi:
        link = Link(f"doi.org/{study.doi}", f"https://doi.org/{study.doi}")
    elif study.link:
        link = Link(study.link.removeprefix("https://"), study.link)
    used_in = (
        *(
            Link(t.title, technique_url(t.id))
            for t in sorted(site.techniques, key=lambda t: t.id)
            if study.id in t.research.studies
        ),
        *(
            Link(page.title, handwritten_url(page.id))
            for page in site.pages
            if study.id in studies_on(page)
        ),
    )
    checked = site.words("studies.checked", date=site.words.day(study.checked_on))
    return StudyView(study, tuple(facts), link, used_in, checked)
