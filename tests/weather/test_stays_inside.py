"""What is read never reaches the network, and never says where anything is written."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from cli.conftest import Run, objects

SENTENCES = "Menteri Siti Aminah membuka pasar di Solo pada 3 Juli 2020. Warga menyambutnya dengan gembira."
PAGE = f"""<!doctype html><html><head><title>Pasar Dibuka</title><base href="http://192.0.2.1/">
<link rel="stylesheet" href="http://192.0.2.1/a.css"><link rel="canonical" href="http://192.0.2.1/berita">
<script src="http://192.0.2.1/a.js"></script><meta http-equiv="refresh" content="0;url=http://192.0.2.1/">
</head><body><img src="http://192.0.2.1/a.png"><iframe src="http://192.0.2.1/"></iframe>
<article><h1>Pasar Dibuka</h1><p>{SENTENCES}</p><p>{SENTENCES}</p><p>Foto: http://192.0.2.1/b.png</p></article>"""
OUTSIDE = (
    *("../../luar", "/tmp/luar", "..", ".", "a/../../luar", "..\\..\\luar", "C:\\luar", "~/luar", "luar\x00.json"),
    *("%2e%2e/luar", "file:///tmp/luar", "\u2215luar", "-o", "CON", "a" * 300, "🙂" * 300, "\ud800", "", "luar\n../x"),
)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("loaded", "no_network")
@pytest.mark.parametrize("content", [SENTENCES, PAGE])
def test_nothing_is_fetched(run: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content, encoding="utf-8")
    done = run("extract", path, "--published", "2020-07-05")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "2020-07-03" in [date["value"] for date in objects(done.stdout)[0]["dates"]]
    for format in ("html", "json", "markdown"):
        assert run("timeline", path, "--format", format, "-o", tmp_path / f"a.{format}").exit_code == 0


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("command", ["dates", "extract"])
def test_an_id_never_leaves_the_folder(run: Run, tmp_path: Path, command: str) -> None:
    archive, output = tmp_path / "arsip" / "a.jsonl", tmp_path / "luaran" / "fakta"
    archive.parent.mkdir()
    lines = (json.dumps({"id": name, "title": name, "source": name, "text": SENTENCES}) for name in OUTSIDE)
    archive.write_text("\n".join(lines), encoding="ascii")
    before = set(Path("/tmp").glob("luar*"))
    done = run(command, archive, "--format", "timeml", "-o", f"{output}/")
    assert done.exit_code == 0, done.stderr
    assert len(list(output.iterdir())) == len(OUTSIDE)
    assert all(path.is_file() and path.suffix == ".tml" for path in output.iterdir())
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {archive, *output.iterdir()}
    assert set(Path("/tmp").glob("luar*")) == before
