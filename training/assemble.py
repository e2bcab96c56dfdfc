"""Trained models -> models/ in the layout that Stanza itself reads, with resources.json and checksums.

    python -m training.assemble --trained /tmp/factcli-training/models --vectors WORK/vectors.pt --models models

`stanza.Pipeline("id", dir="models", download_method=None)` then works by itself.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch

PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
PACKAGE = "news"
WITH_VECTORS = ("pos", "depparse", "ner")
# Not the vectors: Stanza uses them as they lie in the file, so they must be float32.
HALVED = ("pos", "lemma", "depparse", "ner")


def resources() -> dict[str, object]:
    """What Stanza wants to know of the models it finds: their names and what each depends on."""
    vectors = {"dependencies": [{"model": "pretrain", "package": PACKAGE}]}
    return {
        "id": {
            "lang_name": "Indonesian",
            "packages": {"default": dict.fromkeys(PROCESSORS, PACKAGE)},
            **{name: {PACKAGE: vectors if name in WITH_VECTORS else {}} for name in PROCESSORS},
            "pretrain": {PACKAGE: {}},
        }
    }


def halved(saved: Any) -> Any:
    """A checkpoint with its float32 weights as float16: half the size; loading turns them back into float32."""
    if isinstance(saved, torch.Tensor):
        return saved.half() if saved.dtype == torch.float32 else saved
    if isinstance(saved, dict):
        return type(saved)((name, halved(value)) for name, value in saved.items())
    return saved


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--trained", type=Path, required=True)
    arguments.add_argument("--vectors", type=Path, required=True)
    arguments.add_argument("--models", type=Path, required=True)
    options = arguments.parse_args()
    sources = {name: options.trained / name / f"{PACKAGE}.pt" for name in PROCESSORS} | {"pretrain": options.vectors}
    for name, source in sources.items():
        target = options.models / "id" / name / f"{PACKAGE}.pt"
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in HALVED:
            torch.save(halved(torch.load(source, map_location="cpu", weights_only=True)), target)
        else:
            shutil.copyfile(source, target)
    (options.models / "resources.json").write_text(json.dumps(resources(), indent=1) + "\n", encoding="utf-8")
    shipped = [*(Path("id") / name / f"{PACKAGE}.pt" for name in sources), Path("resources.json")]
    lines = []
    for path in shipped:
        digest = hashlib.sha256((options.models / path).read_bytes()).hexdigest()
        lines.append(f"{digest}  {path.as_posix()}\n")
        print(f"{(options.models / path).stat().st_size / 1e6:7.2f} MB  {path}")
    (options.models / "checksums").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
