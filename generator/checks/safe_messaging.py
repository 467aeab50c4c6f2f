"""Lint rules for safe messaging about suicide, self-harm and treatment.

After the guidelines for media and campaigns on suicide prevention: no method, no verdict on an
attempt, no word from the time when it was a crime.
"""

from __future__ import annotations

from generator.checks.phrases import phrase_matches, phrases, report_violation, same_advice
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.taxonomy import is_deep
from generator.content.passages import Voice
from generator.problems import Problems, Severity

UNSAFE = phrases({
    "commit|commits|committed|committing suicide": 'Write "died by suicide".',
    "successful|successfully|completed|complete|failed|unsuccessful suicide":
        'Write "died by suicide" or "survived a suicide attempt".',
    "failed|unsuccessful|successful|botched attempt|attempts": 'Write "suicide attempt".',
    "completes|completed suicide": 'Write "died by suicide".',
    "suicide|suicidal epidemic|wave|contagion|gesture": "Say it without alarm or belittling.",
    "epidemic of suicide|suicides|self": "Say it without alarm.",
    "suicide bid|note|pact": "Leave it out.",
    "cry for help|attention": "Say that somebody asks for help.",
    "attention seeking": "Say that somebody needs something.",
    "hang|hanged|hanging|hung himself|herself|themselves|yourself|myself": "Name no method.",
    "shot|shoot|shooting himself|herself|themselves|yourself|myself": "Name no method.",
    "jump|jumps|jumped|jumping off a|the bridge|roof|building": "Name no method.",
    "slit|slits|slitting his|her|their|your|my wrist|wrists": "Name no method.",
    "cut|cuts|cutting his|her|their|your|my wrist|wrists|arm|arms": "Name no method.",
    "overdose|overdosed|overdosing on": "Name no method and no substance.",
    "took|swallow|swallowed|take a bottle|packet|handful of pills|tablets": "Name no method.",
    "razor|blade blades|marks|cuts": "Name no method.",
})  # fmt: skip
"""Phrases that name a method, or call an attempt a success, a failure or a crime, with advice."""

HARD_SUBJECTS = phrases(same_advice(
    "",
    "suicide|suicides|suicidal", "self harm|harming", "kill|kills|killed|killing",
    "hurt|hurting yourself|myself", "abuse|abused|abuser|abusive|abusing",
    "assault|assaulted|assaults", "rape|raped|rapist", "molest|molested",
    "overdose|overdosed|overdoses", "die|died|dies|dying|death|deaths",
    "trauma|traumas|traumatic|traumatized|traumatised", "flashback|flashbacks", "murder|murdered",
    "torture|tortured", "violence|violent|violently", "miscarriage|stillbirth|stillborn",
))  # fmt: skip
"""Words for subjects that only deep prompts, with their safeguards, may bring up."""

_HARMLESS = phrases({
    "die|died|dies|dying|killed|kill down|away|out|time|the|to": "",
    "time|hours kill|killed": "",
    "traumatic brain": "",
})  # fmt: skip
"""Exceptions from `HARD_SUBJECTS`: figurative or technical uses, such as 'died down'."""

TREATMENT = phrases({
    phrase: hint
    for hint, group in (
        ("Leave medicines to the person and their doctor.", (
            "stop|skip|reduce|change|adjust|double|lower|increase|quit taking|your|the "
            "medicine|medicines|medication|medications|meds|dose|tablets|pills|antidepressants",
            "stop|skip|quit taking your medicine|medicines|medication|medications|meds|pills",
            "come|coming off your medicine|medicines|medication|medications|meds",
        )),
        ("Ask what it is like, not what it is called.", (
            "diagnose|diagnosing yourself|him|her|them|your|someone|somebody",
            "which|what disorder|diagnosis|illness do|might|could you|they|he|she",
            "do|does you|he|she|they have a disorder|diagnosis",
        )),
        ("Writing needs nobody's answer; leave out meeting them.", (
            "confront|confronting|accuse|accusing him|her|them|your|the|whoever|somebody|someone",
            "read|send|hand|give this|it|the to the|your abuser|attacker|person",
            "tell|telling him|her|them to his|her|their face",
        )),
    )
    for phrase in group
}, not_if_denied=True)  # fmt: skip
"""Requests to diagnose, to change medication or to confront somebody. Negated ones are ignored."""


def check_safe_words(library: Library, problems: Problems) -> None:
    """Report an error for each phrase of `UNSAFE`, in any voice."""
    for passage, written, hint in phrase_matches(library, UNSAFE, Voice):
        message = f'"{written}" is not a safe way to speak of suicide or self-harm.'
        report_violation(
            passage,
            problems,
            "suicide-is-spoken-of-safely",
            (written, message, hint),
            Severity.ERROR,
        )


def check_hard_subjects(library: Library, problems: Problems) -> None:
    """Report an error for each word of `HARD_SUBJECTS` in a prompt that is not deep."""
    for passage, written, _ in phrase_matches(library, HARD_SUBJECTS, (Voice.READER, Voice.WRITER)):
        prompt = library.prompts.get(passage.prompt) if passage.prompt else None
        if prompt is None or is_deep(prompt.intensity):
            continue
        harmless = {found for found, _ in _HARMLESS.find(passage)}
        if any(whole.startswith(written) or whole.endswith(written) for whole in harmless):
            continue
        message = f'"{written}" is a hard subject for a prompt of intensity {prompt.intensity}.'
        report_violation(
            passage, problems, "hard-subject-is-deep", (written, message, _GO_DEEP), Severity.ERROR
        )


def check_treatment(library: Library, problems: Problems) -> None:
    """Report an error for each phrase of `TREATMENT` in what asks readers to do something."""
    voices = (Voice.READER, Voice.SAFETY, Voice.WRITER)
    for passage, written, hint in phrase_matches(library, TREATMENT, voices):
        if passage.entry.kind not in ("prompt-set", "worksheet", "technique", "packet", "page"):
            continue
        message = f'"{written}" asks for what only the person and their own helpers can decide.'
        report_violation(
            passage, problems, "treatment-is-left-alone", (written, message, hint), Severity.ERROR
        )


_GO_DEEP = (
    "Use another word, or give the prompt intensity 3 with all that this asks for; "
    "or say under 'allow:' why it may stand here."
)

RULES = (
    Rule("suicide-is-spoken-of-safely", "Suicide and self-harm are spoken of without method, "
         "verdict or alarm.", check_safe_words,
         example=Example("resource", "summary: For families after somebody died by suicide.",
                         "summary: For families of those who committed suicide."),
         may_be_allowed=True),
    Rule("hard-subject-is-deep", "Words for death, violence and trauma stand in prompts of "
         "intensity 3 only.", check_hard_subjects,
         example=Example("prompt", "text: Write to somebody whom you miss.",
                         "text: Write to somebody who died."),
         may_be_allowed=True),
    Rule("treatment-is-left-alone", "No prompt asks for a diagnosis, a change of medicine or a "
         "confrontation.", check_treatment,
         example=Example("prompt", "text: Write what you would like to ask your doctor.",
                         "text: List what happens if you stop taking your medicine."),
         may_be_allowed=True),
)  # fmt: skip
