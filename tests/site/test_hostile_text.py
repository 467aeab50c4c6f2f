"""Text that tries to be more than text: refused with its place, or shown as it was written.

Every text of a small content tree is replaced by a vector, one copy of the tree for each; what is
refused (which must be at its own line) is put back, and what is left is built.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import string
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from generator.reading import read
from generator.text.quotes import typographic
from tests.projects import Project, made_once

pytestmark = pytest.mark.site

HERE = Path(__file__).parent
SMALL = (HERE.parent / "content", HERE.parent / "golden/content")
RUN = "window.ran=1"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
VECTORS = (
    f"<script>{RUN}</script>",
    f'<img src="x" onerror="{RUN}">',
    f"<svg onload='{RUN}'><circle r=9 /></svg>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    f"\"><script>{RUN}</script><meta name='x",
    f"</title><script>{RUN}</script>",
    f"---\ntitle: x\n---\n<script>{RUN}</script>",
    f'x"\ntemplate: evil.html\ntags: ["<script>{RUN}</script>"]\nsubtitle: "<b>y</b>',
    f"# <img src=x onerror={RUN}> a heading",
    f"[press](javascript:{RUN})",
    f"[press](JaVaScRiPt:{RUN})",
    f"[press](&#106;avascript:{RUN})",
    f"[press](data:text/html,<script>{RUN}</script>)",
    f"<javascript:{RUN}>",
    f"a word{{: onclick={RUN} onmouseover={RUN} }}",
    f"## a heading {{: #x onclick={RUN} }}",
    f'[link](https://example.org/ "t\\" onmouseover=\\"{RUN}"){{: onfocus={RUN} autofocus=1 }}',
    f'![picture](x){{: onerror={RUN} }}\n\n```{{ .js onclick="{RUN}" }}\nx\n```',
    "<base href='https://example.org/'><form action='https://example.org/'><button>x</button>",
    "{{ config }} {% raw %}{{ 7 * 7 }}{% endraw %} {# gone #} ${7*7} <%= 7*7 %>",
    "</p></div></article><!-- --><style>body{display:none}</style><a href='//example.org'>x</a>",
)
LETTERS = string.ascii_lowercase
DAY = date(2026, 5, 15)
OPENED = re.compile("prompts/signs-and-letters|techniques/letters|index")
"""Of each copy, the fullest prompt and guide are opened in a browser; the others have less."""
MOST = 2
"""Pages of any other folder that are opened, with those below it; they have most text."""
FRAMES = """<!doctype html><title>Frames</title><script>
const opened = (path) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.src = path;
  frame.onload = () => done(frame);
  document.body.append(frame);
});
async function openAll(paths) {
  const frames = await Promise.all(paths.map(opened));
  const found = frames.filter(({contentWindow: inside}) =>
    inside.ran || !inside.document.querySelector("main, .ws-card, .ws-embed"));
  const said = found.map((frame) => frame.src);
  for (const frame of frames) frame.remove();
  return said;
}</script>"""
"""Opens several pages at once, each as a page of its own; says which ran something, or are none."""
AT_ONCE = 12
COPIED = ("prompts", "resources", "studies", "techniques")
NAMES = ("id", "technique", "pairs_with", "worksheet", "dial", "e164", "display")


@pytest.fixture(scope="module")
def hostile(
    make_project: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Any, dict[Path, Any]]:
    """A project whose texts are all hostile, built once for all workers, and what its files say."""
    root = made_once(
        tmp_path_factory, "hostile", lambda root: _build(make_project(*SMALL, root=root))
    )
    project = Project(root)
    texts = {file: file.read_text("utf-8") for file in _written(project)}
    return project, {f: json.loads(text) for f, text in texts.items() if text.startswith("{")}


def _written(project: Project) -> list[Path]:
    """Every file of the content; what was made hostile is JSON (`_write`), what was left is not."""
    return sorted(project.places.content.rglob("*.yaml"))


def _build(project: Project) -> None:
    content = project.places.content
    tame: dict[Path, Any] = {}
    wild: dict[Path, Any] = {}
    files = _written(project)
    for number, vector in enumerate(VECTORS):
        for file in files:
            values = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
            if file.relative_to(content).parts[0] in COPIED:
                file = file.with_stem(f"{file.stem}-v{number}")
                if "doi" in values:
                    values["doi"] += f".{number}"
                values.get("book", {}).pop("isbn", None)
                for prompt in values.get("prompts", ()):
                    prompt["id"] += f"-v{number}"
                    prompt["task"] = f"{prompt['task'][:-1]}, {LETTERS[number]}."  # each another
                    prompt.pop("pairs_with", None)
                    prompt.pop("replaces", None)
            elif number != files.index(file) % len(VECTORS):
                continue
            tame[file] = values
            wild[file] = _replaced(copy.deepcopy(values), vector)
    _settle(project, tame, wild)
    project.build()


def test_most_text_is_shown(hostile):
    """Plain text is not refused: each vector stands on a page as its author wrote it."""
    project, wild = hostile
    pages = {
        file: " ".join(
            LexborHTMLParser(file.read_text("utf-8")).css_first("article").text().split()
        )
        for file in project.places.site.rglob("*.html")
        if _article(file) is not None
    }
    for file, values in wild.items():
        for prompt in values.get("prompts", ()) if "prompts" in file.parts else ():
            page = project.places.site / f"prompts/{prompt['id']}.html"
            if page in pages:
                for field in ("title", "text", "purpose"):
                    shown = typographic(" ".join(prompt[field].split()))
                    assert shown in pages[page], (file.name, field)
    everything = " ".join(pages.values())
    for vector in VECTORS:
        assert typographic(" ".join(vector.split())) in everything


def test_pages_hold_nothing_that_acts(hostile):
    """No page has a script, handler, frame, form or address that the texts brought along."""
    project, _ = hostile
    for file in project.places.site.rglob("*.html"):
        page = LexborHTMLParser(file.read_text("utf-8"))
        article = page.css_first("article") or page.css_first("main")  # a card has no article
        acting = article.css("script, style, iframe, form, base, meta, object, circle")
        assert not [node for node in acting if not _is_ours(node)], file
        ours = [
            (node.attributes.get("class") or "").startswith("ws-") for node in article.css("svg")
        ]
        assert all(ours), file
        assert all((file.parent / i.attributes["src"]).is_file() for i in article.css("img")), file
        for node in page.css("*"):
            for name, value in node.attributes.items():
                assert not name.startswith("on"), (file, name)
                assert (
                    not (value or "")
                    .lower()
                    .replace(" ", "")
                    .startswith(("javascript:", "data:text"))
                ), (file, name)
        for script in page.css("script"):
            if script.attributes.get("type") == "application/ld+json":
                json.loads(script.text())
                assert "<" not in script.text(), file
            else:
                assert RUN not in script.text(), file
        links = [node.attributes["href"] or "" for node in page.css("a[href]")]
        assert not [link for link in links if link.startswith("//")], file


@pytest.mark.browser
def test_nothing_runs(hostile, browser, serve, tmp_path):
    """In a browser nothing of it runs, also where no policy keeps it from running."""
    project, _ = hostile
    site = tmp_path / "site"
    shutil.copytree(project.places.site, site)
    for file in site.rglob("*.html"):
        file.write_text(POLICY.sub("", file.read_text("utf-8")), "utf-8")
    base = serve(site, "/writing/", with_headers=False)
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    styles = {file: file.read_bytes() for file in site.rglob("*.css")}
    for file in styles:
        file.write_bytes(b"")  # twice as quick
    paths = _fullest(site)
    (site / "frames.html").write_text(FRAMES, "utf-8")
    page.goto(f"{base}frames.html")
    for begin in range(0, len(paths), AT_ONCE):
        ran = page.evaluate("paths => openAll(paths)", paths[begin : begin + AT_ONCE])
        assert ran == []
    assert page.evaluate("window.ran") is None
    for file, text in styles.items():
        file.write_bytes(text)
    page.goto(f"{base}index.html")
    page.locator(".ws-search__opener").click()
    for query in ("heading", "word", "gone"):
        page.locator(".ws-search__field").fill("")
        page.locator(".ws-search__field").press_sequentially(query)
        page.locator(".ws-search__link").first.wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None, query
    context.close()
    assert not [url for url in asked if not url.startswith((base, "data:"))]


def _fullest(site: Path) -> list[str]:
    """What is opened: the fullest prompt and guide of each copy, of other folders the most text.

    A page that leads on would be gone before anything is asked. Those written by hand have the
    same words and the same frame, so one of them stands for all.
    """
    texts = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*.html")}
    folders: dict[str, list[str]] = {}
    for path in sorted(texts, key=lambda path: -len(texts[path])):
        if b'http-equiv="refresh"' in texts[path]:
            continue
        if path != "about.html" and b"Written by hand." in texts[path]:
            continue
        folders.setdefault(path.partition("/")[0] if "/" in path else "", []).append(path)
    return [
        path
        for folder, paths in folders.items()
        for number, path in enumerate(paths)
        if OPENED.search(path)
        or (folder not in ("prompts", "techniques") and (number < MOST or not folder))
    ]


def _article(file: Path) -> Any:
    return LexborHTMLParser(file.read_text("utf-8")).css_first("article")


def _is_ours(node: Any) -> bool:
    """Whether it is one of the program's own forms, which have classes that no text can bring."""
    return node.tag == "form" and (node.attributes.get("class") or "").startswith("ws-")


