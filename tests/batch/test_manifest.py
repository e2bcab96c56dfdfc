"""Which files a run is about, and who may write."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from factcli.batch.manifest import open_manifest
from factcli.batch.problems import BatchError, InputsError
from factcli.reading.folders import MANIFEST


def listed(out: Path, *names: str | Path) -> list[str]:
    """The names of the files that the arguments stand for, in their order."""
    out.mkdir(exist_ok=True)
    with open_manifest(out) as manifest:
        manifest.begin({}, [str(name) for name in names], fail)
        return [Path(piece.name).name for piece in manifest.pieces()]


def fail(error: OSError) -> None:
    raise error


def test_folders_are_read_in_the_order_of_names_and_arguments_in_theirs(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "b/x/3.txt.gz", "b/.git/4.txt", "b/5.md", "a.txt", "b/.6.txt", "b/é\udcff.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Isi.")
    found = listed(tmp_path / "fakta", tmp_path / "b", tmp_path / "a.txt", tmp_path / "b" / "2.txt")
    assert found == ["1.html", "2.txt", "3.txt.gz", "é\udcff.txt", "a.txt"]


def test_the_output_is_never_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Isi.", encoding="utf-8")
    out = tmp_path / "fakta"
    out.mkdir()
    (out / "facts-000000.jsonl").write_text("{}", encoding="utf-8")
    assert listed(out, tmp_path) == ["a.txt"]


def test_a_link_keeps_its_name_and_a_circle_of_folders_ends(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    (folder / "asli.txt").write_text("Isi.", encoding="utf-8")
    (folder / "lain.txt").symlink_to(folder / "asli.txt")
    (folder / "lingkaran").symlink_to(folder)
    assert listed(tmp_path / "fakta", folder) == ["asli.txt", "lain.txt"]
    assert listed(tmp_path / "fakta-2", folder / "lain.txt") == ["lain.txt"]


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(InputsError, match=r"kosong: no file in this folder ends in \.txt"):
        listed(tmp_path / "fakta", tmp_path / "kosong")


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with (
        open_manifest(tmp_path),
        pytest.raises(BatchError, match="another run is writing there"),
        open_manifest(tmp_path),
    ):
        pass
    with open_manifest(tmp_path):
        pass


def test_a_damaged_manifest_is_reported(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"bukan basis data" * 100)
    with pytest.raises(BatchError, match=MANIFEST), open_manifest(tmp_path):
        pass


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "banyak"
    folder.mkdir()
    original = folder / "0.txt"
    original.write_text("Isi.", encoding="utf-8")
    peaks = []
    for count in (1000, 8000):
        for number in range(len(list(folder.iterdir())), count):
            os.link(original, folder / f"{number}.txt")
        out = tmp_path / f"fakta-{count}"
        out.mkdir()
        tracemalloc.start()
        try:
            with open_manifest(out) as manifest:
                manifest.begin({}, [str(folder)], fail)
                assert manifest.number_of_inputs() == (count, 4 * count)
                assert sum(1 for _ in manifest.pieces()) == count
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < peaks[0] + 2**18
