"""Lint rules for citations: dangling author-year references, uncited studies, unmatched figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.checks.number_words import NUMBER, value_of
from generator.checks.phrases import found, report_violation
from generator.checks.rule import Example, Rule
from generator.content.handwritten import Handwritten
from generator.content.library import Library
from generator.content.models.review import Status
from generator.content.models.study import Study
from generator.content.passages import Passage, PassageGroup, PassageOwner, Voice
from generator.problems import Problems, Severity

ENOUGH_TO_CITE = 100
"""Prompts from which on uncited studies are reported; a smaller library is unfinished."""
SMALL = 6
"""Smallest number of studies that is compared with the entries; below it there are too many false
positives, as sentences count a few studies for many reasons."""


def check_cited(library: Library, problems: Problems) -> None:
    """Warn of each published study that no published or clinic-hidden entry or page cites."""
    if len(library.prompts) < ENOUGH_TO_CITE:
        return
    cited = set(cited_studies(library))
    for study in library.studies.values():
        if study.status is Status.PUBLISHED and study.id not in cited:
            problems.warn(
                library.locate("study", study.id),
                "study-is-cited",
                f'No guide, prompt or page cites "{study.short}".',
                "Cite it where it tells something, or set 'status: archived' on it.",
            )


def check_known(library: Library, problems: Problems) -> None:
    """Report an error for each author-year citation in a text that matches no study entry."""
    known = {(name, year) for study in library.studies.values() for name, year in _names(study)}
    for passage, name, year in library.found(_cited_in):
        if (name, year) not in known:
            message = f'No study of the library is by "{name}" from {year}.'
            report_violation(
                passage, problems, "citation-is-known", (name, message, _ADD_IT), Severity.ERROR
            )


def _cited_in(group: PassageGroup) -> Iterator[tuple[Passage, str, str]]:
    """Author-year citations, outside study entries and examples: passage, author, year."""
    for passage in group.passages:
        if passage.entry.kind == "study" or passage.voice is Voice.WRITER:
            continue
        for named in _CITATION.finditer(passage.plain) if "(" in passage.plain else ():
            name, year = named["alone"] or named["first"], named["year"] or named["since"]
            yield passage, name, year


def check_figures(library: Library, problems: Problems) -> None:
    """Warn of each count of studies or people, or effect size, that is in none of the studies cited
    beside it; where none is cited, in no study of the library."""
    of_study = {study.id: _figures(study) for study in library.studies.values()}
    everywhere = frozenset[float]().union(*of_study.values())
    for passage, claimed in found(library, _figures_claimed):
        named = [of_study[i] for i in _named_beside(library, passage) if i in of_study]
        known = frozenset[float]().union(*named) if named else everywhere
        for written, number in claimed:
            if number not in known:
                message = f'"{written}" is a figure of no study that is cited here.'
                report_violation(
                    passage,
                    problems,
                    "figure-is-of-its-study",
                    (written, message, _COMPARE),
                    Severity.WARNING,
                )


def cited_studies(library: Library) -> Iterator[str]:
    """Ids of studies cited by published or clinic-hidden entries and pages, with duplicates.

    Hidden ones count since a clinic cannot archive the library's studies, nor need it: the page of
    studies may report findings about a technique that the clinic hides.
    """
    for page in library.pages_left_out:
        yield from studies_on(page)
    for technique in library.techniques.values():
        if technique.status is Status.PUBLISHED or ("technique", technique.id) in library.hidden_by:
            yield from technique.research.studies
    for prompt in library.prompts.values():
        if prompt.status is Status.PUBLISHED or ("prompt", prompt.id) in library.hidden_by:
            yield from prompt.evidence
            yield from prompt.near_evidence
    for entry, study_id in library.found(_linked_by_entry):
        shown = entry.values.get("status") in (None, Status.PUBLISHED)
        if shown or (entry.kind, entry.id) in library.hidden_by:
            yield study_id


def _linked_by_entry(group: PassageGroup) -> Iterator[tuple[PassageOwner, str]]:
    for passage in group.passages:
        for study_id in _linked(passage):
            yield passage.entry, study_id


@lru_cache(maxsize=1_000)
def studies_on(page: Handwritten) -> frozenset[str]:
    """Ids of studies that a handwritten page links to (memoized by page)."""
    return frozenset(found for line in page.lines for found in _STUDY_LINK.findall(line))


def _linked(passage: Passage) -> list[str]:
    return _STUDY_LINK.findall(passage.text) if "](stud" in passage.text else []


def _named_beside(library: Library, passage: Passage) -> Iterable[str]:
    """Study ids linked in the passage, with those of `research.studies` in a technique's text."""
    linked = _linked(passage)
    technique = library.techniques.get(passage.entry.id)
    if passage.entry.kind == "technique" and technique:
        return (*technique.research.studies, *linked)
    return linked


