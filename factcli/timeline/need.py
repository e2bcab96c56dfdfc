"""How likely a reader needs an entry: what its accounts are like in numbers, weighed by a logistic regression.

`need.json` holds the weights; `training/need.py` fits them to articles and stories of which an annotator said
what belongs on a timeline.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from factcli.timeline.account import UNKNOWN, Account
from factcli.timeline.regression import Features, Source, weighed
from factcli.timeline.times import days_of, ends_of

PATH = Path(__file__).with_name("need.json")
# An event that nobody judged is taken as wanted.
WANTED = 1.0
# A time of more days is long, a summary of fewer words short; more participants than this say no more.
LONG, SHORT, MOST_PARTICIPANTS = 31, 4, 4


class Setting:
    """What the accounts of a story are seen against: how many articles it has, how often each participant is named."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        every = list(accounts)
        self.articles = len({one.article for one in every}) or 1
        self.accounts = len(every) or 1
        self.named = Counter(name for one in every for name in one.participants)
        self._ahead: dict[tuple[int, str], int] = {}
        met: Counter[tuple[object, ...]] = Counter()
        for one in sorted(every, key=lambda one: one.position):
            time = (one.article, ends_of(one.event.when))
            self._ahead[one.article, one.name] = met[time]
            met[time] += 1

    @property
    def source(self) -> Source:
        """Whose reader is asked: that of one article, or of a story."""
        return "story" if self.articles > 1 else "article"

    def ahead_of(self, one: Account) -> int:
        """How many other accounts of its article and time stand before an account."""
        return self._ahead[one.article, one.name]


def need_of(group: Sequence[Account], setting: Setting) -> float:
    """The log odds that a reader of the story needs the event that a group of accounts is of."""
    return weighed(PATH, setting.source, features_of(group, setting))


def features_of(group: Sequence[Account], setting: Setting) -> Features:
    """What a group of accounts is like."""
    events = [one.event for one in group]
    articles = len({one.article for one in group})
    saliences = [WANTED if event.salience is None else event.salience for event in events]
    scores = [UNKNOWN if event.score is None else event.score for event in events]
    statuses = {event.status for event in events}
    log_behind = math.log1p(min(setting.ahead_of(one) for one in group))
    participants = {name for one in group for name in one.participants}
    lengths = [days_of(event.when) for event in events]
    return {
        "accounts": math.log(len(group)),
        "articles": math.log(articles),
        "share of articles": articles / setting.articles,
        "in a headline": any(one.is_headline for one in group),
        "the news": any(event.main for event in events),
        "salience": max(saliences),
        "mean salience": sum(saliences) / len(saliences),
        "score": max(scores),
        "mean score": sum(scores) / len(scores),
        "time guessed": all(event.when is None or event.when.basis == "published" for event in events),
        "planned": statuses == {"planned"},
        "possible": statuses == {"possible"},
        "negated": statuses == {"negated"},
        "reported only": all(event.class_ == "REPORTING" for event in events),
        "typed": any(event.type is not None for event in events),
        "who": any(one.agents for one in group),
        "participants": min(len(participants), MOST_PARTICIPANTS),
        "how often named": max((setting.named[name] / setting.accounts for name in participants), default=0.0),
        "how early": -math.log1p(min(event.sentence for event in events)),
        "about the title": max(float(one.clause_meaning @ one.topic) for one in group),
        "behind others of its day": log_behind,
        "days away": math.log1p(min(one.event.when.days_from(one.published) if one.event.when else 0 for one in group)),
        "long time": all(length is None or length > LONG for length in lengths),
        "still going on": all(event.when is not None and event.when.latest is None for event in events),
        "undated": all(event.when is None for event in events),
        "summary is short": all(len(event.summary.split()) < SHORT for event in events),
    }
