"""Lighthouse scores and Core Web Vitals of the built site (mobile emulation), with gates.

    npm ci --prefix benchmarks --ignore-scripts
    python benchmarks/lighthouse.py [--runs 3] [PATH...]

Serves `site/` as a host would: below the path of its URL, compressed with Brotli, with the headers
of its own `_headers`. Runs Lighthouse in the installed Chromium, several times a page, prints
medians and the gates that are not met; its exit code is then 1. Makes no request to another host.

The performance score needs an idle machine: Lighthouse measures how long scripts block the main
thread, and other programs prolong that. The other three scores are the same on any machine.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli
import click

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
PREFIX = "/writing/"
LIGHTHOUSE = ROOT / "benchmarks/node_modules/lighthouse/cli/index.js"
PAGES = (
    "index.html",
    "browse/mood/anxious.html",
    "prompts/one-thing-that-stayed.html",
    "prompts/an-hour-on-the-bench.html",
    "techniques/unsent-letter.html",
    "worksheets/index.html",
    "worksheets/sleep-diary.html",
    "packets/first-two-weeks.html",
    "resources/index.html",
    "crisis.html",
)
"""Home, a feeling, a prompt, a deep one, a guide, the sheets, a sheet, a packet, the listings, whom
to call."""
GATES = {
    "performance": ("Perf", 98, True),
    "accessibility": ("A11y", 100, True),
    "best-practices": ("BP", 100, True),
    "seo": ("SEO", 100, True),
    "largest-contentful-paint": ("LCP, ms", 2500, False),
    "cumulative-layout-shift": ("CLS", 0.02, False),
}
"""Lighthouse category or audit → title of its column, threshold, whether higher is better."""
COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


class _Host(SimpleHTTPRequestHandler):
    """Static file server with Brotli compression and the headers of the site's `_headers`."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the file below PREFIX, or status 404."""
        path = self.path.partition("?")[0]
        file = (SITE / path.removeprefix(PREFIX)).resolve()
        if not path.startswith(PREFIX) or not file.is_relative_to(SITE) or not file.is_file():
            self.send_error(404)
            return
        squeeze = file.suffix in COMPRESSED and "br" in self.headers.get("Accept-Encoding", "")
        body = _compressed(file) if squeeze else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        if squeeze:
            self.send_header("Content-Encoding", "br")
        for name, value in _headers().items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: only the table is printed."""


@cache
def _compressed(file: Path) -> bytes:
    return brotli.compress(file.read_bytes(), quality=9)


@cache
def _headers() -> dict[str, str]:
    """The headers of every page: the first block of `_headers`; memoized."""
    found: dict[str, str] = {}
    for line in (SITE / "_headers").read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "\t", "#")) and found:
            break
        name, colon, value = line.strip().partition(": ")
        if line.startswith((" ", "\t")) and colon:
            found[name] = value
    return found


@contextmanager
def _served() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()


def _run(address: str, chromium: str) -> dict[str, Any]:
    """Run Lighthouse on one URL; returns its JSON report."""
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if os.geteuid() == 0 else "")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                "node", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}",
                f"--chrome-flags={flags}", "--only-categories="
                "performance,accessibility,best-practices,seo", "--no-enable-error-reporting",
            ],
            check=True,
            env={**os.environ, "CHROME_PATH": chromium},
        )  # fmt: skip
        return json.loads(report.read_text("utf-8"))  # type: ignore[no-any-return]


def _figures(report: dict[str, Any]) -> dict[str, float]:
    scores = {name: round(c["score"] * 100) for name, c in report["categories"].items()}
    audits = {name: report["audits"][name]["numericValue"] for name in GATES if name not in scores}
    return scores | audits


def _faults(report: dict[str, Any]) -> list[str]:
    """Failed audits that count for accessibility, best practices and SEO."""
    return [
        f"{report['audits'][ref['id']]['title']} [{ref['id']}]"
        for name, category in report["categories"].items()
        if name != "performance"
        for ref in category["auditRefs"]
        if ref["weight"] and (report["audits"][ref["id"]]["score"] or 0) < 1
        and report["audits"][ref["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual")
    ]  # fmt: skip


@click.command()
@click.option("--runs", default=3, show_default=True, help="How often each page is looked at.")
@click.argument("paths", nargs=-1)
def main(runs: int, paths: tuple[str, ...]) -> None:
    """Print a line for each page, then the gates that are not met."""
    if not LIGHTHOUSE.is_file():
        sys.exit("Lighthouse is not here: npm ci --prefix benchmarks --ignore-scripts")
    chromium = subprocess.run(
        [ROOT / "tools/chromium"], capture_output=True, text=True, check=True
    ).stdout.strip()
    missed: list[str] = []
    click.echo("| page | " + " | ".join(title for title, _, _ in GATES.values()) + " |")
    click.echo("| --- |" + " ---: |" * len(GATES))
    with _served() as base:
        for path in paths or PAGES:
            reports = [_run(base + path, chromium) for _ in range(runs)]
            every = [_figures(report) for report in reports]
            medians = {name: statistics.median(f[name] for f in every) for name in GATES}
            click.echo(
                f"| {path} | "
                + " | ".join(
                    f"{medians[n]:.3g}" if medians[n] < 1 else f"{medians[n]:.0f}" for n in GATES
                )
                + " |"
            )
            for name, (title, gate, more) in GATES.items():
                if medians[name] < gate if more else medians[name] > gate:
                    missed.append(f"{path}: {title} is {medians[name]:.3g}, the gate is {gate}")
            missed += sorted(
                {f"{path}: {fault}" for report in reports for fault in _faults(report)}
            )
    for line in missed or ["Every gate is met."]:
        click.echo(line)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
