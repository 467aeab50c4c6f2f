"""Somebody saves, and the open page shows it, or says what is wrong and where."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

SMALL = Path(__file__).parents[1] / "content"
GUIDE = "content/techniques/lists.yaml"
pytestmark = pytest.mark.browser


class Served(NamedTuple):
    """A project that is being served: its folder and its address."""

    root: Path
    url: str

    def ask(self, path: str, host: str) -> tuple[int, str]:
        """Status and content of an answer to a request that names the host so."""
        connection = HTTPConnection("127.0.0.1", int(self.url.rstrip("/").rsplit(":", 1)[1]))
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture(scope="module")
def served(make_project) -> Iterator[Served]:
    """The small library, served as authors do it; it ends cleanly when asked to."""
    root = make_project(SMALL).root
    said = []
    with subprocess.Popen(
        [Path(sys.executable).with_name("writing-site"), "serve", "--no-open", "--port", "0"],
        cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as program:  # fmt: skip
        try:
            assert program.stdout is not None
            for line in program.stdout:
                said.append(line)
                if line.startswith("The site is at "):
                    break
            else:
                pytest.fail("".join(said))
            yield Served(root, line.split()[4].rstrip("."))
            # Not SIGINT: whatever is started in the background of a script passes over that.
            program.terminate()
            rest = program.communicate(timeout=60)[0]
            assert program.returncode == 0, rest
            assert "Traceback" not in rest
        finally:
            program.kill()


@pytest.fixture
def guide(browser: Browser, served: Served) -> Iterator[Page]:
    """The page of the guide that is being written."""
    page = browser.new_page()
    page.goto(f"{served.url}techniques/lists.html")
    yield page
    page.close()


def _say(served: Served, title: str) -> None:
    file = served.root / GUIDE
    lines = file.read_text("utf-8").splitlines()
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    part = file.with_suffix(".part")  # as editors do that save by another file
    part.write_text("\n".join(lines) + "\n", "utf-8")
    part.replace(file)


SOON = 60_000


def test_a_saved_word_is_seen(served: Served, guide: Page) -> None:
    """Without anybody reloading the page."""
    _say(served, "Lists for the evening")
    expect(guide.get_by_role("heading", level=1)).to_have_text(
        "Lists for the evening", timeout=SOON
    )


def test_a_mistake_is_said_on_the_page(served: Served, guide: Page) -> None:
    """With its place, beside the last good page; and it goes when it is mended."""
    _say(served, "Lists that stay")
    heading = guide.get_by_role("heading", level=1)
    expect(heading).to_have_text("Lists that stay", timeout=SOON)
    _say(served, "[not text]")
    note = guide.get_by_role("status").filter(has_text="Not shown yet")
    expect(note).to_contain_text(GUIDE, timeout=SOON)
    expect(heading).to_have_text("Lists that stay")
    _say(served, "Lists once more")
    expect(heading).to_have_text("Lists once more", timeout=SOON)
    expect(note).to_be_hidden()


def test_a_new_page_tells_of_an_old_mistake(served: Served, guide: Page) -> None:
    """Whoever opens a page later is told as well."""
    _say(served, "[not text]")
    note = guide.get_by_role("status").filter(has_text="Not shown yet")
    expect(note).to_be_visible(timeout=SOON)
    guide.goto(f"{served.url}index.html")
    expect(note).to_contain_text(GUIDE)
    _say(served, "Lists")
    expect(note).to_be_hidden(timeout=SOON)


def test_what_is_missing_is_said_by_the_site(served: Served) -> None:
    """Its own page, with the right status."""
    status, page = served.ask("/no/such/page.html", "127.0.0.1")
    assert status == 404
    assert "live.js" in page
    assert 'href="/assets/site.css"' in page


@pytest.mark.parametrize("path", ["/index.html", "/~live/events", "/assets/site.js"])
def test_another_name_is_refused(served: Served, path: str) -> None:
    """Whoever makes a name of theirs lead to this computer reads nothing."""
    assert served.ask(path, "example.org:80")[0] == 403


def test_the_built_site_knows_nothing_of_it(served: Served) -> None:
    """Only what is served has the script."""
    pages = list((served.root / "site").rglob("*.html"))
    assert pages
    assert not [page for page in pages if b"~live" in page.read_bytes()]
