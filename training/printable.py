"""The step `printable`: fits `models/printable.safetensors`, which events an editor would print as they stand.

It learns from the articles that editors judged entries of (training/editors.py), and leaves what factcli reads in them,
in the wording that was judged, with probabilities by weights that have seen no article of that day; `training.need`
goes on from there. The figures are those of these weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from factcli.encoder.weights import save_weights
from factcli.events.component import PRINTABLE, Events
from factcli.events.printable import Known, Printable, inputs_of
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Facts
from factcli.tokens.chunks import BATCH, in_chunks
from training.editors import RIGHT, Judgement, articles, judgements
from training.regression import Examples, Weights, fitted
from training.sets import write_facts
from training.ship import write_checksums

FOLDS = 5
PENALTY = 200.0


class Read(NamedTuple):
    """An article whose entries were judged: its facts in the wording that was judged, the inputs of its events, the
    numbers of those judged, and its day.
    """

    facts: Facts
    inputs: NDArray[np.float64]
    judged: list[tuple[int, Judgement]]
    day: str


def read_all(pipeline: Pipeline, text: Path) -> Iterator[Read]:
    """The articles that editors judged."""
    said = {(row.line, row.trigger): row for row in judgements()}
    lines = (json.dumps(row).encode() for row in articles(text))
    given = (one for line in lines for one in read_articles(line, name="editors") if isinstance(one, Article))
    [component] = (one for _, one in pipeline.nlp.pipeline if isinstance(one, Events))
    for chunk in in_chunks(given, BATCH):
        for article, doc in zip(chunk, pipeline.parse(chunk), strict=True):
            facts = pipeline.read(article, doc)
            facts.events = [one.event for one in component.find(doc)]
            rows = [said.get((facts.id, event.trigger.start)) for event in facts.events]
            inputs = inputs_of(doc, facts.events, facts.entities, facts.dates).double().numpy()
            judged = [(number, row) for number, row in enumerate(rows) if row is not None]
            yield Read(facts, inputs, judged, facts.published.value or "")


def examples_of(read: Sequence[Read]) -> Examples:
    """The events that were judged, and whether each was found right and useful."""
    judged = [(one.inputs[number], row.verdict == RIGHT) for one in read for number, row in one.judged]
    right = np.array([verdict for _, verdict in judged], dtype=bool)
    return Examples([], np.array([inputs for inputs, _ in judged]), right, np.ones(len(right)))


def probabilities(inputs: NDArray[np.float64], weights: Weights) -> NDArray[np.float64]:
    """(events, inputs) -> (events,)."""
    likely: NDArray[np.float64] = 1 / (1 + np.exp(-(inputs @ weights[:-1] + weights[-1])))
    return likely


def judge_unseen(read: Sequence[Read]) -> None:
    """Judge the events of each article by weights that were fitted to the articles of other days, since articles of one
    day may be near copies of each other; print how good those are that were found likeliest.
    """
    judged = []
    days = sorted({one.day for one in read})
    fold_of = dict(zip(days, np.random.default_rng(0).permutation(len(days)) % FOLDS, strict=True))
    for fold in range(FOLDS):
        weights = fitted(examples_of([one for one in read if fold_of[one.day] != fold]), PENALTY)
        for one in (one for one in read if fold_of[one.day] == fold):
            likely = probabilities(one.inputs, weights)
            for event, probability in zip(one.facts.events, likely.tolist(), strict=True):
                event.printable = round(probability, 4)
            judged += [(float(likely[number]), row.verdict == RIGHT) for number, row in one.judged]
    for share in (1.0, 0.5, 0.25):
        best = sorted(judged, reverse=True)[: round(len(judged) * share)]
        print(f"the likeliest {share:.0%} of {len(judged)}: {sum(right for _, right in best) / len(best):.1%} right")


def shipped(weights: Weights) -> Printable:
    """The head with these weights."""
    count, values = len(Known._fields), torch.from_numpy(weights).float()
    known, meaning, constant = values[:count], values[count:-1], values[-1]
    head = Printable(len(meaning))
    named = {f"known.{name}": weight for name, weight in zip(Known._fields, known, strict=True)}
    head.load_state_dict({**named, "meaning": meaning, "constant": constant})
    return head


def fit_printable(text: Path, models: Path, facts: Path) -> None:
    """Fit to the articles whose lines stand in the folder `text`, report, write the head into the folder `models` and
    what was read into `facts`.
    """
    read = list(read_all(Pipeline.load(), text))
    judge_unseen(read)
    save_weights(shipped(fitted(examples_of(read), PENALTY)), models / PRINTABLE)
    write_checksums(models)
    write_facts(facts, (one.facts for one in read))
