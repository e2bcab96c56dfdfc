"""How likely two accounts are of one event: what a pair is like in numbers, judged by a network of one hidden layer.

`sameness.npz` holds the weights; `training/merging.py` fits them to annotated articles and stories.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio

from factcli.timeline.account import Account
from factcli.timeline.columns import LARGE, Column, Flags, Numbers, Rows, Sets, equal, flags, numbered
from factcli.timeline.network import Columns, read_network
from factcli.timeline.spans import Spans
from factcli.timeline.words import INFORMATIVE, distinct_words, rarity

PATH = Path(__file__).with_name("sameness.npz")
MARKED = "marked as same"
# A time of more days than this says little.
LONG = 31
# As many pairs are held in memory at once.
AT_ONCE = 4096
# As many words before and behind the one that names an event say whose deed it is, and what was done.
NEAR = 5


class Accounts:
    """The accounts of a story in columns, to be compared in pairs."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        events = [one.event for one in accounts]
        self._article = np.array([one.article for one in accounts], dtype=np.int64)
        self._sentence = np.array([event.sentence for event in events], dtype=np.int64)
        self._headline = flags(one.is_headline for one in accounts)
        self._main = flags(event.main for event in events)
        self._marked = numbered((one.article, one.event.same) if one.event.same else None for one in accounts)
        self._lemma = numbered(event.trigger.lemma for event in events)
        self._type = numbered(event.type for event in events)
        self._status = numbered(event.status for event in events)
        self._planned = flags(event.status == "planned" for event in events)
        self._done = flags(event.status == "actual" for event in events)
        self._reports = flags(event.class_ == "REPORTING" for event in events)
        self._times = Spans([event.when for event in events])
        self._words = Sets([one.words for one in accounts], rarity)
        self._plain = Sets([one.plain_words for one in accounts], rarity)
        self._numbers = Sets([one.numbers for one in accounts])
        self._contexts = Sets([distinct_words(one.context) for one in accounts], rarity)
        self._spelt = [one.trigger_word for one in accounts]
        self._triggers = Sets([{word} for word in self._spelt], numbers=self._words.numbers)
        lemmas, kinds = [event.trigger.lemma for event in events], [event.type for event in events]
        sentences = [(one.article, one.event.sentence) for one in accounts]
        self._lemmas = Sets([{lemma} for lemma in lemmas])
        self._lemmas_beside = Sets(_beside(sentences, lemmas), numbers=self._lemmas.numbers)
        self._kinds = Sets([{kind} if kind else () for kind in kinds])
        self._kinds_beside = Sets(_beside(sentences, kinds), numbers=self._kinds.numbers)
        self._light: Column = np.array([max(0.0, INFORMATIVE - rarity(one.trigger_word)) for one in accounts])
        self._further = flags(one.is_further for one in accounts)
        self._before = Sets([frozenset(one.before[-NEAR:]) for one in accounts], rarity)
        self._after = Sets([frozenset(one.after[:NEAR]) for one in accounts], rarity)
        involved = Counter(name for one in accounts for name in one.participants)
        numbers: dict[str, int] = {}
        self._agents = Sets([one.agents for one in accounts], numbers=numbers)
        self._acting = Sets([one.agents | one.represented for one in accounts], numbers=numbers)
        self._patients = Sets([one.patients for one in accounts], numbers=numbers)
        self._places = Sets([one.places for one in accounts], numbers=numbers)
        self._involved = Sets([one.participants for one in accounts], numbers=numbers)
        self._distinctive = Sets(
            [one.participants for one in accounts], lambda name: math.log(len(events) / involved[name])
        )
        self._trigger = np.array([one.trigger_meaning for one in accounts])
        self._clause = np.array([one.clause_meaning for one in accounts])
        self._vectors = _padded([one.clause_vectors for one in accounts])
        days = self._times.bounds
        self._of_kind = _logs_of_counts(self._article, days, self._type)
        self._of_time = _logs_of_counts(self._article, days)

    def odds(self, one: Rows, other: Rows) -> Column:
        """The log odds that the accounts in the rows `one` and `other` are of one event, pair by pair."""
        chunks = [slice(start, start + AT_ONCE) for start in range(0, len(one), AT_ONCE)]
        network = read_network(PATH)
        return np.concatenate([network.log_odds(self.features(one[chunk], other[chunk])) for chunk in chunks])

    def across(self, one: Rows, other: Rows) -> Flags:
        """Whether accounts are of two articles."""
        return np.asarray(self._article[one] != self._article[other])

    def features(self, one: Rows, other: Rows) -> Columns:
        """What pairs are like: where they stand, what they name, who is in it, their words, their times."""
        return {
            **self._of_positions(one, other),
            **self._of_kinds(one, other),
            **self._of_participants(one, other),
            **self._of_words(one, other),
            **self._of_times(one, other),
        }

    def _of_positions(self, one: Rows, other: Rows) -> Columns:
        across = self.across(one, other)
        apart = np.abs(self._sentence[one] - self._sentence[other])
        return {
            "other article": across,
            "same sentence": ~across & (apart == 0),
            "next sentence": ~across & (apart == 1),
            "sentences apart": np.where(across, 0.0, np.log1p(apart)),
            "one is a headline": self._headline[one] | self._headline[other],
            "both are the news": self._main[one] & self._main[other],
            "one is the news": self._main[one] ^ self._main[other],
            MARKED: ~across & equal(self._marked, one, other),
        }

    def _of_kinds(self, one: Rows, other: Rows) -> Columns:
        same_lemma, same_type = equal(self._lemma, one, other), equal(self._type, one, other)
        both_typed = (self._type[one] >= 0) & (self._type[other] >= 0)
        same_day = self._times.same_day(one, other)
        both_report = self._reports[one] & self._reports[other]
        spelt = [partial_ratio(self._spelt[mine], self._spelt[theirs]) for mine, theirs in zip(one, other, strict=True)]
        return {
            "same lemma": same_lemma,
            "triggers spelt alike": np.array(spelt) / 100,
            "triggers alike": _dot(self._trigger[one], self._trigger[other]),
            "trigger named": (self._triggers.shared(one, other, self._words) > 0)
            | (self._triggers.shared(other, one, self._words) > 0),
            "trigger echoed": (self._echo(one, other) + self._echo(other, one)) / 2,
            "another has that lemma": ~same_lemma & self._stand_beside(self._lemmas, self._lemmas_beside, one, other),
            "another has that type": ~same_type & self._stand_beside(self._kinds, self._kinds_beside, one, other),
            "light trigger": np.maximum(self._light[one], self._light[other]),
            "light triggers": np.minimum(self._light[one], self._light[other]),
            "same type": same_type,
            "other type": both_typed & ~same_type,
            "other article and same lemma": self.across(one, other) & same_lemma,
            "one has no type": (self._type[one] < 0) ^ (self._type[other] < 0),
            "same type and day": same_type & same_day,
            "same type and time, of many": np.where(
                same_type & equal(self._times.bounds, one, other), self._of_kind[one] + self._of_kind[other], 0.0
            ),
            "same lemma and day": same_lemma & same_day,
            "one reports": self._reports[one] ^ self._reports[other],
            "both report": both_report,
            "both report and clauses alike": np.where(both_report, _dot(self._clause[one], self._clause[other]), 0.0),
            "same status": self._status[one] == self._status[other],
            "plan and deed": (self._planned[one] & self._done[other]) | (self._done[one] & self._planned[other]),
        }

    def _of_participants(self, one: Rows, other: Rows) -> Columns:
        agents = self._agents.shared(one, other, self._acting) + self._agents.shared(other, one, self._acting)
        patients = self._patients.shared(one, other)
        return {
            "agents shared": agents > 0,
            "agents apart": (self._agents.weight[one] > 0) & (self._agents.weight[other] > 0) & (agents == 0),
            "patients shared": patients > 0,
            "patients apart": (self._patients.weight[one] > 0) & (self._patients.weight[other] > 0) & (patients == 0),
            "agent is patient": (self._agents.shared(one, other, self._patients) > 0)
            | (self._agents.shared(other, one, self._patients) > 0),
            "places shared": self._places.shared(one, other) > 0,
            "participants shared": self._in_common(one, other),
            "rare participants shared": self._distinctive.shared(one, other),
        }

    def _of_words(self, one: Rows, other: Rows) -> Columns:
        shared, weight = self._words.shared(one, other), self._words.weight
        smaller = _share(shared, np.minimum(weight[one], weight[other]))
        numbers = self._numbers.shared(one, other)
        both_count = (self._numbers.weight[one] > 0) & (self._numbers.weight[other] > 0)
        same_sentence = self._same_sentence(one, other)
        return {
            "words shared": _share(2 * shared, weight[one] + weight[other]),
            "words beside names shared": self._alike_in(self._plain, one, other),
            "clauses alike": _dot(self._clause[one], self._clause[other]),
            "clause in clause": smaller,
            "clause in clause of the sentence": np.where(same_sentence, smaller, 0.0),
            "light trigger, clause in clause": smaller * np.maximum(self._light[one], self._light[other]),
            "sentences alike": np.where(same_sentence, 0.0, self._alike_in(self._contexts, one, other)),
            "words before alike": np.where(same_sentence, 0.0, self._alike_in(self._before, one, other)),
            "words after alike": np.where(same_sentence, 0.0, self._alike_in(self._after, one, other)),
            "same lemma, words after apart": equal(self._lemma, one, other) & (self._after.shared(one, other) == 0),
            "one is a further one": ~self.across(one, other) & (self._further[one] | self._further[other]),
            "numbers shared": numbers > 0,
            "numbers apart": both_count & (numbers == 0),
        }

    def _of_times(self, one: Rows, other: Rows) -> Columns:
        times = self._times
        return {
            "same time": equal(times.values, one, other),
            "same day": times.same_day(one, other),
            "time within": ~times.unknown(one, other) & times.fit(one, other),
            "same time, of many": np.where(
                equal(times.bounds, one, other), self._of_time[one] + self._of_time[other], 0.0
            ),
            "next day": times.next_day(one, other),
            "one undated": times.unknown(one, other),
            "one guessed": times.guessed[one] | times.guessed[other],
            "long time": (times.days[one] > LONG) | (times.days[other] > LONG),
        }

    def _in_common(self, one: Rows, other: Rows) -> Column:
        """How many of those who take part in either take part in both."""
        shared, several = self._involved.shared(one, other), self._involved.weight
        return _share(shared, several[one] + several[other] - shared)

    def _alike_in(self, sets: Sets, one: Rows, other: Rows) -> Column:
        return _share(2 * sets.shared(one, other), sets.weight[one] + sets.weight[other])

    def _stand_beside(self, mine: Sets, beside: Sets, one: Rows, other: Rows) -> Flags:
        """Whether what the one has, another account of the other's sentence has, or the other way round."""
        there = (mine.shared(one, other, beside) > 0) | (mine.shared(other, one, beside) > 0)
        return np.asarray(there & ~self._same_sentence(one, other))

    def _same_sentence(self, one: Rows, other: Rows) -> Flags:
        return np.asarray(~self.across(one, other) & (self._sentence[one] == self._sentence[other]))

    def _echo(self, one: Rows, other: Rows) -> Column:
        """How near the word that names the one comes to a word of the other's summary."""
        near: Column = np.einsum("nwd,nd->nw", self._vectors[other], self._trigger[one]).max(axis=1)
        return near


def _beside(sentences: Sequence[tuple[int, int]], names: Sequence[str | None]) -> list[set[str]]:
    """Of each account what the others of its sentence are called, as far as it is not called so itself."""
    called: dict[tuple[int, int], set[str]] = {}
    for sentence, name in zip(sentences, names, strict=True):
        known = called.setdefault(sentence, set())
        if name is not None and len(known) < LARGE:
            known.add(name)
    return [called[sentence] - {name} for sentence, name in zip(sentences, names, strict=True)]


def _logs_of_counts(*columns: Numbers) -> Column:
    """Of each account the logarithm of how many have the same numbers in these columns."""
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    counts = Counter(rows)
    return np.log([counts[row] for row in rows])


def _padded(rows: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Vectors of the words of each summary, as many a summary: those missing are the first again."""
    width = max(map(len, rows), default=1)
    return np.array([np.concatenate([row, np.repeat(row[:1], width - len(row), axis=0)]) for row in rows])


def _dot(one: NDArray[np.float32], other: NDArray[np.float32]) -> Column:
    return np.asarray((one * other).sum(axis=1), dtype=np.float64)


def _share(part: Column, whole: Column) -> Column:
    """The part in the whole; 0 where there is nothing."""
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
