"""The same work on a real Ray cluster of two nodes, on this machine."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from batch import stubs
from batch.stubs import BROKEN, DEADLY, at_once, ids, problems, shard_bytes, write_lines
from factcli.batch import Options, WorkerError, chunks, run_batch
from factcli.batch.run import Engine

ray = pytest.importorskip("ray", reason="pip install 'factcli[ray]'")
pytest.importorskip("pyarrow", reason="pip install 'factcli[ray]'")

TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a cluster of two nodes with a core each."""
    from ray.cluster_utils import Cluster

    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(TESTS.parent), str(TESTS)])
    cluster: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    try:
        cluster.add_node(num_cpus=1)
        cluster.wait_for_nodes()
        yield cluster.address
    finally:
        cluster.shutdown()
        os.environ.pop("PYTHONPATH") if before is None else os.environ.update(PYTHONPATH=before)


def on(address: str, load: Any = stubs.load) -> Engine:
    from factcli.batch.on_ray import answers_on_ray

    return functools.partial(answers_on_ray, workers=2, address=address, load=load)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_lines(
        tmp_path / "a.jsonl", [f"Berita {n}. {'Isi. ' * (n % 5)}{BROKEN if n == 9 else ''}" for n in range(60)]
    )


def test_both_engines_leave_the_same_bytes(
    archive: Path, tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "SHARD_PIECES", 25)
    monkeypatch.setattr(chunks, "CHUNK_PIECES", 4)
    here, there = tmp_path / "sini", tmp_path / "sana"
    run_batch([str(archive)], here, engine=at_once, options=Options())
    summary = run_batch([str(archive)], there, engine=on(cluster), options=Options())
    assert (summary.articles, summary.problems, summary.shards) == (59, 1, 3)
    assert shard_bytes(there) == shard_bytes(here)


def test_both_nodes_work(archive: Path, tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "CHUNK_PIECES", 4)
    out = tmp_path / "fakta"
    run_batch([str(archive)], out, engine=on(cluster, stubs.load_and_sign), options=Options())
    import json

    rows = [json.loads(line) for line in (out / "facts-000000.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({row["source"] for row in rows}) == 2


def test_an_article_that_kills_its_worker_costs_no_other(tmp_path: Path, cluster: str) -> None:
    archive = write_lines(tmp_path / "a.jsonl", [f"Berita {n}. {DEADLY if n == 3 else ''}" for n in range(20)])
    out = tmp_path / "fakta"
    run_batch([str(archive)], out, engine=on(cluster), options=Options())
    assert ids(out) == [str(number) for number in range(1, 21) if number != 4]
    assert [each[:2] for each in problems(out)] == [("a.jsonl", 4)]


def test_a_cluster_without_models_says_so(archive: Path, tmp_path: Path, cluster: str) -> None:
    with pytest.raises(WorkerError, match="is missing: reinstall factcli") as caught:
        run_batch([str(archive)], tmp_path / "a", engine=on(cluster, stubs.load_without_models), options=Options())
    assert caught.value.is_model
