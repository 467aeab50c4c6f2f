"""Lint rules for intensity (1 light to 4 clinician-led): required safeguards, limits of time."""

from __future__ import annotations

from datetime import timedelta

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import DEEP, LevelTerm
from generator.problems import Problems

CLINICIAN_LED = 4
"""Lowest intensity that may not be published as a prompt or worksheet."""
DEEP_TIME_CAP = timedelta(minutes=20)
"""Longest sitting at intensity 3: the usual upper end in the writing studies (15 to 20 minutes)."""


def check_closing(library: Library, problems: Problems) -> None:
    """Report an error for each prompt of intensity 2 or 3 without a `closing`."""
    for prompt in library.prompts.values():
        if 2 <= prompt.intensity < CLINICIAN_LED and prompt.closing is None:
            problems.error(
                library.locate_prompt(prompt, "intensity"),
                "closing-is-given",
                f'The prompt "{prompt.id}" has intensity {prompt.intensity} and no closing.',
                "Add 'closing:' with a way to end, such as feet-on-floor.",
            )


def check_deep(library: Library, problems: Problems) -> None:
    """Report an error for each prompt or worksheet of intensity 3 without contraindications
    (`choose_another_if`), and each such prompt above `DEEP_TIME_CAP`."""
    for prompt in library.prompts.values():
        if prompt.intensity == DEEP:
            _check_deep_prompt(library, prompt, problems)
    for sheet in library.worksheets.values():
        if sheet.intensity == DEEP and not sheet.choose_another_if:
            problems.error(
                library.locate("worksheet", sheet.id, "intensity"),
                "deep-says-who-should-not",
                f'The worksheet "{sheet.id}" has intensity 3 and does not say who should choose '
                "something else.",
                _ADD_REASONS,
            )


def check_clinician_led(library: Library, problems: Problems) -> None:
    """Report an error for each prompt or worksheet of intensity 4."""
    message = "Intensity 4 is for work with a clinician in the room and cannot be handed out."
    hint = "Describe it on an information page, or ask for less."
    for prompt in library.prompts.values():
        if prompt.intensity >= CLINICIAN_LED:
            place = library.locate_prompt(prompt, "intensity")
            problems.error(place, "not-clinician-led", message, hint)
    for sheet in library.worksheets.values():
        if sheet.intensity >= CLINICIAN_LED:
            place = library.locate("worksheet", sheet.id, "intensity")
            problems.error(place, "not-clinician-led", message, hint)


def check_technique_limit(library: Library, problems: Problems) -> None:
    """Report an error for each prompt whose intensity exceeds its technique's `intensity_max`."""
    for prompt in library.prompts.values():
        prompt_set = library.prompt_sets[library.set_of_prompt[prompt.id]]
        technique = library.techniques.get(prompt_set.technique)
        if technique and technique.intensity_max < prompt.intensity < CLINICIAN_LED:
            problems.error(
                library.locate_prompt(prompt, "intensity"),
                "intensity-fits-technique",
                f'"{technique.title}" goes up to intensity {technique.intensity_max}, and this '
                f"prompt has {prompt.intensity}.",
                "Lower the prompt's intensity by asking for less, or move it to another technique.",
            )


def check_levels(library: Library, problems: Problems) -> None:
    """Report an error unless the vocabulary has exactly levels 1 to 4, once each."""
    levels = library.taxonomies.get("intensity")
    if levels is None:
        return
    found = sorted(term.level for term in levels.terms if isinstance(term, LevelTerm))
    if found != [1, 2, 3, 4]:
        problems.error(
            library.locate("taxonomy", "intensity", "terms"),
            "levels-are-complete",
            "The levels of intensity are 1, 2, 3 and 4, one term each.",
            "Give each term another 'level:'.",
        )


def _check_deep_prompt(library: Library, prompt: Prompt, problems: Problems) -> None:
    if not prompt.choose_another_if:
        problems.error(
            library.locate_prompt(prompt, "intensity"),
            "deep-says-who-should-not",
            f'The prompt "{prompt.id}" has intensity 3 and does not say who should choose '
            "something else.",
            _ADD_REASONS,
        )
    if prompt.time > DEEP_TIME_CAP:
        problems.error(
            library.locate_prompt(prompt, "time"),
            "deep-ends-in-time",
            "A prompt of intensity 3 takes at most 20 minutes.",
            "Write PT20M or less.",
        )


_ADD_REASONS = "Add 'choose_another_if:' with situations from content/taxonomy/stop-reasons.yaml."

RULES = (
    Rule("closing-is-given", "Every prompt of intensity 2 or 3 says how to end.", check_closing,
         example=Example(
             "prompt",
             "intensity: 2\n"
             "closing: feet-on-floor",
             "intensity: 2")),
    Rule("deep-says-who-should-not", "Every prompt or worksheet of intensity 3 says who should "
         "choose something else; prompts end within 20 minutes.", check_deep,
         ("deep-ends-in-time",),
         example=Example(
             "prompt",
             "intensity: 3\n"
             "closing: feet-on-floor\n"
             "choose_another_if: [event-very-recent]",
             "intensity: 3\n"
             "closing: feet-on-floor")),
    Rule("not-clinician-led", "No prompt or worksheet has intensity 4.", check_clinician_led,
         example=Example(
             "prompt",
             "intensity: 1",
             "intensity: 4")),
    Rule("intensity-fits-technique", "No prompt goes deeper than its technique allows.",
         check_technique_limit,
         example=Example(
             "technique",
             "intensity_max: 3",
             "intensity_max: 1  # One of its prompts has intensity 3.")),
    Rule("levels-are-complete", "The four levels of intensity are there once each.", check_levels,
         example=Example(
             "taxonomy/intensity",
             "terms:\n"
             "  - {id: level-1, label: Level 1, definition: As deep as that., level: 1}\n"
             "  - {id: level-2, label: Level 2, definition: As deep as that., level: 2}\n"
             "  - {id: level-3, label: Level 3, definition: As deep as that., level: 3}\n"
             "  - {id: level-4, label: Level 4, definition: As deep as that., level: 4}",
             "terms:\n"
             "  - {id: level-1, label: Level 1, definition: As deep as that., level: 1}\n"
             "  - {id: level-2, label: Level 2, definition: As deep as that., level: 2}\n"
             "  - {id: level-3, label: Level 3, definition: As deep as that., level: 3}\n"
             "  - {id: level-3, label: Level 3, definition: As deep as that., level: 3}")),
)  # fmt: skip
