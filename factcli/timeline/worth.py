"""How likely a reader needs an entry of its own for an event.

A logistic regression on how likely the event is needed at all (`need.py`), how likely an editor would print it, and how
much of it other entries say. `worth.json` holds its weights; `training/need.py` fits them to annotated articles and
stories, and to what editors found right and useful. An entry is compared only with those that are needed more: where
accounts of one event were not joined, only the most needed of their groups is worth an entry; and of the many events
that an article has on one day, a story's reader wants the first few.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from factcli.odds import log_odds, probability
from factcli.timeline.account import Account
from factcli.timeline.group import Group
from factcli.timeline.need import Setting, need_of
from factcli.timeline.regression import Features, weighed
from factcli.timeline.times import ends_of
from factcli.timeline.words import rarity

PATH = Path(__file__).with_name("worth.json")
CERTAIN = 1.0
# Log odds below these say nothing more.
UNLIKE, LIKE = -2.0, 0.0
# With so many entries of one article and day, the most needed, another is compared.
BESIDE = 20


def worth_of(groups: Sequence[Group], setting: Setting) -> dict[Group, float]:
    """For each group of accounts the probability that a reader needs an entry of its own for their event."""
    needs = {group: need_of(group.accounts, setting) for group in groups}
    return {
        group: CERTAIN if _is_wanted(group, setting) else probability(weighed(PATH, setting.source, features))
        for group, features in features_of(needs).items()
    }


def features_of(needs: Mapping[Group, float]) -> dict[Group, Features]:
    """What each group is like beside those that are needed more; `needs` are log odds. What is news comes first."""
    earlier: dict[tuple[int, object], list[Group]] = defaultdict(list)
    found: dict[Group, Features] = {}
    for group in sorted(needs, key=lambda group: (is_news(group), needs[group]), reverse=True):
        days = ends_of(group.when)
        beside = [earlier[article, days] for article in {one.article for one in group.accounts}]
        compared = {other for other in group.compared if other in found}
        found[group] = {
            "need": needs[group],
            "printable": log_odds(group.best.printable),
            "accounts": math.log(len(group.accounts)),
            "of its day before": math.log1p(max(map(len, beside))),
            **_likeness(group, compared, {other for groups in beside for other in groups[:BESIDE]}),
        }
        for groups in beside:
            groups.append(group)
    return found


def _likeness(group: Group, compared: AbstractSet[Group], beside: AbstractSet[Group]) -> Features:
    """How much a group looks like one of those before it."""
    mean = max((sum(group.compared[other]) / len(group.compared[other]) for other in compared), default=UNLIKE)
    most = max((max(group.compared[other]) for other in compared), default=LIKE)
    return {
        "like one before": max(mean, UNLIKE) - UNLIKE,
        "an account like one before": max(most, LIKE) - LIKE,
        "said before": max((_part_said(group.best, other.best) for other in compared | beside), default=0.0),
    }


def _part_said(one: Account, other: Account) -> float:
    """How much of the one's summary the other's says: nothing where that leaves open what has happened."""
    if one.event.status == "actual" != other.event.status:
        return 0.0
    return sum(map(rarity, one.words & other.words)) / (one.weight or 1.0)


def is_news(group: Group) -> bool:
    """True for what is the news of an article."""
    return any(one.event.main for one in group.accounts)


def _is_wanted(group: Group, setting: Setting) -> bool:
    """True for the news of the only article, and for events that no model has judged: whoever gives them wants them."""
    if setting.articles == 1 and is_news(group):
        return True
    return all(one.event.salience is None for one in group.accounts)
