"""Where everything of a project is: one folder for people, one for each edition's making."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.content.library import Edition


@dataclass(frozen=True)
class Places:
    """The folders and files of one edition of a project.

    The default edition uses the project's own `docs/`, `mkdocs.yml` and `site/`, so that the
    engine can also be run by hand on what was generated. Any other has its own under `.build/`
    and `sites/`.
    """

    root: Path
    edition: Edition

    @property
    def content(self) -> Path:
        """What clinicians write."""
        return self.root / "content"

    @property
    def handwritten(self) -> Path:
        """Pages written by hand; also where the default edition's pages are generated."""
        return self.root / "docs"

    @property
    def docs(self) -> Path:
        """The Markdown from which the engine builds this edition."""
        return self.handwritten if self.edition.is_default else self.work / "docs"

    @property
    def base_config(self) -> Path:
        """The hand-kept configuration of the engine."""
        return self.root / "mkdocs.yml"

    @property
    def config(self) -> Path:
        """The configuration with which the engine builds this edition."""
        return self.base_config if self.edition.is_default else self.work / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site" if self.edition.is_default else self.root / "sites" / self._name

    @property
    def work(self) -> Path:
        """Scratch space of this edition; may be deleted at any time."""
        return self.root / ".build" / self._name

    @property
    def prints(self) -> Path:
        """Worksheets as they were printed, of all editions; may be deleted at any time."""
        return self.root / ".build" / "prints"

    @property
    def lock(self) -> Path:
        """Held while a build of any edition runs."""
        return self.root / ".build" / "lock"

    @property
    def _name(self) -> str:
        return f"{self.edition.clinic}-{self.edition.locale}"
