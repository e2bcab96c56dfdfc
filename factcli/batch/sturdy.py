"""A worker that survives the death of its process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

import msgspec

from factcli.batch.problems import WorkerError
from factcli.batch.work import Answer, Chunk, Load, Options, Outcome, killed
from factcli.batch.worker import MODEL_UNUSABLE, READY, UNUSABLE, serve

# A process that died by chance (killed, out of memory) does not die at the same article again.
TRIES = 2
STARTS = 3
# Set before torch is imported in the worker; more threads than workers only compete for the cores.
ONE_THREAD = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_LOST = (EOFError, BrokenPipeError, ConnectionResetError)


class SturdyWorker:
    """One worker process at a time; one that dies is followed by another.

    Not thread-safe, except for `stop`.
    """

    def __init__(self, options: Options, load: Load) -> None:
        self._options = options
        self._load = load
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._ended_by = ""
        self._is_stopped = threading.Event()

    def answer(self, chunk: Chunk) -> Answer:
        """Return the outcomes of a chunk; a piece at which every process dies is a problem, others are unaffected.

        Raises WorkerError where no process can work at all.
        """
        return Answer(shard=chunk.shard, number=chunk.number, outcomes=tuple(self._outcomes(chunk)))

    def stop(self) -> None:
        """End the process at once; an `answer` in progress raises WorkerError."""
        self._is_stopped.set()
        process = self._process
        if process is not None:
            process.kill()
            process.join()

    def _outcomes(self, chunk: Chunk) -> list[Outcome]:
        for _ in range(TRIES):
            outcomes = self._tried(chunk)
            if outcomes is not None:
                return outcomes
        if len(chunk.pieces) == 1:
            return [killed(chunk.pieces[0], self._ended_by)]
        # One of them is to blame: each is tried alone to find out which.
        alone = (Chunk(shard=chunk.shard, number=chunk.number, pieces=(piece,)) for piece in chunk.pieces)
        return [outcome for each in alone for outcome in self._outcomes(each)]

    def _tried(self, chunk: Chunk) -> list[Outcome] | None:
        """Return the outcomes, or None where the process died."""
        connection = self._connection or self._started()
        try:
            connection.send_bytes(msgspec.msgpack.encode(chunk))
            return msgspec.msgpack.decode(connection.recv_bytes(), type=list[Outcome])
        except _LOST:
            self._discard()
            return None

    def _started(self) -> Connection:
        """Return the connection to a process that is ready."""
        for _ in range(STARTS):
            if self._is_stopped.is_set():
                raise WorkerError("stopped")
            context = multiprocessing.get_context("spawn")
            here, there = context.Pipe()
            self._process = context.Process(target=serve, args=(there, self._options, self._load), daemon=True)
            with _inherited():
                self._process.start()
            there.close()
            self._connection = here
            with suppress(*_LOST):
                greeting = here.recv_bytes()
                if greeting == READY:
                    return here
                self._discard()
                raise WorkerError(
                    greeting.removeprefix(MODEL_UNUSABLE).removeprefix(UNUSABLE).decode(),
                    is_model=greeting.startswith(MODEL_UNUSABLE),
                )
            self._discard()
        raise WorkerError(f"worker processes die before their models are loaded ({self._ended_by})")

    def _discard(self) -> None:
        """Wait for the end of a lost process, and keep how it ended."""
        assert self._process is not None and self._connection is not None
        self._connection.close()
        self._process.join()
        self._ended_by = _how_it_ended(self._process.exitcode or 0)
        self._process = self._connection = None
        if self._is_stopped.is_set():
            raise WorkerError("stopped")


def _how_it_ended(code: int) -> str:
    if code == -signal.SIGKILL:
        return "SIGKILL: out of memory?"
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


@contextmanager
def _inherited() -> Iterator[None]:
    """Let a process started in the block inherit one thread and a blocked SIGINT: only the parent handles Ctrl-C."""
    for name in ONE_THREAD:
        os.environ[name] = "1"
    # Otherwise the first process would start the tracker too, and that unblocks the signal in this thread.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
