"""What all tests share: a copy of the project to build in, and the rule about skipping."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings

from generator import build as program
from generator.build import Built, build, generate
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.output.write import Written
from generator.pages.page import Page
from generator.pages.parts.sheets import sheet_views
from generator.pages.planners import plan_site
from generator.places import Places
from generator.problems import ContentError, Problem, Problems
from generator.reading import read
from generator.report import Say
from generator.site.site import Site
from generator.worksheets.prints import Prints, print_sheets
from generator.worksheets.variant import Size, Variant

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent


def _newest_day() -> date:
    """The newest day that the content itself speaks of as past.

    Tests that read the real content live on that day: the same tests pass in a year, when half of
    the listings have grown stale, and a new entry does not lie in their future.
    """
    said = re.compile(r"^ *(?:on|written_on|reviewed_on|checked_on): *(\d{4}-\d\d-\d\d)", re.M)
    files = (ROOT / "content").rglob("*.yaml")
    return max(date.fromisoformat(day) for f in files for day in said.findall(f.read_text("utf-8")))


TODAY = _newest_day()


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which tests of the real content live."""
    return TODAY


# The build service asks the same examples every time: what fails there fails again. Here others are
# tried each time, and a machine that does other work beside it is no fault of theirs.
settings.register_profile("CI", derandomize=True, deadline=None, database=None)
settings.register_profile("here", deadline=None)
settings.load_profile("CI" if os.environ.get("CI") == "true" else "here")

WITHOUT_PRESS = """
import importlib.metadata, sys
sys.modules["typst"] = None
known = importlib.metadata.version
def version(name):
    if name == "typst":
        raise importlib.metadata.PackageNotFoundError(name)
    return known(name)
importlib.metadata.version = version
"""
"""What a Python runs first in which the compiler of the sheets is not installed."""

