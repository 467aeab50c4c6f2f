"""How a sheet looks: in whose colours, which way up, and whether it asks for a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pikepdf

from generator.worksheets.colours import ON_PAPER, colours
from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_jobs import Order, Print
from generator.worksheets.variant import VARIANTS
from generator.worksheets.view import fields_in

TOKENS = Path(__file__).parents[3] / "generator" / "theme" / "css" / "tokens.css"


def test_colours_are_those_of_light_pages() -> None:
    """What stands for help, and the ink of what comes first, is the same on paper as on screen."""
    light = dict(re.findall(r"--ws-([a-z-]+): (#[0-9a-f]{6});", TOKENS.read_text("utf-8"))[::-1])
    assert {name: light[name] for name in ON_PAPER} == ON_PAPER


def test_clinic_changes_the_pen_and_not_the_numbers_to_call() -> None:
    """A colour of a clinic is what is drawn and ruled with; ember stays what it is."""
    ours, theirs = colours(None), colours("#1f5673")
    changed = {name for name, colour in theirs.items() if colour != ours[name]}
    assert changed == {"pen", "tint", "rule", "hair"}
    assert theirs["pen"] == "#1f5673"


def test_a_wide_week_lies_on_its_side(views: Mapping[str, View], tmp_path: Path) -> None:
    """Five columns for each day are too many for a page that stands; two are not."""
    view = views["table"]
    table = next(b for b in view["blocks"] if b["kind"] == "table")
    rows = [
        {"heading": day, "parts": [{"heading": "", "cells": _cells(day, 5)}]}
        for day in ("Mo", "Tu")
    ]
    wide = table | {
        "columns": list("abcde"), "widths": [1] * 5, "numbered": False, "rows": rows,
    }  # fmt: skip
    assert _is_wide(view | {"blocks": [wide], "who": None}, tmp_path)
    assert not _is_wide(views["note"], tmp_path)


def test_a_deep_sheet_asks_for_no_name(views: Mapping[str, View]) -> None:
    """Somebody may find it. Others have room for a name and a day, before all else."""
    for view in views.values():
        names = [f["field"] for f in fields_in(view)]
        assert ("who_name" in names) == (view["who"] is not None)
        if view["who"]:
            assert names[0] == "who_name"


def _cells(day: str, count: int) -> list[View]:
    return [
        {"field": f"{day}_{n}", "label": f"{day} {n}", "type": "cell", "group": None}
        for n in range(count)
    ]


def _is_wide(view: View, cache: Path) -> bool:
    (found,) = print_all([Order(view, VARIANTS[0])], cache=cache)
    assert isinstance(found, Print), found
    with pikepdf.open(found.pdf) as pdf:
        _, _, width, height = (float(v) for v in pdf.pages[0].MediaBox)
    return width > height
