"""A home in which nothing can be written: everything that only reads works, the rest is reported in one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from weather.command import finish, mounted, remount, write_facts


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "home", "size=100k,ro") as place:
        yield place


def test_models_need_no_place_to_write(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Menteri Siti Aminah membuka pasar di Solo pada 3 Juli 2020.", encoding="utf-8")
    code, out, lines = finish("extract", path, "--published", "2020-07-05", home=home, TMPDIR=str(home))
    assert (code, lines) == (0, [])
    assert [date["value"] for date in json.loads(out)["dates"]] == ["2020-07-03"]


def test_saving_is_reported_and_the_facts_can_be_had_otherwise(home: Path, tmp_path: Path) -> None:
    facts = write_facts(tmp_path / "a.jsonl", 3)
    assert finish("extract", facts, home=home)[:2] == (0, facts.read_bytes())
    code, _, (line,) = finish("extract", facts, "--save", home=home)
    assert code == 1
    assert (
        line == f"factcli: {home}/.local/share/factcli/facts.db: its folder cannot be created (read-only file system)"
    )
    code, _, (line,) = finish("extract", facts, "-o", home / "a.csv", home=home)
    assert code == 1
    assert line.startswith(f"factcli: {home}/") and line.endswith(": read-only file system")
    assert finish("extract", facts, "--save", "--db", tmp_path / "facts.db", home=home)[0] == 0


def test_a_store_on_a_read_only_disk_is_read_and_not_changed(tmp_path: Path) -> None:
    facts = write_facts(tmp_path / "a.jsonl", 3)
    with mounted(tmp_path / "home", "size=5m") as home:
        assert finish("extract", facts, "--save", home=home)[0] == 0
        remount(home, "ro")
        code, out, lines = finish("store", "list", home=home)
        assert (code, lines) == (0, [])
        assert [json.loads(line)["article"] for line in out.splitlines()] == ["a1", "a2", "a3"]
        for command in (["extract", facts, "--save"], ["store", "remove", "a1"]):
            code, _, (line,) = finish(*command, home=home)
            assert code == 1
            assert line.endswith("facts.db: cannot be opened or written here; check the file and its folder")
