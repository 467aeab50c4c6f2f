"""Every rule refuses the page that breaks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.finish.errors import FinishError
from generator.finish.finish import FinishOptions, finish

OPTIONS = FinishOptions(site_url="https://example.org/writing/")

EVIL_BODIES = {
    "handler-is-in-script": [
        "<p onclick=go()>x</p>",
        '<img src="assets/site.js"onerror=go()>',
        "<svg/onload=go()>",
        "<template><p onclick=go()>x</p></template>",
        "<template><template><p onclick=go()>x</p></template></template>",
        "<details ONTOGGLE=go() open>x</details>",
        "<noscript><p onclick=go()>x</p></noscript>",
    ],
    "style-is-in-stylesheet": [
        '<p style="color:red">x</p>',
        "<style>p{}</style>",
        '<table><tr><td style="text-align: left;">x</td></tr></table>',
        "<svg><style>p{}</style></svg>",
        "<template><style>p{}</style></template>",
    ],
    "script-has-a-file": [
        "<script>go()</script>",
        "<SCRIPT type=text/JavaScript>go()</SCRIPT>",
        "<script type=''>go()</script>",
        "<script language=vbscript>go()</script>",
        "<script src=assets/site.js>go()</script>",
        "<svg><script>go()</script></svg>",
        "<template><script>go()</script></template>",
        "<noscript><script>go()</script></noscript>",
    ],
    "script-is-classic": [
        "<script type=module src=assets/site.js></script>",
        '<script type=importmap>{"imports":{}}</script>',
        '<script type=speculationrules>{"prerender":[]}</script>',
    ],
    "asset-is-ours": [
        "<script src=https://evil.example/x.js></script>",
        "<script src=//evil.example/x.js></script>",
        "<script src=data:text/javascript,go()></script>",
        r"<img src=\\evil.example/x.png alt=x>",
        "<img src='/\t/evil.example/x.png' alt=x>",
        "<img src=HTTPS:evil.example alt=x>",
        "<img alt=x src=assets/site.js srcset='assets/site.js 1x, //evil.example/x.png 2x'>",
        "<img alt=x src=blob:x>",
        "<picture><source srcset=https://evil.example/x.png></picture>",
        "<video poster=https://evil.example/x.png></video>",
        "<audio src=https://evil.example/x.mp3></audio>",
        "<video><track src=https://evil.example/x.vtt></video>",
        "<input type=image src=https://evil.example/x.png alt=x>",
        "<table background=https://evil.example/x.png></table>",
        "<svg><image href=https://evil.example/x.png /></svg>",
        "<svg><use xlink:href=https://evil.example/x.svg#a /></svg>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<link rel='preload' as=font href=https://evil.example/x.woff2>",
        "<link rel='canonical stylesheet' href=https://evil.example/x.css>",
        "<link rel=future-thing href=https://evil.example/x>",
    ],
    "nothing-is-fetched-ahead": [
        "<link rel=preconnect href=https://evil.example>",
        "<link rel=dns-prefetch href=//evil.example>",
        "<link rel=prefetch href=index.html>",
        "<link rel=PRERENDER href=index.html>",
    ],
    "link-scheme-is-known": [
        "<a href=javascript:go()>x</a>",
        "<a href=' \x01JaVa\tScript:go()'>x</a>",
        "<a href='java&#10;script:go()'>x</a>",
        "<a href=&#106;avascript:go()>x</a>",
        "<a href=data:text/html,x>x</a>",
        "<a href=vbscript:go()>x</a>",
        "<a href=//evil.example>x</a>",
        r"<a href=\\evil.example>x</a>",
        "<a href=file:///etc/passwd>x</a>",
        "<map name=m><area href=javascript:go() alt=x></map>",
        "<svg><a xlink:href=javascript:go()>x</a></svg>",
    ],
    "page-embeds-nothing": [
        "<iframe src=index.html></iframe>",
        "<iframe srcdoc='<p>x'></iframe>",
        "<object data=index.html></object>",
        "<embed src=index.html>",
        "<base href=https://evil.example/>",
        "<a href=index.html ping=/count>x</a>",
        "<svg><a><animate attributeName=href to=javascript:go() /></a></svg>",
        "<svg><foreignObject><p>x</p></foreignObject></svg>",
        "<template><iframe src=index.html></iframe></template>",
    ],
    "form-stays-on-page": [
        "<form action=https://evil.example/><input></form>",
        "<form><button formaction=index.html>x</button></form>",
    ],
    "page-has-one-title": ["<h1>Another</h1>", "<div><h1>Another</h1></div>"],
    "headings-are-in-order": ["<h3>x</h3>", "<h2>x</h2><h4>y</h4>"],
    "table-has-headings": ["<table><tr><td>x</td></tr></table>"],
    "picture-has-words": [
        "<img src=assets/site.js>",
        "<img src=assets/site.js alt=site.PNG>",
    ],
    "policy-is-ours": [
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<meta http-equiv=refresh content='0; url=//evil.example/a.html'>",
        "<meta http-equiv=refresh content='5; url=index.html'>",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">",
        "<meta http-equiv=set-cookie content=a>",
        "<meta name=referrer content=unsafe-url>",
        "<META NAME=' Referrer' content=no-referrer-when-downgrade>",
        "<template><meta name=referrer content=origin></template>",
        "<a href=index.html referrerpolicy=unsafe-url>x</a>",
        "<img src=assets/site.js alt=x ReferrerPolicy=origin>",
    ],
    "link-resolves": [
        "<a href=nowhere.html>x</a>",
        "<meta http-equiv=refresh content='0; url=nowhere.html'>",
        "<a href=../outside.html>x</a>",
        "<a href=prompts/>x</a>",
        "<a href=prompts>x</a>",
        "<a href=.>x</a>",
        "<a href=./>x</a>",
        "<a href=INDEX.html>x</a>",
        "<img src=assets/missing.png alt=x>",
        "<a href=assets/../../x/index.html>x</a>",
    ],
    "link-is-relative": ["<a href=/writing/index.html>x</a>"],
    "anchor-exists": [
        "<a href=#nothing>x</a>",
        "<a href=index.html#nothing>x</a>",
        "<a href='?q=1#nothing'>x</a>",
    ],
}
CASES = [(rule, body) for rule, bodies in EVIL_BODIES.items() for body in bodies]


def rules_broken(built: Path) -> set[tuple[str, str]]:
    """The page and rule of each violation, which there must be."""
    with pytest.raises(FinishError) as error:
        finish(built, options=OPTIONS)
    return {(p.location.path, p.rule) for p in error.value.problems}


@pytest.mark.parametrize(("rule", "body"), CASES)
def test_evil_body_is_refused(
    rule: str,
    body: str,
    site: Callable[[Mapping[str, str]], Path],
    page: Callable[..., str],
) -> None:
    """A page with this in its text is refused under this rule, and no other page is."""
    built = site({"evil.html": page(body), "prompts/index.html": page(depth=1)})
    broken = rules_broken(built)
    assert ("evil.html", rule) in broken
    assert {where for where, _ in broken} == {"evil.html"}
    assert not (built / "_headers").exists()


def test_evil_head_is_refused(
    site: Callable[[Mapping[str, str]], Path], page: Callable[..., str]
) -> None:
    """A title that breaks out of its element does not get its script allowed."""
    built = site({"evil.html": page(title="</title><script>go()</script>")})
    assert ("evil.html", "script-has-a-file") in rules_broken(built)


@pytest.mark.parametrize(
    "change",
    [
        ('<meta charset="utf-8">', ""),
        ('<meta charset="utf-8">', '<meta charset="latin-1">'),
        ('<meta charset="utf-8">', '<title>x</title><meta charset="utf-8">'),
    ],
)
def test_page_without_a_place_for_its_policy_is_refused(
    change: tuple[str, str],
    site: Callable[[Mapping[str, str]], Path],
    page: Callable[..., str],
) -> None:
    """The policy goes after the character set, so that must come first."""
    built = site({"evil.html": page().replace(*change)})
    assert ("evil.html", "charset-is-first") in rules_broken(built)


def test_page_without_a_language_is_refused(
    site: Callable[[Mapping[str, str]], Path], page: Callable[..., str]
) -> None:
    """A screen reader has to know in which language to speak."""
    built = site({"evil.html": page().replace(' lang="en"', "")})
    assert ("evil.html", "page-names-its-language") in rules_broken(built)


def test_page_that_is_not_utf_8_is_refused(site: Callable[[Mapping[str, str]], Path]) -> None:
    """Bytes that are no text are a violation, not a crash."""
    built = site({})
    (built / "evil.html").write_bytes(b"\xff\xfe")
    assert ("evil.html", "page-is-utf-8") in rules_broken(built)


@pytest.mark.parametrize(
    "css",
    [
        "@import 'https://evil.example/x.css';",
        "@import url(//evil.example/x.css);",
        'a{background:URL( "http://evil.example/x.png" )}',
        "@font-face{src:url(https://evil.example/x.woff2)}",
    ],
)
def test_evil_stylesheet_is_refused(css: str, site: Callable[[Mapping[str, str]], Path]) -> None:
    """A stylesheet loads nothing from elsewhere."""
    assert rules_broken(site({"assets/x.css": css})) == {("assets/x.css", "asset-is-ours")}


def test_head_for_no_page_is_refused(site: Callable[[Mapping[str, str]], Path]) -> None:
    """Something meant for a page that does not exist is a mistake of the caller."""
    options = FinishOptions(head={"nowhere.html": "<!-- x -->"})
    with pytest.raises(FinishError) as error:
        finish(site({}), options=options)
    assert ("nowhere.html", "page-exists") in {
        (p.location.path, p.rule) for p in error.value.problems
    }


def test_all_violations_come_at_once(
    site: Callable[[Mapping[str, str]], Path], page: Callable[..., str]
) -> None:
    """Every page's every violation is reported, sorted, each once."""
    twice = "<p onclick=go()>x</p><p onclick=go()>x</p><a href=nowhere.html>x</a>"
    built = site({"a.html": page(twice), "b.html": page("<style></style>")})
    with pytest.raises(FinishError) as error:
        finish(built, options=OPTIONS)
    assert [(p.location.path, p.rule) for p in error.value.problems] == [
        ("a.html", "handler-is-in-script"),
        ("a.html", "link-resolves"),
        ("b.html", "style-is-in-stylesheet"),
    ]
    assert "a.html" in str(error.value)


