"""Workers with the models that ship with factcli."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from batch.stubs import shard_bytes
from factcli.batch import Options, chunks, run_batch
from factcli.batch.here import answers_here
from factcli.formats.facts_json import facts_json
from factcli.reading import read_articles
from factcli.schema import Article, Facts

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

TEXTS = (
    "Gubernur Sulawesi Utara tiba di Manado, Senin (22/1/2024). Ia meresmikan jembatan itu bersama warga.",
    "Banjir merendam tiga desa di Kabupaten Demak sejak Jumat lalu. BNPB mengirim bantuan.",
    "Polisi menangkap dua tersangka pencurian di Bekasi pada 3 Mei 2023.",
    "Menteri Keuangan Sri Mulyani bertemu Presiden Joko Widodo di Jakarta kemarin.",
    "Kebakaran melanda pasar lama di Palembang. Tidak ada korban jiwa, kata wali kota.",
)


@pytest.mark.parametrize("workers", [1, 2])
def test_any_number_of_workers_gives_what_the_pipeline_gives(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(chunks, "CHUNK_PIECES", 2)
    archive, out = tmp_path / "a.jsonl", tmp_path / "fakta"
    records = ({"id": str(n), "text": text, "published": "2024-01-23"} for n, text in enumerate(TEXTS))
    archive.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    run_batch(
        [str(archive)],
        out,
        engine=lambda work, options: answers_here(work, options, workers=workers),
        options=Options(),
    )
    articles = [found for found in read_articles(archive.read_bytes(), name=str(archive)) if isinstance(found, Article)]
    expected = [facts_json(found) for found in pipeline.extract(articles) if isinstance(found, Facts)]
    assert len(expected) == len(TEXTS)
    assert shard_bytes(out) == {"facts-000000.jsonl": "".join(f"{line}\n" for line in expected).encode()}
