"""The port at which a site is served."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main


@pytest.mark.parametrize("port", ["-1", "65536", "80000000", "eighty"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    """In a sentence, before anything is built."""
    ran = CliRunner().invoke(main, ["serve", "--port", port])
    assert ran.exit_code == 2
    assert "'--port'" in ran.output
