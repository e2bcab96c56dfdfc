"""The step `refine`: the heads for names and events alone, over an encoder that no longer changes.

Heads over pairs learn slowly; with the vectors of all articles read once, many passes cost little.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import torch
from torch import Tensor, nn

from training.articles import HABIT
from training.examples import Example
from training.losses import event_loss, name_loss
from training.model import Joint

TOGETHER = 16


@torch.no_grad()
def vectors_of(model: Joint, examples: Sequence[Example]) -> list[Tensor]:
    """The vectors of the words of each example."""
    found: list[Tensor] = []
    for start in range(0, len(examples), TOGETHER):
        found += model.read(list(examples[start : start + TOGETHER]))
    return found


def refine(model: Joint, articles: Sequence[Example], settings: dict[str, Any], weights: dict[str, float]) -> Joint:
    """The model with its heads for names and events trained further on these articles; the averaged heads are kept.

    `settings`: epochs, rate, average, the articles a step, and `losses`, the names of what is learned.
    """
    vectors = vectors_of(model.eval(), articles)
    heads = nn.ModuleList((model.names[HABIT], model.events))
    averaged = deepcopy(heads)
    optimizer = torch.optim.AdamW(heads.parameters(), lr=settings["rate"], weight_decay=0.01)
    size = settings["articles"]
    steps = settings["epochs"] * -(-len(articles) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    step = 0
    for epoch in range(settings["epochs"]):
        heads.train()
        order = list(range(len(articles)))
        random.Random(epoch).shuffle(order)
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward(_loss(model, articles, vectors, chosen, settings["losses"], weights))
            torch.nn.utils.clip_grad_norm_(heads.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            decay = min(settings["average"], (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(averaged.parameters()), list(heads.parameters()), 1 - decay)
    heads.load_state_dict(averaged.state_dict())
    return model.eval()


def _loss(
    model: Joint,
    articles: Sequence[Example],
    vectors: Sequence[Tensor],
    chosen: Sequence[int],
    names: Sequence[str],
    weights: dict[str, float],
) -> Tensor:
    events = [one.events for number in chosen if (one := articles[number]).events]
    count = max(1, sum(len(marks.events) for marks in events))
    losses = []
    for number in chosen:
        found = event_loss(model, articles[number], vectors[number])
        losses += [weights[name] * loss / count for name, loss in found.items() if name in names]
        if "names" in names:
            losses.append(weights["names"] * name_loss(model, [articles[number]], [vectors[number]]) / len(chosen))
    return torch.stack(losses).sum()
