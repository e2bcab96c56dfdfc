"""The step `joint`: the encoder and all heads, trained together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from training.agreement import agreed
from training.articles import HABIT
from training.corpora import Corpora
from training.fit import fit, is_first_process
from training.model import Joint, average_checkpoints, load_checkpoint, start_from
from training.parses import parsed
from training.scores import event_scores, name_score, tree_scores


def train_joint(
    corpora: Corpora,
    settings: dict[str, Any],
    base: Path,
    checkpoint: Path,
    start: Path | None = None,
) -> None:
    """Train from the base encoder, or go on from the checkpoint `start`; `settings` include those of the stage.

    What is made counts for `share` in the mean with `start` that the checkpoint is in the end. The articles get the
    trees that the heads of `start` see in them, with `agreed` those of our own habit what the sets would likely mark
    there.
    """
    model = start_from(base, corpora.labels, settings["dropout"])
    if start is not None:
        load_checkpoint(model, start)
        corpora = with_trees(model, corpora)
    if settings["agreed"]:
        train = replace(corpora.train, articles=agreed(model, corpora.train.articles))
        corpora = corpora._replace(train=train)

    def report(averaged: Joint, epoch: int) -> None:
        print(f"epoch {epoch}: {watched(averaged, corpora)}", flush=True)

    # The checkpoint is there when the stage is done, so that one that was broken off is not taken for it.
    part = checkpoint.with_suffix(".part")
    fit(model, corpora.train, settings, part, report)
    if is_first_process():
        if start is not None and settings["share"] < 1:
            average_checkpoints(start, part, settings["share"])
        part.replace(checkpoint)


def with_trees(model: Joint, corpora: Corpora) -> Corpora:
    """The corpora with all annotated articles parsed."""
    train = replace(corpora.train, articles=parsed(model, corpora.train.articles))
    return corpora._replace(train=train, articles=parsed(model, corpora.articles))


def watched(model: Joint, corpora: Corpora) -> str:
    """The scores on what was not learned from, in one line."""
    upos, feats, uas, las = tree_scores(model, corpora.trees["dev"])
    line = f"UPOS {upos:.1f} feats {feats:.1f} UAS {uas:.1f} LAS {las:.1f}"
    for habit, examples in corpora.names.items():
        line += f" {habit} {name_score(model, examples, habit):.1f}"
    line += f" dev60 {name_score(model, corpora.articles, HABIT):.1f}"
    return line + "".join(f" {name} {value:.1f}" for name, value in event_scores(model, corpora.articles).items())
