"""OSError as one plain sentence for somebody who does not program, by errno."""

from __future__ import annotations

import errno
import os

from generator.text.characters import visible


def sentence_of(error: OSError) -> str:
    """A sentence that names the file, if the error does, and says what to do if that is known."""
    name = error.filename2 or error.filename
    shown = (
        visible(os.fsdecode(name))
        if isinstance(name, str | bytes)
        else "what is to be written or read"
    )
    # An output that was closed or is full has no name.
    pattern = _SENTENCES.get(error.errno or 0, _OTHER)
    reason = visible(error.strerror or str(error) or type(error).__name__)
    sentence = pattern.format(shown, reason=reason)
    return sentence if name else sentence[:1].upper() + sentence[1:]


_WITHOUT_NAME = "what is read or written"  # such as an output that leads to a full disk
_NO_ROOM = "There is no room left on the disk for {}. Make some, and try again."
_NO_RIGHT = "{} may not be read or written by this user. Check its owner and its permissions."
_IN_THE_WAY = "{} is in the way: it is a file, and a folder is needed there. Move it elsewhere."
_OTHER = "{} could not be opened: {reason}."
_SENTENCES = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.EROFS: "{} may not be written, as it is on a disk that can only be read.",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENOENT: "{} is not there.",
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: "{} is in the way: it is a folder, and a file belongs there. Move it elsewhere.",
    errno.ENAMETOOLONG: "{} has a longer name than this system allows. Use a shorter one.",
    errno.ELOOP: "{} is a link that leads back to itself. Remove it.",
    errno.EMFILE: "Too many files are open for this system to open {}.",
    errno.EAGAIN: "This system allows no more processes for {}. Close other programs first.",
    errno.ENOMEM: "There is not enough memory for {}. Close other programs, and try again.",
    errno.EXDEV: "{} is on another disk than where it has to go.",
}