BROWSER_ARGUMENTS = [
    "--disable-gpu",
    "--font-render-hinting=none",  # as a browser with a window has it; Chromium's own shell has not
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """What is done on request only."""
    parser.addoption(
        "--update-golden", action="store_true", help="Write the golden files as things are now."
    )
    parser.addoption(
        "--sequences", type=int, default=4,
        help="How many random series of edits are built step by step and cold, to compare them.",
    )  # fmt: skip


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On the build service a test that was skipped is a failure: there it has all it needs."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker; whoever gave it its tests reports them
        return
    if os.environ.get("CI") == "true" and reporter.stats.get("skipped"):
        reporter.write_line("A test was skipped; with CI=true that is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Gives each worker its share with what takes long first, so that none is left alone with it.

    pytest-xdist cuts the list into equal parts before workers take from each other. The first part
    begins with the tests of the real site and the last with those of other sites, so that nobody
    waits while somebody else builds one.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", 1))
    slow = sorted((item for item in items if _takes_long(item)), key=_site_needed)
    quick = [item for item in items if not _takes_long(item)]
    most, each = -(-len(slow) // workers), len(items) // workers
    parts = [slow[part * most : (part + 1) * most] for part in range(workers)]
    if workers > 1:
        parts[-1].sort(key=_site_needed, reverse=True)
    items.clear()
    for part in parts:
        room = max(0, each - len(part))
        items += [*part, *quick[:room]]
        quick = quick[room:]
    items += quick


def _takes_long(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "site"))


def _site_needed(item: pytest.Item) -> int:
    """0 for the real site, 1 for none or one of its own, 2 for those of the made-up clinics."""
    names = getattr(item, "fixturenames", ())
    return 2 if "example" in names else 0 if "real" in names else 1


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own, built in this process."""

    root: Path
    own: Path | None = None
    settled: bool = False
    """Whether nobody changes it any more, so that its content is read once."""

    @property
    def places(self) -> Places:
        clinic = self.own.name if self.own else "default"
        return Places(self.root, Edition(clinic), self.own)

    def library(self) -> Library:
        """What its content says; the problems as an error if there are any."""
        return _library_once(self.places) if self.settled else _library(self.places)

    def generate(self) -> Written:
        return generate(self.places, self.library(), lambda said: None)

    def build(self) -> Built:
        return build(self.places, Site.of(self.library()), lambda said: None)


def _library(places: Places) -> Library:
    library, problems = read(places, TODAY)
    if problems.has_errors:
        raise ContentError(problems.sorted)
    return library


_library_once = cache(_library)


@pytest.fixture(scope="session")
def real_read() -> tuple[Library, Problems]:
    """The real content and all that is to be said of it, read once; nobody changes it."""
    return read(Places(ROOT, Edition()), TODAY)


@pytest.fixture(scope="session")
def library(real_read: tuple[Library, Problems]) -> Library:
    """The real content, read once; nobody changes it."""
    library, problems = real_read
    assert not problems.has_errors, problems.sorted
    return library


@pytest.fixture(scope="session")
def shown(library: Library) -> Site:
    """What readers see of the real content."""
    return Site.of(library)


@pytest.fixture(scope="session")
def every_page(shown: Site) -> Mapping[str, Page]:
    """What the generator plans for the real content, by the page's path."""
    return {page.url: page for page in plan_site(shown)}


@pytest.fixture(scope="session")
def make_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Project]:
    """Makes a project: `make_project(*content_folders)`, the later laid over the earlier.

    It has the real configuration. Without content folders it has the real content; with some, the
    pages written by hand, which the program links to, say nothing in particular.
    """

    def make(*content: Path, root: Path | None = None) -> Project:
        root = root or tmp_path_factory.mktemp("project")
        for folder in content or (ROOT / "content",):
            shutil.copytree(folder, root / "content", dirs_exist_ok=True)
        for file in (ROOT / "content/pages").rglob("*.md") if content else ():
            place = root / "content/pages" / file.relative_to(ROOT / "content/pages")
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.exists():
                place.write_text(f"# {file.stem}\n\nWritten by hand.\n", "utf-8")
        shutil.copy(ROOT / "mkdocs.yml", root)
        (root / "generator/theme").mkdir(parents=True)
        (root / "generator/theme/material").symlink_to(ROOT / "generator/theme/material")
        return Project(root)

    return make


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` fills: once for all workers, while the others wait for it."""
    top = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        top = top.parent
    folder = top / f"shared-{name}"
    with FileLock(f"{folder}.lock"):
        if not folder.with_suffix(".made").exists():
            folder.mkdir()
            make(folder)
            folder.with_suffix(".made").touch()
    return folder


@pytest.fixture(scope="session")
def real(make_project: Callable[..., Project], tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content, built once; nobody changes it."""
    root = made_once(tmp_path_factory, "real", lambda root: make_project(root=root).build())
    return Project(root, settled=True)


@contextmanager
def own_sheets_only() -> Iterator[None]:
    """Builds print each sheet once, on the clinic's own paper: all variants are the real site's."""

    def print_own(site: Site, *, cache: Path, say: Say) -> Prints:
        paper = site.clinic.paper
        usual = [Variant(paper, Size.ORDINARY)]
        views = sheet_views(site).values()
        return print_sheets(views, paper=paper, cache=cache, variants=usual)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(program, "print_library", print_own)
        yield


@pytest.fixture(scope="session", params=["harbor", "lighthouse"])
def example(
    request: pytest.FixtureRequest,
    make_project: Callable[..., Project],
    tmp_path_factory: pytest.TempPathFactory,
) -> Project:
    """The site of each made-up clinic, built once from the real content."""

    def make(root: Path) -> None:
        made = shutil.ignore_patterns("site", ".build")
        shutil.copytree(ROOT / "examples" / request.param, root / request.param, ignore=made)
        with own_sheets_only():
            Project(make_project(root=root).root, root / request.param).build()

    root = made_once(tmp_path_factory, request.param, make)
    return Project(root, root / request.param, settled=True)


HeaderRules = tuple[tuple[str, str, str], ...]
"""Pattern of a path, name and value of a header, as in the file `_headers`."""


def header_rules(text: str) -> HeaderRules:
    """The rules of a file `_headers`: all that fit a path hold."""
    rules, pattern = [], ""
    for line in text.splitlines():
        if line.startswith(" "):
            rules.append((pattern, *line.strip().split(": ", 1)))
        else:
            pattern = line
    return tuple(rules)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site below a path, with the headers that its own files ask a host to send."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms

    def __init__(self, *args: object, prefix: str, rules: HeaderRules, **options: object):
        self._prefix, self._rules = prefix, rules
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._prefix):
            return os.devnull + "/nothing"
        return super().translate_path(f"/{path.removeprefix(self._prefix)}")

    def end_headers(self) -> None:
        path = f"/{self.path.partition('?')[0].removeprefix(self._prefix)}"
        for pattern, name, value in self._rules:
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                self.send_header(name, value)
        super().end_headers()

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser may leave before it has all
            super().handle()

    def log_message(self, *ignored: object) -> None: ...


@contextmanager
def _served(site: Path, prefix: str, *, with_headers: bool) -> Iterator[str]:
    rules = header_rules((site / "_headers").read_text("utf-8")) if with_headers else ()
    handler = partial(_Handler, directory=str(site), prefix=prefix, rules=rules)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serves a site until the tests end: `serve(folder, prefix)` gives its address."""
    with ExitStack() as running:

        def start(site: Path, prefix: str = "/", *, with_headers: bool = True) -> str:
            return running.enter_context(_served(site, prefix, with_headers=with_headers))

        yield start


Files = Mapping[str, str | bytes | None]
"""What stands in a content folder, by path; None for a file that is taken away."""


@pytest.fixture(scope="session")
def problems_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Problem, ...]]:
    """Every problem of the small valid content with some files put in, changed or taken away."""
    places = Places(tmp_path_factory.mktemp("small"), Edition())
    content = places.content
    shutil.copytree(ROOT / "tests/content", content)

    def problems_of(files: Files) -> tuple[Problem, ...]:
        with ExitStack() as after:
            for path, text in files.items():
                file = content / path
                after.callback(_put, file, file.read_bytes() if file.is_file() else None, content)
                _put(file, text.encode() if isinstance(text, str) else text, content)
            return read(places, date(2026, 6, 1))[1].sorted

    return problems_of


def _put(file: Path, written: bytes | None, top: Path) -> None:
    """Write a file, or take it away with the folders that it leaves empty."""
    if written is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written)
        return
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()


@pytest.fixture(scope="session")
def ajv() -> Callable[..., dict[str, list[str]]]:
    """What Ajv says: `ajv("2020-12" or "07", schemas, documents)`, both by name, gives errors."""

    def ajv(
        draft: str, schemas: Mapping[str, object], documents: Mapping[str, list[object]]
    ) -> dict[str, list[str]]:
        asked = json.dumps({"draft": draft, "schemas": schemas, "documents": documents})
        done = subprocess.run(
            ["node", ROOT / "tools/json-schema.mjs"],
            input=asked, capture_output=True, text=True, check=True,
        )  # fmt: skip
        found: dict[str, list[str]] = json.loads(done.stdout)
        return found

    return ajv


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts Chromium, as tools/chromium finds it: `launch(env=…)`, with variables of its own."""
    from playwright.sync_api import sync_playwright  # only those who need it pay for it

    found = subprocess.run(
        [ROOT / "tools/chromium"], capture_output=True, text=True, check=False
    ).stdout.strip()
    if not found:
        pytest.skip("no Chromium: install it, or set CHROMIUM to where it is")
    arguments = BROWSER_ARGUMENTS + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        yield partial(playwright.chromium.launch, executable_path=found, args=arguments)


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium with the fonts of this machine."""
    browser = launch()
    yield browser
    browser.close()
