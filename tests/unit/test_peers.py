"""The page that compares this program with others says what was measured, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

RESULTS = Path(__file__).parents[2] / "benchmarks" / "results"
PAGE = "import json, sys; from peers_page import page; print(page(json.load(sys.stdin)), end='')"


def test_page_is_what_the_result_says() -> None:
    """The page is the one that its program makes of the result, byte for byte."""
    result = (RESULTS / "peers.json").read_text("utf-8")
    assert _page(result) == (RESULTS / "peers.md").read_text("utf-8")


def test_page_follows_the_result() -> None:
    """Ratios are of their seconds to ours, and who is absent is told of."""
    result = json.loads((RESULTS / "peers.json").read_bytes())
    case = {"cpu": 2.0, "clock": 3.0, "memory_mb": 10.0}
    ours = {"cold": case, "unchanged": case, "edited": case, "pages": 100, "site_mb": 1.0}
    theirs = ours | {"edited": case | {"cpu": 0.5}, "saved": 0.25}
    result |= {
        "sizes": [
            {
                "prompts": 1234,
                "date": "2026-11-30",
                "runs": 3,
                "peers": {"writing-site": ours, "Hugo": theirs},
            }
        ],
        "absent": ["Zensical is not in the tables: there is none."],
    }
    text = _page(json.dumps(result))
    assert "## 1,234 prompts\n\nOn 2026-11-30, medians of 3 runs.\n" in text
    assert "| Hugo | 1.00 | 1.00 | 0.25 |" in text
    assert (
        "| Hugo | 2.00 (3.00) | 2.00 (3.00) | 0.50 (3.00) | (0.25) | 10 | 100 | 1.0 | 20.0 |"
        in text
    )
    assert "- Zensical is not in the tables: there is none." in text
    assert "Eleventy" not in text.split("## What is not comparable")[0].split("1,234")[1]


def _page(result: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", PAGE], cwd=RESULTS.parent, input=result.encode(),
        capture_output=True, check=True,
    )  # fmt: skip
    return ran.stdout.decode()
