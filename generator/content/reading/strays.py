"""Files that systems, editors and sync programs leave beside others: nobody wrote them to be read.

What is left by a system or an editor is passed over without a word. A conflict copy may hold what
somebody wrote, so it is passed over with a warning.
"""

from __future__ import annotations

import re

COPY = "A sync program made this copy when two people changed a file at once; it is not read."
MERGE_COPY = "Compare it with the file, keep what is right there, and delete the copy."

_NAMES = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin", "__macosx", "lost+found"}
    | {"system volume information", "@eadir", "#recycle", "4913", "__pycache__"}
)
"""Of Windows, macOS, Linux, network drives, Python, and the file with which Vim tries a folder."""
# Copies of Emacs, Vim, Kate and others; what is being saved, downloaded or is open in an office
# program; and whatever begins with a dot.
_EDITORS = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:sw[a-p]|tmp|temp|part|partial|crdownload|bak|orig|rej|kate-swp)|~\$.*",
    re.IGNORECASE | re.DOTALL,
)
# Syncthing, Dropbox and Nextcloud, Seafile.
_CONFLICTS = re.compile(
    r".*(?:\.sync-conflict-\d{8}-\d{6}|conflicted copy|\(SFConflict ).*", re.IGNORECASE
)


def is_stray(name: str) -> bool:
    """Whether a file or folder of this name was left by a system or an editor."""
    return name.lower() in _NAMES or _EDITORS.fullmatch(name) is not None


def is_left_beside(path: str) -> bool:
    """Whether a path leads to such a file, or into such a folder, so that nobody may publish it."""
    return any(is_stray(name) or is_conflict_copy(name) for name in path.split("/"))


def is_conflict_copy(name: str) -> bool:
    """Whether a sync program made it, as two people had changed a file at once."""
    return _CONFLICTS.fullmatch(name) is not None
