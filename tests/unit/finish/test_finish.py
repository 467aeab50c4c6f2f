"""The whole pass over a small site."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.finish.errors import FinishError
from generator.finish.finish import FinishOptions, finish, finish_page

OPTIONS = FinishOptions(site_url="https://example.org/writing/")
Site = Callable[[Mapping[str, str]], Path]
Page = Callable[..., str]


def policy_of(html: str) -> str:
    """The policy in the page, which must be right after its character set."""
    found = re.search(
        r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">', html
    )
    assert found is not None
    return found[1]


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of the tree."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_policy_is_strict(site: Site) -> None:
    """Files of the site alone may run; who may frame a page is not for the page to say."""
    built = site({})
    report = finish(built, options=OPTIONS)
    assert "; script-src 'self'; " in report.policy
    assert "unsafe" not in report.policy
    assert "frame-ancestors" not in policy_of((built / "index.html").read_text())


def test_headers_are_the_same_for_every_host(site: Site) -> None:
    """Each of the files carries the policy, the ban on frames and the other headers."""
    built = site({})
    policy = finish(built, options=OPTIONS).policy
    for name in ("_headers", ".htaccess", "nginx-headers.conf", "cloudfront-headers.json"):
        text = (built / name).read_text()
        assert policy in text
        assert "frame-ancestors 'none'" in text
        assert "no-referrer" in text
        assert "nosniff" in text or name == "cloudfront-headers.json"


def test_referrer_policy_is_added_once(site: Site, page: Page) -> None:
    """A page that has one keeps it."""
    own = '<meta name="referrer" content="same-origin">'
    built = site({"own.html": page(head=own)})
    finish(built, options=OPTIONS)
    assert (built / "own.html").read_text().count('name="referrer"') == 1
    assert own in (built / "own.html").read_text()
    assert '<meta name="referrer" content="no-referrer">' in (built / "index.html").read_text()


def test_head_parts_go_into_their_page(site: Site) -> None:
    """What is given for a page is at the end of its head, and of no other's."""
    extra = '<link rel="help" href="https://example.org/es/">'
    built = site({})
    options = FinishOptions(site_url=OPTIONS.site_url, head={"index.html": extra})
    finish(built, options=options)
    assert f"{extra}</head>" in (built / "index.html").read_text()
    assert extra not in (built / "404.html").read_text()


def test_head_parts_are_checked_too(site: Site) -> None:
    """A script that comes by this way is refused like any other."""
    head = {"index.html": "<script>go()</script>"}
    with pytest.raises(FinishError):
        finish(site({}), options=FinishOptions(site_url=OPTIONS.site_url, head=head))


def test_links_of_the_page_for_wrong_addresses_must_fit_the_address(site: Site) -> None:
    """Links that start with a slash are checked against the site's address."""
    with pytest.raises(FinishError) as error:
        finish(site({}), options=FinishOptions(site_url="https://example.org/other/"))
    assert {problem.rule for problem in error.value.problems} == {"link-resolves"}


@pytest.mark.parametrize("folder", ["our%20clinic", "s%C3%B6ns", "söns", "100%25"])
def test_site_may_be_in_a_folder_of_any_name(site: Site, page: Page, folder: str) -> None:
    """A site's address and the links of the page for wrong addresses are decoded alike."""
    missing = page("Not found").replace('="assets/', f'="/{folder}/assets/')
    built = site({"404.html": missing.replace('="index.html', f'="/{folder}/index.html')})
    address = f"https://example.org/{folder}/"
    assert finish(built, options=FinishOptions(site_url=address)).pages == 2


def test_same_tree_gives_same_bytes(site: Site, page: Page, tmp_path: Path) -> None:
    """Two runs over the same tree do not differ."""
    files = {f"prompts/{n}.html": page(f"<p>{n}</p>", depth=1) for n in range(5)}
    results = []
    for name in ("one", "two"):
        built = site(files).rename(tmp_path / name)
        results.append((finish(built, options=OPTIONS), everything(built)))
    assert results[0] == results[1]


def test_leftovers_are_dropped(site: Site) -> None:
    """Source maps go, and the theme's own assets, whose place ours take."""
    gone = {
        "assets/site.js.map": "",
        "assets/javascripts/lunr/min/lunr.es.min.js": "",
        "assets/javascripts/bundle.1a2b3c.min.js": "",
        "assets/stylesheets/main.1a2b3c.min.css": "",
        "assets/images/favicon.png": "",
    }
    built = site({**gone, "assets/images/of-a-clinic.png": ""})
    report = finish(built, options=OPTIONS)
    assert not set(everything(built)) & set(gone)
    assert "assets/images/of-a-clinic.png" in everything(built)
    assert set(report.dropped) == set(gone)


@pytest.mark.parametrize(
    "piece",
    [
        "<template>",
        "<div>",
        "<br ",
        '<img a="',
        "<meta ",
        '<svg viewBox="0 0 1 1" ',
    ],
)
def test_time_grows_with_the_page(piece: str) -> None:
    """No repetition of broken HTML makes the pass crash, or hang as a careless pattern would."""
    started = time.process_time()
    finish_page(piece * 10_000)
    assert time.process_time() - started < 2
