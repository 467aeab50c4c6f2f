"""Tuning of Python's cyclic garbage collector for phases that allocate much and free little."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def infrequent_gc() -> Iterator[None]:
    """Raise the threshold of generation 0 to 50,000 allocations during the block.

    For work that makes a million objects and frees hardly any: with 10,000 prompts a third of the
    time of reading was spent in the collector, in vain.
    """
    usual = gc.get_threshold()
    gc.set_threshold(50_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def collection_afterwards() -> Iterator[None]:
    """Disable the collector during the block and collect after it, where latency matters.

    In the midst of the work a full collection of a long-lived process takes a quarter of a second.
    Objects alive after the first block are taken to be permanent (`gc.freeze`).
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()
