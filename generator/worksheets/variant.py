"""The papers and sizes in which every sheet is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.content.models.paper import Paper


class Size(StrEnum):
    """How large the words are: 10.5 points, or 18 for readers who need large print."""

    ORDINARY = "ordinary"
    LARGE = "large"


@dataclass(frozen=True)
class Variant:
    """One way to print a sheet."""

    paper: Paper
    size: Size

    def file_name(self, sheet_id: str) -> str:
        """Name of the PDF: bedtime-list.a4.pdf, bedtime-list.letter-large.pdf."""
        size = "-large" if self.size is Size.LARGE else ""
        return f"{sheet_id}.{self.paper}{size}.pdf"


VARIANTS = tuple(Variant(paper, size) for size in Size for paper in Paper)
"""All of them, ordinary print first."""
