"""Bytes that are no text, too much text, or none: read or reported in one line each, in little memory."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

import pytest
from cli.conftest import Run, objects
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcli.reading import read_articles
from factcli.schema import Article
from weather.command import at_most, finish

MEGABYTE = 2**20
GOOD = json.dumps({"id": "baik", "text": "Pasar itu dibuka pada Juli 2000."})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"\xef\xbb\xbf",
        gzip.compress(b"", mtime=0),
        b"[]",
        b"\x0c\x0c",
        "\u2028\u00a0".encode(),
    ],
)
def test_an_empty_file(run: Run, tmp_path: Path, data: bytes) -> None:
    path, good = tmp_path / "kosong.txt", tmp_path / "baik.jsonl"
    path.write_bytes(data)
    good.write_text(GOOD)
    done = run("dates", path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert str(path) in done.stderr and ": no text in it" in done.stderr
    done = run("dates", path, good)
    assert done.exit_code == 3
    assert [each["id"] for each in objects(done.stdout)] == ["baik"]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Air “surut” pada 3 Mei".encode("cp1252"), "Air “surut” pada 3 Mei", "Windows-1252"),
        (b"Air \xff surut \xc3 pada 3 Mei", "Air ÿ surut Ã pada 3 Mei", "Windows-1252"),
        ("Air “surut” ".encode() + b"\x93pada\x94 3 Mei", "Air “surut” “pada” 3 Mei", "UTF-8 mixed with Windows-1252"),
        ("Air surut pada 3 Mei. ".encode("utf-16-le") * 3, "Air surut pada 3 Mei. " * 3, "UTF-16 without a mark"),
    ],
)
def test_invalid_utf8_is_read_and_reported(run: Run, tmp_path: Path, data: bytes, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (article,) = read_articles(data, name="a.txt")
    assert isinstance(article, Article) and article.text == text
    done = run("dates", path, "--published", "2024-05-04")
    assert done.exit_code == 0
    assert done.stderr == f"factcli: read as {encoding}: {path}\n"


def bomb_of_zeros() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(256)) + packer.flush()


def test_bombs_are_left_and_cost_no_memory(tmp_path: Path) -> None:
    bomb = bomb_of_zeros()
    (tmp_path / "a.txt.gz").write_bytes(bomb)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(bomb))
    (tmp_path / "c.txt").write_bytes(gzip.compress(b"Juli 2000. ") * 20_000)
    (tmp_path / "d.jsonl").write_text(GOOD)
    code, out, lines = finish("dates", tmp_path, home=tmp_path, before=at_most(800))
    assert code == 3
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["c", "baik"]
    assert lines[0].endswith("a.txt.gz: gzip that grows without measure (a bomb?): not unpacked")
    assert lines[1].endswith("b.txt.gz: packed with gzip twice: unpack it once")
    assert lines[2:] == [
        "factcli: 2 of 2 without a known day of publication: relative dates stay unresolved "
        "(--published gives every article one): c, baik"
    ]


@given(
    st.binary(max_size=80)
    | st.lists(st.sampled_from([GOOD.encode(), b"{", b"[", b"\n", b"\x00", b"<p>", b'"']), max_size=8).map(b"".join)
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_end_a_command_badly(run: Run, data: bytes) -> None:
    done = run("dates", "-", stdin=data)
    assert done.exit_code in (0, 1, 3)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert all(line.startswith("factcli: ") for line in done.stderr.splitlines())
    assert all("dates" in each for each in objects(done.stdout))
