"""The training itself: AdamW, a rate that rises, stays and falls, slower lower layers, averaged weights."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from training.batches import article_batches, sentence_batches, varied
from training.examples import Example
from training.losses import event_loss, name_loss, tree_loss
from training.model import Joint, save_checkpoint


@dataclass(frozen=True)
class Corpus:
    """All examples to learn from."""

    trees: Sequence[Example]
    names: Sequence[Sequence[Example]]
    articles: Sequence[Example]


def fit(
    model: Joint,
    corpus: Corpus,
    settings: dict[str, Any],
    checkpoint: Path,
    report: Callable[[Joint, int], None],
) -> Joint:
    """Train `model` for `epochs` passes over the articles; gives the averaged model.

    `settings` are those of config.toml, those of the stage included. `report` is called with the averaged model after
    each pass, which `checkpoint` keeps.
    """
    rank, world = _rank_and_world()
    if world > 1:
        for parameter in model.parameters():
            dist.broadcast(parameter.data, 0)
    # Pieces that the articles lack would stay where they are while the others move.
    model.encoder.pieces.requires_grad_(False)
    draw = random.Random(f"{settings['seed']} {rank}")
    torch.manual_seed(settings["seed"] + rank)
    optimizer = torch.optim.AdamW(_groups(model, settings), weight_decay=settings["weight_decay"])
    epochs = settings["epochs"]
    steps = epochs * len(_epoch(corpus, settings, random.Random(0), world))
    warm, fall = (max(1.0, settings[name] * steps) for name in ("warm_up", "fall"))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(0.0, min((step + 1) / warm, 1.0, (steps - step) / fall))
    )
    averaged = deepcopy(model).eval()
    step, began = 0, time.time()
    for epoch in range(1, epochs + 1):
        model.train()
        sums: dict[str, list[float]] = defaultdict(list)
        for batches in _epoch(corpus, settings, random.Random(f"{settings['seed']} {epoch}"), world):
            losses = batch_losses(model, batches[rank], settings, draw)
            total = torch.stack([settings["weights"][name] * loss for name, loss in losses.items()]).sum()
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward(total)
            if world > 1:
                _share_gradients(model, world)
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            _average(averaged, model, min(settings["average"], (1 + step) / (10 + step)))
            for name, loss in losses.items():
                sums[name].append(float(loss.detach()))
            if step % 50 == 0 and rank == 0:
                print(f"step {step}/{steps}, {time.time() - began:.0f} s", flush=True)
        if rank:
            continue
        line = " ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in sorted(sums.items()))
        print(f"epoch {epoch}/{epochs}, {time.time() - began:.0f} s: {line}", flush=True)
        save_checkpoint(averaged, checkpoint)
        report(averaged, epoch)
    return averaged


def batch_losses(
    model: Joint, batch: list[Example], settings: dict[str, Any], draw: random.Random
) -> dict[str, Tensor]:
    """The losses of one batch, each a mean over words or events."""
    shown = batch if batch[0].trees else [varied(example, settings["varied"], draw) for example in batch]
    vectors = model.read(shown)
    if batch[0].trees:
        return tree_loss(model, shown, vectors)
    named = [(one, words) for one, words in zip(shown, vectors, strict=True) if not one.brief]
    losses = {"names": name_loss(model, named)} if named else {}
    if batch[0].events is not None:
        sums: dict[str, list[Tensor]] = defaultdict(list)
        for example, words in zip(shown, vectors, strict=True):
            for name, loss in event_loss(model, example, words).items():
                sums[name].append(loss)
        count = max(1, sum(len(example.events.events) for example in shown if example.events))
        losses |= {name: torch.stack(values).sum() / count for name, values in sums.items()}
    return losses


def _epoch(corpus: Corpus, settings: dict[str, Any], draw: random.Random, world: int) -> list[list[list[Example]]]:
    """The batches of one pass, in random order, those of one step (one for each process) alike in kind and size."""
    steps: list[list[list[Example]]] = []
    share = settings["sentences"]
    kinds = [(sentence_batches(sentences, settings["words"], draw), share) for sentences in corpus.names]
    kinds += [
        (sentence_batches(corpus.trees, settings["tree_words"], draw), 1.0) for _ in range(settings["tree_passes"])
    ]
    kinds += [(article_batches(corpus.articles, settings["article_words"], draw), 1.0)]
    for batches, part in kinds:
        found = [batches[start : start + world] for start in range(0, len(batches) - world + 1, world)]
        steps += draw.sample(found, round(part * len(found)))
    draw.shuffle(steps)
    return steps


def is_first_process() -> bool:
    """Whether this process is the one that writes, of those that train together."""
    return _rank_and_world()[0] == 0


def _rank_and_world() -> tuple[int, int]:
    """The number of this process and of all that train together: each reads batches of its own."""
    return (dist.get_rank(), dist.get_world_size()) if dist.is_initialized() else (0, 1)


def _share_gradients(model: Joint, world: int) -> None:
    """Give each parameter the mean of the gradients that the processes found for it."""
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    gradients = [torch.zeros_like(one) if one.grad is None else one.grad for one in parameters]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    dist.all_reduce(flat)
    flat /= world
    for parameter, part in zip(parameters, torch.split(flat, [one.numel() for one in parameters]), strict=True):
        parameter.grad = part.view_as(parameter)


def _groups(model: Joint, settings: dict[str, Any]) -> list[dict[str, Any]]:
    layers = model.encoder.config.layers
    groups = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = settings["head_rate"]
        if name.startswith("encoder.layers."):
            rate = settings["rate"] * settings["decay"] ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = settings["rate"] * settings["decay"] ** layers
        groups.append({"params": [parameter], "lr": rate})
    return groups


@torch.no_grad()
def _average(averaged: Joint, model: Joint, decay: float) -> None:
    torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1 - decay)
