"""Lint rules: no cure claims or guarantees, and every claim of an effect cites a study."""

from __future__ import annotations

from generator.checks.phrases import (
    phrase_matches,
    phrases,
    report_violation,
    report_violations,
    same_advice,
)
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.passages import Passage, Voice
from generator.problems import Problems, Severity

CURES = phrases(same_advice(
    "Say what it aims at, or what was found in how many people.",
    "cure|cures|cured|curing",
    "heals|heal|healed|healing you|your|the|all|trauma|depression|anxiety|grief|wounds",
    "guarantee|guarantees|guaranteed", "proven|proves to",
    "clinically|scientifically|medically proven|tested|approved",
    "proven|proved way|method|technique|exercise|remedy",
    "always|instantly|quickly works|helps|heals|relieves|calms",
    "works|helps|heals|calms instantly|always|immediately|everyone|everybody", "never fails|fail",
    "eliminate|eliminates|eliminated|erase|erases trauma|anxiety|depression|stress|pain",
    "risk free", "miracle|miracles", "no|without side effects",
    "boosts|boost|strengthens|strengthen immunity|your immune|the immune",
    "fixes|fix thinking errors|your thinking|your thoughts|your life|your mood",
    "stops|stop anxiety|panic|depression", "treats|treat depression|anxiety|trauma|insomnia",
    "switches|switch off the amygdala", "life changing", "happiness guaranteed",
), not_if_denied=True)  # fmt: skip
"""Phrases that claim a cure, proof or certainty: forbidden whatever the evidence grade. Negated
ones are ignored."""

EFFECTS = phrases(
    {
        "reduces|improves|lowers|prevents|decreases|boosts|relieves|alleviates": "",
        "reduced|improved|lowered|decreased|boosted|alleviated": "",
        "research|studies|science|evidence show|shows|say|says|suggest|suggests|prove|proves": "",
        "has|have been shown": "",
    },
    not_if_denied=True,
)
"""Phrases that claim a measured effect and need a citation; no advice, negated ones are ignored."""

_NAMES_OF_PARTS = phrases({"what|what's|how the research|studies say|says": "",
                           "what|how research|studies|science say|says": ""})  # fmt: skip
"""Exceptions from `EFFECTS`: 'What the research says' is a section title, not a claim."""


def check_claims(library: Library, problems: Problems) -> None:
    """Report an error for each phrase of `CURES` in any voice but that of example writers."""
    report_violations(
        CURES, library, set(Voice) - {Voice.WRITER}, problems, "claim-is-modest",
        says="promises more than any study of writing can.", level=Severity.ERROR,
    )  # fmt: skip


def check_effects(library: Library, problems: Problems) -> None:
    """Report an error for each phrase of `EFFECTS` in a passage that cites no study."""
    voices = (Voice.READER, Voice.SAFETY, Voice.CLINICIAN, Voice.RESEARCH)
    for passage, written, _ in phrase_matches(library, EFFECTS, voices):
        titles = [whole for whole, _ in _NAMES_OF_PARTS.find(passage)]
        if any(whole.endswith(written) for whole in titles) or _names_a_study(library, passage):
            continue
        message = f'"{written}" claims an effect, and no study is named beside it.'
        report_violation(
            passage,
            problems,
            "effect-names-its-study",
            (written, message, _NAME_IT),
            Severity.ERROR,
        )


def _names_a_study(library: Library, passage: Passage) -> bool:
    """Whether the passage links to a study, or belongs to a study, to a prompt with `evidence`, or
    to the `research` of a technique that lists studies."""
    if passage.entry.kind == "study" or "](study:" in passage.text or _CITES in passage.text:
        return True
    if passage.prompt:
        prompt = library.prompts.get(passage.prompt)
        return bool(prompt and prompt.evidence)
    technique = library.techniques.get(passage.entry.id)
    about_studies = passage.entry.kind == "technique" and passage.keys[0] == "research"
    return bool(about_studies and technique and technique.research.studies)


_CITES = "](studies.md#"
"""Start of a link target by which a handwritten page cites a study."""
_NAME_IT = "Link to the study, as in [one study](study:some-id), or say what it aims at instead."

RULES = (
    Rule("claim-is-modest", "Nothing is called a cure, a guarantee or proven.", check_claims,
         example=Example("technique", "summary: Short lists that may quiet a full head.",
                         "summary: Short lists that are proven to stop anxiety."),
         may_be_allowed=True),
    Rule("effect-names-its-study", "A text that claims an effect links to a study of it, or "
         "belongs to something that names its studies.", check_effects,
         example=Example(
             "technique",
             "what_it_is: A list before bed. It [led to quicker sleep](study:scullin-2018).",
             "what_it_is: A list before bed improves sleep."),
         may_be_allowed=True),
)  # fmt: skip
