"""Print variants of a sheet: paper format by print size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.content.models.paper import Paper


class Size(StrEnum):
    """Print size: body text of 10.5 points, or of 18 (large print)."""

    ORDINARY = "ordinary"
    LARGE = "large"


@dataclass(frozen=True)
class Variant:
    """A paper format and a print size."""

    paper: Paper
    size: Size

    def file_name(self, sheet_id: str) -> str:
        """File name of the PDF: bedtime-list.a4.pdf, bedtime-list.letter-large.pdf."""
        size = "-large" if self.size is Size.LARGE else ""
        return f"{sheet_id}.{self.paper}{size}.pdf"


VARIANTS = tuple(Variant(paper, size) for size in Size for paper in Paper)
"""All variants, ordinary print first."""
