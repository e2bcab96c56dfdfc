"""Whether an entry says what one that a reader needs more has said: what the two are like, weighed by a regression.

`repeats.json` holds the weights; `python -m training.need` fits them. Accounts of one happening that were not known to
be of one stand in several groups; of those only the most needed is worth an entry.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from factcli.timeline.group import Group
from factcli.timeline.happenings import Happening
from factcli.timeline.regression import Features, log_odds, probability
from factcli.timeline.words import rarity

PATH = Path(__file__).with_name("repeats.json")
# Log odds below these say nothing more.
UNLIKE, LIKE = -2.0, 0.0
# No sentence that anybody wrote has more happenings.
BESIDE = 20


def newness_of(needs: Mapping[Group, float]) -> dict[Group, float]:
    """The probability, for each group, that no more needed one is of the same happening."""
    return {group: probability(log_odds(PATH, features)) for group, features in features_of(needs).items()}


def features_of(needs: Mapping[Group, float]) -> dict[Group, Features]:
    """What each group is like beside those that are needed more."""
    ranked = sorted(needs, key=needs.__getitem__, reverse=True)
    ranks = {group: rank for rank, group in enumerate(ranked)}
    sentences: dict[tuple[int, int], list[Group]] = defaultdict(list)
    for group in ranked:
        for sentence in {_sentence(one) for one in group.accounts}:
            if len(sentences[sentence]) < BESIDE:
                sentences[sentence].append(group)
    found = {}
    for group in ranked:
        before = {other for other in group.kin if ranks.get(other, len(ranks)) < ranks[group]}
        beside = {other for one in group.accounts for other in sentences[_sentence(one)] if ranks[other] < ranks[group]}
        found[group] = _features(group, before, beside)
    return found


def _features(group: Group, before: AbstractSet[Group], beside: AbstractSet[Group]) -> Features:
    mean = max((sum(group.kin[other]) / len(group.kin[other]) for other in before), default=UNLIKE)
    most = max((max(group.kin[other]) for other in before), default=LIKE)
    events, mine = [one.event for one in group.accounts], group.best
    lemmas = {event.trigger.lemma for event in events}
    near = before | beside
    return {
        "like one before": max(mean, UNLIKE) - UNLIKE,
        "an account like one before": max(most, LIKE) - LIKE,
        "beside one before": bool(beside),
        "untyped beside one before": bool(beside) and all(event.type is None for event in events),
        "said before": max((_part_said(mine, other.best) for other in near), default=0.0),
        "summary of one before": any(mine.event.summary == other.best.event.summary for other in near),
        "lemma of one before": any(other.best.event.trigger.lemma in lemmas for other in near),
        "accounts": math.log(len(events)),
        "single account": len(events) == 1,
        "in a headline": any(one.is_headline for one in group.accounts),
        "the news": any(event.main for event in events),
    }


def _sentence(happening: Happening) -> tuple[int, int]:
    return happening.place[0], happening.event.sentence


def _part_said(one: Happening, other: Happening) -> float:
    """How much of the one's summary the other's says."""
    return sum(map(rarity, one.words & other.words)) / (one.weight or 1.0)
