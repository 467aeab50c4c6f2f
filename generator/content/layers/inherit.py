"""Inherit: what a prompt does not say itself, its set says for it, then its technique."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from generator.content.models.prompt import Prompt, PromptSet, Shared
from generator.content.models.review import Status
from generator.content.models.technique import Technique

USUAL_AGES = ("adult",)
USUAL_AUDIENCE = "person"

T = TypeVar("T")


def whole_prompts(prompt_set: PromptSet, technique: Technique | None) -> tuple[Prompt, ...]:
    """The prompts of a set, each whole: of the very same records the very same prompts.

    So what was made of a prompt before, in this process, is known as that of the same prompt.
    """
    return _whole_prompts(_Itself(prompt_set), _Itself(technique))


@dataclass(frozen=True, eq=False)
class _Itself(Generic[T]):
    """A value as the key of a cache, by identity: to compare records costs more than to copy."""

    value: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=2_000)
def _whole_prompts(
    prompt_set: _Itself[PromptSet], technique: _Itself[Technique | None]
) -> tuple[Prompt, ...]:
    of = prompt_set.value
    return tuple(inherit(prompt, of, technique.value) for prompt in of.prompts)


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
