"""The step `ship`: trained weights -> models/, beside Stanza's models, with checksums."""

from __future__ import annotations

import hashlib
from pathlib import Path

from factcli.tokens.models import CHECKSUMS
from training.model import Joint

# Files of the folder that are for readers, not for the program.
CARDS = {"MODEL_CARD.md", CHECKSUMS}


def ship(model: Joint, models: Path) -> None:
    """Write the encoder and the heads beside Stanza's models, which lie in the folder `models` already (id/...)."""
    model.export(models)
    write_checksums(models)


def write_checksums(models: Path) -> None:
    """Write the SHA-256 of every file that the program reads, as `sha256sum` does, and print their sizes."""
    lines = []
    for path in sorted(models.rglob("*")):
        if path.is_file() and path.name not in CARDS:
            name = path.relative_to(models).as_posix()
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")
            print(f"{path.stat().st_size / 1e6:7.2f} MB  {name}")
    (models / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
