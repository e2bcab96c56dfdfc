"""Facts as Parquet, read with somebody else's reader."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from batch.stubs import at_once, write_lines
from factcli.batch import Options, run_batch
from factcli.formats.facts_json import facts_json
from factcli.schema import (
    Entity,
    Event,
    Facts,
    Figure,
    Mention,
    Published,
    Quantity,
    Sentence,
    Statement,
    TimelineEntry,
    Trigger,
    When,
)

pytest.importorskip("pyarrow", reason="pip install 'factcli[parquet]'")

FULL = Facts(
    id="a",
    source="Kabar Uji",
    published=Published(value="2024-01-22", basis="metadata"),
    text="Budi tiba.",
    sentences=[Sentence(start=0, end=10)],
    entities=[
        Entity(id="e1", label="PER", name="Budi", ids={"wikidata": "Q1", "bps": "2"}, lat=1.5, score=0.5),
        Entity(id="e2", label="LOC", name="Uji", mentions=[Mention(start=0, end=4, text="Budi")]),
    ],
    events=[
        Event(
            id="v1",
            trigger=Trigger(start=5, end=9, text="tiba", lemma="tiba"),
            class_="OCCURRENCE",
            when=When(value="2024", earliest="2024-01-01"),
            agents=["e1"],
        )
    ],
    quantities=[Quantity(id="q1", start=0, end=4, text="12 kg", value=12, low=11.5, unit="kg", event="v1")],
    timeline=[
        TimelineEntry(
            when=None,
            events=["v1"],
            summary="Budi tiba",
            figures=[Figure(quantity="q1", unit="kg", value=12, otherwise=[Statement(quantity="q0", low=2**53)])],
        )
    ],
)


def test_what_is_read_back_is_what_was_written() -> None:
    from pyarrow import parquet

    from factcli.batch.parquet import write_parquet

    stream = io.BytesIO()
    lines = [facts_json(FULL), facts_json(Facts(id="b"))]
    write_parquet(lines, stream)
    rows = parquet.read_table(stream).to_pylist(maps_as_pydicts="strict")
    assert rows == [json.loads(line) for line in lines]


@pytest.mark.parametrize("text", ["\ud800x", "\\ud800", "\\\ud800", "a\x00b\u2028😀", "\udfff\udfff"])
def test_any_text_can_be_written(text: str) -> None:
    from pyarrow import parquet

    from factcli.batch.parquet import write_parquet

    stream = io.BytesIO()
    write_parquet([facts_json(Facts(id="a", text=text))], stream)
    (row,) = parquet.read_table(stream).to_pylist()
    assert row["text"] == "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


def test_shards_of_a_run(tmp_path: Path) -> None:
    from pyarrow import parquet

    archive, out = write_lines(tmp_path / "a.jsonl", [f"Berita {number}." for number in range(20)]), tmp_path / "fakta"
    run_batch([str(archive)], out, engine=at_once, options=Options(format="parquet"))
    table = parquet.read_table(out / "facts-000000.parquet")
    assert table.column("id").to_pylist() == [str(number) for number in range(1, 21)]
    assert not list(out.glob("*.jsonl"))
