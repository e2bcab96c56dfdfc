"""The engine of a cluster: the same workers, each kept by an actor of Ray Data."""

from __future__ import annotations

import inspect
import logging
import socket
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import msgspec
import pyarrow
import ray
from ray.data import ActorPoolStrategy, DataContext, Datasource, ReadTask
from ray.data.block import BlockMetadata
from ray.util.queue import Queue

from factcli.batch.problems import BatchError, WorkerError
from factcli.batch.sturdy import SturdyWorker
from factcli.batch.work import Answer, Chunk, Load, Options
from factcli.batch.worker import load_pipeline
from factcli.system_errors import reason_of

# Chunks under way at once for each worker: enough that none waits for the driver.
WAITING = 3
CONNECT_SECONDS = 5.0


def answers_on_ray(
    chunks: Iterable[Chunk],
    options: Options,
    *,
    workers: int | None = None,
    address: str | None = None,
    load: Load = load_pipeline,
) -> Generator[Answer]:
    """Yield an answer for each chunk, as they come, processed by `workers` actors (default: one for each CPU).

    `address` is the cluster's; without it, Ray takes the one it finds, else this machine. The inputs must lie at the
    same paths on every machine. Raises WorkerError where workers cannot work, BatchError where no cluster answers.
    """
    is_ours = not ray.is_initialized()
    if is_ours:
        _check_reachable(address)
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    try:
        actors = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        with _context():
            yield from _answers(iter(chunks), options, actors, load)
    finally:
        if is_ours:
            ray.shutdown()


def _check_reachable(address: str | None) -> None:
    """Raise BatchError where nothing listens at the address: Ray itself tries for minutes."""
    host, _, port = (address or "").removeprefix("ray://").rpartition(":")
    if not host or not port.isdecimal():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=CONNECT_SECONDS).close()
    except OSError as error:
        raise BatchError(f"{address}: no Ray cluster answers there ({reason_of(error)})") from error


@contextmanager
def _context() -> Iterator[None]:
    """Have Ray Data pass on each chunk as it comes, and show nothing, in the block."""
    context = DataContext.get_current()
    before = context.enable_progress_bars, context.target_max_block_size
    # A block for each chunk: otherwise many are gathered before the first is passed on.
    context.enable_progress_bars, context.target_max_block_size = False, 1
    try:
        yield
    finally:
        context.enable_progress_bars, context.target_max_block_size = before


def _answers(chunks: Iterator[Chunk], options: Options, actors: int, load: Load) -> Generator[Answer]:
    queue = Queue(actor_options={"num_cpus": 0})
    dataset = ray.data.read_datasource(_Chunks(queue), override_num_blocks=1, **_no_cpu()).map_batches(
        _Worker,
        fn_constructor_args=(msgspec.msgpack.encode(options), load),
        compute=ActorPoolStrategy(size=actors),
        batch_size=None,
        num_cpus=1,
    )
    under_way = 0
    is_all_sent = False

    def send() -> None:
        nonlocal under_way, is_all_sent
        while not is_all_sent and under_way < WAITING * actors:
            chunk = next(chunks, None)
            is_all_sent = chunk is None
            queue.put(None if chunk is None else msgspec.msgpack.encode(chunk))
            under_way += chunk is not None

    send()
    refusal = ""
    with closing(iter(dataset.iter_batches(batch_size=None, batch_format="numpy", prefetch_batches=0))) as batches:
        for batch in batches:
            for answer, refused in zip(batch["answer"], batch["refusal"], strict=True):
                under_way -= 1
                refusal = refusal or refused
                if not refusal:
                    yield msgspec.msgpack.decode(bytes(answer), type=Answer)
            if refusal:
                # Wait for the chunks under way: shutting Ray down during them would end this process.
                chunks = iter(())
            send()
    if refusal:
        raise WorkerError(refusal.removeprefix("model: "), is_model=refusal.startswith("model: "))


def _no_cpu() -> dict[str, Any]:
    """Return the argument, as this version of Ray names it, by which a task that only waits takes no core."""
    named = "num_cpus" in inspect.signature(ray.data.read_datasource).parameters
    return {"num_cpus": 0} if named else {"ray_remote_args": {"num_cpus": 0}}


class _Chunks(Datasource):  # type: ignore[misc]
    """What the driver puts into a queue, as a stream of blocks."""

    def __init__(self, queue: Queue) -> None:
        super().__init__()
        self._queue = queue

    def estimate_inmemory_data_size(self) -> int | None:
        """Unknown."""
        return None

    def get_read_tasks(self, parallelism: int, *_arguments: Any, **_options: Any) -> list[ReadTask]:  # noqa: ARG002
        """One task, which ends when the driver has nothing more."""
        queue = self._queue

        def blocks() -> Iterator[pyarrow.Table]:
            while (chunk := queue.get()) is not None:
                yield pyarrow.table({"chunk": pyarrow.array([chunk], pyarrow.large_binary())})

        unknown = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
        return [ReadTask(blocks, unknown)]


class _Worker:
    """What an actor does: it keeps a worker process going, so that Ray never sees one die."""

    def __init__(self, options: bytes, load: Load) -> None:
        self._worker = SturdyWorker(msgspec.msgpack.decode(options, type=Options), load)

    def __call__(self, batch: dict[str, Any]) -> pyarrow.Table:
        answers, refusals = [], []
        for data in batch["chunk"]:
            answer, refusal = b"", ""
            try:
                answer = msgspec.msgpack.encode(self._worker.answer(msgspec.msgpack.decode(bytes(data), type=Chunk)))
            except WorkerError as error:
                refusal = f"{'model: ' if error.is_model else ''}{error}"
            answers.append(answer)
            refusals.append(refusal)
        columns = [pyarrow.array(answers, pyarrow.large_binary()), pyarrow.array(refusals, pyarrow.string())]
        return pyarrow.table(columns, names=["answer", "refusal"])
