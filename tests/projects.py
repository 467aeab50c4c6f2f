"""Projects to test with: the real one, those of the made-up clinics, and a small one."""

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
def plan(shown: Site) -> tuple[Page, ...]:
    """What the generator plans for the real content."""
    return tuple(plan_site(shown))


@pytest.fixture(scope="session")
def every_page(plan: tuple[Page, ...]) -> Mapping[str, Page]:
    """The same by the page's path."""
    return {page.url: page for page in plan}


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


@pytest.fixture(scope="session")
def built_project(
    make_project: Callable[..., Project], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Project]:
    """Makes a project that is built: `built_project(*content_folders)`.

    It is built once and put back as it was for whoever asks next, in the same place: the
    configuration that the engine gets names its folders. So a test has one of a kind at a time.
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
def real(
    make_project: Callable[..., Project],
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Project:
    """The real content, built once; nobody changes it."""

    def make(root: Path) -> None:
        project = make_project(root=root)
        with prints_kept(project.places.prints, pytestconfig):
            project.build()

    return Project(made_once(tmp_path_factory, "real", make), settled=True)


@contextmanager
def prints_kept(prints: Path, config: pytest.Config) -> Iterator[None]:
    """Sheets are not printed again that the last tests here printed; on the build service all are.

    A print is kept under a name made from its words and from all that prints, so it is never stale.
    """
    if os.environ.get("CI") == "true" or config.cache is None:
        yield
        return
    kept = config.cache.mkdir("prints")
    with FileLock(f"{kept}.lock"):
        shutil.copytree(kept, prints)
    yield
    with FileLock(f"{kept}.lock"), TemporaryDirectory(dir=kept.parent) as fresh:
        shutil.copytree(prints, fresh, dirs_exist_ok=True)  # whole, before it is in the place
        shutil.rmtree(kept)
        shutil.copytree(fresh, kept, copy_function=os.replace)


OWN_SHEETS = 4
"""Sheets that are printed for a made-up clinic."""


@contextmanager
def own_sheets_only() -> Iterator[None]:
    """Builds print a few sheets once, on the clinic's own paper; all are the real site's."""

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
    """The site of each made-up clinic, built once from the real content."""

    def make(root: Path) -> None:
        made = shutil.ignore_patterns("site", ".build")
        shutil.copytree(ROOT / "examples" / request.param, root / request.param, ignore=made)
        with own_sheets_only():
            Project(make_project(root=root).root, root / request.param).build()

    root = made_once(tmp_path_factory, request.param, make)
    return Project(root, root / request.param, settled=True)


Files = Mapping[str, str | bytes | None]
"""What stands in a content folder, by path; None for a file that is taken away."""


@pytest.fixture(scope="session")
def problems_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Problem, ...]]:
    """Every problem of the small valid content with some files put in, changed or taken away.

    With `requested`, rules that are asked for only then are asked as well.
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
