"""Which events an editor would print is learned from the articles of other folds."""

from __future__ import annotations

import numpy as np
import torch

from factcli.events.finding import Found
from factcli.events.printable import Known
from factcli.schema import Event, Facts, Trigger
from training.editors import Judgement
from training.merging import fitted
from training.printable import PENALTY, Read, examples_of, judge_unseen, probabilities, shipped

HIDDEN = 3


def read(number: int, rng: np.random.Generator) -> Read:
    """An article with two events, of which an editor would print that whose first input is positive."""
    inputs = rng.normal(size=(2, len(Known._fields) + HIDDEN))
    inputs[:, 0] = [2, -2]
    triggers = [Trigger(start=10 * one, end=10 * one + 4, text="tiba", lemma="tiba") for one in range(2)]
    events = [Event(id=f"v{one}", trigger=trigger, class_="OCCURRENCE") for one, trigger in enumerate(triggers, 1)]
    said = [
        Judgement(str(number), "2021-05-03", trigger.start, verdict, frozenset())
        for trigger, verdict in zip(triggers, "RU", strict=True)
    ]
    found = [Found(event, "Sinta tiba") for event in events]
    return Read(Facts(id=str(number)), found, inputs, inputs, list(enumerate(said)))


def test_articles_that_were_not_learned_from_are_judged_as_editors_would() -> None:
    articles = [read(number, np.random.default_rng(number)) for number in range(100)]
    judge_unseen(articles)
    for article in articles:
        useful, useless = (event.printable or 0.0 for event in article.facts.events)
        assert useful > useless


def test_what_ships_says_what_was_fitted() -> None:
    articles = [read(number, np.random.default_rng(number)) for number in range(20)]
    weights = fitted(examples_of(articles), PENALTY)
    head, inputs = shipped(weights), articles[0].cut
    with torch.no_grad():
        likely = head(torch.from_numpy(inputs).float()).numpy()
    assert np.allclose(likely, probabilities(inputs, weights), atol=1e-4)
