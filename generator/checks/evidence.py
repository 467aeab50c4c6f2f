"""Lint rules for evidence: basis of prompts, grades by study design, references, unique DOIs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.study import Design, Study
from generator.content.passages import Passage, PassageGroup
from generator.problems import Problems


def check_basis(library: Library, problems: Problems) -> None:
    """Report an error for each prompt with both or neither of `evidence` and `basis`."""
    for prompt in library.prompts.values():
        if bool(prompt.evidence) == bool(prompt.basis):
            what = "names studies and practice" if prompt.basis else "does not say on what it rests"
            problems.error(
                library.locate_prompt(prompt, "basis" if prompt.basis else "id"),
                "evidence-is-stated",
                f'The prompt "{prompt.id}" {what}.',
                "Give either 'evidence:' with study ids, or 'basis: practice-based'.",
            )


def check_grades(library: Library, problems: Problems) -> None:
    """Report an error for each technique graded above practice-based that lists no study."""
    for technique in library.techniques.values():
        research = technique.research
        if research.grade != "practice-based" and not research.studies:
            problems.error(
                library.locate("technique", technique.id, "research", "grade"),
                "grade-has-studies",
                f'The evidence is called "{research.grade}", and no study is named.',
                "Name the studies, or use practice-based.",
            )


def check_grade_fits(library: Library, problems: Problems) -> None:
    """Report an error for each evidence grade above what the designs of the listed studies allow.

    Skipped where a listed study is unknown: that is reported as a dangling reference.
    """
    for technique in library.techniques.values():
        research = technique.research
        needs = _NEEDS.get(research.grade)
        named = [library.studies[name] for name in research.studies if name in library.studies]
        if needs is None or len(named) < len(research.studies):
            continue
        count, designs, words = needs
        if sum(1 for study in named if study.design in designs) < count:
            problems.error(
                library.locate("technique", technique.id, "research", "grade"),
                "grade-fits-studies",
                f'The evidence is called "{research.grade}", which takes at least {words}.',
                "Name the studies that are missing, or use a lower grade.",
            )


def check_references(library: Library, problems: Problems) -> None:
    """Report an error for each study that a technique links to and does not list in `research`."""
    for passage, name in library.found(_linked_studies):
        technique = library.techniques.get(passage.entry.id)
        if technique and name in library.studies and name not in technique.research.studies:
            problems.error(
                passage.locate(f"study:{name}"),
                "reference-is-listed",
                f'The study "{name}" is linked here and is not among the references.',
                "Name it under 'studies' of 'research', or take the link away.",
            )


def _linked_studies(group: PassageGroup) -> Iterator[tuple[Passage, str]]:
    """Links to studies in techniques: passage and study id."""
    for passage in group.passages:
        if passage.entry.kind == "technique":
            for name in _STUDY.findall(passage.text):
                yield passage, name


def check_dois(library: Library, problems: Problems) -> None:
    """Report an error for each DOI used twice (case-insensitive), and each year that is not in the
    study's citation."""
    seen: dict[str, str] = {}
    for study in sorted(library.studies.values(), key=lambda s: _is_of_clinic(library, s)):
        if study.doi:
            other = seen.setdefault(study.doi.lower(), study.id)
            if other != study.id:
                problems.error(
                    library.locate("study", study.id, "doi"),
                    "study-is-entered-once",
                    f'The study "{other}" has the same DOI.',
                    "Keep one of the two.",
                )
        years = re.findall(r"\b(?:19|20)[0-9]{2}\b", study.citation)
        if str(study.year) not in years:
            problems.error(
                library.locate("study", study.id, "year"),
                "year-fits-citation",
                f"The year {study.year} does not stand in the citation.",
                "Mend the one that is wrong.",
            )


def _is_of_clinic(library: Library, study: Study) -> bool:
    return library.is_of_clinic(library.entries["study", study.id].written_in(("doi",)))


_STUDY = re.compile(r"\]\(study:([a-z0-9-]+)")

_MANY = frozenset({Design.META_ANALYSIS})
_TESTED = frozenset({Design.META_ANALYSIS, Design.TRIAL, Design.EXPERIMENT, Design.PILOT})
_ANY = frozenset(Design)
_NEEDS = {
    "strong": (2, _MANY, "two summaries of many studies"),
    "moderate": (1, _MANY, "one summary of many studies"),
    "limited": (1, _TESTED, "one study that compared something"),
    "mixed": (2, _ANY, "two studies"),
}
"""By grade: minimum number of studies, accepted designs, and both in words for the message. Whether
the effects justify the grade is for people to judge."""

RULES = (
    Rule("evidence-is-stated", "Every prompt names studies or says that it rests on practice.",
         check_basis,
         example=Example(
             "prompt",
             "basis: practice-based",
             "basis: practice-based\n"
             "evidence: [scullin-2018]")),
    Rule("grade-has-studies", "A grade of evidence above practice-based names its studies.",
         check_grades,
         example=Example(
             "technique",
             "research:\n"
             "  grade: limited\n"
             "  studies: [scullin-2018]",
             "research:\n"
             "  grade: limited\n"
             "  studies: []")),
    Rule("grade-fits-studies", "A grade of evidence is no higher than its kinds of study allow.",
         check_grade_fits,
         example=Example(
             "technique",
             "research:\n"
             "  grade: limited\n"
             "  studies: [scullin-2018]",
             "research:\n"
             "  grade: strong\n"
             "  studies: [scullin-2018]")),
    Rule("reference-is-listed", "Every study that a guide leads to is among its references.",
         check_references,
         example=Example(
             "technique",
             "research:\n"
             "  summary: In [one study](study:scullin-2018), people fell asleep sooner.\n"
             "  studies: [scullin-2018]",
             "research:\n"
             "  summary: In [one study](study:scullin-2018), people fell asleep sooner.\n"
             "  studies: []")),
    Rule("study-is-entered-once", "Each DOI stands once, and a study's year is that of its "
         "citation.", check_dois, ("year-fits-citation",),
         example=Example(
             "study",
             "year: 2018",
             "year: 2017  # The citation says 2018.")),
)  # fmt: skip
