"""Model files that are not the ones that were shipped: one line, exit 4, and nothing of them is loaded.

That no model file can run code when it is read is shown in tests/syntax/test_loading.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Run

from factcli.tokens.models import CHECKSUMS, expected_checksums

MODELS = Path(__file__).resolve().parents[2] / "models"
TAGGER, PARSER, PRINTABLE = "syntax.safetensors", "events.safetensors", "printable.safetensors"


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models of which each can be replaced."""
    folder = tmp_path / "models"
    for name in (CHECKSUMS, *expected_checksums(MODELS)):
        link = folder / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(MODELS / name)
    monkeypatch.setenv("FACTCLI_MODELS", str(folder))
    return folder


def truncate(path: Path) -> None:
    content = path.read_bytes()
    replace(path, content[: len(content) // 2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    replace(path, bytes(content))


def empty(path: Path) -> None:
    replace(path, b"")


def swap(path: Path) -> None:
    replace(path, (MODELS / TAGGER).read_bytes())


def remove(path: Path) -> None:
    path.unlink()


def replace(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize("command", ["extract", "timeline"])
@pytest.mark.parametrize("harm", [truncate, flip, empty, swap, remove])
def test_a_file_that_is_not_the_one_shipped(
    run: Run, models: Path, tmp_path: Path, harm: Callable[[Path], None], command: str
) -> None:
    harm(models / PARSER)
    article = tmp_path / "a.txt"
    article.write_text("Pasar itu dibuka pada Juli 2020.", encoding="utf-8")
    done = run(command, article, "-o", tmp_path / "a.json")
    assert done.exit_code == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"factcli: the model file {models / PARSER} is ")
    assert line.endswith("reinstall factcli")
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize("name", [PARSER, PRINTABLE])
def test_files_that_are_swapped_with_their_checksums(run: Run, models: Path, tmp_path: Path, name: str) -> None:
    swap(models / name)
    sums = expected_checksums(MODELS)
    sums[name] = hashlib.sha256((models / name).read_bytes()).hexdigest()
    replace(models / CHECKSUMS, "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode())
    article = tmp_path / "a.txt"
    article.write_text("Pasar itu dibuka pada Juli 2020.", encoding="utf-8")
    done = run("extract", article)
    assert done.exit_code == 4
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "cannot be loaded" in line
