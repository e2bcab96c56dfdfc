"""The step `stanza`: the tokenizer, the splitter of multiword tokens and the lemmatiser, by Stanza's own trainers."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import torch

from training.lemmas import enter_words
from training.tokenizer_data import write_all
from training.treebanks import write_parts

PROCESSORS = ("tokenize", "mwt", "lemma")
PACKAGE = "news"
# Stanza turns half precision back into single as it loads these.
HALVED = ("lemma",)


def train_stanza(settings: dict[str, Any], ud: Path, text: Path, work: Path, models: Path) -> None:
    """Train those of Stanza's models that do not lie in `models` (id/PROCESSOR/news.pt) yet.

    The frequent words of the folder `text` are entered in the lemmatiser.
    """
    targets = {name: models / "id" / name / f"{PACKAGE}.pt" for name in PROCESSORS}
    listed = models / "resources.json"
    if all(path.exists() for path in (*targets.values(), listed)):
        return
    write_parts(ud, work)
    write_all(ud, work)
    for name, target in targets.items():
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        # The trainers write their best so far again and again; `target` is there when they are done.
        part = target.with_suffix(".part.pt")
        importlib.import_module(settings[name]["trainer"]).main(_arguments(settings, name, work, part))
        if name == "lemma":
            enter_words(part, text, work / "train.conllu")
        if name in HALVED:
            torch.save(_halved(torch.load(part, map_location="cpu", weights_only=True)), part)
        part.replace(target)
    listed.write_text(json.dumps(_resources(), indent=1) + "\n", encoding="utf-8")


def _resources() -> dict[str, object]:
    """What Stanza wants to know of the models that it finds."""
    packages = {"default": dict.fromkeys(PROCESSORS, PACKAGE)}
    processors: dict[str, object] = {name: {PACKAGE: {}} for name in PROCESSORS}
    return {"id": {"lang_name": "Indonesian", "packages": packages, **processors}}


def _arguments(settings: dict[str, Any], name: str, work: Path, target: Path) -> list[str]:
    """The command line of Stanza's trainer."""
    arguments = ["--mode", "train", "--save_dir", str(target.parent), "--save_name", target.name]
    arguments += ["--seed", str(settings["seed"])]
    for option, value in settings[name]["options"].items():
        arguments.append(f"--{option}")
        if value is not True:
            arguments.append(str(value).replace("WORK", str(work)))
    return arguments


def _halved(saved: Any) -> Any:
    """A checkpoint with its float32 weights as float16."""
    if isinstance(saved, torch.Tensor):
        return saved.half() if saved.dtype == torch.float32 else saved
    if isinstance(saved, dict):
        return type(saved)((name, _halved(value)) for name, value in saved.items())
    return saved
