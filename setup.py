"""Puts the library into the package: what clinics build from when they have no copy of this."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithLibrary(build_py):
    """Copies content/, the pages written by hand and mkdocs.yml to generator/shipped/."""

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
    """Every file of the library, without pages that were generated into docs/."""
    manifest = ROOT / "docs" / ".writing-site.json"
    made = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    generated = {ROOT / "docs" / path for part in made.values() for path in part}
    content = [f for f in (ROOT / "content").rglob("*") if f.suffix in (".yaml", ".svg", ".png")]
    pages = [f for f in (ROOT / "docs").rglob("*.md") if f not in generated]
    return sorted([ROOT / "mkdocs.yml", *content, *pages])


setup(cmdclass={"build_py": BuildWithLibrary})
