"""Listings grow old: they warn, then they are dropped, and a number to call always stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.pages.planners import plan_site
from generator.places import Places
from generator.reading import read
from generator.site.freshness import counted_until, never_expires
from generator.site.site import Site

TESTS = Path(__file__).parents[2]
CHECKED = date(2026, 5, 1)
LOCAL = """
name: County line
summary: Somebody of the county to talk to.
url: https://county.example.org/
contacts:
  - kind: voice
    display: 800-555-0111
    dial: "8005550111"
    hours: {always: true}
    languages: [en]
languages: [en]
cost: {kind: free}
modality: [phone]
area: {scope: region, countries: [US], regions: [US-CA]}
audience: [person]
verification: {status: official, on: 2026-05-01, method: web, by: The editors}
"""


@pytest.fixture(scope="module")
def root(make_project: Callable[..., object], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small content with a line of the clinic's own county first in its crisis block."""
    own = tmp_path_factory.mktemp("own")
    (own / "resources/crisis-line").mkdir(parents=True)
    (own / "resources/crisis-line/county-line.yaml").write_text(LOCAL.strip() + "\n", "utf-8")
    clinic = (TESTS / "content/clinics/default/clinic.yaml").read_text("utf-8")
    clinic = clinic.replace("lines: [night-line]", "lines: [county-line, night-line]").replace(
        "  elsewhere: lines-elsewhere\n",
        "  elsewhere: lines-elsewhere\n  who_to_call:\n"
        "    - {situation: I live in the county., call: county-line}\n"
        "    - {situation: I live elsewhere., call: night-line}\n",
    )
    (own / "clinics/default").mkdir(parents=True)
    (own / "clinics/default/clinic.yaml").write_text(clinic, "utf-8")
    return make_project(TESTS / "content", own).root  # type: ignore[attr-defined, no-any-return]


def test_times_are_counted_while_a_listing_is_shown(root: Path) -> None:
    """To the last day of its kind's time from its check; from today where it stays for good."""
    library, _ = after(root, 10)
    for line, since in (("county-line", CHECKED), ("night-line", CHECKED + timedelta(days=10))):
        resource = library.resources[line]
        kind = library.terms["resource-kinds"]["crisis-line"]
        assert counted_until(library, resource) == since + timedelta(days=kind.stale_days)
        assert never_expires(library, resource) == (line == "night-line")


def after(root: Path, days: int) -> tuple[Library, list[str]]:
    """The library so many days after everything was checked, and what was said of listings."""
    library, problems = read(Places(root, Edition()), CHECKED + timedelta(days=days))
    assert not problems.has_errors, problems.sorted
    return library, [p.message for p in problems.sorted if p.rule == "listing-is-fresh"]


def crisis_page(library: Library) -> tuple[list[str], list[str]]:
    """Names of the lines of the crisis block, and of those in the table of who to call."""
    pages = plan_site(Site.of(library))
    context = next(page.context for page in pages if page.template == "crisis")
    lines = [line.name for line in context["crisis"].lines]
    return lines, [row.line.name for row in context["who"]]


@pytest.mark.parametrize("days", [89, 90])
def test_fresh_for_90_days(root, days):
    """Nothing is said about a crisis line for 90 days after its check."""
    _, said = after(root, days)
    assert said == []


@pytest.mark.parametrize("days", [91, 179, 180])
def test_warns_from_day_91(root, days):
    """From day 91 each crisis line warns with its age, and is still shown."""
    library, said = after(root, days)
    assert f'"County line" was last checked {days} days ago.' in said
    both = ["County line", "Night line"]
    assert crisis_page(library) == (both, both)


def test_dropped_from_day_181(root):
    """On day 181 the local line is gone and said to be, and the national default is there."""
    library, said = after(root, 181)
    assert crisis_page(library) == (["Night line"], ["Night line"])
    (gone,) = [sentence for sentence in said if "County line" in sentence]
    assert gone.endswith("more than the 180 days that a listing of its kind may be, "
                         "so it is left off the pages.")  # fmt: skip
    (kept,) = [sentence for sentence in said if "Night line" in sentence]
    assert "shown all the same" in kept


def test_due_day_comes_before_the_days_of_the_kind(root, tmp_path, make_project):
    """A listing that says by when to check it again warns after that day."""
    line = tmp_path / "resources/crisis-line/county-line.yaml"
    line.parent.mkdir(parents=True)
    line.write_text(LOCAL.strip().replace("by: The", "due: 2026-05-10, by: The") + "\n", "utf-8")
    due = make_project(root / "content", tmp_path).root
    assert after(due, 9)[1] == []
    assert len(after(due, 10)[1]) == 1


def test_clinic_with_local_lines_only_keeps_the_first(root, tmp_path, make_project):
    """Where a block has no line for the whole country, its first line stays."""
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    file = tmp_path / "clinics/default/clinic.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(clinic.replace("[county-line, night-line]", "[county-line]"), "utf-8")
    local = make_project(root / "content", tmp_path).root
    library, _ = after(local, 400)
    assert crisis_page(library)[0] == ["County line"]


def test_a_line_of_another_country_keeps_none_out(root, tmp_path, make_project):
    """The line that stays however old it is is one that people can call here."""
    content = root / "content"
    clinic = (content / "clinics/default/clinic.yaml").read_text("utf-8")
    files = {
        "clinics/default/clinic.yaml": clinic.replace(
            "county-line, night-line", "county-line, far-line"
        ),
        "resources/crisis-line/far-line.yaml": LOCAL.strip()
        .replace("name: County", "name: Far")
        .replace("800-555-0111", "116 123")
        .replace("8005550111", "116123")
        .replace(
            "{scope: region, countries: [US], regions: [US-CA]}",
            "{scope: country, countries: [GB]}",
        ),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"{text}\n", "utf-8")
    far = make_project(content, tmp_path).root
    library, _ = after(far, 400)
    assert crisis_page(library)[0] == ["County line"]


@pytest.mark.site
def test_build_says_what_it_drops(root, monkeypatch):
    """On a day set from outside, the build log has one sentence for each dropped listing."""
    day = datetime.combine(CHECKED + timedelta(days=181), datetime.min.time(), UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(day.timestamp())))
    monkeypatch.chdir(root)
    said = CliRunner().invoke(main, ["generate"], catch_exceptions=False)
    assert said.exit_code == 0
    assert said.stderr.count("left off the pages") == 1
    assert '"County line" was last checked 181 days ago' in said.stderr
