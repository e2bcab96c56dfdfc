"""A disk without room, for `-o FILE`, for `--save` and for standard output (for `batch`: tests/batch)."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from store.some_facts import article

from factcli.store import documents, find, open_existing
from weather.command import finish, mounted, remount, write_facts

COUNT = 300


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_facts(tmp_path_factory.mktemp("fakta") / "a.jsonl", COUNT)


def test_a_file_is_whole_or_the_old_one(facts: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=100k") as disk:
        output = disk / "baru.jsonl"
        output.write_text("old\n")
        code, out, lines = finish("extract", facts, "-o", output, home=tmp_path)
        assert (code, out, lines) == (1, b"", [f"factcli: {output}: no space left on device"])
        assert output.read_text() == "old\n"
        assert [path.name for path in disk.iterdir()] == ["baru.jsonl"]
        remount(disk, "size=10m")
        assert finish("extract", facts, "-o", output, home=tmp_path) == (0, b"", [])
        assert output.read_bytes() == facts.read_bytes()


def test_a_limit_of_size_is_as_a_full_disk(facts: Path, tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    output = tmp_path / "baru.jsonl"
    assert finish("extract", facts, "-o", output, home=tmp_path, before=limit) == (
        1, b"", [f"factcli: {output}: file too large"],
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_stays_saved(facts: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=700k") as disk:
        db = disk / "facts.db"
        code, _, lines = finish("extract", facts, "--save", "--db", db, home=tmp_path)
        assert (code, lines) == (1, [f"factcli: {db}: the disk is full"])
        with open_existing(db) as store:
            saved = [document.article for document in documents(store)]
            assert saved == [f"a{number}" for number in range(1, len(saved) + 1)]
            assert 0 < len(saved) < COUNT
            assert next(find(store, articles=[saved[-1]])) == article(saved[-1])
        remount(disk, "size=20m")
        code, _, lines = finish("extract", facts, "--save", "--db", db, home=tmp_path)
        assert (code, lines) == (0, [f"factcli: articles saved in {db}: {COUNT} ({len(saved)} of them again)"])
        with open_existing(db) as store:
            assert {facts.id for facts in find(store)} == {f"a{number}" for number in range(1, COUNT + 1)}
            assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [["--version"], ["extract", "FACTS"], ["dates", "--help"]])
def test_standard_output_may_be_full_too(facts: Path, tmp_path: Path, arguments: list[str]) -> None:
    def redirect() -> None:
        import os

        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    named = [str(facts) if each == "FACTS" else each for each in arguments]
    assert finish(*named, home=tmp_path, before=redirect)[::2] == (1, ["factcli: no space left on device"])
