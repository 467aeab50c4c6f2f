"""Benchmark of printing the real worksheets: CPU time, cache hits, sizes, memory.

Usage: python benchmarks/worksheets.py [times]

Prints CPU milliseconds per PDF, cold (a new process, empty cache) and warm; wall-clock milliseconds
of a run with a full cache; sizes; peak memory. If WeasyPrint is installed, the same sheets from
their HTML for comparison.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.content.edition_id import Edition
from generator.pages.parts.sheets import sheet_views
from generator.pages.planners import plan_site
from generator.places import Places
from generator.reading import read
from generator.render.environment import Renderer
from generator.site.site import Site
from generator.site.words import load_words
from generator.worksheets.press import print_all
from generator.worksheets.print_jobs import Order, Print
from generator.worksheets.variant import VARIANTS, Size

ROOT = Path(__file__).parents[1]
THEME = ROOT / "generator" / "theme" / "css"


def main() -> None:
    """Measure and print a line for each figure."""
    if sys.argv[1:2] == ["--cold"]:
        click.echo(_timed(_orders()[:1], Path(sys.argv[2]))[1] * 1000)
        return
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    orders = _orders()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _timed(orders[:4], place / "warm-up")
        runs = [_timed(orders, place / f"run-{n}") for n in range(times)]
        again = [_timed(orders, place / "run-0") for _ in range(times)]
        both = [_timed(orders, place / f"cores-{n}", jobs=None)[2] for n in range(times)]
        cold = [_cold(place / f"cold-{n}") for n in range(times)]
        prints = runs[0][0]
    each = 1000 / len(orders)
    _say("PDFs", len(orders), "")
    _say("CPU each, cold, first of a process", statistics.median(cold), "ms")
    _say("CPU each, warm", statistics.median(r[1] for r in runs) * each, "ms")
    _say("wall each, all cores, process start included", statistics.median(both) * each, "ms")
    _say("nothing changed, wall each", statistics.median(r[2] for r in again) * each, "ms")
    for size in Size:
        sizes = [p.size / 1000 for p in prints if p.variant.size is size]
        _say(f"kB, {size} print, mean", statistics.mean(sizes), "kB")
        _say(f"kB, {size} print, largest", max(sizes), "kB")
    _say("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")
    _weasyprint()


def _orders() -> list[Order]:
    library, _ = read(Places(ROOT, Edition()), date.today())
    views = sheet_views(Site.of(library)).values()
    return [Order(view, variant) for view in views for variant in VARIANTS]


def _timed(
    orders: list[Order], cache: Path, *, jobs: int | None = 1
) -> tuple[list[Print], float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    made = print_all(orders, cache=cache, jobs=jobs)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return [one for one in made if isinstance(one, Print)], cpu, wall


def _cold(cache: Path) -> float:
    ran = subprocess.run(
        [sys.executable, __file__, "--cold", cache], capture_output=True, text=True, check=True
    )
    return float(json.loads(ran.stdout))


def _weasyprint() -> None:
    try:
        import weasyprint
    except (ImportError, OSError):
        click.echo("WeasyPrint is not installed here: nothing to compare with.")
        return
    library, _ = read(Places(ROOT, Edition()), date.today())
    words = load_words("en")
    renderer = Renderer(words, Site.of(library).href)
    css = "\n".join(file.read_text("utf-8") for file in sorted(THEME.glob("worksheet*.css")))
    bodies = []
    for page in plan_site(Site.of(library)):
        if page.template == "worksheet":
            html = renderer.render(replace(page, title=page.title))[1].decode()
            sheet = html[html.index('<section class="ws-sheet"') : html.index("</section>")]
            bodies.append(f'<style>{css}</style><body><div class="md-typeset">{sheet}</section>')
    started = time.process_time()
    sizes = [
        len(weasyprint.HTML(string=body).write_pdf(pdf_forms=True, pdf_variant="pdf/ua-1"))
        for body in bodies
    ]
    each = (time.process_time() - started) / len(bodies) * 1000
    _say("WeasyPrint, CPU each", each, "ms")
    _say("WeasyPrint, mean", statistics.mean(sizes) / 1000, "kB")


def _say(what: str, figure: float, unit: str) -> None:
    click.echo(f"{what:<48} {figure:8.1f} {unit}".rstrip())


if __name__ == "__main__":
    main()
