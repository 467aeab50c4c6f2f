"""Test order: slow tests first, balanced between the workers of pytest-xdist."""

from __future__ import annotations

import os

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Reorder the tests so that each worker's share begins with slow ones (work stealing).

    pytest-xdist cuts the list into equal parts before workers take from each other. The first part
    begins with the tests of the real site, the last with those of other sites, and those between
    with tests that need neither, so that no worker waits while another builds one. Of the quick
    tests, those of the real content come first, so that one worker reads it for them, not each.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", 1))
    slow = sorted((item for item in items if _takes_long(item)), key=_site_needed)
    quick = sorted((i for i in items if not _takes_long(i)), key=lambda i: not _reads_content(i))
    most, each = -(-len(slow) // workers), len(items) // workers
    parts = [slow[part * most : (part + 1) * most] for part in range(workers)]
    for part in parts[1:-1]:
        part.sort(key=lambda item: _site_needed(item) != OWN)
    if workers > 1:
        parts[-1].sort(key=_site_needed, reverse=True)
    items.clear()
    for part in parts:
        room = max(0, each - len(part))
        items += [*part, *quick[:room]]
        quick = quick[room:]
    items += quick


def _takes_long(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "site"))


def _reads_content(item: pytest.Item) -> bool:
    return not CONTENT.isdisjoint(getattr(item, "fixturenames", ()))


CONTENT = {"real_read", "library", "shown", "plan", "every_page"}
"""Fixtures that read the real content, once for each worker with a test that uses one."""
REAL, OWN, CLINICS = range(3)
"""The site that a test needs: the real one, none or one of its own, those of example clinics."""


def _site_needed(item: pytest.Item) -> int:
    names = getattr(item, "fixturenames", ())
    return CLINICS if "example" in names else REAL if "real" in names else OWN
