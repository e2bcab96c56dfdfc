"""Clock, processor and memory: of this process, of a command, of a fresh process (Linux)."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

from articles import ROOT
from figures import Round

Given = ParamSpec("Given")
Found = TypeVar("Found")

MEGABYTE = 1_000_000
# A look at a command's memory costs a quarter of a millisecond; it comes after so much of the time that it has run.
FIRST_LOOK = 0.01
LOOK_AGAIN = 0.02
THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")


def timed(work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> tuple[Round, Found]:
    """Return what a call takes in this process, and what it returns."""
    clock, processor = time.perf_counter(), time.process_time()
    found = work(*given, **named)
    return Round(time.perf_counter() - clock, time.process_time() - processor), found


def memory(process: int | str = "self") -> tuple[float, float]:
    """Return the resident memory of a process, now and at its most, in megabytes; raises OSError where it is gone."""
    sizes = {"VmRSS": 0.0, "VmHWM": 0.0}
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name in sizes:
            sizes[name] = int(value.split()[0]) * 1024 / MEGABYTE
    return sizes["VmRSS"], sizes["VmHWM"]


def in_fresh_process(work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
    """Return what a function returns in a process of its own, with a single thread."""
    with environment(threads=1), ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


@contextmanager
def environment(threads: int | None) -> Iterator[None]:
    """While it lasts, processes start with this many threads; None: with as many as their libraries like."""
    before = {name: os.environ.pop(name, None) for name in THREADS}
    if threads is not None:
        os.environ.update(dict.fromkeys(THREADS, str(threads)))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


class Ran(NamedTuple):
    """What a command took; the most memory that it held, and that a child of it held, in megabytes."""

    round: Round
    memory: float
    child: float


def run(command: Sequence[str]) -> Ran:
    """Run a command in the root of the repository, as a user would; ends everything where it fails."""
    with environment(threads=None), tempfile.TemporaryFile("w+") as errors:
        clock = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        with _watched_children(process.pid) as peaks:
            _, status, usage = os.wait4(process.pid, 0)
        taken = Round(time.perf_counter() - clock, usage.ru_utime + usage.ru_stime)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}: {errors.read().strip()[-300:]}")
    itself = peaks.pop(process.pid, 0.0)
    return Ran(taken, itself, max(peaks.values(), default=0.0))


@contextmanager
def _watched_children(parent: int) -> Iterator[dict[int, float]]:
    """Give the most memory of a process and of each child, kept up to date while the block lasts.

    Not what wait4 reports: that is the largest of command and children, and on Linux it counts what forked the command.
    """
    peaks: dict[int, float] = {}
    ended = threading.Event()
    began = time.monotonic()

    def look() -> None:
        while not ended.wait(max(FIRST_LOOK, LOOK_AGAIN * (time.monotonic() - began))):
            with suppress(OSError):
                lists = [path.read_text() for path in Path(f"/proc/{parent}/task").glob("*/children")]
                for process in [parent, *(int(child) for each in lists for child in each.split())]:
                    # What has ended but is not yet waited for has no memory any more.
                    peaks[process] = max(memory(process)[1], peaks.get(process, 0.0))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield peaks
    finally:
        ended.set()
        thread.join()


def factcli(*arguments: str) -> list[str]:
    """Return the command `factcli` with these arguments: the installed one, else the module."""
    script = Path(sys.executable).with_name("factcli")
    return [str(script), *arguments] if script.exists() else [sys.executable, "-m", "factcli", *arguments]


def say(what: str) -> None:
    """Say on standard error what is being measured."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)
