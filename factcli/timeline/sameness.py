"""How likely two tellings are of one happening: what a pair is like in numbers, weighed by a logistic regression.

`sameness.json` holds the weights; `python -m training.merging` fits them to annotated articles and stories.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from factcli.timeline.happenings import Happening
from factcli.timeline.times import are_neighbours, days_of, fit
from factcli.timeline.words import rarity

PATH = Path(__file__).with_name("sameness.json")
CONSTANT = "constant"
FEATURES = (
    "other article", "same sentence", "next sentence", "one is a headline", "marked as same",     "same lemma", "triggers alike", "trigger named", "same type", "other type", "one has no type",
    "one reports", "both report", "same status", "plan and deed",
    "agents shared", "agents apart", "patients shared", "patients apart", "agent is patient",     "participants shared",
    "words shared", "clause in clause", "numbers apart",
    "same time", "same day", "time within", "next day", "one undated", "one guessed", "long time",
    "same lemma and agents apart", "both report and clauses alike",     "trigger echoed", "same type and day", "same lemma and day", "other article and same lemma",
)  # fmt: skip
# A time of more days than this says little.
LONG = 31


@functools.cache
def weights() -> NDArray[np.float64]:
    """What each feature weighs, and last what is added: the logistic regression that ships with factcli."""
    read = msgspec.json.decode(PATH.read_bytes(), type=dict[str, float])
    return np.array([read[name] for name in (*FEATURES, CONSTANT)])


def log_odds(one: Happening, others: Sequence[Happening]) -> NDArray[np.float64]:
    """The log odds that each of `others` tells the same as `one`."""
    rows = np.array([features_of(one, other) for other in others]).reshape(len(others), len(FEATURES))
    return np.asarray(rows @ weights()[:-1] + weights()[-1])


def features_of(one: Happening, other: Happening) -> list[float]:
    """What two tellings are like, in the order of FEATURES."""
    mine, theirs = one.event, other.event
    across = one.place[0] != other.place[0]
    apart = abs(mine.sentence - theirs.sentence)
    reporting = (mine.class_ == "REPORTING") + (theirs.class_ == "REPORTING")
    same_lemma = mine.trigger.lemma == theirs.trigger.lemma
    agents_apart = _apart(one.agents, other.agents) and not one.agents & other.patients and not one.patients & other.agents
    alike = float(one.clause_meaning @ other.clause_meaning)
    shared = _weight(one.words & other.words)
    smaller = min(one.weight, other.weight) or 1.0
    lengths = [days_of(event.when) for event in (mine, theirs)]
    numbers = one.numbers, other.numbers
    times = mine.when, theirs.when
    same_type = mine.type is not None and mine.type == theirs.type
    same_day = lengths == [1, 1] and fit(*times)
    is_named = one.trigger_word in other.words or other.trigger_word in one.words
    return [
        float(value)
        for value in (
            across,
            not across and apart == 0,
            not across and apart == 1,
            one.is_headline or other.is_headline,
            not across and mine.same is not None and mine.same == theirs.same,
            same_lemma,
            one.trigger_meaning @ other.trigger_meaning,
            is_named,
            same_type,
            mine.type is not None and theirs.type is not None and mine.type != theirs.type,
            (mine.type is None) != (theirs.type is None),
            reporting == 1,
            reporting == 2,
            mine.status == theirs.status,
            {mine.status, theirs.status} == {"planned", "actual"},
            bool(one.agents & other.agents),
            agents_apart,
            bool(one.patients & other.patients),
            _apart(one.patients, other.patients),
            bool(one.agents & other.patients or one.patients & other.agents),
            len(one.participants & other.participants) / (len(one.participants | other.participants) or 1),
            2 * shared / ((one.weight + other.weight) or 1.0),
            shared / smaller,
            _apart(*numbers),
            times[0] is not None and times[0] == times[1],
            same_day,
            None not in times and fit(*times),
            are_neighbours(*times),
            None in times,
            any(when is not None and when.basis == "published" for when in times),
            any(length is None or length > LONG for length in lengths),
            same_lemma and agents_apart,
            alike if reporting == 2 else 0.0,
            _echo(one, other),
            same_type and same_day,
            same_lemma and same_day,
            across and same_lemma,
        )
    ]  # fmt: skip


def _echo(one: Happening, other: Happening) -> float:
    """How near the word that names the one comes to a word of the other's summary, on average both ways."""
    return float((other.clause_vectors @ one.trigger_meaning).max() + (one.clause_vectors @ other.trigger_meaning).max()) / 2


def _apart(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one and other) and not set(one) & set(other)


def _weight(words: Collection[str]) -> float:
    return sum(map(rarity, words))
