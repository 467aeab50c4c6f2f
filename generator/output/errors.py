"""Errors that refuse to write: unsafe paths, foreign or edited files, a damaged manifest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from generator.problems import OutsideProblem


class OutputError(OutsideProblem):
    """The output folder is in no state to be written: base class of the errors below."""

    rule = "output-is-ours"


class UnsafePath(OutputError):
    """A path to be written is not plain and relative, collides with another, or leads elsewhere."""


class DamagedManifest(OutputError):
    """The manifest cannot be parsed, so generated files cannot be told from hand-written ones."""


MOST_NAMED = 8
"""Paths that a message lists; of the rest it gives the number."""


class WriteRefused(OutputError):
    """Files in the way may not be overwritten; `paths` are all of them, sorted."""

    reason: ClassVar[str]
    remedy: ClassVar[str]
    """What the reader can do about it, as one sentence."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(sorted(paths))
        named, more = self.paths[:MOST_NAMED], len(self.paths) - MOST_NAMED
        all_of_them = ", ".join(named) + (f" and {more} more" if more > 0 else "")
        super().__init__(f"{self.reason}: {all_of_them}. {self.remedy}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the constructor's own argument, to come whole out of a worker process."""
        return type(self), (self.paths,)


class HandWrittenFile(WriteRefused):
    """A generated file would overwrite one that is not in the manifest."""

    reason = "the build would write over files of which it does not know that it wrote them"
    remedy = "Move what is yours to another place, and delete the rest: it is made anew."


class EditedByHand(WriteRefused):
    """A generated file has another hash than the manifest says: an edit would be lost."""

    reason = "these generated files were edited by hand, and the build would lose the edits"
    remedy = (
        "They are made of what stands in content/: write the change there, and delete them here."
    )


class NotOurSite(OutputError):
    """The folder to publish to holds files and not the marker file of a published site."""