def _names(study: Study) -> Iterator[tuple[str, str]]:
    for year in {str(study.year), *re.findall(r"\b(?:19|20)\d\d\b", study.short)}:
        for name in re.findall(r"[A-Z][\w-]+", f"{study.short} {study.citation}"):
            yield name, year


@lru_cache(maxsize=1_000)
def _figures(study: Study) -> frozenset[float]:
    """Absolute values of all numbers in a study's entry, in digits or words (memoized)."""
    return frozenset(_numbers_in(study))


def _numbers_in(study: Study) -> Iterator[float]:
    yield from (float(count) for count in (study.people, study.studies) if count)
    effects = (f"{effect.value} {effect.comparison}" for effect in study.effects)
    for text in (study.finding, study.limits, study.population, *effects):
        yield from (abs(float(found)) for found in _DIGITS.findall(text.replace(",", "")))
        for word in re.findall(NUMBER, text, re.IGNORECASE):
            if not word[0].isdigit():
                yield float(value_of(word))


def _figures_claimed(
    group: PassageGroup,
) -> Iterator[tuple[Passage, tuple[tuple[str, float], ...]]]:
    for passage in group.passages:
        if passage.prompt or passage.entry.kind in ("study", "words", "taxonomy"):
            continue
        spoken = passage.voice not in (Voice.FACTS, Voice.WRITER)
        if spoken and (claimed := tuple(_claims(passage.plain))):
            yield passage, claimed


def _claims(text: str) -> Iterator[tuple[str, float]]:
    for match in _COUNTED.finditer(text) if _COUNTS.search(text) else ():
        count = float(value_of(match[1] or match[2]))
        if count >= SMALL:
            yield " ".join(match[0].split()), count
    for match in _EFFECT.finditer(text):
        yield match[0], abs(float(match[1].replace(",", "")))


_STUDY_LINK = re.compile(r"\]\((?:study:|(?:\.\./)*studies\.md#)([\w-]+)\)")
_CITATION = re.compile(
    r"\((?P<alone>[A-Z][\w-]+)(?: and [A-Z][\w-]+)?, (?P<year>(?:19|20)\d\d)\b|"
    r"\b(?P<first>[A-Z][\w-]+) and (?:others|colleagues),? \(?(?P<since>(?:19|20)\d\d)\b"
)
_COUNTED = re.compile(
    rf"\b({NUMBER})\s+(?:(?:randomi[sz]ed|controlled)\s+)?(?:studies|trials)\b|"
    r"(?<![\d,])([1-9]\d[\d,]*) people\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"studies|trials|people", re.IGNORECASE)
"""Pre-filter: matches every text that `_COUNTED` matches, in a tenth of the time."""
_EFFECT = re.compile(r"\b[rdgN] = (-?(?:\d[\d,]*)?\.?\d+)")
_DIGITS = re.compile(r"\d*\.?\d+")
_ADD_IT = "Add it to content/studies/ with its limits, or mend the name or the year."
_COMPARE = "Compare it with the study, and cite the study in the same place."

RULES = (
    Rule("study-is-cited", "Every published study is cited by something that readers see.",
         check_cited,
         example=Example("library", "A guide names the study under 'research:', or a page does.",
                         "A study is on the page of studies, and nothing leads to it.")),
    Rule("citation-is-known", "A study that is named by author and year is in the library.",
         check_known,
         example=Example("technique", "privacy: Lists were tested (Scullin and others, 2018).",
                         "privacy: Lists were tested (Skullin and others, 2018)."),
         may_be_allowed=True),
    Rule("figure-is-of-its-study", "Numbers of studies and people and sizes of effects stand in a "
         "study that is cited beside them.", check_figures,
         example=Example("technique", "privacy: It was tested with 57 people.",
                         "privacy: It was tested with 75 people."),
         may_be_allowed=True),
)  # fmt: skip
