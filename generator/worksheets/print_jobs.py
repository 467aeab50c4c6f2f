"""Messages of the print scheduler: order, result, refusal, and job for a worker process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.worksheets.field import View
from generator.worksheets.variant import Variant


@dataclass(frozen=True)
class Order:
    """A sheet to print in one variant; with `pictures`, its pages as PNG images too."""

    view: View
    variant: Variant
    pictures: bool = False


@dataclass(frozen=True)
class Print:
    """A printed sheet: PDF, number of pages, and their PNG images in order if requested."""

    sheet: str
    """Id of the worksheet."""
    variant: Variant
    pdf: Path
    pages: int
    size: int
    """Size of the PDF in bytes."""
    pictures: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A sheet that could not be printed: the pages that it would need, or else a `reason`."""

    sheet: str
    variant: Variant
    pages: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Job:
    """An order that is not in the cache, for a worker process; it can be pickled."""

    key: str
    """Cache key of the print."""
    text: str
    """JSON that `print_input` made of the order."""
    order: Order
    cache: Path
