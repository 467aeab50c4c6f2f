"""Makes the pictures of the README from the built site: `python tools/screenshot.py`.

Needs `make site` and `make test` to have run, for the site and for the browser.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
SHOTS = (
    ("phone.png", "prompts/to-whoever-wakes-up.html", {"width": 390, "height": 780}, "dark"),
    ("desktop.png", "index.html", {"width": 1240, "height": 780}, "light"),
)


def main() -> None:
    """Write a phone and a desktop view into images/."""
    chromium = subprocess.run(
        [ROOT / "tools/chromium"], capture_output=True, text=True, check=True
    ).stdout.strip()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for name, path, size, scheme in SHOTS:
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
            page.goto((ROOT / "site" / path).as_uri())
            page.screenshot(path=ROOT / "images" / name)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
