"""Why writing was refused; nothing has been written when one of these is raised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.problems import OutsideProblem


class OutputError(OutsideProblem):
    """The output folder is not in a state in which it may be written."""

    rule = "output-is-ours"


class UnsafePath(OutputError):
    """A path to be written is not a plain relative path, collides, or leaves the folder."""


class DamagedManifest(OutputError):
    """The list of the files we wrote cannot be read, so we cannot tell ours from theirs."""


class WriteRefused(OutputError):
    """Files stand in the way that are not ours to change; `paths` names them all, sorted."""

    reason = "these files are in the way"

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(sorted(paths))
        super().__init__(f"{self.reason}: {', '.join(self.paths)}")

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process, whole."""
        return type(self), (self.paths,)


class HandWrittenFile(WriteRefused):
    """A page would be written over a file that someone wrote by hand."""

    reason = "these files were written by hand, and the build would write over them"


class EditedByHand(WriteRefused):
    """A file that we wrote was changed since, and the build would lose that change."""

    reason = "these generated files were edited by hand, and the build would lose the edits"


class NotOurSite(OutputError):
    """The folder to publish to holds files that we did not put there."""
