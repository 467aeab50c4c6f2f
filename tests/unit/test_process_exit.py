"""A process ends with its code and all its output, and without freeing its objects."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

OPENING = """
    import atexit, sys
    from generator.process_exit import quick_exit

    class Kept:
        def __del__(self):
            print("freed", file=sys.stderr)

    kept = Kept()
    with quick_exit():
        atexit.register(print, "handled")
        print("said")
"""


def ended(last: str) -> subprocess.CompletedProcess[str]:
    """A process that has an object, a handler and output when it ends with a statement."""
    script = f"{textwrap.dedent(OPENING)}    {last}\n"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)


@pytest.mark.parametrize(
    ("last", "code"), [("sys.exit()", 0), ("sys.exit(0)", 0), ("sys.exit(2)", 2)]
)
def test_what_others_see_is_finished(last: str, code: int) -> None:
    """Buffered output and handlers first; then the process ends, its objects as they are."""
    done = ended(last)
    assert (done.returncode, done.stdout, done.stderr) == (code, "said\nhandled\n", "")


def test_a_mistake_of_the_program_is_shown() -> None:
    """An exception that nobody foresaw ends the process as it always does."""
    done = ended("raise KeyError('lost')")
    assert done.returncode == 1
    assert done.stdout == "said\nhandled\n"
    assert done.stderr.endswith("KeyError: 'lost'\nfreed\n")


def test_a_sentence_for_a_code_is_printed() -> None:
    """`sys.exit` takes a sentence, which Python prints."""
    done = ended("sys.exit('No.')")
    assert (done.returncode, done.stderr) == (1, "No.\nfreed\n")
