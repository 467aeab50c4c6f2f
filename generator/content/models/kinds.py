"""The kinds of entry that content is made of: where each lives and which model it has.

A new kind is a line in `KINDS` and a model; reading, checking of ids, the schemas and the
author's reference page follow from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.content.models.clinic import Clinic
from generator.content.models.packet import Packet
from generator.content.models.prompt import PromptSet
from generator.content.models.resource import Resource
from generator.content.models.review import Record
from generator.content.models.study import Study
from generator.content.models.taxonomy import TAXONOMIES, Taxonomy
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet


@dataclass(frozen=True)
class Kind:
    """One kind of entry."""

    name: str
    """As in messages and commands: technique, prompt-set."""
    folder: str
    """Folder inside content/."""
    model: type[Record]
    """What an entry of this kind holds."""
    grouped: bool = False
    """Whether entries stand one folder deeper, in a folder that gives their `kind`."""

    def model_for(self, entry_id: str) -> type[Record]:
        """The model of one entry; vocabularies have one each."""
        if self.model is Taxonomy:
            return TAXONOMIES.get(entry_id, Taxonomy)
        return self.model


KINDS: tuple[Kind, ...] = (
    Kind("taxonomy", "taxonomy", Taxonomy),
    Kind("technique", "techniques", Technique),
    Kind("prompt-set", "prompts", PromptSet),
    Kind("worksheet", "worksheets", Worksheet),
    Kind("packet", "packets", Packet),
    Kind("resource", "resources", Resource, grouped=True),
    Kind("study", "studies", Study),
    Kind("clinic", "clinics", Clinic),
)

KIND: dict[str, Kind] = {kind.name: kind for kind in KINDS}


def items_of(kind: str, values: dict[str, Any]) -> list[Any]:
    """The named things inside an entry (the prompts of a set, the terms of a taxonomy), as read."""
    inside = values.get({"prompt-set": "prompts", "taxonomy": "terms"}.get(kind, ""))
    return inside if isinstance(inside, list) else []
