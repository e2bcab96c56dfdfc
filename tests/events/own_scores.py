"""Docs, scores and expressions made by hand, without any model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from spacy.language import BaseDefaults
from spacy.tokens import Doc, Token
from spacy.vocab import create_vocab

from factcli.events.network import BOUNDS, CLASSES, DATED, NONE, STATUSES
from factcli.events.scoring import EventScores
from factcli.schema import PARTICIPANT_ROLES, BlockKind
from factcli.tokens.document import extend_doc

# It lower-cases words, which a bare one does not.
VOCAB = create_vocab("id", BaseDefaults)
WORD = re.compile(r"[\w-]+|[^\w\s]")


def doc_of(text: str, kind: BlockKind = "body", lemmas: Mapping[str, str] | None = None) -> Doc:
    """A Doc of one sentence of that kind of block, cut at blanks and marks; `lemmas` gives those of some words."""
    extend_doc()
    matches = list(WORD.finditer(text))
    words = [match[0] for match in matches]
    doc = Doc(
        VOCAB,
        words=words,
        spaces=[text[match.end() : match.end() + 1] == " " for match in matches],
        lemmas=[(lemmas or {}).get(word, word.lower()) for word in words],
        sent_starts=[number == 0 for number in range(len(words))],
    )
    for sentence in doc.sents:
        sentence._.kind = kind
    return doc


def trigger_in(doc: Doc, text: str) -> Token:
    """The word with that text."""
    [found] = [token for token in doc if token.text == text]
    return found


def scores(events: int, dates_of: int = 0, entities: int = 0, **tables: Any) -> EventScores:
    """Scores of so many words that may be events, all sure to be undated and of the opening, among so many dates and
    entities. `tables` replace some; the words are every second one of the article unless `words` are given.
    """
    made: dict[str, Any] = {
        "kinds": rows(events, [0.0, 0.0, 1.0]),
        "classes": rows(events, one_of(len(CLASSES))),
        "statuses": rows(events, one_of(len(STATUSES))),
        "timeline": rows(events, 0.5),
        "main": rows(events, 1 / max(1, events)),
        "dates": np.zeros((events, dates_of)),
        "ends": rows(events, one_of(1 + dates_of)),
        "bounds": rows(events, one_of(len(BOUNDS))),
        "roles": np.broadcast_to(one_of(1 + len(PARTICIPANT_ROLES)), (events, entities, 1 + len(PARTICIPANT_ROLES))),
        "earlier": rows(events, one_of(1 + events)),
    }
    words = tables.pop("words", list(range(0, 2 * events, 2)))
    in_opening = tables.pop("in_opening", [True] * events)
    over = tables.pop("over", [False] * dates_of)
    made = {name: np.asarray(table, dtype=np.float32) for name, table in (made | tables).items()}
    return EventScores(words=words, in_opening=in_opening, over=over, **made)


def one_of(size: int, chosen: int = 0) -> list[float]:
    """Sure of one of so many."""
    return [float(number == chosen) for number in range(size)]


def kinds(none: float, dated: float) -> list[float]:
    """Probabilities of no event, a dated and an undated one."""
    row = [0.0, 0.0, 0.0]
    row[NONE], row[DATED] = none, dated
    row[3 - NONE - DATED] = 1 - none - dated
    return row


def rows(count: int, row: Sequence[float] | float) -> Any:
    """The same row so many times."""
    return np.array([row] * count, dtype=np.float32).reshape((count, *np.shape(row)))
