"""A disk that fills up in the middle of a run: what is done is kept, and with room again the run goes on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from batch.driver import finish
from batch.stubs import ids, write_lines


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", place], capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if mounted.returncode:
        pytest.skip("a small file system can be mounted only as root")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    archive = write_lines(tmp_path / "a.jsonl", ["Isi berita itu. " * 40 for _ in range(600)])
    out = small_disk / "fakta"
    code, err = finish(archive, "--out", out)
    assert code == 1
    (line,) = err.splitlines()
    assert "full" in line or line.endswith("no space left on device; the same command resumes it")
    subprocess.run(["mount", "-o", "remount,size=20m", small_disk], check=True)
    code, _ = finish(archive, "--out", out)
    assert code == 0
    assert ids(out) == [str(number) for number in range(1, 601)]
