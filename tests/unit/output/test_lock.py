"""One build at a time."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from generator.output.lock import build_lock


def test_first_build_does_not_wait(tmp_path: Path) -> None:
    """A build that is alone is never told that it waits."""
    calls: list[str] = []
    with build_lock(tmp_path / "new" / "lock", waiting=lambda: calls.append("waited")):
        pass
    assert calls == []


def test_second_build_waits_for_the_first(tmp_path: Path) -> None:
    """The second build says once that it waits, and runs after the first has ended."""
    events: list[str] = []
    is_waiting = threading.Event()

    def say() -> None:
        events.append("waiting")
        is_waiting.set()

    def second() -> None:
        with build_lock(tmp_path / "lock", waiting=say):
            events.append("second")

    with build_lock(tmp_path / "lock"):
        thread = threading.Thread(target=second)
        thread.start()
        assert is_waiting.wait(5)
        events.append("first ends")
    thread.join(5)
    assert events == ["waiting", "first ends", "second"]


def test_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    """A build that fails does not keep the next one waiting."""
    try:
        with build_lock(tmp_path / "lock"):
            raise ValueError
    except ValueError:
        pass
    with build_lock(tmp_path / "lock", waiting=lambda: sys.exit("waited")):
        pass


def test_killed_build_leaves_no_lock(tmp_path: Path) -> None:
    """A build that was killed while it held the lock does not keep the next one waiting."""
    program = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from generator.output.lock import build_lock
        with build_lock(Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(60)
        """
    )
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", program, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == b"held\n"
        build.kill()
    with build_lock(tmp_path / "lock", waiting=lambda: sys.exit("waited")):
        pass


def test_two_writers_at_once(tmp_path: Path) -> None:
    """Two builds that write different trees at the same time leave one of the two, whole."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from generator.output.lock import build_lock
        from generator.output.write import write_tree
        folder, name = Path(sys.argv[1]), sys.argv[2]
        for turn in range(15):
            with build_lock(folder / "lock"):
                files = {f"{name}/{n}.md": b"%d" % turn for n in range(20)}
                write_tree(files | {"both.md": name.encode()}, folder / "docs")
        """
    )
    root = Path(__file__).parents[3]
    builds = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], cwd=root)
        for name in ("one", "two")
    ]
    assert [build.wait(30) for build in builds] == [0, 0]
    name = (tmp_path / "docs" / "both.md").read_text(encoding="utf-8")
    pages = sorted(path.relative_to(tmp_path) for path in tmp_path.glob("docs/*/*.md"))
    assert pages == sorted(Path("docs", name, f"{n}.md") for n in range(20))
    assert {(tmp_path / page).read_bytes() for page in pages} == {b"14"}
