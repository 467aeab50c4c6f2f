"""Inheritance of field defaults: prompt, then prompt set, then technique."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from generator.content.models.prompt import Prompt, PromptDefaults, PromptSet
from generator.content.models.review import Status
from generator.content.models.technique import Technique

USUAL_AGES = ("adult",)
USUAL_AUDIENCE = "person"

T = TypeVar("T")


def whole_prompts(prompt_set: PromptSet, technique: Technique | None) -> tuple[Prompt, ...]:
    """Prompts of a set with all inherited fields, in order (memoized by identity of the records).

    Same records give the same objects, so that caches keyed by prompt still hit.
    """
    return _whole_prompts(_ByIdentity(prompt_set), _ByIdentity(technique))


@dataclass(frozen=True, eq=False)
class _ByIdentity(Generic[T]):
    """Cache key that compares by identity: comparing records costs more than copying them."""

    value: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=2_000)
def _whole_prompts(
    prompt_set: _ByIdentity[PromptSet], technique: _ByIdentity[Technique | None]
) -> tuple[Prompt, ...]:
    of = prompt_set.value
    return tuple(inherit(prompt, of, technique.value) for prompt in of.prompts)


def inherit(prompt: Prompt, prompt_set: PromptSet, technique: Technique | None) -> Prompt:
    """Copy of the prompt with fields that it lacks filled from its set, then its technique."""
    inherited: dict[str, Any] = {
        name: getattr(prompt_set, name)
        for name in _SHARED
        if not getattr(prompt, name) and getattr(prompt_set, name)
    }
    if prompt.evidence or prompt.near_evidence or prompt.basis:
        # Evidence is inherited as a whole or not at all: never mixed with the set's.
        for name in ("evidence", "near_evidence", "basis"):
            inherited.pop(name, None)
    if prompt_set.status is not Status.PUBLISHED or "status" not in prompt.model_fields_set:
        # Prompts of an unpublished set are unpublished, whatever their own status.
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
    for name in PromptDefaults.model_fields
    if name not in ("id", "status", "search_terms", "tags", "allow")
)
