"""Readers are spoken to as people who choose: no labels, no commands, no talk about 'patients'."""

from __future__ import annotations

from generator.checks.phrases import object_to, object_to_each, phrases, same, spoken
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.passages import TO_READERS, Voice
from generator.problems import Problems, Severity

LABELS = phrases({
    "sufferer|sufferers": 'Write "people with …".',
    "suffer|suffers|suffered|suffering from|with": 'Write "has" or "lives with".',
    "victim|victims": 'Write "people who were hurt", or "survivors" where they say so.',
    "afflicted|stricken by|with": 'Write "has" or "lives with".',
    "mentally ill": 'Write "people with a mental health problem".',
    "the mentally": 'Write "people with a mental health problem".',
    "schizophrenic|schizophrenics|psychotics|depressives|anorexics|bipolars|borderlines":
        'Write "people with …".',
    "addict|addicts|junkie|junkies|alcoholics|drunks|druggie":
        'Write "people who use", or "with a dependence".',
    "substance|drug|alcohol abuser|abusers": 'Write "people who use …".',
    "get|gets|got|getting clean": 'Write "stop using".',
    "been clean for|since": 'Write "not used".',
    "clean and sober": 'Write "not using".',
    "dirty urine|test|drug|screen": 'Write "positive test".',
    "crazy|insane|lunatic|psycho|nutcase|madman|madwoman|deranged|loony": "Leave the word out.",
    "wheelchair bound": 'Write "uses a wheelchair".',
    "the disabled|blind|deaf|elderly|homeless people|person|community|population|poor":
        'Write "people who …".',
    "handicapped|crippled|cripple|retarded": 'Write "disabled people" or what they need.',
    "normal people|person|person's|family|families": 'Write "other people" or "most people".',
    "non compliant|compliance": "Say what happened and what stood in the way.",
    "manipulative|hysterical": "Say what somebody does and may need.",
})  # fmt: skip
"""Words that make a person into a condition, and what to write instead."""

COMMANDS = phrases(same(
    'Make it an offer: "you can", "you might", "if you like".',
    "you must|should|ought", "you have|need to", "you've got to", "you had better",
    "you'll have|need to", "must not|never", "force yourself", "make yourself write|do|sit",
    "make sure", "be sure to", "try harder", "no excuses", "do not|don't stop until",
    "do not|don't give up", "required to", "is|are mandatory|compulsory",
), not_if_denied=True)  # fmt: skip
"""Ways of leaving somebody no choice."""

ABOUT_READERS = phrases({
    f"{who} {what}": "Speak to the person: write \"you\"."
    for who in ("patient|patients|client|clients|user|users|participant|participants|sufferers",)
    for what in ("should|must|need|needs|can|may|will|has|have|is|are|who",)
})  # fmt: skip
"""Talk over the heads of those who read."""


def check_labels(library: Library, problems: Problems) -> None:
    """Nobody is named for an illness or for what was done to them."""
    object_to_each(
        LABELS, spoken(library, set(Voice) - {Voice.WRITER}), problems, "people-come-first",
        says="is a label that people would not choose for themselves.", level=Severity.ERROR,
    )  # fmt: skip


def check_commands(library: Library, problems: Problems) -> None:
    """Readers are offered things, and ordered to do nothing."""
    for passage in spoken(library, TO_READERS):
        for written, hint in COMMANDS.find(passage):
            if passage.plain[: passage.plain.find(written)].endswith(_OF_SOMETHING_NEEDED):
                continue
            message = f'"{written}" leaves the reader no choice.'
            object_to(passage, problems, "wording-leaves-a-choice", (written, message, hint),
                      Severity.WARNING)  # fmt: skip


def check_address(library: Library, problems: Problems) -> None:
    """Pages for readers speak to them, not about them."""
    object_to_each(
        ABOUT_READERS, spoken(library, TO_READERS), problems, "reader-is-addressed",
        says="speaks about the reader instead of to the reader.", level=Severity.WARNING,
    )  # fmt: skip


_OF_SOMETHING_NEEDED = ("what ", "What ", "things ", "all ", "everything ", "if ", "If ", "when ",
                        "whatever ", "anything ", "than ", "how much ", "before ")  # fmt: skip
"""'What you need to rest' orders nobody to do anything."""

RULES = (
    Rule("people-come-first", "Nobody is named for an illness or for what was done to them.",
         check_labels,
         example=Example("resource", "summary: For people who live with depression.",
                         "summary: For depression sufferers."),
         may_be_allowed=True),
    Rule("wording-leaves-a-choice", "Readers are offered things: you can, you might, if you like.",
         check_commands,
         example=Example("prompt", "text: You can write a few lines, or one.",
                         "text: You must write a few lines."),
         may_be_allowed=True),
    Rule("reader-is-addressed", "Pages for readers speak to them and not about them.",
         check_address,
         example=Example("technique", "what_it_is: You answer one question in short lines.",
                         "what_it_is: Patients should answer one question in short lines."),
         may_be_allowed=True),
)  # fmt: skip
