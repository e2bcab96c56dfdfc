"""Inputs cut into pieces."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batch.stubs import extract
from factcli.batch import sources
from factcli.batch.sources import CUT_OFF, DAMAGED, TOO_LONG, Source, pieces_of
from factcli.batch.work import Chunk, Options, Piece
from factcli.batch.worker import answer
from factcli.reading.packing import BOMB

TEXT = "Gubernur itu tiba di Kupang pada Juli 2000."


def source(path: Path) -> Source:
    return Source(0, os.fsencode(path), path.stat().st_size)


def cut(path: Path) -> list[Piece]:
    return list(pieces_of(source(path)))


def results(pieces: list[Piece]) -> list[tuple[int | None, str]]:
    """For each article in order its line and its id, or its line and why there is none."""
    outcomes = answer(Chunk(shard=0, number=0, pieces=tuple(pieces)), Options(), extract)
    lines = {piece.number: piece.line for piece in pieces}
    return [
        (lines[outcome.piece], json.loads(outcome.facts)["id"])
        if outcome.facts is not None
        else (outcome.problem.position, outcome.problem.reason)  # type: ignore[union-attr]
        for outcome in sorted(outcomes, key=lambda outcome: (outcome.piece, outcome.item))
    ]


def test_a_text_is_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "kupang.txt"
    path.write_text(TEXT, encoding="utf-8")
    (piece,) = cut(path)
    assert (piece.line, piece.length, piece.share) == (None, len(TEXT), len(TEXT))
    assert results([piece]) == [(None, "kupang")]


def test_json_lines_are_a_piece_a_line_and_read_as_the_whole_file_is(tmp_path: Path) -> None:
    path = tmp_path / "banyak.jsonl"
    lines = ['\ufeff{"text": "Satu."}', "", "{rusak", '{"id": "tiga", "text": "Tiga."}', "[1]", '{"text": "Akhir."}']
    path.write_text("\r\n".join(lines), encoding="utf-8")
    found = results(cut(path))
    assert found == [
        (1, "banyak-1"),
        (3, "not JSON (Expecting property name enclosed in double quotes)"),
        (4, "tiga"),
        (5, "not a JSON object"),
        (6, "banyak-6"),
    ]
    from factcli.reading import Unreadable, read_articles

    whole = list(read_articles(path.read_bytes(), name=str(path)))
    assert [each.reason if isinstance(each, Unreadable) else each.id for each in whole] == [name for _, name in found]


@pytest.mark.parametrize("is_packed", [False, True])
@given(texts=st.lists(st.sampled_from([TEXT, "Pendek.", "", "\u2028é😀"]), max_size=12), data=st.data())
def test_a_source_can_be_taken_up_after_any_piece(
    tmp_path_factory: pytest.TempPathFactory, is_packed: bool, texts: list[str], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("sumber") / "a.jsonl"
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) if text else "" for text in ["Awal.", *texts])
    path.write_bytes(gzip.compress(lines.encode()) if is_packed else lines.encode())
    whole = cut(path)
    stop = data.draw(st.integers(0, len(whole) - 1))
    last = whole[stop]
    rest = list(pieces_of(source(path), offset=last.end, line=last.line or 0, first=last.number + 1))
    assert results(rest) == results(whole[stop + 1 :])
    assert [piece.number for piece in rest] == list(range(stop + 1, len(whole)))


def test_a_table_is_a_piece_a_row(tmp_path: Path) -> None:
    path = tmp_path / "tabel.csv"
    path.write_text(f'id;judul;isi\na;Banjir;{TEXT}\nb;Kosong;\nc;Surut;"Satu.\nDua."\n')
    found = cut(path)
    assert [name for _, name in results(found)] == ["a", "b", "c"]
    assert [name for _, name in results(list(pieces_of(source(path), offset=2)))] == ["c"]


@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_is_a_piece_an_item(tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "larik.json"
    path.write_text(json.dumps([{"id": "a", "text": TEXT}, {"id": "b"}, {"id": "c", "text": "\ud800"}], indent=indent))
    found = cut(path)
    assert [name for _, name in results(found)] == ["a", 'no "text" (it has id)', "c"]
    assert [name for _, name in results(list(pieces_of(source(path), offset=1)))] == ['no "text" (it has id)', "c"]


def test_an_object_over_many_lines_is_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "satu.json"
    path.write_text(json.dumps({"id": "a", "text": TEXT * 3000}, indent=2), encoding="utf-8")
    assert results(cut(path)) == [(1, "a")]


def test_packed_lines_are_sent_along(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "Satu."}\n{"text": "Dua."}\n'))
    pieces = cut(path)
    assert results(pieces) == [(1, "a-1"), (2, "a-2")]
    assert sum(piece.share for piece in pieces) <= path.stat().st_size


@pytest.mark.parametrize(("damage", "reason"), [("cut off", CUT_OFF), ("changed", DAMAGED)])
def test_of_a_damaged_packed_file_the_whole_lines_are_kept(tmp_path: Path, damage: str, reason: str) -> None:
    lines = [json.dumps({"id": str(number), "text": os.urandom(300).hex()}) for number in range(2000)]
    packed = gzip.compress("\n".join(lines).encode())
    half = len(packed) // 2
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(packed[:half] if damage == "cut off" else packed[:half] + bytes(500) + packed[half + 500 :])
    pieces = cut(path)
    found = results([piece for piece in pieces if piece.problem or piece.number < 3])
    assert found[:3] == [(1, "0"), (2, "1"), (3, "2")]
    assert len(pieces) > 500
    assert pieces[-1].problem in (reason, CUT_OFF)
    assert list(pieces_of(source(path), offset=pieces[-1].end, line=pieces[-1].line or 0)) == []


def test_a_bomb_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb") as stream:
        stream.write(b'{"text": "Satu."}\n{"text": "')
        for _ in range(40):
            stream.write(bytes(2**20))
    assert results(cut(path)) == [(1, "a-1"), (2, BOMB)]


def test_a_line_without_end_costs_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LONGEST_LINE", 2**20)
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "Satu."}\n{"text": "')
        for _ in range(64):
            stream.write(b"x" * 2**20)
        stream.write(b'"}\n{"text": "Tiga."}')
    tracemalloc.start()
    try:
        pieces = cut(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert results(pieces) == [(1, "a-1"), (2, TOO_LONG), (3, "a-3")]
    assert peak < 8 * 2**20


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    (piece,) = pieces_of(Source(0, os.fsencode(tmp_path / "tiada.txt"), 0))
    assert results([piece]) == [(None, "no such file or directory")]


def test_a_file_that_goes_away_meanwhile_says_why(tmp_path: Path) -> None:
    path = tmp_path / "pergi.txt"
    path.write_text(TEXT, encoding="utf-8")
    pieces = cut(path)
    path.unlink()
    assert results(pieces) == [(None, "no such file or directory")]
