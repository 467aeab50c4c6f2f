"""Both made-up clinics pass what the default edition passes, and say that they are made up."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from generator.pages.planners import plan_site
from generator.site.site import Site
from tests.site.test_html import CHECKER, JAR, POLICY

pytestmark = pytest.mark.site

OF_A_KIND = 1
"""Pages of one template that the checker looks at: of the templates it sees many in the real site,
and here what a clinic puts into each."""


@pytest.fixture(scope="module")
def pages(example) -> dict[str, LexborHTMLParser]:
    """Every page of the example's site."""
    site = example.places.site
    return {
        file.relative_to(site).as_posix(): LexborHTMLParser(file.read_text("utf-8"))
        for file in sorted(site.rglob("*.html"))
        if "embed" not in file.relative_to(site).parts
    }


def test_every_page_says_that_it_is_an_example(pages):
    """Whoever comes upon any page can see that the clinic is made up."""
    for path, page in pages.items():
        assert "example" in page.css_first(".ws-top").text(), path
        assert "is made up" in page.css_first(".ws-footer__words").text(), path


def test_made_up_numbers_belong_to_nobody(example):
    """The numbers of the clinic and its listings are of ranges that are never given out."""
    library = example.library()
    own = [r for r in library.resources.values() if "example" in r.name]
    assert own
    numbers = [phone.dial for phone in library.clinic.phones]
    numbers += [contact.dial for r in own for contact in r.contacts]
    for number in numbers:
        assert re.search(r"55501\d\d$|2079460\d\d\d$", number), number
    assert all("example" in r.summary for r in own)


def test_own_crisis_lines(example, pages):
    """The crisis page, and the line on paper, have the numbers of the clinic's own country."""
    library = example.library()
    crisis = library.clinic.crisis
    banner = pages["index.html"].css_first(".ws-paper-line").text()
    page = pages["crisis.html"].css_first("article").text()
    for line in (crisis.emergency, *crisis.lines):
        number = library.resources[line].contacts[0].display
        assert number in page
        assert number in banner
    assert library.clinic.phones[0].display in page


def test_own_colours_and_logo(example, pages):
    """The clinic's colours are in the style sheet, and its logo in the header."""
    site = example.places.site
    css = (site / "assets/site.css").read_text("utf-8")
    assert re.search(rf"--ws-pen: ?{example.library().clinic.primary_colour};", css)
    logo = pages["index.html"].css_first(".ws-brand img").attributes["src"]
    assert logo == "assets/clinic-logo.png"
    assert (site / logo).is_file()


def test_what_is_hidden_is_nowhere(example, pages):
    """A hidden technique has no page, and no page leads to it or to its prompts."""
    hidden = {entry_id for kind, entry_id in example.library().hidden_by if kind != "prompt-set"}
    stems = {path.rpartition("/")[2].removesuffix(".html") for path in pages}
    assert not hidden & stems
    for path, page in pages.items():
        for link in page.css("a[href]"):
            target = (link.attributes["href"] or "").partition("#")[0]
            assert target.rpartition("/")[2].removesuffix(".html") not in hidden, path


def test_sheet_has_the_clinics_name_paper_and_numbers(example):
    """A printed sheet carries who hands it out, on the paper of the country."""
    library = example.library()
    pdf = next((example.places.site / "worksheets/files").glob(f"*.{library.clinic.paper}.pdf"))
    page = PdfReader(pdf).pages[0]
    text = page.extract_text()
    assert "example" in text
    assert library.resources[library.clinic.crisis.emergency].contacts[0].display in text
    assert library.clinic.phones[0].display in text
    assert float(page.mediabox.height) == pytest.approx(
        {"a4": 841.9, "letter": 792.0}[library.clinic.paper.value], abs=1
    )


def test_checker_has_nothing_to_say(example, tmp_path: Path):
    """The Nu HTML checker finds no error and no warning in pages of every kind."""
    if not JAR.exists():
        pytest.skip("the HTML checker is not here: make test sets it up")
    site = example.places.site
    seen: dict[str, int] = {}
    for page in plan_site(Site.of(example.library())):
        seen[page.template] = seen.get(page.template, 0) + 1
        if seen[page.template] <= OF_A_KIND:
            text = POLICY.sub("", (site / page.url).read_text("utf-8"))
            (tmp_path / page.url).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / page.url).write_text(text, "utf-8")
    command = [*CHECKER, "--skip-non-html", "--format", "json"]
    ran = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)
    messages = json.loads(ran.stderr or ran.stdout)["messages"]
    assert not {(m["message"], m["url"], m.get("extract")) for m in messages}
