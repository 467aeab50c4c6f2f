"""One good sheet for each kind of block, out of tests/cases, as views and as PDFs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.content.models.worksheet import Worksheet
from generator.content.reading.source import read_source
from generator.problems import Problems
from generator.site.words import load_words
from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_jobs import Order, Print
from generator.worksheets.variant import VARIANTS
from generator.worksheets.view import Frame, sheet_view
from tests.projects import made_once

REASONS = {"not-safe": "You are not safe", "very-recent": "It happened very recently"}
SHEETS = Path(__file__).parents[2] / "cases" / "valid" / "worksheets"


@pytest.fixture(scope="session")
def view_of() -> Callable[[Path], View]:
    """The view of the sheet in a file."""
    frame = Frame(load_words("en"), "The Mill Street Clinic", "Desk: 555-0134", "Call 911", REASONS)

    def view_of(file: Path) -> View:
        problems = Problems()
        source = read_source(file, shown_as=file.name, problems=problems)
        assert source is not None
        sheet = Worksheet.model_validate({**source.values, "id": file.stem})
        return sheet_view(sheet, frame, url=f"https://example.org/worksheets/{file.stem}.html")

    return view_of


@pytest.fixture(scope="session")
def views(view_of: Callable[[Path], View]) -> Mapping[str, View]:
    """The sheets by the kind of block that each is about."""
    return {file.stem: view_of(file) for file in sorted(SHEETS.glob("*.yaml"))}


@pytest.fixture(scope="session")
def orders(views: Mapping[str, View]) -> tuple[Order, ...]:
    """Each sheet on each paper in each size, with pictures of the first."""
    return tuple(
        Order(view, variant, pictures=variant == VARIANTS[0])
        for view in views.values()
        for variant in VARIANTS
    )


@pytest.fixture(scope="session")
def cache(orders: tuple[Order, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the prints of these tests are kept, once for all workers."""
    return made_once(
        tmp_path_factory, "prints", lambda folder: print_all(orders, cache=folder, jobs=1) and None
    )


@pytest.fixture(scope="session")
def printed(orders: tuple[Order, ...], cache: Path) -> Mapping[str, tuple[Print, ...]]:
    """The print of each order, by the sheet."""
    made: dict[str, tuple[Print, ...]] = {}
    for one in print_all(orders, cache=cache, jobs=1):
        assert isinstance(one, Print), one
        made[one.sheet] = (*made.get(one.sheet, ()), one)
    return made
