"""A whole build where the compiler of the sheets is not installed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.programs import WITHOUT_PRESS

pytestmark = pytest.mark.site

BUILD = f"{WITHOUT_PRESS}from generator.cli import main\nmain(['build'])"
TESTS = Path(__file__).parents[1]
SMALL = (TESTS / "content", TESTS / "golden/content")


@pytest.fixture(scope="module")
def built(make_project: Callable[..., Any]) -> tuple[Path, str]:
    """The site of the small content, and what the command said on the error stream."""
    root = make_project(*SMALL).root
    ran = subprocess.run(
        [sys.executable, "-P", "-c", BUILD],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return root / "site", ran.stderr


def test_one_sentence_says_so(built: tuple[Path, str]) -> None:
    """What is missing, what follows from it and what to do, once, without a traceback."""
    said = [line for line in built[1].splitlines() if "typst" in line]
    assert said == [
        "Worksheets can be printed from the browser only: typst is not installed. "
        "To make PDF files as well, install writing-site again with pip."
    ]
    assert "Traceback" not in built[1]


def test_every_link_of_the_site_leads_somewhere(built: tuple[Path, str]) -> None:
    """Each link is to a file of the site, and each anchor to an element: none to a PDF."""
    site = built[0]
    pages = {
        file: LexborHTMLParser(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))
    }
    followed = 0
    for file, page in pages.items():
        if file.name == "404.html":  # its addresses are those of a host, from its root
            continue
        for node in page.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            if urlsplit(link).scheme:
                continue
            path, anchor = urldefrag(link)
            target = (file.parent / unquote(urlsplit(path).path)).resolve() if path else file
            assert target.is_file(), (file, link)
            if anchor and "=" not in anchor:  # with =, it is what was chosen, for a script
                assert pages[target].css_first(f'[id="{unquote(anchor)}"]'), (file, link)
            followed += 1
    assert followed > 500
    assert list(site.rglob("*.pdf")) == []


def test_sheet_can_be_filled_in_and_printed(built: tuple[Path, str]) -> None:
    """The page of a sheet offers what is there: its fields, and the browser's own printing."""
    page = LexborHTMLParser((built[0] / "worksheets/three-lines.html").read_text("utf-8"))
    sheet = page.css_first(".ws-sheet")
    assert sheet is not None
    assert sheet.css("textarea, input")
    assert not page.css(".ws-pdfs, .ws-pictures")
    assert page.css_first("[data-sheet-tools][data-print]") is not None
