"""What the built site tells programs: in the heads of its pages, and in files beside them."""

from __future__ import annotations

import io
import json
import re
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from PIL import Image

pytestmark = pytest.mark.site

ADDRESS = "https://example.org/writing/"
OTHERS = ("404.html", "authors/", "embed/")
"""Pages that nobody shares or looks for; so are those that lead on from an old address."""


@pytest.fixture(scope="module")
def is_public(planned):
    """Whether people share a page, or look for it."""
    leading_on = {url for url, page in planned.items() if page.leads_to}
    assert leading_on
    return lambda path: not path.startswith(OTHERS) and path not in leading_on


def test_shared_link_shows_the_page(pages, site, is_public):
    """Each page has a title, a description, an address and the site's own picture to share."""
    for path, page in pages.items():
        said = {
            tag.attributes["property"]: tag.attributes["content"]
            for tag in page.css("meta[property^='og:']")
        }
        if not is_public(path):
            assert said == {}, path
            continue
        assert said["og:url"] == page.css_first("link[rel=canonical]").attributes["href"], path
        assert said["og:title"], path
        description = page.css_first("meta[name=description]").attributes["content"]
        assert said["og:description"] == description, path
        assert said["og:locale"] == "en_US"
        picture = said["og:image"].removeprefix(ADDRESS)
        assert (site / picture).is_file()
    with Image.open(io.BytesIO((site / picture).read_bytes())) as image:
        assert image.size == (1200, 630)


def test_deep_prompts_are_not_spoken_out_in_links(pages, planned):
    """What a deep prompt asks does not stand in a shared link, where nobody has chosen it."""
    deep = [p for p in planned.values() if p.template == "prompt" and p.context["deep"]]
    assert deep
    for page in deep:
        head = pages[page.url].css_first("head").html
        assert page.context["prompt"].text[:50] not in head, page.url


def test_facts_are_data(pages):
    """Each page has at most one piece of facts, which is JSON and opens no tag."""
    count = 0
    for path, page in pages.items():
        found = page.css("script[type='application/ld+json']")
        assert len(found) <= 1, path
        for script in found:
            count += 1
            assert script.parent.tag == "head", path
            assert "<" not in script.text(), path
            assert json.loads(script.text())["@context"] == "https://schema.org"
    assert count > 400


def test_sitemap_lists_what_people_look_for(pages, site, planned, is_public):
    """Every page but authors', cards, old addresses and wrong ones, each once; days are true."""
    root = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        url.findtext("s:loc", "", names): url.findtext("s:lastmod", "", names)
        for url in root.findall("s:url", names)
    }
    assert set(found) == {f"{ADDRESS}{path}" for path in pages if is_public(path)}
    for url, page in planned.items():
        if page.template == "prompt":
            assert found[f"{ADDRESS}{url}"] == page.context["review"].newest.isoformat()
    assert found[f"{ADDRESS}index.html"] == ""


def test_what_is_not_listed_says_so(pages, is_public):
    """Search engines that come across such a page all the same leave it out."""
    for path, page in pages.items():
        asks = page.css_first("meta[name=robots]")
        assert (asks is None) == is_public(path), path


def test_old_addresses_lead_on(pages, planned):
    """People are brought to the new page without a script, and search engines are told of it."""
    for url, page in planned.items():
        if page.leads_to:
            head = pages[url].css_first("head")
            refresh = head.css_first("meta[http-equiv=refresh]").attributes["content"]
            assert urljoin(f"{ADDRESS}{url}", refresh.removeprefix("0; url=")) == (
                f"{ADDRESS}{page.leads_to}"
            )
            (canonical,) = head.css("link[rel=canonical]")
            assert canonical.attributes["href"] == f"{ADDRESS}{page.leads_to}"
            links = [a.attributes["href"] for a in pages[url].css("article a")]
            assert any(page.leads_to.endswith(link) for link in links), url


def test_robots_names_the_sitemap(site):
    """It keeps nobody out, and tells its owner where it has to lie."""
    text = (site / "robots.txt").read_text("utf-8")
    assert re.search(r"^User-agent: \*\nDisallow:$", text, re.MULTILINE)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in text
    assert "top of a host" in text


def test_every_export_is_published(site):
    """What the list of files names is in the site, byte for byte as long as it says."""
    for file in json.loads((site / "api/v1/index.json").read_text("utf-8"))["files"]:
        path = site / file["url"].removeprefix(ADDRESS)
        assert path.stat().st_size == file["bytes"], path
