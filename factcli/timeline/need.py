"""How likely a reader needs an entry: what its tellings are like in numbers, weighed by a logistic regression.

`need.json` holds the weights; `python -m training.need` fits them to articles and stories of which an annotator said
what belongs on a timeline.
"""

from __future__ import annotations

import datetime
import functools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from factcli.timeline.happenings import Happening
from factcli.timeline.times import days_of

PATH = Path(__file__).with_name("need.json")
CONSTANT = "constant"
FEATURES = (
    "tellings", "articles", "share of articles", "in a headline", "the news", "salience", "mean salience", "score",
    "mean score", "time guessed", "planned", "possible", "negated", "reported only", "a quotation", "typed",
    "who", "participants", "how often named", "how early", "about the title", "days away", "long time", "undated",
    "summary is short", "several tellings and salience",
)  # fmt: skip
UNKNOWN = 0.5
LONG = 31
SHORT = 4


class Setting:
    """What the tellings of a story are seen against: how many articles there are, how often each participant is named."""

    def __init__(self, happenings: Iterable[Happening]) -> None:
        every = list(happenings)
        self.articles = len({one.place[0] for one in every}) or 1
        self.tellings = len(every) or 1
        self.named = Counter(name for one in every for name in one.participants)


@functools.cache
def weights() -> dict[str, float]:
    """What each feature weighs, and what is added."""
    return msgspec.json.decode(PATH.read_bytes(), type=dict[str, float])


def need_of(group: Sequence[Happening], setting: Setting) -> float:
    """The probability that a reader of the story needs the happening that a group of tellings is of."""
    known = weights()
    total = known[CONSTANT] + sum(
        known[name] * value for name, value in zip(FEATURES, features_of(group, setting), strict=True)
    )
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def features_of(group: Sequence[Happening], setting: Setting) -> list[float]:
    """What a group of tellings is like, in the order of FEATURES."""
    events = [one.event for one in group]
    articles = len({one.place[0] for one in group})
    saliences = [UNKNOWN if event.salience is None else event.salience for event in events]
    scores = [UNKNOWN if event.score is None else event.score for event in events]
    statuses = {event.status for event in events}
    participants = {name for one in group for name in one.participants}
    lengths = [days_of(event.when) for event in events]
    return [
        float(value)
        for value in (
            math.log(len(group)),
            math.log(articles),
            articles / setting.articles if setting.articles > 1 else 0.0,
            any(one.is_headline for one in group),
            any(event.main for event in events),
            max(saliences),
            sum(saliences) / len(saliences),
            max(scores),
            sum(scores) / len(scores),
            all(event.when is None or event.when.basis == "published" for event in events),
            statuses == {"planned"},
            statuses == {"possible"},
            statuses == {"negated"},
            all(event.class_ == "REPORTING" for event in events),
            all(event.type == "quote" for event in events),
            any(event.type is not None for event in events),
            any(one.agents for one in group),
            min(len(participants), 4),
            max((setting.named[name] / setting.tellings for name in participants), default=0.0),
            -math.log1p(min(event.sentence for event in events)),
            max(float(one.clause_meaning @ one.topic) for one in group),
            min(map(_days_away, group)),
            all(length is None or length > LONG for length in lengths),
            all(event.when is None for event in events),
            all(len(event.summary.split()) < SHORT for event in events),
            max(saliences) if len(group) > 1 else 0.0,
        )
    ]


def _days_away(happening: Happening) -> float:
    """The logarithm of the days between a happening and the news of it; 0 where one of them is not known."""
    when = happening.event.when
    day = (when.earliest or when.latest) if when is not None else None
    if day is None or happening.published is None:
        return 0.0
    apart = datetime.date.fromisoformat(day) - datetime.date.fromisoformat(happening.published[:10])
    return math.log1p(abs(apart.days))
