"""What can be tapped is 44 pixels in both directions, however narrow a font draws its words."""

from __future__ import annotations

import re
from pathlib import Path

CSS = Path(__file__).parents[2] / "generator/theme/css"
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


def test_width_goes_with_height() -> None:
    """A link or button whose least height is that of a touch has its least width too."""
    lacking = [
        f"{file.name}: {' '.join(selector.split())}"
        for file in sorted(CSS.glob("*.css"))
        for selector, body in RULE.findall(file.read_text("utf-8"))
        if "min-height: var(--ws-touch)" in body
        and "display: inline-flex" in body
        and "min-width: var(--ws-touch)" not in body
        and ".ws-tick" not in selector  # as wide as its cell
    ]
    assert not lacking
