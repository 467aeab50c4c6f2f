"""What is claimed stands on something that is named."""

from __future__ import annotations

import re

from generator.checks.rule import Rule
from generator.content.library import Library
from generator.problems import Problems


def check_basis(library: Library, problems: Problems) -> None:
    """A prompt names its studies or says that it rests on practice: one of the two."""
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
    """A grade above tradition has studies behind it."""
    for technique in library.techniques.values():
        research = technique.research
        if research.grade != "practice-based" and not research.studies:
            problems.error(
                library.locate("technique", technique.id, "research", "grade"),
                "grade-has-studies",
                f'The evidence is called "{research.grade}", and no study is named.',
                "Name the studies, or use practice-based.",
            )


def check_dois(library: Library, problems: Problems) -> None:
    """A study is entered once, and its year is that of its reference."""
    seen: dict[str, str] = {}
    for study in library.studies.values():
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


RULES = (
    Rule("evidence-is-stated", "Every prompt names studies or says that it rests on practice.",
         check_basis),
    Rule("grade-has-studies", "A grade of evidence above practice-based names its studies.",
         check_grades),
    Rule("study-is-entered-once", "Each DOI stands once, and a study's year is that of its "
         "citation.", check_dois, ("year-fits-citation",)),
)  # fmt: skip
