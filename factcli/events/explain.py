"""Why a word is an event, or none: what each head says of it, as probabilities in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from factcli.events.article import EventArticle
from factcli.events.decode import Decision, decode
from factcli.events.network import CLASSES, KINDS, STATUSES, EventHeads
from factcli.events.scoring import Floats, score_events
from factcli.schema import PARTICIPANT_ROLES, DateExpression, Entity

# So many answers of a head are shown.
MOST = 3


class Explanation(NamedTuple):
    """A word, from the code point `start` on, and what the heads say: answers with probabilities, the likeliest first.

    `event` is the id of the event that decode.py made of the word, or None.
    """

    start: int
    text: str
    event: str | None
    answers: Mapping[str, Sequence[tuple[str, float]]]


def explain_events(
    doc: Doc,
    entities: Sequence[Entity],
    dates: Sequence[DateExpression],
    heads: EventHeads,
    decision: Decision,
    printable: Mapping[str, float | None],
    at: int | None = None,
) -> list[Explanation]:
    """The words that may name an event, in the order of the text; with `at` (a code point) the word there alone.

    `printable` are the probabilities of the events, by their ids.
    """
    article = EventArticle(doc, entities, dates)
    asked = {
        number for number, token in enumerate(article.words) if at is not None and _holds(token.idx, len(token), at)
    }
    scores = score_events(article, heads, min(decision.dated, decision.undated), asked)
    events = {one.word: f"v{number + 1}" for number, one in enumerate(decode(scores, decision))}
    reports = ["new", *(article.words[word].text for word in scores.words)]
    times = [f"{date.text} ({date.value})" for date in article.dates]
    names = [entity.name for entity in entities]
    found = []
    for row, word in enumerate(scores.words):
        if at is not None and word not in asked:
            continue
        answers: dict[str, Sequence[tuple[str, float]]] = {
            "event": _likeliest(KINDS, scores.kinds[row]),
            "class": _likeliest(CLASSES, scores.classes[row]),
            "status": _likeliest(STATUSES, scores.statuses[row]),
            "timeline": [("yes", float(scores.timeline[row]))],
            "main": [("yes", float(scores.main[row]))],
            "date": _likeliest(times, scores.dates[row]),
            "same": _likeliest(reports, scores.earlier[row]),
        }
        for number, role in enumerate(PARTICIPANT_ROLES, 1):
            answers[role] = _likeliest(names, scores.roles[row][:, number])
        if (likely := printable.get(events.get(word, ""))) is not None:
            answers["printable"] = [("yes", likely)]
        token = article.words[word]
        found.append(Explanation(token.idx, token.text, events.get(word), answers))
    return found


def _holds(start: int, length: int, place: int) -> bool:
    return start <= place < start + length


def _likeliest(names: Sequence[str], probabilities: Floats) -> list[tuple[str, float]]:
    """The likeliest names with their probabilities, of those of a hundredth and more."""
    order = np.argsort(-probabilities)[:MOST]
    return [
        (names[number], round(float(probabilities[number]), 3)) for number in order if probabilities[number] >= 0.01
    ]
