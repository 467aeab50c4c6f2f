"""The pass over what MkDocs and Material really build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.finish.finish import FinishOptions, finish

CONFIG = """
site_name: A site
site_url: https://example.org/writing/
use_directory_urls: false
theme:
  name: material
  font: false
  features: [navigation.tabs]
  palette:
    - {media: "(prefers-color-scheme)", toggle: {icon: material/brightness-auto, name: Light}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/brightness-4, name: System}
extra: {generator: false}
plugins: []
nav: [{Home: index.md}, {Prompts: prompts/index.md}]
not_in_nav: /prompts/
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, freshly built."""
    folder = tmp_path_factory.mktemp("material")
    for path, text in {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# Home\n\n[A prompt](prompts/a.md#after)\n",
        "docs/prompts/index.md": "# Prompts\n\n- [A](a.md)\n",
        "docs/prompts/a.md": "# A\n\nWrite.\n\n## After\n\n---\n\nRest.\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", "built"]
    subprocess.run(command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    return folder / "built"


def test_material_passes(built: Path) -> None:
    """The theme's own pages break no rule once they are repaired."""
    report = finish(built, options=FinishOptions(site_url="https://example.org/writing/"))
    html = (built / "prompts/a.html").read_text(encoding="utf-8")
    assert report.pages == 4
    assert report.policy.count("sha256-") == 5
    assert html.count("sha256-") == 3
    assert 'rel="prev"' not in html
    assert 'class="md-toggle" autocomplete' not in html
    assert "<hr>" in html
    assert not list(built.rglob("*.map"))
    assert not list(built.glob("assets/javascripts/lunr/**/*.js"))
