"""The network over named features learns what a regression cannot, and is the same when it is read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from factcli.timeline.network import read_network
from training.layer import fitted_network
from training.regression import Examples


def test_two_features_that_count_only_together_are_learned_and_kept(tmp_path: Path) -> None:
    rows = np.random.default_rng(0).integers(0, 2, (4000, 2)).astype(float)
    right = rows[:, 0] != rows[:, 1]
    network = fitted_network(Examples(["one", "other"], rows, right, np.ones(len(rows))))
    columns = {"other": rows[:, 1], "one": rows[:, 0]}
    likely = network.log_odds(columns) > 0
    assert (likely == right).mean() > 0.95
    network.save(tmp_path / "network.npz")
    assert np.array_equal(read_network(tmp_path / "network.npz").log_odds(columns), network.log_odds(columns))