@pytest.mark.parametrize(
    "body",
    [
        "<a href='tel:116123'>x</a><a href='sms:116123'>x</a><a href='mailto:a@b.example'>x</a>",
        "<a href='https://example.com/?a=1#b'>x</a><a href='http://example.com/'>x</a>",
        "<a href='#'>x</a><a href='#top'>x</a><a href=''>x</a><a href='?q=1'>x</a>",
        "<a href='#top-of-page'>x</a><a href='index.html#top-of-page'>x</a>",
        "<a href='index.html#mood=calm&amp;time=5'>x</a>",
        "<a href='prompts/caf%C3%A9.html?x=1#%C3%A9'>x</a>",
        "<a href='prompts/../index.html'>x</a><a href='./index.html'>x</a>",
        "<img alt='' src='data:image/png;base64,AAAA'>",
        '<script type="application/ld+json">{"@type": "HowTo"}</script>',
        "<p>on click = nothing</p><p title='onclick=go()'>x</p>",
        "<template><p>x</p></template><noscript><p>x</p></noscript>",
        "<blockquote cite='https://example.com/'>x</blockquote>",
        "<svg viewBox='0 0 1 1'><symbol id='dot'></symbol><use href='#dot' /></svg>",
        "<form><input type='checkbox'></form>",
        "<h2>a</h2><h3>b</h3><h2>c</h2><template><h1>x</h1></template>",
        "<table><tr><th>a</th><td>b</td></tr></table>",
        "<img src=assets/site.js alt=''><img src=assets/site.js alt='A lake'>",
    ],
)
def test_good_body_passes(
    body: str, site: Callable[[Mapping[str, str]], Path], page: Callable[..., str]
) -> None:
    """What our pages need is not refused."""
    other = page("<p id='\u00e9'>x</p>", depth=1)
    built = site({"good.html": page(body), "prompts/caf\u00e9.html": other})
    assert finish(built, options=OPTIONS).pages == 4
