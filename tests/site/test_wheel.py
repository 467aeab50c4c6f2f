"""A clinic needs nothing but the installed package: the library is in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import WITHOUT_PRESS
from tests.projects import Project

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
SMALL = (ROOT / "tests/content", ROOT / "tests/golden/content")
KINDS = "taxonomy/resource-kinds.yaml"
"""A new clinic has a listing of a kind that the small library lacks."""
NOON = "1780315200"
"""Noon of 2026-06-01, at which the small library is fresh."""
_BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
"""What pip asks of a project, without pip, which would start twice."""
_PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"
_WHERE = "from generator.places import SHIPPED; print(SHIPPED)"


@pytest.fixture(scope="module")
def source(make_project: Callable[..., Project], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the repository holds, with the small library, and generated pages in docs/ as after a
    build.
    """
    root = tmp_path_factory.mktemp("source")
    for name in _committed():
        if not name.startswith(("content/", "tests/")):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes((ROOT / name).read_bytes())
    shutil.copytree(make_project(*SMALL).places.content, root / "content")
    shutil.copy(ROOT / "content" / KINDS, root / "content" / KINDS)
    (root / "docs/index.md").write_text("made", "utf-8")
    (root / "docs/.writing-site.json").write_text('{"files": {"index.md": "x"}}', "utf-8")
    return root


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is published."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-c", _BUILD, str(folder), cwd=source)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`writing-site` in a fresh environment, which borrows only the libraries from this one."""
    venv = tmp_path_factory.mktemp("fresh") / "venv"
    _run(sys.executable, "-m", "venv", "--without-pip", str(venv))
    python = venv / "bin/python"
    _run(
        sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
        "--no-index", "--disable-pip-version-check", str(wheel),
    )  # fmt: skip
    purelib = _run(str(python), "-c", _PURELIB)
    # Its own package comes first; a .pth in a borrowed folder is not looked at.
    (Path(purelib.strip()) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return venv / "bin/writing-site"


def test_clinic_from_nothing_but_the_package(
    wheel: Path, source: Path, command: Path, tmp_path: Path
) -> None:
    """Content, pages written by hand and the configuration are in it, and nothing generated. New
    clinic, a change or two, check, print, build: all is there, the package untouched.

    One sheet shows that the press came along; the site is built without it, which has tests of its
    own.
    """
    names = set(zipfile.ZipFile(wheel).namelist())
    content = {f.relative_to(source).as_posix() for f in (source / "content").rglob("*.*")}
    assert {"content/techniques/lists.yaml", "content/pages/about.md"} <= content
    assert {f"generator/shipped/{path}" for path in ("mkdocs.yml", *content)} <= names
    real = {Path(name).suffix for name in _committed() if name.startswith("content/")}
    assert real == {Path(path).suffix for path in content}
    assert not [name for name in names if name.startswith("generator/shipped/docs")]

    _run(str(command), "new", "clinic", "our-clinic", cwd=tmp_path)
    folder, python = tmp_path / "our-clinic", command.parent / "python"
    file = folder / "clinic.yaml"
    text = file.read_text("utf-8").replace("name: Our Clinic", "name: The Quiet Room", 1)
    file.write_text(f"{text}\nhide: [technique:letters]\n", "utf-8")
    _run(str(command), "check", cwd=folder)
    _run(str(command), "worksheets", "three-lines", "--paper", "a4", cwd=folder)
    assert list(folder.rglob("three-lines*.pdf"))
    without_press = Path(_run(str(python), "-c", _PURELIB).strip()) / "sitecustomize.py"
    without_press.write_text(WITHOUT_PRESS, "utf-8")
    said = _run(str(command), "build", cwd=folder)
    assert "pages in site" in said
    site = folder / "site"
    assert "800-555-0100" in (site / "crisis.html").read_text("utf-8")
    assert (site / "about.html").is_file()
    assert (site / "techniques/lists.html").is_file()
    assert not (site / "techniques/letters.html").exists()
    assert (site / "worksheets/three-lines.html").is_file()
    again = _run(str(command), "build", cwd=folder)
    assert "Nothing has changed" in again
    shipped = Path(_run(str(python), "-c", _WHERE).strip())
    assert not list(shipped.rglob(".build"))
    assert not (shipped / "site").exists()


def _committed() -> list[str]:
    """Every file of the repository, those that are not committed yet too."""
    listed = _run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT).split("\0")
    return [name for name in listed if name and (ROOT / name).is_file()]


def _run(*words: str, cwd: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    environment["SOURCE_DATE_EPOCH"] = NOON
    ran = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr
