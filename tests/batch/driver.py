"""The command `factcli` with workers that need no model, and small shards, as a process that tests can kill."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import time
from pathlib import Path

from hanging import HANG_SECONDS

from batch import stubs
from factcli.batch import chunks
from factcli.batch.here import answers_here
from factcli.batch.work import Load
from factcli.cli import batch, main

TESTS = Path(__file__).resolve().parents[1]


def start(*arguments: object, load: str = "load") -> subprocess.Popen[str]:
    """`factcli batch` with these arguments."""
    return subprocess.Popen(
        [sys.executable, "-m", "batch.driver", load, "batch", *(str(argument) for argument in arguments)],
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS.parent), str(TESTS)])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*arguments: object, load: str = "load") -> tuple[int, str]:
    """The exit code of `factcli batch` and what it says on standard error; it must say nothing else."""
    process = start(*arguments, load=load)
    out, err = process.communicate(timeout=HANG_SECONDS)
    assert out == ""
    return process.returncode, err


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The worker processes that a run has now."""
    children = Path(f"/proc/{process.pid}/task").glob("*/children")
    try:
        found = [int(child) for path in children for child in path.read_text().split()]
        return [child for child in found if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def wait_for_end(workers: list[int]) -> None:
    """Return when none of these processes is left."""
    until = time.monotonic() + HANG_SECONDS
    while left := [worker for worker in workers if Path(f"/proc/{worker}").exists()]:
        assert time.monotonic() < until, f"still there: {left}"
        time.sleep(0.02)


def _run(load: Load) -> None:
    chunks.SHARD_PIECES, chunks.CHUNK_PIECES = 40, 4
    batch._engine = lambda _engine, workers, _address: functools.partial(  # type: ignore[assignment]
        answers_here, workers=workers or 1, load=load
    )
    main()


if __name__ == "__main__":
    _run(getattr(stubs, sys.argv.pop(1)))
