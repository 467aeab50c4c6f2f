"""Orders to the press, and what comes of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.worksheets.field import View
from generator.worksheets.variant import Variant


@dataclass(frozen=True)
class Order:
    """A sheet to print on one paper; with `pictures`, its pages are drawn too."""

    view: View
    variant: Variant
    pictures: bool = False


@dataclass(frozen=True)
class Print:
    """A sheet as printed: the PDF, how many pages it has, and their pictures if ordered."""

    sheet: str
    variant: Variant
    pdf: Path
    pages: int
    size: int
    """Bytes of the PDF."""
    pictures: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A sheet that could not be printed: `pages` is what it would need, or `reason` says why."""

    sheet: str
    variant: Variant
    pages: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Job:
    """An order whose print is not in the cache yet: under which key it will be kept there."""

    key: str
    text: str
    """The manuscript of the order."""
    order: Order
    cache: Path
