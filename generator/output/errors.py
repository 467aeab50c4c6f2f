"""Why writing was refused; nothing has been written when one of these is raised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from generator.problems import OutsideProblem


class OutputError(OutsideProblem):
    """The output folder is not in a state in which it may be written."""

    rule = "output-is-ours"


class UnsafePath(OutputError):
    """A path to be written is not a plain relative path, collides, or leaves the folder."""


class DamagedManifest(OutputError):
    """The list of the files we wrote cannot be read, so we cannot tell ours from theirs."""


MOST_NAMED = 8
"""Files that a sentence names; of more it says how many there are."""


class WriteRefused(OutputError):
    """Files stand in the way that are not ours to change; `paths` holds them all, sorted."""

    reason: ClassVar[str]
    way_on: ClassVar[str]
    """What to do about it, as one sentence."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(sorted(paths))
        named, more = self.paths[:MOST_NAMED], len(self.paths) - MOST_NAMED
        all_of_them = ", ".join(named) + (f" and {more} more" if more > 0 else "")
        super().__init__(f"{self.reason}: {all_of_them}. {self.way_on}")

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process, whole."""
        return type(self), (self.paths,)


class HandWrittenFile(WriteRefused):
    """A page would be written over a file that someone wrote by hand."""

    reason = "the build would write over files of which it does not know that it wrote them"
    way_on = "Move what is yours to another place, and delete the rest: it is made anew."


class EditedByHand(WriteRefused):
    """A file that we wrote was changed since, and the build would lose that change."""

    reason = "these generated files were edited by hand, and the build would lose the edits"
    way_on = (
        "They are made of what stands in content/: write the change there, and delete them here."
    )


class NotOurSite(OutputError):
    """The folder to publish to holds files that we did not put there."""
