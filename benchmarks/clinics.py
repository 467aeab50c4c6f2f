"""How long many clinics take side by side, against each by itself, and again when one changed.

Usage: python benchmarks/clinics.py [clinics] [--apart clinics]

Makes up clinics over the real library, each with a name, an address and a color of its own, and
builds them in one run on all cores. A few are then built one by one, each by a command of its own
from an empty cache, and counted up to as many. Then all again with nothing changed, and with one
clinic's tagline changed. Seconds are by the clock: what else the machine does counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]


@click.command()
@click.argument("clinics", type=int, default=20)
@click.option("--apart", type=int, default=2, show_default=True, help="How many to build alone.")
def main(clinics: int, apart: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(prefix="writing-site-clinics-") as folder:
        here = Path(folder)
        own = [_make_up(here, number) for number in range(clinics)]
        together = _seconds(own)
        again = _seconds(own)
        edited = own[0] / "clinic.yaml"
        text = edited.read_text("utf-8")
        edited.write_text(text.replace("in a row", "in another row"), "utf-8")
        changed = _seconds(own)
        alone = [_make_up(here, clinics + number) for number in range(apart)]
        each = sum(_seconds([one]) for one in alone) / max(apart, 1)
    cores = os.cpu_count()
    click.echo(f"{clinics} clinics side by side on {cores} cores: {together:.0f} s")
    click.echo(f"one by itself: {each:.1f} s; {clinics} of them: {each * clinics:.0f} s")
    if apart:
        click.echo(f"side by side takes {together / (each * clinics):.2f} of that")
    click.echo(f"again, nothing changed: {again:.0f} s")
    click.echo(f"again, one changed: {changed:.0f} s")


def _make_up(here: Path, number: int) -> Path:
    """A clinic's own folder with a name and a color that no other has."""
    own = here / f"clinic-{number}"
    own.mkdir()
    text = (ROOT / "content/clinics/default/clinic.yaml").read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith(_OWN)]
    shade = f"#{0x20 + 7 * number % 0x30:02x}4a6f"
    lines += [
        f"name: Made-up clinic {number}",
        f"short_name: Clinic {number}",
        f"tagline: Number {number} in a row",
        f"base_url: https://example.org/clinic-{number}/",
        f'primary_colour: "{shade}"',
    ]
    (own / "clinic.yaml").write_text("\n".join([*lines, ""]), "utf-8")
    return own


def _seconds(clinics: list[Path]) -> float:
    words = [word for own in clinics for word in ("--clinic", str(own))]
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "generator", "build", *words],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return time.perf_counter() - started


_OWN = ("name:", "short_name:", "tagline:", "base_url:", "primary_colour:")

if __name__ == "__main__":
    main()
