"""Fixtures of projects, each read and built once: real content, example clinics, small ones."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock

from generator import build as program
from generator.build import Built, build, generate
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.output.write import WriteResult
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

ROOT = Path(__file__).parent.parent


def _newest_day() -> date:
    """The latest date in the content's own fields of dates that are past.

    It is the "today" of tests that read the real content: they still pass in a year, when half of
    the listings are stale, and a new entry is not in their future.
    """
    dated = re.compile(r"^ *(?:on|written_on|reviewed_on|checked_on): *(\d{4}-\d\d-\d\d)", re.M)
    files = (ROOT / "content").rglob("*.yaml")
    texts = (file.read_text("utf-8") for file in files)
    return max(date.fromisoformat(day) for text in texts for day in dated.findall(text))


TODAY = _newest_day()


@pytest.fixture(scope="session")
def today() -> date:
    """The date of tests of the real content."""
    return TODAY


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own, built in this process; `own` is a clinic's folder."""

    root: Path
    own: Path | None = None
    settled: bool = False
    """Whether it is read-only, so that its library can be cached."""

    @property
    def places(self) -> Places:
        clinic = self.own.name if self.own else "default"
        return Places(self.root, Edition(clinic), self.own)

    def library(self) -> Library:
        """The library of the project. Raises ContentError if it has errors."""
        return _library_once(self.places) if self.settled else _library(self.places)

    def generate(self) -> WriteResult:
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
    """The library of the real content and its problems, read once; not to be changed."""
    return read(Places(ROOT, Edition()), TODAY)


@pytest.fixture(scope="session")
def library(real_read: tuple[Library, Problems]) -> Library:
    """The library of the real content, which has no errors, read once; not to be changed."""
    library, problems = real_read
    assert not problems.has_errors, problems.sorted
    return library


@pytest.fixture(scope="session")
def shown(library: Library) -> Site:
    """The Site of the real content."""
    return Site.of(library)


@pytest.fixture(scope="session")
def plan(shown: Site) -> tuple[Page, ...]:
    """All planned pages of the real content, without prints."""
    return tuple(plan_site(shown))


@pytest.fixture(scope="session")
def every_page(plan: tuple[Page, ...]) -> Mapping[str, Page]:
    """Path → planned page of the real content."""
    return {page.url: page for page in plan}


@pytest.fixture(scope="session")
def make_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Project]:
    """Factory of projects: `make_project(*content_folders)`, later ones merged over earlier ones.

    Each has the real configuration. Without content folders it has the real content; with some,
    hand-written pages that they lack, and the program links to, are stubs.
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


@pytest.fixture(scope="session")
def built_project(
    make_project: Callable[..., Project], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Project]:
    """Factory of built projects: `built_project(*content_folders)`.

    Each is built once and restored from a copy for the next request, in the same folder, as the
    engine's configuration has absolute paths. So a test can use only one of a kind at a time.
    """

    @cache
    def built(*content: Path) -> tuple[Path, Path]:
        project = make_project(*content)
        project.build()
        as_built = tmp_path_factory.mktemp("built") / "project"
        shutil.copytree(project.root, as_built, symlinks=True)
        return project.root, as_built

    def put_back(*content: Path) -> Project:
        root, as_built = built(*content)
        shutil.rmtree(root)
        shutil.copytree(as_built, root, symlinks=True)
        return Project(root)

    return put_back


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` fills once for all xdist workers; the others wait for its lock."""
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
def real(
    make_project: Callable[..., Project],
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Project:
    """The real content, built once; not to be changed."""

    def make(root: Path) -> None:
        project = make_project(root=root)
        with prints_kept(project.places.prints, pytestconfig):
            project.build()

    return Project(made_once(tmp_path_factory, "real", make), settled=True)


@contextmanager
def prints_kept(prints: Path, config: pytest.Config) -> Iterator[None]:
    """Restore the print cache from pytest's cache and save it there afterwards; not in CI.

    A print is cached under a hash of its text and of the program, so it is never stale.
    """
    if os.environ.get("CI") == "true" or config.cache is None:
        yield
        return
    cached = config.cache.mkdir("prints")
    with FileLock(f"{cached}.lock"):
        shutil.copytree(cached, prints)
    yield
    with FileLock(f"{cached}.lock"), TemporaryDirectory(dir=cached.parent) as fresh:
        shutil.copytree(prints, fresh, dirs_exist_ok=True)  # complete, before it replaces the old
        shutil.rmtree(cached)
        shutil.copytree(fresh, cached, copy_function=os.replace)


OWN_SHEETS = 4
"""Number of sheets that are printed for an example clinic."""


@contextmanager
def own_sheets_only() -> Iterator[None]:
    """Patch builds to print a few sheets in one variant; the real site is built with all."""

    def print_own(site: Site, *, cache: Path, say: Say) -> Prints:
        paper = site.clinic.paper
        usual = [Variant(paper, Size.ORDINARY)]
        views = islice(sheet_views(site).values(), OWN_SHEETS)
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
    """The site of each example clinic, built once from the real content."""

    def make(root: Path) -> None:
        made = shutil.ignore_patterns("site", ".build")
        shutil.copytree(ROOT / "examples" / request.param, root / request.param, ignore=made)
        with own_sheets_only():
            Project(make_project(root=root).root, root / request.param).build()

    root = made_once(tmp_path_factory, request.param, make)
    return Project(root, root / request.param, settled=True)


Files = Mapping[str, str | bytes | None]
"""Path in a content folder → content; None for a file to delete."""


@pytest.fixture(scope="session")
def problems_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Problem, ...]]:
    """Every problem of the small valid content with some files added, changed or deleted.

    `requested` are ids of opt-in rules to check as well. The files are restored afterwards.
    """
    places = Places(tmp_path_factory.mktemp("small"), Edition())
    content = places.content
    shutil.copytree(ROOT / "tests/content", content)

    def problems_of(files: Files, requested: Collection[str] = ()) -> tuple[Problem, ...]:
        with ExitStack() as after:
            for path, text in files.items():
                file = content / path
                after.callback(_put, file, file.read_bytes() if file.is_file() else None, content)
                _put(file, text.encode() if isinstance(text, str) else text, content)
            return read(places, date(2026, 6, 1), requested=requested)[1].sorted

    return problems_of


def _put(file: Path, written: bytes | None, top: Path) -> None:
    """Write a file, or delete it (None) with the folders that it leaves empty."""
    if written is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written)
        return
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()
