"""Fits a network of one hidden layer to examples in numbers (`factcli/timeline/network.py`)."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from factcli.timeline.network import Network
from training.regression import Examples, fitted, on_one_scale

HIDDEN, DROPOUT, DECAY = 64, 0.3, 0.1
PASSES, BATCH, RATE = 8, 512, 3e-3


def fitted_network(examples: Examples) -> Network:
    """The mean of a logistic regression, which is safe far from the examples, and of a network, which is better near
    them: AdamW, so many passes, the rate falling to zero; the same each time.
    """
    torch.manual_seed(0)
    scaled, mean, scale = on_one_scale(examples.rows)
    rows = torch.tensor(scaled, dtype=torch.float32)
    right = torch.tensor(examples.right, dtype=torch.float32)
    weight = torch.tensor(examples.weight, dtype=torch.float32)
    first, last = nn.Linear(rows.shape[1], HIDDEN), nn.Linear(HIDDEN, 1)
    model = nn.Sequential(first, nn.ReLU(), nn.Dropout(DROPOUT), last)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = max(1, PASSES * len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(steps):
        drawn = torch.randint(len(rows), (BATCH,))
        wrong = functional.binary_cross_entropy_with_logits(model(rows[drawn])[:, 0], right[drawn], reduction="none")
        optimizer.zero_grad(set_to_none=True)
        (wrong * weight[drawn]).mean().backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
    # The features go in as they are: what brought them on one scale goes into the weights.
    with torch.no_grad():
        weights = first.weight.double().numpy().T / scale[:, None]
        bias = first.bias.double().numpy() - mean @ weights
        output, constant = last.weight[0].numpy(), last.bias.numpy()
    known = fitted(examples)
    parts = (weights, bias, output / 2, known[:-1] / 2, (constant + known[-1]) / 2)
    return Network(tuple(examples.names), *(part.astype(np.float32) for part in parts))
