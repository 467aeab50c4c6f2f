"""The real sheets, printed once in every variant."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.content.library import Library
from generator.content.models.paper import Paper
from generator.pages.parts.sheets import sheet_views
from generator.printing import print_library
from generator.site.site import Site
from generator.worksheets.field import View
from generator.worksheets.print_jobs import Print
from generator.worksheets.variant import Size

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def views(library: Library) -> Mapping[str, View]:
    """The view of each real sheet by its id."""
    return sheet_views(Site.of(library))


@pytest.fixture(scope="session")
def prints(library: Library, real: Any) -> tuple[Print, ...]:
    """Every real sheet in every variant, as the build of the real site printed it."""
    cache = real.places.prints
    made = print_library(Site.of(library), cache=cache, say=lambda said: None)
    return tuple(one for every in made.of.values() for one in every)


@pytest.fixture(scope="session")
def in_both_sizes(prints: tuple[Print, ...]) -> tuple[Print, ...]:
    """Each sheet in both sizes, in turn on one paper and on the other.

    For what takes long to ask: paper changes where lines and pages end, and none of what is there.
    """
    sheets = sorted({one.sheet for one in prints})
    papers = list(Paper)
    return tuple(
        one
        for one in prints
        if one.variant.paper
        is papers[(sheets.index(one.sheet) + list(Size).index(one.variant.size)) % len(papers)]
    )


@pytest.fixture(scope="session")
def broken_rules() -> Callable[..., dict[Path, list[str]]]:
    """The checker of tools/verapdf.py: the rules of PDF/UA-1 that each file breaks."""
    spec = importlib.util.spec_from_file_location("verapdf", ROOT / "tools" / "verapdf.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def check(files: list[Path]) -> dict[Path, list[str]]:
        try:
            found: dict[Path, list[str]] = module.broken_rules(files)
        except module.CheckerMissing as missing:
            pytest.skip(str(missing))
        return found

    return check
