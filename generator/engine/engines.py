"""Registry of the engines: packages, versions, and dispatch of a build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.engine import mkdocs, zensical
from generator.engine.configuration import engine_of
from generator.engine.names import EngineName
from generator.problems import EnvironmentProblem


@dataclass(frozen=True)
class Engine:
    """Metadata of an engine."""

    title: str
    packages: tuple[str, ...]
    """Distributions that have to be installed; another version of any invalidates a site."""
    engine_difference: str = ""
    """How it differs from MkDocs, in a sentence for who chose it; empty if it does not."""


_THEMED = ("mkdocs-material", "markdown")
_ALL_PAGES = "{} built every page anew; only MkDocs builds just those that changed."

ENGINES = {
    EngineName.MKDOCS: Engine("MkDocs", ("mkdocs", *_THEMED)),
    EngineName.PROPERDOCS: Engine(
        "ProperDocs", ("properdocs", *_THEMED), _ALL_PAGES.format("ProperDocs")
    ),
    EngineName.ZENSICAL: Engine(
        "Zensical",
        ("zensical", "markdown"),
        f"{_ALL_PAGES.format('Zensical')} It does not tell of pages "
        "that no navigation names, nor of addresses that begin with a slash.",
    ),
}


def build_pages(config: Path, out: Path, *, today: date) -> None:
    """Build every page of an edition into the folder `out`, by the engine that `config` names.

    Strict: a warning raises EngineError. Deterministic: the same input on the same day gives the
    same output.
    """
    engine = engine_of(config)
    if engine is EngineName.ZENSICAL:
        zensical.build_pages(config, out)
    else:
        mkdocs.build_pages(engine.value, config, out, today=today)


def engine_versions(config: Path) -> tuple[str, ...]:
    """Name and version of each of the engine's packages; EnvironmentProblem if one is absent."""
    name = engine_of(config)
    engine = ENGINES[name]
    versions = []
    for package in engine.packages:
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            raise _absent(name, package) from None
    return tuple(versions)


def engine_difference(config: Path) -> str:
    """A sentence on how an edition's engine differs from MkDocs; empty if it does not."""
    return ENGINES[engine_of(config)].engine_difference


def _absent(name: EngineName, package: str) -> EnvironmentProblem:
    extra = "" if name is EngineName.MKDOCS else f"[{name.value}]"
    other = "" if name is EngineName.MKDOCS else " Or build with MkDocs: --engine mkdocs."
    return EnvironmentProblem(
        f"{ENGINES[name].title} cannot build the pages: {package} is not installed. To install it: "
        f'pip install "writing-site{extra}".{other}'
    )
