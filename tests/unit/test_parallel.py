"""Work that is divided is all done, once, wherever a share of it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from generator import parallel
from generator.parallel import FORKS, fork_map
from generator.progress import Done, no_progress

# The processes of pytest-xdist have threads; what is forked here asks nothing of them.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

ITEMS = range(1000)


def squares(share: Sequence[int], done: Done) -> dict[int, int]:
    """The square of each."""
    found = {}
    for number in share:
        found[number] = number * number
        done(len(found), len(share))
    return found


def joined(results: list[dict[int, int]]) -> dict[int, int]:
    """All results."""
    return {number: square for result in results for number, square in result.items()}


@pytest.mark.parametrize("count", [1, 3])
def test_every_item_is_in_one_share(count: int) -> None:
    """All of them are done, in as many shares as there are cores, and told of up to the last."""
    heard: list[tuple[int, int]] = []
    results = fork_map(squares, ITEMS, cores=count, done=lambda *told: heard.append(told))
    assert len(results) == (count if FORKS else 1)
    assert sum(map(len, results)) == len(ITEMS)
    assert joined(results) == squares(ITEMS, no_progress)
    assert heard[-1] == (1000, 1000)
    assert heard == sorted(heard)


def test_little_work_is_not_divided() -> None:
    """Forking costs more than a few items."""
    assert len(fork_map(squares, range(parallel.WORTH_IT), cores=8)) == 1
    assert fork_map(squares, [], cores=8) == [{}]


def test_a_process_with_threads_does_not_fork() -> None:
    """A lock that another thread holds would be held for ever in the child."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert len(fork_map(squares, ITEMS)) == 1
    finally:
        ended.set()
        thread.join()


def test_a_share_whose_process_is_killed_is_done_here() -> None:
    """Nothing is missing where the system ended a process, for want of memory say."""
    here = os.getpid()

    def dies_elsewhere(share: Sequence[int], done: Done) -> dict[int, int]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return squares(share, done)

    assert joined(fork_map(dies_elsewhere, ITEMS, cores=3)) == squares(ITEMS, no_progress)


def test_a_share_is_done_here_where_no_process_can_be_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A host may allow no more than so many."""

    def refused(process: BaseProcess) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(BaseProcess, "start", refused)
    assert joined(fork_map(squares, ITEMS, cores=3)) == squares(ITEMS, no_progress)


def test_an_error_is_the_one_of_the_work(tmp_path: Path) -> None:
    """Raised here, whichever share it is in; and no process is left behind."""

    def fails(share: Sequence[int], done: Done) -> dict[int, int]:
        (tmp_path / str(os.getpid())).touch()
        if 999 in share:
            raise ValueError("of the last one")
        return squares(share, done)

    with pytest.raises(ValueError, match="of the last one"):
        fork_map(fails, ITEMS, cores=3)
    for process in tmp_path.iterdir():
        assert process.name == str(os.getpid()) or not _runs(int(process.name))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_ends_a_program_is_heard_by_the_one_that_waits() -> None:
    """A supervisor ends all of a program's processes at once; the others would each print why."""
    here = os.getpid()

    def heard(share: Sequence[int], done: Done) -> bool:
        usual = signal.getsignal(signal.SIGTERM) is not signal.SIG_IGN
        return usual == (os.getpid() == here)

    assert all(fork_map(heard, ITEMS, cores=3))


AWAY = """
import sys, time
from pathlib import Path
from generator import parallel

def work(share, done):
    Path(sys.argv[1], str(parallel.os.getpid())).touch()
    time.sleep(600)

parallel.fork_map(work, range(1000), cores=3)
"""


def test_nothing_outlives_a_killed_parent(tmp_path: Path) -> None:
    """A child would hold the output open, and whoever reads it would wait for ever."""
    parent = subprocess.Popen([sys.executable, "-c", AWAY, tmp_path], stdout=subprocess.PIPE)
    processes = 3 if FORKS else 1
    until = time.monotonic() + 60
    while len(list(tmp_path.iterdir())) < processes and time.monotonic() < until:
        time.sleep(0.01)
    parent.kill()
    out, _ = parent.communicate(timeout=60)
    assert out == b""
    assert len(list(tmp_path.iterdir())) == processes
