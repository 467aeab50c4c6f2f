"""How tests are run: their fixtures, their options, and the rule about skipping."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

pytest_plugins = ["tests.order", "tests.programs", "tests.projects", "tests.servers"]

# The build service asks the same examples every time: what fails there fails again. Here others are
# tried each time, and a machine that does other work beside it is no fault of theirs.
settings.register_profile("CI", derandomize=True, deadline=None, database=None)
settings.register_profile("here", deadline=None)
settings.load_profile("CI" if os.environ.get("CI") == "true" else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What is done on request only."""
    parser.addoption(
        "--update-golden", action="store_true", help="Write the golden files as things are now."
    )
    parser.addoption(
        "--sequences", type=int, default=2,
        help="How many random series of edits are built step by step and cold, to compare them.",
    )  # fmt: skip


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On the build service a test that was skipped is a failure: there it has all it needs."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:  # a worker; whoever gave it its tests reports them
        return
    if os.environ.get("CI") == "true" and reporter.stats.get("skipped"):
        reporter.write_line("A test was skipped; with CI=true that is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
