"""The engine of one machine: a worker process for each of a few cores."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue

from factcli.batch.sturdy import SturdyWorker
from factcli.batch.work import Answer, Chunk, Load, Options
from factcli.batch.worker import load_pipeline

# Chunks submitted beyond one a worker, so that none waits while the answer of another is written.
WAITING = 2


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def answers_here(
    chunks: Iterable[Chunk], options: Options, *, workers: int = 1, load: Load = load_pipeline
) -> Generator[Answer]:
    """Yield an answer for each chunk, as they come; chunks are taken only as fast as they are processed.

    Raises WorkerError where workers cannot work. Closing the iterator ends the workers at once.
    """
    crew = [SturdyWorker(options, load) for _ in range(workers)]
    idle: SimpleQueue[SturdyWorker] = SimpleQueue()
    for worker in crew:
        idle.put(worker)

    def answer(chunk: Chunk) -> Answer:
        worker = idle.get()
        try:
            return worker.answer(chunk)
        finally:
            idle.put(worker)

    pending: set[Future[Answer]] = set()
    with ThreadPoolExecutor(workers) as threads:
        try:
            for chunk in chunks:
                pending.add(threads.submit(answer, chunk))
                if len(pending) >= workers + WAITING:
                    done, pending = wait(pending, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while pending:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            for future in pending:
                future.cancel()
            for worker in crew:
                worker.stop()
