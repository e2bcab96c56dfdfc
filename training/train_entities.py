"""Train the entity tagger: Stanza's own model, several output layers, averaged weights.

    python -m training.train_entities --work WORK --models WORK/models --minutes 60

Reads WORK/{train-heads,gold-heads}.json of training.entity_heads. The weights that are scored and saved are a moving
average over the last thousand steps or so (Polyak and Juditsky 1992), which a tagger trained by SGD gains from; the
learning rate falls in a straight line over the second half of the time. Writes MODELS/ner/all-heads.pt, and news.pt
with factcli's head alone.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer
from stanza.models.ner_tagger import parse_args

from training.entity_heads import HEADS
from training.evaluate import bio, spans
from training.train import RECIPES, SEED, command_line

EVERY = 400
DECAY = 0.998
# Which head each held-back set is scored by; factcli's head is scored by all that is at hand.
SETS = {"idner": (1, "idner"), "nergrit": (2, "nergrit"), "joint": (0, "dev"), "articles": (0, "articles")}


def read_document(path: Path) -> Document:
    return Document(json.loads(path.read_text(encoding="utf-8")))


class Average:
    """A moving average of a model's weights."""

    def __init__(self, model: torch.nn.Module) -> None:
        self.weights = {name: value.detach().clone() for name, value in model.state_dict().items()}
        self.steps = 0

    def update(self, model: torch.nn.Module) -> None:
        self.steps += 1
        decay = min(DECAY, self.steps / (self.steps + 10))
        for name, value in model.state_dict().items():
            kept = self.weights[name]
            if value.dtype.is_floating_point:
                kept.mul_(decay).add_(value, alpha=1 - decay)
            else:
                kept.copy_(value)


def strict_f1(trainer: Trainer, loader: DataLoader, gold: list[list[str]], head: int) -> float:
    """Strict F1 of one output layer on one set."""
    trainer.args["predict_tagset"] = head
    said = [tags for batch in loader for tags in trainer.predict(batch)]
    trainer.args["predict_tagset"] = 0
    found = [spans([bio(tag) for tag in tags]) for tags in said]
    truth = [spans(tags) for tags in gold]
    right = sum(len(a & b) for a, b in zip(found, truth, strict=True))
    return 200 * right / max(1, sum(map(len, found)) + sum(map(len, truth)))


def loader_of(path: Path, args: dict[str, Any], pretrain: Pretrain, vocab: Any) -> tuple[DataLoader, list[list[str]]]:
    """The set, its tags in every column (only their number matters to the model), and its gold BIO tags."""
    sentences = json.loads(path.read_text(encoding="utf-8"))
    gold = [[row["ner"] for row in rows] for rows in sentences]
    columns = [[{"text": row["text"], "multi_ner": ["O"] * len(HEADS)} for row in rows] for rows in sentences]
    loader = DataLoader(Document(columns), 64, args, pretrain, vocab=vocab, evaluation=True)
    return loader, gold


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--models", type=Path, required=True)
    arguments.add_argument("--train", default="train-heads")
    arguments.add_argument("--start", type=Path, help="go on from these weights, an all-heads.pt")
    arguments.add_argument("--rate", type=float, default=0.1, help="the learning rate of the first half")
    arguments.add_argument("--minutes", type=float, default=RECIPES["ner"]["minutes"])
    options = arguments.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    args = parse_args(command_line("ner", options.work, options.models)) | {"device": "cpu"}
    pretrain = Pretrain(args["wordvec_pretrain_file"])
    args["word_emb_dim"] = pretrain.emb.shape[1]
    size = args["batch_size"]
    vocab = DataLoader(read_document(options.work / "gold-heads.json"), size, args, pretrain).vocab
    batches = DataLoader(read_document(options.work / f"{options.train}.json"), size, args, pretrain, vocab=vocab)
    held_back = {
        name: (head, *loader_of(options.work / f"{file}.json", args, pretrain, vocab))
        for name, (head, file) in SETS.items()
        if (options.work / f"{file}.json").exists()
    }
    trainer = Trainer(args=args, vocab=vocab, pretrain=pretrain, device="cpu")
    if options.start:
        weights = torch.load(options.start, map_location="cpu", weights_only=True)["model"]
        trainer.model.load_state_dict(weights, strict=False)
    average = Average(trainer.model)
    folder = options.models / "ner"
    folder.mkdir(parents=True, exist_ok=True)
    start, step, best, loss = time.monotonic(), 0, 0.0, 0.0
    while (spent := (time.monotonic() - start) / 60 / options.minutes) < 1:
        for batch in batches:
            spent = (time.monotonic() - start) / 60 / options.minutes
            for group in trainer.optimizer.param_groups:
                group["lr"] = options.rate * min(1.0, max(0.02, 2 * (1 - spent)))
            loss += trainer.update(batch) / EVERY
            average.update(trainer.model)
            step += 1
            if step % EVERY == 0 or spent >= 1:
                trained = copy.deepcopy(trainer.model.state_dict())
                trainer.model.load_state_dict(average.weights)
                scores = {n: strict_f1(trainer, loader, gold, head) for n, (head, loader, gold) in held_back.items()}
                print(f"step {step} ({100 * spent:.0f} %): loss {loss:.3f} ", end="")
                print("  ".join(f"{name} {score:.2f}" for name, score in scores.items()), flush=True)
                if sum(scores.values()) > best:
                    best = sum(scores.values())
                    trainer.save(str(folder / "all-heads.pt"))
                    keep_first_head(folder / "all-heads.pt", folder / "news.pt")
                trainer.model.load_state_dict(trained)
                loss = 0.0
            if spent >= 1:
                break
        batches.reshuffle()


def keep_first_head(source: Path, target: Path) -> None:
    """The model with its first output layer alone: what ships decodes one tag a token, not four."""
    saved = torch.load(source, map_location="cpu", weights_only=True)
    saved["model"] = {
        name: value
        for name, value in saved["model"].items()
        if not name.startswith(("tag_clfs.", "crits.")) or name.split(".")[1] == "0"
    }
    tags = saved["vocab"]["tag"]
    for key in ("_id2unit", "_unit2id"):
        tags[key] = {0: tags[key][0]} if isinstance(tags[key], dict) else tags[key][:1]
    torch.save(saved, target, _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    main()
