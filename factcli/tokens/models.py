"""Where the trained models lie, and whether they are the ones that were shipped."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

CHECKSUMS = "checksums"
FOLDER_VARIABLE = "FACTCLI_MODELS"


class ModelError(Exception):
    """A model is missing or damaged; the message is one line for the user."""


def models_folder() -> Path:
    """The folder of the models: `$FACTCLI_MODELS`, else inside the installed package, else beside it in a checkout."""
    if chosen := os.environ.get(FOLDER_VARIABLE):
        return Path(chosen)
    package = Path(__file__).resolve().parents[1]
    installed = package / "models"
    return installed if installed.is_dir() else package.parent / "models"


def expected_checksums(folder: Path) -> dict[str, str]:
    """Relative path -> SHA-256, from the file `checksums` as `sha256sum` writes it."""
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
        pairs = [line.split(maxsplit=1) for line in lines if line.strip()]
        checksums = {name: digest for digest, name in pairs}
        if not checksums:
            raise ValueError("no checksums")
        return checksums
    except OSError:
        raise ModelError(f"no models in {folder}: reinstall factcli, or set {FOLDER_VARIABLE}") from None
    except ValueError:
        raise ModelError(f"{folder / CHECKSUMS} is damaged: reinstall factcli") from None


def is_as_shipped(path: Path, digest: str) -> bool:
    """Whether the SHA-256 of a file is this one; raises OSError where the file cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == digest


def verified_folder() -> Path:
    """The models' folder, after every file in it was found to be the one that was shipped.

    Raises ModelError naming the first file that is missing or differs.
    """
    folder = models_folder()
    for name, digest in expected_checksums(folder).items():
        path = folder / name
        try:
            is_whole = is_as_shipped(path, digest)
        except OSError:
            raise ModelError(f"the model file {path} is missing: reinstall factcli") from None
        if not is_whole:
            raise ModelError(f"the model file {path} is damaged (its checksum differs): reinstall factcli")
    return folder
