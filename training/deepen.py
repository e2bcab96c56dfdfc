"""The step `deepen`: a deeper base learns the vectors that the trained encoder gives to the words of raw news.

The heads stay as they are, so that training goes on from where the shallower encoder stood, with layers above it that
know more of the language. That hidden vectors of a trained network lead a deeper one: Romero and others 2015, FitNets.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from factcli.encoder.reader import read_words
from factcli.encoder.weights import load_encoder
from training.examples import Word
from training.fit import encoder_groups, rank_and_world, share_gradients
from training.model import Joint, save_checkpoint
from training.raw_text import passages

# So many pieces, padding included, go through the layers at once.
TOGETHER = 1000


def deepen(shallow: Joint, base: Path, text: Path, settings: dict[str, Any], checkpoint: Path) -> None:
    """Write a checkpoint with the heads of `shallow` on the encoder of `base`, which has learned to read as it does.

    `text` is a folder with news.txt and news2.txt; `settings` are those of config.toml's `deepen`.
    """
    rank, world = rank_and_world()
    draw = random.Random(f"{settings['seed']} {rank}")
    torch.manual_seed(settings["seed"] + rank)
    encoder, _ = load_encoder(base, settings["dropout"])
    encoder.pieces = shallow.encoder.pieces.requires_grad_(False)
    optimizer = torch.optim.AdamW(encoder_groups(encoder, settings), weight_decay=settings["weight_decay"])
    steps = settings["steps"]
    warm, fall = (max(1.0, settings[name] * steps) for name in ("warm_up", "fall"))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(0.0, min((step + 1) / warm, 1.0, (steps - step) / fall))
    )
    batches = _batches(shallow, text, settings["words"], draw)
    shallow.eval()
    scale: Tensor | None = None
    for step in range(1, steps + 1):
        pieces = next(batches)
        with torch.no_grad():
            wanted = torch.cat(read_words(shallow.encoder, pieces, TOGETHER))
        # Each number of a vector counts alike, however far it ranges.
        scale = wanted.std(dim=0) if scale is None else scale
        found = torch.cat(read_words(encoder, pieces, TOGETHER))
        loss = ((found - wanted) / scale).square().mean()
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        if world > 1:
            share_gradients(encoder, world)
        torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 50 == 0 and rank == 0:
            print(f"deepen {step}/{steps}: {loss.item():.3f} of the variance not explained", flush=True)
    if rank == 0:
        shallow.encoder = encoder
        save_checkpoint(shallow, checkpoint)


def _batches(model: Joint, text: Path, words: int, draw: random.Random) -> Iterator[list[list[Sequence[int]]]]:
    """Passages of raw news as the pieces of their words, of about `words` words together, without end."""
    batch: list[list[Word]] = []
    for passage in passages([text / "news.txt", text / "news2.txt"], draw):
        batch.append(passage)
        if sum(map(len, batch)) >= words:
            yield [[model.vocabulary.of(word.text, word.glued) for word in one] for one in batch]
            batch = []
