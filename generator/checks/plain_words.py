"""Lint rules for plain language: no jargon, idioms or double negatives in texts for readers."""

from __future__ import annotations

from generator.checks.phrases import phrases, report_violations, same_advice
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.passages import TO_READERS
from generator.problems import Problems, Severity

JARGON = phrases({
    f"{hard}": f'Try "{easy}".'
    for hard, easy in {
        "cognitive distortion|distortions": "unhelpful thought",
        "cognitive restructuring": "looking at a thought again",
        "cognition|cognitions": "thought",
        "maladaptive": "unhelpful",
        "dysregulated|dysregulation": "overwhelmed",
        "emotion|emotional|affect regulation": "calming down",
        "psychoeducation": "learning about it",
        "ruminate|ruminates|ruminating|rumination": "going round and round the same thoughts",
        "ideation": "thoughts",
        "somatic": "in the body",
        "comorbid|comorbidity": "at the same time",
        "symptomatology": "signs",
        "dissociate|dissociates|dissociating|dissociation": "feeling unreal",
        "hypervigilant|hypervigilance": "on guard",
        "catastrophize|catastrophise|catastrophizing|catastrophising": "expecting the worst",
        "avoidant": "putting it off",
        "coping mechanism|mechanisms|strategy|strategies": "way of getting through",
        "self efficacy": "trust in yourself",
        "intervention|interventions": "exercise",
        "modality|modalities": "way",
        "psychosocial": "in your life with others",
        "therapeutic alliance": "working well together",
        "utilise|utilize|utilises|utilizes|utilising|utilizing": "use",
        "commence|commences|commencing": "begin",
        "facilitate|facilitates|facilitating": "help",
        "implement|implementing|implementation": "do",
        "prior to": "before",
        "subsequent|subsequently": "later",
        "in order to": "to",
        "approximately": "about",
        "numerous": "many",
        "sufficient|sufficiently": "enough",
        "obtain|obtaining": "get",
        "terminate|termination": "end",
        "regarding": "about",
        "methodology": "way",
        "optimal|optimize|optimise": "best",
        "leverage|leveraging": "use",
        "endeavour|endeavor": "try",
        "in the event that": "if",
        "due to the fact that": "because",
        "at this point in time": "now",
        "with regard|respect to": "about",
    }.items()
})  # fmt: skip
"""Bureaucratic and clinical terms, each with a plain equivalent."""

IDIOMS = phrases(same_advice(
    "Say what is meant, for readers who learned the language later.",
    "piece of cake", "under the weather", "bite the bullet", "hit rock bottom", "spill the beans",
    "light at the end of the tunnel", "tip of the iceberg", "the elephant in the room",
    "beat around the bush", "back to square one", "think outside the box", "think out of the box",
    "go with the flow", "get a grip", "chin up", "pull yourself together", "snap out of it",
    "man up", "what doesn't kill you", "everything happens for a reason", "time heals",
    "every cloud has a", "silver lining", "emotional baggage", "over the moon", "low hanging fruit",
    "on the same page", "move the needle", "deep dive", "unpack|unpacking your",
    "journey of healing", "healing journey", "new normal", "win win", "no brainer",
    "get it off your chest", "open a can of worms",
))  # fmt: skip
"""Idioms and clichés, some of which hurt somebody who has a hard time."""

TWICE_DENIED = phrases(same_advice(
    "Say it the straight way.",
    "not unusual|uncommon|impossible|unlikely|unkind|unknown|untrue|infrequent|infrequently",
    "not unlike|uninteresting|unreasonable|unhelpful|unpleasant", "never not", "cannot not",
    "can't not", "don't not",
))  # fmt: skip


def check_jargon(library: Library, problems: Problems) -> None:
    """Warn of each phrase of `JARGON` in texts for readers."""
    report_violations(
        JARGON, library, TO_READERS, problems, "words-are-everyday",
        says="is not an everyday word.", level=Severity.WARNING,
    )  # fmt: skip


def check_straight(library: Library, problems: Problems) -> None:
    """Warn of each idiom and double negative in texts for readers."""
    report_violations(
        IDIOMS, library, TO_READERS, problems, "words-mean-what-they-say",
        says="does not mean what its words say.", level=Severity.WARNING,
    )  # fmt: skip
    report_violations(
        TWICE_DENIED, library, TO_READERS, problems, "words-mean-what-they-say",
        says="says something by denying it twice.", level=Severity.WARNING,
    )  # fmt: skip


RULES = (
    Rule("words-are-everyday", "Pages for readers use everyday words.", check_jargon,
         example=Example("prompt", "text: Note five sounds before you sleep.",
                         "text: Note five sounds prior to sleep."),
         may_be_allowed=True),
    Rule("words-mean-what-they-say", "No worn phrases and no double denials.", check_straight,
         example=Example("prompt", "purpose: It aims at a way out of a hard week.",
                         "purpose: It aims at the light at the end of the tunnel."),
         may_be_allowed=True),
)  # fmt: skip
