"""What an engine that fails has written is told as one readable line."""

from __future__ import annotations

import pytest

from generator.engine.process import EngineError, run_engine
from generator.report import report


def test_the_end_of_unknown_output_is_one_line() -> None:
    """Nobody found a reason in it, so all of it is told, and no line break as a code."""
    with pytest.raises(EngineError) as caught:
        run_engine(["timeit", "-n1", "raise KeyError('lost')"], lambda output: ())
    (line,) = report(caught.value.problems).splitlines()
    assert "Traceback (most recent call last): File" in line
    assert "KeyError: 'lost' [engine-takes-the-pages]" in line
    assert "<U+000A>" not in line
