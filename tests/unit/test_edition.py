"""What an edition's configuration takes from its clinic."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.build import read
from generator.content.library import Edition
from generator.edition import edition_config
from generator.places import Places

SMALL = Path(__file__).parents[1] / "content"


@pytest.mark.parametrize(
    ("where", "target", "expected"),
    [
        ("everywhere", "exit_target: https://example.org/news/",
         {"where": "everywhere", "target": "https://example.org/news/"}),
        ("crisis-pages", "", {"where": "crisis-pages"}),
        ("nowhere", "", {"where": "nowhere"}),
    ],
)  # fmt: skip
def test_button_to_leave(make_project, where, target, expected):
    """Where the button stands and where it leads is the clinic's choice."""
    root: Path = make_project(SMALL).root
    file = root / "content/clinics/lantern/clinic.yaml"
    file.parent.mkdir()
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    file.write_text(f"{clinic}exit_page: {where}\n{target}\n", "utf-8")
    places = Places(root, Edition("lantern"))
    library, problems = read(places, date(2026, 6, 1))
    assert not problems.has_errors, problems.sorted
    assert json.loads(edition_config(places, library))["extra"]["exit"] == expected
