"""Which events an editor would print is learned from the articles of other days."""

from __future__ import annotations

import numpy as np
import torch

from factcli.events.printable import Known
from factcli.schema import Event, Facts, Trigger
from training.editors import Judgement
from training.printable import PENALTY, Read, examples_of, judge_unseen, probabilities, shipped
from training.regression import fitted

HIDDEN = 3


def read(number: int, *, verdicts: str = "RU") -> Read:
    """An article of its own day with two events, of which an editor would print that whose first input is positive."""
    inputs = np.random.default_rng(number).normal(size=(2, len(Known._fields) + HIDDEN))
    inputs[:, 0] = [2, -2]
    triggers = [Trigger(start=10 * one, end=10 * one + 4, text="tiba", lemma="tiba") for one in range(2)]
    events = [Event(id=f"v{one}", trigger=trigger, class_="OCCURRENCE") for one, trigger in enumerate(triggers, 1)]
    said = [
        Judgement(str(number), "2021-05-03", trigger.start, verdict, frozenset())
        for trigger, verdict in zip(triggers, verdicts, strict=True)
    ]
    return Read(Facts(id=str(number), events=events), inputs, list(enumerate(said)), f"day {number}")


def likely_of(article: Read) -> list[float]:
    return [event.printable or 0.0 for event in article.facts.events]


def test_events_are_judged_as_editors_judge_those_of_other_days() -> None:
    articles = [read(number) for number in range(100)]
    judge_unseen(articles)
    for article in articles:
        useful, useless = likely_of(article)
        assert useful > useless


def test_what_was_said_of_an_article_does_not_bear_on_its_own_events() -> None:
    one, other = [read(number) for number in range(100)], [read(number) for number in range(1, 100)]
    reversed_ = read(0, verdicts="UR")
    judge_unseen(one)
    judge_unseen([reversed_, *other])
    assert likely_of(reversed_) == likely_of(one[0])


def test_what_ships_says_what_was_fitted() -> None:
    articles = [read(number) for number in range(20)]
    weights = fitted(examples_of(articles), PENALTY)
    head, inputs = shipped(weights), articles[0].inputs
    with torch.no_grad():
        likely = head(torch.from_numpy(inputs).float()).numpy()
    assert np.allclose(likely, probabilities(inputs, weights), atol=1e-4)
