"""What an edition's configuration takes from its clinic."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.content.edition_id import Edition
from generator.edition import edition_config
from generator.places import Places
from generator.reading import read
from generator.site.site import Site

SMALL = Path(__file__).parents[1] / "content"


HOSTILE = '</title><script>alert(1)</script>"&{{ x }}'


def config_of(root: Path, text: str) -> dict[str, Any]:
    """The configuration of a clinic with this clinic.yaml, in a project with the small content."""
    file = root / "content/clinics/lantern/clinic.yaml"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    places = Places(root, Edition("lantern"))
    library, problems = read(places, date(2026, 6, 1))
    assert not problems.has_errors, problems.sorted
    return json.loads(edition_config(places, Site.of(library)))


def test_frame_says_whose_site_it_is(make_project):
    """The short name is in the header and titles, the rest in the footer and on paper."""
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    own = clinic.replace("name: A Small Site", "name: The Lantern House", 1)
    config = config_of(root, f"{own}address: 1 Lantern Row\nphones: [{PHONE}]\n")
    assert config["site_name"] == "Small Site"
    assert config["site_description"] == "A few lines at a time"
    assert config["copyright"].startswith("This is not treatment.")
    assert config["extra"]["crisis_line"] == "Call 911 · Call 800-555-0100."
    assert config["extra"]["clinic"] == {
        "name": "The Lantern House",
        "lines": ["1 Lantern Row"],
        "ways": [{"text": "Desk: 213-974-1234", "href": "tel:2139741234"}],
    }


def test_clinic_that_cannot_be_reached_is_not_in_the_footer(make_project):
    """A site without a clinic behind it has its name in the header, and that is enough."""
    root: Path = make_project(SMALL).root
    config = config_of(root, (root / "content/clinics/default/clinic.yaml").read_text("utf-8"))
    assert config["extra"]["clinic"] == {}


def test_texts_of_a_clinic_are_no_html(make_project):
    """The engine puts texts into pages as they are, so hostile ones are escaped before."""
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    short = json.dumps(HOSTILE[:30])
    own = clinic.replace("short_name: Small Site", f"short_name: {short}", 1)
    own = own.replace("disclaimer: This is not treatment.", f"disclaimer: {json.dumps(HOSTILE)}")
    text = json.dumps(config_of(root, f"{own}address: {json.dumps(HOSTILE)}\nphones: [{PHONE}]\n"))
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "</title" not in text


PHONE = '{label: Desk, display: 213-974-1234, dial: "2139741234"}'


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
    assert json.loads(edition_config(places, Site.of(library)))["extra"]["exit"] == expected
