"""Registry of the kinds of entries: name, folder and Pydantic model.

A new kind is a line in `KINDS` and a model. The reader, reference checks, JSON Schemas and the
authors' reference are driven by this registry.
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
    """Id of the kind, as in messages and commands: technique, prompt-set."""
    folder: str
    """Folder relative to the root of a layer."""
    model: type[Record]
    """Model of its entries; of vocabularies, their base class."""
    grouped: bool = False
    """Whether entries are in subfolders, whose name becomes the field `kind`."""

    def model_for(self, entry_id: str) -> type[Record]:
        """Model of one entry; some vocabularies have their own."""
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


ITEMS = {"prompt-set": "prompts", "taxonomy": "terms"}
"""Field with the items of an entry, which layers merge by id; by kind."""


def items_of(kind: str, values: dict[str, Any]) -> list[Any]:
    """Raw list of the prompts of a set or the terms of a vocabulary; empty for other kinds."""
    inside = values.get(ITEMS.get(kind, ""))
    return inside if isinstance(inside, list) else []
