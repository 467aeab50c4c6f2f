"""Name patterns of files to ignore: of operating systems, editor backups, sync conflict copies.

Files of systems and editors are ignored silently. A conflict copy may hold somebody's work, so
callers warn of it.
"""

from __future__ import annotations

import re

COPY = "A sync program made this copy when two people changed a file at once; it is not read."
MERGE_COPY = "Compare it with the file, keep what is right there, and delete the copy."

_NAMES = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin", "__macosx", "lost+found"}
    | {"system volume information", "@eadir", "#recycle", "4913", "__pycache__"}
)
"""Names in lower case, of Windows, macOS, Linux, network drives and Python; `4913` is Vim's test
file."""
# Backups and swap files of Emacs, Vim, Kate and others; partial downloads and lock files of office
# programs; and every dotfile.
_EDITORS = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:sw[a-p]|tmp|temp|part|partial|crdownload|bak|orig|rej|kate-swp)|~\$.*",
    re.IGNORECASE | re.DOTALL,
)
# Syncthing, Dropbox and Nextcloud, Seafile.
_CONFLICTS = re.compile(
    r".*(?:\.sync-conflict-\d{8}-\d{6}|conflicted copy|\(SFConflict ).*", re.IGNORECASE
)


def is_stray(name: str) -> bool:
    """Whether a file or folder name is one of an operating system or an editor."""
    return name.lower() in _NAMES or _EDITORS.fullmatch(name) is not None


def has_stray_part(path: str) -> bool:
    """Whether any part of a POSIX path is such a name, so that the file must not be published."""
    return any(is_stray(name) or is_conflict_copy(name) for name in path.split("/"))


def is_conflict_copy(name: str) -> bool:
    """Whether a name is that of a conflict copy by a sync program."""
    return _CONFLICTS.fullmatch(name) is not None
