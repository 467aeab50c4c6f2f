"""Pytest configuration: plugins, Hypothesis profiles, options; skipped tests fail in CI."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

pytest_plugins = ["tests.scheduling", "tests.programs", "tests.projects", "tests.servers"]

# CI tries the same examples every time, so that a failure repeats; elsewhere new ones are tried.
# None has a deadline, as a busy machine is no fault of theirs.
settings.register_profile("CI", derandomize=True, deadline=None, database=None)
settings.register_profile("here", deadline=None)
settings.load_profile("CI" if os.environ.get("CI") == "true" else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden` and `--sequences`."""
    parser.addoption(
        "--update-golden", action="store_true", help="Write the golden files as things are now."
    )
    parser.addoption(
        "--sequences", type=int, default=2,
        help="How many random series of edits are built step by step and cold, to compare them.",
    )  # fmt: skip


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the session in CI if a test was skipped: there every requirement is installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker of pytest-xdist; the controller reports its tests
        return
    if os.environ.get("CI") == "true" and reporter.stats.get("skipped"):
        reporter.write_line("A test was skipped; with CI=true that is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
