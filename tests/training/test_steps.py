"""What was made already, and from what is there now, is not made again."""

from __future__ import annotations

import os
from pathlib import Path

from training.steps import Step, make_missing


def made(folder: Path) -> list[str]:
    """The names of the files that are made after `heads`, in this order."""
    names: list[str] = []

    def make(result: Path) -> None:
        names.append(result.name)
        result.touch()

    make_missing([Step(folder / name, make) for name in ("models", "facts", "weights")], after=folder / "heads")
    return names


def test_each_file_is_made_once_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "heads").touch()
    assert made(tmp_path) == ["models", "facts", "weights"]
    assert made(tmp_path) == []


def test_what_comes_after_a_file_that_is_missing_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "heads").touch()
    made(tmp_path)
    # Later than what is made now, as a coarse clock can have it.
    os.utime(tmp_path / "weights", ns=(2**61, 2**61))
    (tmp_path / "facts").unlink()
    assert made(tmp_path) == ["facts", "weights"]


def test_what_is_older_than_the_heads_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "heads").touch()
    made(tmp_path)
    for name in ("models", "facts", "weights"):
        os.utime(tmp_path / name, ns=(0, 0))
    assert made(tmp_path) == ["models", "facts", "weights"]
