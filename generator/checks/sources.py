"""Lint rules for copyright: licences of adapted texts, names of proprietary scales and methods.

Texts cannot be compared with worksheets of others, since there is no free corpus of them. Instead,
a text without `source` is declared original by its writer; an adapted one names a source with a
licence that allows derivatives (SPDX id); and names of proprietary scales and sheets are searched
for, as copied items would come with the name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks.phrases import phrase_matches, phrases, report_violation, same_advice
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.licences import allows_change
from generator.content.models.review import Credit, Origin
from generator.content.passages import Voice
from generator.problems import Location, Problems, Severity

PROPERTY = phrases(same_advice(
    "Ask for the same thing in words of your own, or link to its owner.",
    "beck depression|anxiety inventory", "beck hopelessness scale", "bdi ii", "bdi 2",
    "hamilton depression|anxiety scale", "phq 9|2|15", "gad 7|2", "dass 21|42", "pcl 5",
    "k10|k6 scale", "who 5", "who five well being", "outcome questionnaire", "oq 45",
    "positive and negative affect schedule", "panas scale", "satisfaction with life scale",
    "perceived stress scale", "rosenberg self esteem scale", "burns depression checklist",
    "core 10|om", "edinburgh postnatal depression scale", "impact of event scale",
    "maslach burnout inventory", "myers briggs", "enneagram", "strengthsfinder",
    "mood disorder questionnaire", "via survey", "feelings wheel", "feeling wheel",
    "emotion wheel", "geneva emotion wheel", "wheel of emotions", "mind over mood worksheet|sheet",
    "dbt diary card", "dear man", "wise mind accepts", "self compassion scale", "bullet journal",
    "journal ladder", "proprioceptive writing", "five minute journal", "artist's date",
    "morning pages", "six minute diary",
))  # fmt: skip
"""Names of proprietary scales, cards and methods."""


def check_licences(library: Library, problems: Problems) -> None:
    """Report an error for each adapted text without a link to its source, or whose licence is not
    known to allow derivatives."""
    for credit, locate in _credits(library):
        if credit.kind is Origin.ADAPTED and not allows_change(credit.licence):
            problems.error(
                locate("source", "licence"),
                "licence-allows-it",
                f'"{credit.licence}" is no licence that is known to allow changing the text.',
                "Write CC BY 4.0, another id of the SPDX list, or 'permission of' and by whom; or "
                "write anew.",
            )
        if credit.kind is Origin.ADAPTED and credit.link is None:
            problems.error(
                locate("source"),
                "licence-allows-it",
                "Nobody can see what the text was adapted from.",
                "Add 'link:' with the address of the source.",
            )


def check_property(library: Library, problems: Problems) -> None:
    """Report an error for each name of `PROPERTY` in prompts, worksheets and packets, except in
    texts for clinicians."""
    kinds = ("prompt-set", "worksheet", "packet")
    for passage, written, hint in phrase_matches(library, PROPERTY, set(Voice) - {Voice.CLINICIAN}):
        if passage.entry.kind in kinds:
            message = f'"{written}" belongs to somebody else.'
            report_violation(
                passage, problems, "sheet-is-our-own", (written, message, hint), Severity.ERROR
            )


def _credits(library: Library) -> Iterator[tuple[Credit, Callable[..., Location]]]:
    for prompt_set in library.prompt_sets.values():
        if prompt_set.source:
            yield (
                prompt_set.source,
                lambda *keys, i=prompt_set.id: library.locate("prompt-set", i, *keys),
            )
        for prompt in prompt_set.prompts:
            if prompt.source:
                yield prompt.source, lambda *keys, p=prompt: library.locate_prompt(p, *keys)


RULES = (
    Rule("licence-allows-it", "A text that builds on another names a licence that allows it, and "
         "where that text is.", check_licences,
         example=Example(
             "prompt",
             "source:\n  kind: adapted\n  credit: A. Writer\n  licence: CC BY 4.0\n"
             "  link: https://example.org/prompts",
             "source:\n  kind: adapted\n  credit: A. Writer\n  licence: all rights reserved\n"
             "  link: https://example.org/prompts")),
    Rule("sheet-is-our-own", "No prompt or sheet is named for a scale, card or method that belongs "
         "to somebody.", check_property,
         example=Example("worksheet", "purpose: A word for each hour of the day.",
                         "purpose: A feelings wheel for each hour of the day."),
         may_be_allowed=True),
)  # fmt: skip
