"""Inherit: what a prompt does not say itself, its set says for it, then its technique."""

from __future__ import annotations

from typing import Any

from generator.content.models.prompt import Prompt, PromptSet, Shared
from generator.content.models.review import Status
from generator.content.models.technique import Technique

USUAL_AGES = ("adult",)
USUAL_AUDIENCE = "person"


def inherit(prompt: Prompt, prompt_set: PromptSet, technique: Technique | None) -> Prompt:
    """The prompt with everything that its set and its technique say for it."""
    inherited: dict[str, Any] = {
        name: getattr(prompt_set, name)
        for name in _SHARED
        if not getattr(prompt, name) and getattr(prompt_set, name)
    }
    if prompt.evidence or prompt.near_evidence or prompt.basis:
        # A prompt that says on what it rests says it alone: no mixing with the set's word.
        for name in ("evidence", "near_evidence", "basis"):
            inherited.pop(name, None)
    if prompt_set.status is not Status.PUBLISHED or "status" not in prompt.model_fields_set:
        # A set that is not shown shows none of its prompts, whatever they say of themselves.
        inherited["status"] = prompt_set.status
    if prompt.review is None:
        inherited["review"] = prompt_set.review
    if technique is not None:
        if not prompt.formats and "formats" not in inherited:
            inherited["formats"] = technique.formats
        if prompt.structure is None:
            inherited["structure"] = technique.structure
    if not prompt.age_bands and "age_bands" not in inherited:
        inherited["age_bands"] = USUAL_AGES
    if prompt.audience is None and "audience" not in inherited:
        inherited["audience"] = USUAL_AUDIENCE
    return prompt.model_copy(update=inherited)


_SHARED = tuple(
    name
    for name in Shared.model_fields
    if name not in ("id", "status", "search_terms", "tags", "allow")
)
