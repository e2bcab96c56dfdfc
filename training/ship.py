"""The step `ship`: trained weights -> models/, with Stanza's models beside them, resources.json and checksums."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from factcli.events.component import PRINTABLE
from factcli.tokens.models import CHECKSUMS
from training.model import Joint

PROCESSORS = ("tokenize", "mwt", "lemma")
PACKAGE = "news"
# Files of the folder that are for readers, not for the program.
CARDS = {"MODEL_CARD.md", CHECKSUMS}


def ship(model: Joint, stanza: Path, models: Path) -> None:
    """Write everything that ships into `models`; `stanza` is the folder with Stanza's trained models (id/...)."""
    model.export(models)
    for name in PROCESSORS:
        source, target = (folder / "id" / name / f"{PACKAGE}.pt" for folder in (stanza, models))
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.resolve() != target.resolve():
            shutil.copyfile(source, target)
    (models / "resources.json").write_text(json.dumps(resources(), indent=1) + "\n", encoding="utf-8")
    write_checksums(models)
    print(f"{PRINTABLE} says nothing yet: python -m training.printable fits it to these weights")


def resources() -> dict[str, object]:
    """What Stanza wants to know of the models that it finds."""
    packages = {"default": dict.fromkeys(PROCESSORS, PACKAGE)}
    processors: dict[str, object] = {name: {PACKAGE: {}} for name in PROCESSORS}
    return {"id": {"lang_name": "Indonesian", "packages": packages, **processors}}


def write_checksums(models: Path) -> None:
    """Write the SHA-256 of every file that the program reads, as `sha256sum` does, and print their sizes."""
    lines = []
    for path in sorted(models.rglob("*")):
        if path.is_file() and path.name not in CARDS:
            name = path.relative_to(models).as_posix()
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")
            print(f"{path.stat().st_size / 1e6:7.2f} MB  {name}")
    (models / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
