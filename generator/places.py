"""Project layout: paths of sources, generated files and scratch space of an edition."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from generator.content.edition_id import Edition
from generator.content.layers.names import CLINIC_FILE, CLINICS, KEPT
from generator.problems import EnvironmentProblem
from generator.text.suggestions import as_id, suggestion

SHIPPED = Path(__file__).parent / "shipped"
"""The library bundled with an installed package; missing in a clone of the repository."""
USUAL_PACKS = "dist"
"""Default folder for the zip file of a site."""


@dataclass(frozen=True)
class Places:
    """Paths of one edition of a project.

    The default edition uses the project's own `docs/` and `site/`, so that the engine can also be
    run by hand on what was generated. Any other has its own below `.build/` and `sites/`, and a
    clinic with a folder of its own has all its output there.
    """

    root: Path
    """Folder of the library: content/ and mkdocs.yml."""
    edition: Edition
    own: Path | None = None
    """The clinic's own folder, if it is not one of those in content/clinics/."""
    engine: str | None = None
    """Name of the engine to build with, overriding the configuration; None for that of it."""
    made: Path | None = None
    """Output folder, if it is not beside the sources: on a worker of a cluster, one of its own."""

    @property
    def is_base(self) -> bool:
        """Whether this is the default edition, which has `docs/` and `site/` in `root`."""
        return self.own is None and self.made is None and self.edition == Edition()

    @property
    def content(self) -> Path:
        """What clinicians write."""
        return self.root / "content"

    @property
    def docs(self) -> Path:
        """Input of the engine for this edition; all of it is generated."""
        return self.root / "docs" if self.is_base else self.work / "docs"

    @property
    def base_config(self) -> Path:
        """The engine's configuration that people maintain."""
        return self.root / "mkdocs.yml"

    @property
    def config(self) -> Path:
        """The derived configuration with which the engine builds this edition."""
        return self.work / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """The published site."""
        if self.own is not None and self.made is None:
            return self.own / "site"
        sites = (self.made or self.root) / "sites"
        return self.root / "site" if self.is_base else sites / self.name

    @property
    def work(self) -> Path:
        """Scratch space of this edition; may be deleted at any time."""
        return self._scratch / self.name

    @property
    def prints(self) -> Path:
        """Cache of printed worksheets, shared by editions; may be deleted at any time."""
        return self._scratch / "prints"

    @property
    def lock(self) -> Path:
        """Lock file of builds of this edition."""
        return self.work.with_suffix(".lock")

    @property
    def _scratch(self) -> Path:
        return (self.made or self.own or self.root) / ".build"

    @property
    def name(self) -> str:
        """Stem of files and folders of the edition: clinic and locale."""
        return f"{self.edition.clinic}-{self.edition.locale}"


def library_root(here: Path) -> Path:
    """The folder of the library: `here` if it has content/, otherwise the bundled one.

    That is inside the installed package, or the repository whose program is run.
    """
    if (here / "content").is_dir():
        return here
    return SHIPPED if SHIPPED.is_dir() else Path(__file__).parents[1]


def places_of(clinic: str | None, here: Path) -> Places:
    """The places of a clinic, named by its id or its folder, relative to `here`.

    None is the default clinic if `here` has a library, otherwise the clinic whose folder `here` is.
    Raises EnvironmentProblem if there is no such clinic.
    """
    root = library_root(here)
    if clinic is None and root == here:
        return Places(root, Edition())
    if clinic is None:
        if (here / CLINIC_FILE).is_file():
            return _own_places(root, Path())
        raise EnvironmentProblem(
            f"There is nothing to build here: neither the folder content/ nor a {CLINIC_FILE}. "
            "To start a site of your own: writing-site new clinic <folder>."
        )
    inside = root / "content" / CLINICS
    if root == here and clinic and clinic == as_id(clinic) and (inside / clinic).is_dir():
        return Places(root, Edition(clinic))
    if (here / clinic / CLINIC_FILE).is_file():
        return _own_places(root, Path(clinic))
    known = sorted(place.name for place in inside.iterdir()) if root == here else []
    hint = suggestion(as_id(clinic), [name for name in known if name == as_id(name)])
    if clinic in known:
        hint = f"Rename content/{CLINICS}/{clinic} to {as_id(clinic)}."
    hint = hint or "To start one: writing-site new clinic <folder>."
    raise EnvironmentProblem(
        f'There is no clinic "{clinic}": neither a folder with a {CLINIC_FILE}, nor one in '
        f"content/{CLINICS}/. {hint}"
    )


def expect_output_folder(folder: Path, places: Places) -> None:
    """Raise EnvironmentProblem if a folder for output lies in the sources, in docs/ or in site/.

    In the sources the next build would read it, in docs/ or site/ delete it. The message names a
    folder to take instead. Also raises it if the folder may not be written or made by this user,
    and NotADirectoryError if a file is in the way. Makes nothing.
    """
    _expect_writable(folder)
    to = folder.resolve()
    for above in (to, *to.parents):
        if above in (places.site.resolve(), places.docs.resolve()):
            raise EnvironmentProblem(
                f"{folder} is in {above.name}/, which each build makes anew. Name another folder, "
                f"such as {USUAL_PACKS}."
            )
        if above != to and (above / CLINIC_FILE).is_file():
            if _is_kept_free(to, above):
                return
            raise EnvironmentProblem(
                f"{folder} is among what a clinic writes. Name a folder outside of the clinic's, "
                f"or the folder {USUAL_PACKS} in it."
            )
        if above == places.content.resolve():
            raise EnvironmentProblem(
                f"{folder} is among what people write. Name a folder outside of "
                f"{places.content.name}/, such as {USUAL_PACKS} beside it."
            )


def _expect_writable(folder: Path) -> None:
    """Raise as `expect_output_folder` if the folder, or its nearest parent, is none to write to."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not there.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(there))
    if not os.access(there, os.W_OK | os.X_OK):
        reason = "" if there == folder else f"{folder} cannot be made, as "
        raise EnvironmentProblem(
            f"{reason}{there} may not be written by this user. Check its owner and its permissions."
        )


def expect_clinic_folder(folder: Path, places: Places) -> None:
    """Raise EnvironmentProblem if a new clinic's folder lies in the library or another clinic."""
    to, content = folder.resolve(), places.content.resolve()
    if to.parent == content / CLINICS:
        return
    for above in to.parents:
        if above == content or (above / CLINIC_FILE).is_file():
            raise EnvironmentProblem(
                f"{folder} is in {above.name}/, where it would not belong. Choose a folder outside "
                "of it."
            )


def _is_kept_free(folder: Path, clinic: Path) -> bool:
    """Whether a path lies in a folder of a clinic's own from which nothing is read."""
    name = folder.relative_to(clinic).parts[0]
    return name in KEPT or name.startswith(".")


def clinics_in(here: Path) -> tuple[str, ...]:
    """The ids of all clinics of the library in `here`, sorted."""
    folder = here / "content" / CLINICS
    names = (file.parent.name for file in folder.glob(f"*/{CLINIC_FILE}"))
    return tuple(sorted(name for name in names if name == as_id(name)))


def _own_places(root: Path, folder: Path) -> Places:
    return Places(root, Edition(as_id(folder.resolve().name) or "clinic"), folder)
