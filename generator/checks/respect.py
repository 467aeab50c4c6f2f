"""Lint rules for respectful wording: person-first language, offers not commands, second person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.phrases import (
    found,
    phrase_matches,
    phrases,
    report_violation,
    report_violations,
    same_advice,
)
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.passages import TO_READERS, Passage, PassageGroup, Voice
from generator.problems import Problems, Severity
from generator.text.readability import sentences

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
"""Stigmatizing terms for people, each with a person-first alternative."""

COMMANDS = phrases(same_advice(
    'Make it an offer: "you can", "you might", "if you like".',
    "you must|should|ought", "you have|need to", "you've got to", "you had better",
    "you'll have|need to", "must not|never", "force yourself", "make yourself write|do|sit",
    "make sure", "be sure to", "try harder", "no excuses", "do not|don't stop until",
    "do not|don't give up", "required to", "is|are mandatory|compulsory",
), not_if_denied=True)  # fmt: skip
"""Imperatives and obligations that leave no choice. Negated ones are ignored."""

ABOUT_READERS = phrases({
    f"{who} {what}": "Speak to the person: write \"you\"."
    for who in ("patient|patients|client|clients|user|users|participant|participants|sufferers",)
    for what in ("should|must|need|needs|can|may|will|has|have|is|are|who",)
})  # fmt: skip
"""Third-person phrases about readers, such as 'clients should'."""


def check_labels(library: Library, problems: Problems) -> None:
    """Report an error for each phrase of `LABELS` in any voice but that of example writers."""
    report_violations(
        LABELS, library, set(Voice) - {Voice.WRITER}, problems, "people-come-first",
        says="is a label that people would not choose for themselves.", level=Severity.ERROR,
    )  # fmt: skip


def check_commands(library: Library, problems: Problems) -> None:
    """Warn of each phrase of `COMMANDS` in texts for readers, unless it follows 'what', 'if' and
    the like ('what you need to rest')."""
    for passage, written, hint in phrase_matches(library, COMMANDS, TO_READERS):
        if passage.plain[: passage.plain.find(written)].endswith(_OF_SOMETHING_NEEDED):
            continue
        message = f'"{written}" leaves the reader no choice.'
        report_violation(
            passage, problems, "wording-leaves-a-choice", (written, message, hint), Severity.WARNING
        )


def check_address(library: Library, problems: Problems) -> None:
    """Warn of each phrase of `ABOUT_READERS` in texts for readers."""
    report_violations(
        ABOUT_READERS, library, TO_READERS, problems, "reader-is-addressed",
        says="speaks about the reader instead of to the reader.", level=Severity.WARNING,
    )  # fmt: skip


def check_share(library: Library, problems: Problems) -> None:
    """Warn of each technique or handwritten page where too few sentences have a form of 'you'."""
    for passage, message in found(library, _rarely_second_person):
        report_violation(
            passage, problems, "reader-is-spoken-to", ("", message, _TELL), Severity.WARNING
        )


def _rarely_second_person(group: PassageGroup) -> Iterator[tuple[Passage, str]]:
    """First passage of a technique or page below `LEAST_SHARE`, with the message."""
    passages = [p for p in group.passages if p.voice in TO_READERS and p.entry.kind in _WHOLE]
    inside = [sentence for passage in passages for sentence in sentences(passage.plain)]
    spoken_to = sum(1 for sentence in inside if YOU.search(sentence))
    if len(inside) >= ENOUGH_SENTENCES and spoken_to < LEAST_SHARE * len(inside):
        yield passages[0], f'{spoken_to} of {len(inside)} sentences say "you"; the least is 1 in 7.'


_WHOLE = ("technique", "page")
LEAST_SHARE = 1 / 7
"""Minimum fraction of sentences with a form of 'you'. Our guides have a third to three fifths;
a text about its readers has next to none."""
ENOUGH_SENTENCES = 30
YOU = re.compile(r"\byou(?:r|rs|rself|'re|'ve|'ll|'d)?\b", re.IGNORECASE)
_TELL = 'Tell the reader what is in it for them: "you can", "your page".'
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
    Rule("reader-is-spoken-to", "In a guide or page for readers, one sentence in seven says "
         "\"you\" at least.", check_share,
         example=Example("library", "You pick a question, and the list is yours.",
                         "A page on which the person writing is never spoken to."),
         may_be_allowed=True),
)  # fmt: skip
