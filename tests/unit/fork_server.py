"""Fork server of the command line: each run in a fork of one process, with modules loaded once.

`python fork_server.py` reads a line of JSON for each run from its input and writes one with its
exit code and what it wrote to standard output and standard error.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from typing import Any

import generator.build
import generator.worksheets.print_worker  # noqa: F401 - both are what nearly every command needs
from generator.cli import main


def answers() -> None:
    """Run what each line asks for, one after the other, until there is no more."""
    for line in sys.stdin:
        asked = json.loads(line)
        pipes = [os.pipe(), os.pipe()]
        child = os.fork()
        if not child:
            _run(asked, [into for _, into in pipes])
        _, status = os.waitpid(child, 0)
        said = [_read(*pipe) for pipe in pipes]
        print(json.dumps([os.waitstatus_to_exitcode(status), *said]), flush=True)


def _run(asked: dict[str, Any], outputs: list[int]) -> None:
    code: Any = 1
    try:
        for number, output in enumerate([os.open(os.devnull, os.O_RDONLY), *outputs]):
            os.dup2(output, number)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
        os.chdir(bytes.fromhex(asked["folder"]))
        os.environ.update(asked["changes"])
        if asked["limit"] is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (asked["limit"], asked["limit"]))
        main(asked["arguments"])
    except SystemExit as ended:
        code = ended.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)


def _read(out: int, into: int) -> str:
    """What was written; a run says less than a pipe holds, so nothing waits."""
    os.close(into)
    with os.fdopen(out, "rb") as said:
        return said.read().hex()


if __name__ == "__main__":
    answers()
