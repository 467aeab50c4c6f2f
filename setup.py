"""Puts the library into the package: what clinics build from when they have no copy of this."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
KINDS = (".yaml", ".md", ".svg", ".png")


class BuildWithLibrary(build_py):
    """Copies content/ and mkdocs.yml to generator/shipped/."""

    def run(self) -> None:
        """Build as ever, then copy; an editable installation reads them where they are."""
        super().run()
        if self.editable_mode:
            return
        shipped = Path(self.build_lib) / "generator" / "shipped"
        shutil.rmtree(shipped, ignore_errors=True)
        for file in library_files():
            target = shipped / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def library_files() -> list[Path]:
    """Every file of the library."""
    content = [path for path in (ROOT / "content").rglob("*") if path.suffix in KINDS]
    return sorted([ROOT / "mkdocs.yml", *content])


setup(cmdclass={"build_py": BuildWithLibrary})
