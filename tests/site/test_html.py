"""The HTML is valid."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

JAR = Path(__file__).parents[2] / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
CHECKER = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-jar", str(JAR))
"""For a run of seconds: Java's second compiler would cost more than it saves."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
OF_A_KIND = 12
"""Pages of one template that are looked at; their HTML differs in words only."""


def test_checker_has_nothing_to_say(site, planned, tmp_path):
    """The Nu HTML checker finds no error and no warning in pages of every kind.

    The policy is taken out first: the checker takes 'self' for a mistake.
    """
    if not JAR.exists():
        pytest.skip("the HTML checker is not here: make test sets it up")
    seen: dict[str, int] = {}
    for file in site.rglob("*.html"):
        path = file.relative_to(site)
        kind = planned[path.as_posix()].template if path.as_posix() in planned else path.name
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= OF_A_KIND:
            text = POLICY.sub("", file.read_text("utf-8"))
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
    command = [*CHECKER, "--skip-non-html", "--format", "json"]
    ran = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)
    messages = json.loads(ran.stderr or ran.stdout)["messages"]
    assert not {(m["message"], m["url"], m.get("extract")) for m in messages}
