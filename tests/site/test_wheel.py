"""A clinic needs nothing but the installed package: the library is in it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.programs import WITHOUT_PRESS

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
_PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"
_WHERE = "from generator.places import SHIPPED; print(SHIPPED)"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is published."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--disable-pip-version-check", "-w", str(folder), str(_copy(folder / "source")),
    )  # fmt: skip
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


def test_wheel_holds_the_library(wheel: Path) -> None:
    """Content, pages written by hand and the configuration are in it, and nothing generated."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (
        "content/techniques/lists.yaml",
        "content/clinics/default/clinic.yaml",
        "content/pages/about.md",
        "mkdocs.yml",
    ):
        assert f"generator/shipped/{path}" in names
    for path in ("docs/index.md", "docs/crisis.md", "docs/prompts/index.md"):
        assert f"generator/shipped/{path}" not in names
    content = {f.relative_to(ROOT).as_posix() for f in (ROOT / "content").rglob("*.yaml")}
    assert {f"generator/shipped/{path}" for path in content} <= names


def test_clinic_from_nothing_but_the_package(command: Path, tmp_path: Path) -> None:
    """New clinic, a change or two, check, print, build: all is there, the package untouched.

    One sheet shows that the press came along; the site is built without it, which has tests of its
    own and would print all of them.
    """
    _run(str(command), "new", "clinic", "our-clinic", "--country", "GB", cwd=tmp_path)
    folder, python = tmp_path / "our-clinic", command.parent / "python"
    file = folder / "clinic.yaml"
    text = file.read_text("utf-8").replace("name: Our Clinic", "name: The Quiet Room", 1)
    file.write_text(f"{text}\nhide: [technique:best-possible-self]\n", "utf-8")
    _run(str(command), "check", cwd=folder)
    _run(str(command), "worksheets", "thought-record", "--paper", "a4", cwd=folder)
    assert list(folder.rglob("thought-record*.pdf"))
    without_press = Path(_run(str(python), "-c", _PURELIB).strip()) / "sitecustomize.py"
    without_press.write_text(WITHOUT_PRESS, "utf-8")
    said = _run(str(command), "build", cwd=folder)
    assert "pages in site" in said
    site = folder / "site"
    assert "116 123" in (site / "crisis.html").read_text("utf-8")
    assert (site / "about.html").is_file()
    assert (site / "techniques/lists.html").is_file()
    assert not (site / "techniques/best-possible-self.html").exists()
    assert (site / "worksheets/thought-record.html").is_file()
    again = _run(str(command), "build", cwd=folder)
    assert "Nothing has changed" in again
    shipped = Path(_run(str(python), "-c", _WHERE).strip())
    assert not list(shipped.rglob(".build"))
    assert not (shipped / "site").exists()


def _copy(to: Path) -> Path:
    """What the repository holds, with generated pages in docs/ as after a build."""
    listed = _run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT).split("\0")
    for name in [name for name in listed if name and (ROOT / name).is_file()]:
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_bytes((ROOT / name).read_bytes())
    (to / "docs/index.md").write_text("made", "utf-8")
    (to / "docs/.writing-site.json").write_text('{"files": {"index.md": "x"}}', "utf-8")
    return to


def _run(*words: str, cwd: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    ran = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr
