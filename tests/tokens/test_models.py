"""A missing or damaged model is reported in one clear line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from factcli.tokens import ModelError
from factcli.tokens.models import expected_checksums, models_folder, verified_folder

WEIGHTS = {".pt", ".safetensors", ".json", ".tsv"}


def shipped(folder: Path, content: bytes = b"weights") -> Path:
    """A folder with one model and its checksum."""
    (folder / "id").mkdir()
    (folder / "id" / "news.pt").write_bytes(content)
    (folder / "checksums").write_text(f"{hashlib.sha256(b'weights').hexdigest()}  id/news.pt\n", encoding="utf-8")
    return folder


def test_whole_models_are_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_MODELS", str(shipped(tmp_path)))
    assert verified_folder() == tmp_path


def test_a_damaged_model_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_MODELS", str(shipped(tmp_path, b"weight")))
    with pytest.raises(ModelError, match=r"news\.pt is damaged.*reinstall"):
        verified_folder()


def test_a_missing_model_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shipped(tmp_path) / "id" / "news.pt").unlink()
    monkeypatch.setenv("FACTCLI_MODELS", str(tmp_path))
    with pytest.raises(ModelError, match=r"news\.pt is missing"):
        verified_folder()


def test_a_folder_without_models_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_MODELS", str(tmp_path / "nowhere"))
    with pytest.raises(ModelError, match="no models in"):
        verified_folder()


def test_the_shipped_models_are_whole_and_small() -> None:
    folder = models_folder()
    names = expected_checksums(folder)
    assert {*names} >= {
        "id/tokenize/news.pt", "id/mwt/news.pt", "id/lemma/news.pt", "resources.json",
        "encoder/encoder.json", "encoder/encoder.safetensors", "encoder/pieces.tsv",
        "syntax.json", "syntax.safetensors", "names.safetensors", "events.safetensors",
        "printable.safetensors",
    }  # fmt: skip
    weights = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in WEIGHTS}
    assert weights <= {*names}, "no weights without a checksum"
    assert sum((folder / name).stat().st_size for name in names) < 60_000_000
    assert verified_folder() == folder


@pytest.mark.parametrize("garbage", [b"\xff\xfe\x00", b"nothing\n"])
def test_garbage_for_checksums_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, garbage: bytes) -> None:
    (shipped(tmp_path) / "checksums").write_bytes(garbage)
    monkeypatch.setenv("FACTCLI_MODELS", str(tmp_path))
    with pytest.raises(ModelError, match="checksums is damaged"):
        verified_folder()