def _settle(project: Any, tame: dict[Path, Any], wild: dict[Path, Any]) -> None:
    """Put back what is refused, until nothing is; every refusal is where the hostile text is."""
    for _ in range(12):
        lines = {file: _write(file, values) for file, values in wild.items()}
        _, problems = read(project.places, DAY)
        errors = [p for p in problems.sorted if p.severity == "error"]
        if not errors:
            return
        told: dict[tuple[str, int | None], list[str]] = {}
        for p in errors:
            told.setdefault((p.location.path, p.location.line), []).append(p.message)
        for (place, line), said in told.items():
            file = project.root / place
            assert file in lines, (place, said)
            _restore(wild[file], tame[file], lines[file][line], said)
    raise AssertionError(f"still refused: {errors[:3]}")


def _replaced(value: Any, vector: str, name: str = "") -> Any:
    if isinstance(value, dict):
        return {k: v if k in NAMES else _replaced(v, vector, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_replaced(item, vector, name) for item in value]
    # A citation has to name its year, and a task has to be another than that of any other prompt.
    return f"{vector} {value}" if name in ("citation", "task") else vector


def _write(file: Path, values: Any) -> list[tuple[Any, ...]]:
    """Write as JSON, which is YAML with a value on each line; gives the path of each value."""
    file.write_text(json.dumps(values, indent=1, ensure_ascii=False), "utf-8")
    return _paths(values)


def _paths(values: Any) -> list[tuple[Any, ...]]:
    lines: list[tuple[Any, ...]] = [(), ()]  # lines count from one; the first is the brace

    def walk(value: Any, path: tuple[Any, ...]) -> None:
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            lines.append((*path, key))
            if isinstance(inner, dict | list) and inner:
                walk(inner, (*path, key))
                lines.append((*path, key))

    walk(values, ())
    return lines


def _restore(wild: Any, tame: Any, path: tuple[Any, ...], said: list[str]) -> None:
    for key in path[:-1]:
        wild, tame = wild[key], tame[key]
    assert wild[path[-1]] != tame[path[-1]], (path, "refused, but not hostile", said)
    wild[path[-1]] = tame[path[-1]]
