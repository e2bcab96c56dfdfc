"""How likely two accounts are of one happening: what a pair is like in numbers, weighed by a logistic regression.

`sameness.json` holds the weights; `python -m training.merging` fits them to annotated articles and stories.
"""

from __future__ import annotations

from pathlib import Path

from factcli.timeline.happenings import Happening
from factcli.timeline.regression import Features, log_odds
from factcli.timeline.times import are_neighbours, fit
from factcli.timeline.words import rarity

PATH = Path(__file__).with_name("sameness.json")
MARKED = "marked as same"
# A time of more days than this says little.
LONG = 31


def sameness(one: Happening, other: Happening) -> float:
    """The log odds that two accounts are of one happening."""
    return log_odds(PATH, features_of(one, other))


def features_of(one: Happening, other: Happening) -> Features:
    """What two accounts are like: where they stand, what they name, who is in it, their words, their times."""
    return {
        **_of_places(one, other),
        **_of_kinds(one, other),
        **_of_participants(one, other),
        **_of_words(one, other),
        **_of_times(one, other),
    }


def _of_places(one: Happening, other: Happening) -> Features:
    across = one.place[0] != other.place[0]
    apart = abs(one.event.sentence - other.event.sentence)
    return {
        "other article": across,
        "same sentence": not across and apart == 0,
        "next sentence": not across and apart == 1,
        "one is a headline": one.is_headline or other.is_headline,
        MARKED: not across and one.event.same is not None and one.event.same == other.event.same,
    }


def _of_kinds(one: Happening, other: Happening) -> Features:
    mine, theirs = one.event, other.event
    reporting = (mine.class_ == "REPORTING") + (theirs.class_ == "REPORTING")
    same_lemma, same_type = _same_lemma(one, other), mine.type is not None and mine.type == theirs.type
    same_day = _same_day(one, other)
    return {
        "same lemma": same_lemma,
        "triggers alike": float(one.trigger_meaning @ other.trigger_meaning),
        "trigger named": one.trigger_word in other.words or other.trigger_word in one.words,
        "trigger echoed": _echo(one, other),
        "same type": same_type,
        "other type": mine.type is not None and theirs.type is not None and mine.type != theirs.type,
        "one has no type": (mine.type is None) != (theirs.type is None),
        "one reports": reporting == 1,
        "both report": reporting == 2,
        "both report and clauses alike": float(one.clause_meaning @ other.clause_meaning) if reporting == 2 else 0.0,
        "same status": mine.status == theirs.status,
        "plan and deed": {mine.status, theirs.status} == {"planned", "actual"},
        "same type and day": same_type and same_day,
        "same lemma and day": same_lemma and same_day,
        "other article and same lemma": one.place[0] != other.place[0] and same_lemma,
        "same sentence and type": _same_sentence(one, other) and same_type,
    }


def _of_participants(one: Happening, other: Happening) -> Features:
    return {
        "agents shared": bool(one.agents & other.agents),
        "patients shared": bool(one.patients & other.patients),
        "agent is patient": bool(one.agents & other.patients or one.patients & other.agents),
        "participants shared": len(one.participants & other.participants)
        / (len(one.participants | other.participants) or 1),
    }


def _of_words(one: Happening, other: Happening) -> Features:
    shared = sum(map(rarity, one.words & other.words))
    smaller = shared / (min(one.weight, other.weight) or 1.0)
    return {
        "words shared": 2 * shared / ((one.weight + other.weight) or 1.0),
        "clause in clause": smaller,
        "clause in clause of the sentence": smaller if _same_sentence(one, other) else 0.0,
        "numbers apart": bool(one.numbers and other.numbers) and not one.numbers & other.numbers,
    }


def _of_times(one: Happening, other: Happening) -> Features:
    mine, theirs = one.event.when, other.event.when
    lengths = [one.days, other.days]
    return {
        "same time": mine is not None and mine == theirs,
        "same day": _same_day(one, other),
        "time within": mine is not None and theirs is not None and fit(mine, theirs),
        "next day": are_neighbours(mine, theirs),
        "one undated": mine is None or theirs is None,
        "one guessed": any(when is not None and when.basis == "published" for when in (mine, theirs)),
        "long time": any(length is None or length > LONG for length in lengths),
    }


def _same_sentence(one: Happening, other: Happening) -> bool:
    return one.place[0] == other.place[0] and one.event.sentence == other.event.sentence


def _same_lemma(one: Happening, other: Happening) -> bool:
    return one.event.trigger.lemma == other.event.trigger.lemma


def _same_day(one: Happening, other: Happening) -> bool:
    mine, theirs = one.event.when, other.event.when
    return one.days == other.days == 1 and fit(mine, theirs)


def _echo(one: Happening, other: Happening) -> float:
    """How near the word that names the one comes to a word of the other's summary, on average both ways."""
    return (
        float((other.clause_vectors @ one.trigger_meaning).max() + (one.clause_vectors @ other.trigger_meaning).max())
        / 2
    )
