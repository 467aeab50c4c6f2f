"""How often Python looks for garbage while much is made and hardly any of it dropped."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def infrequent_gc() -> Iterator[None]:
    """Look for garbage less often: this makes a million values and drops hardly any.

    With 10,000 prompts a third of the time of reading went into looking them through in vain.
    """
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def collection_afterwards() -> Iterator[None]:
    """Look for garbage when the work is done, for a process in which somebody waits for that work.

    In the midst of it a look through all that such a process keeps takes a quarter of a second.
    What is kept after the first work is taken to stay, and is not looked through again.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()
