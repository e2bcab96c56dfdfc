"""Whether an editor would print an event as it stands: its summary, read without the article, with its day and status.

A logistic regression on the mean vector of the words that the summary says and on what else is known of it; `python -m
training.printable` fits it to what editors said of entries of raw news.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

import msgspec
import torch
from spacy.tokens import Doc, Token
from torch import Tensor, nn

from factcli.events.decode import log_odds
from factcli.events.finding import Found
from factcli.events.named import named_in
from factcli.events.quotes import MARKS
from factcli.events.tables import tables
from factcli.schema import DateExpression, Entity, Event, When

TABLE = "printable.toml"
WORD = re.compile(r"\w+")
# In words: so many are the beginning of a summary.
BEGINNING = 5
# More names than this say no more.
MOST_NAMES = 3
# A sentence stands for the clause that was cut out of it where it is by so much likelier to be printed, up to so many
# words.
BETTER, LONGEST = 0.15, 40


class Known(NamedTuple):
    """What is known of an event and its summary, beside what its words mean."""

    points_back: float
    points_back_at_once: float
    pronoun: float
    quotation: float
    names: float
    no_name: float
    number: float
    length: float
    share_of_sentence: float
    reporting: float
    typed: float
    planned: float
    possible: float
    main: float
    salience: float
    score: float
    how_late: float
    time_guessed: float
    days_away: float
    date_in_sentence: float
    date_before: float
    sentences_to_date: float


class Printable(nn.Module):
    """(events, inputs) -> (events,) probabilities; one half each before it is fitted."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.output = nn.Linear(len(Known._fields) + hidden, 1)
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)

    def forward(self, inputs: Tensor) -> Tensor:
        """(events, inputs) of `inputs_of` -> (events,)."""
        probabilities: Tensor = self.output(inputs)[:, 0].sigmoid()
        return probabilities


def inputs_of(doc: Doc, events: Sequence[Event], entities: Iterable[Entity], dates: Iterable[DateExpression]) -> Tensor:
    """(events, inputs): what is known of each event, then the mean vector (hidden) of the words of its summary."""
    vectors = torch.from_numpy(doc.tensor)
    named, places = named_in(doc, entities), {token.idx: token for token in doc}
    spans = {one.id: doc.char_span(one.start, one.end, alignment_mode="expand") for one in dates}
    sentences = list(accumulate(bool(token.is_sent_start) for token in doc))
    rows = []
    for event in events:
        trigger = places[event.trigger.start]
        said = {*WORD.findall(event.summary.casefold()), trigger.lower_}
        words = [token for token in trigger.sent if token.lower_ in said]
        names = {named[token.i] for token in words if token.i in named}
        stated = spans.get(event.when.date or "") if event.when is not None else None
        known = _known(event, trigger, len(names), stated[0] if stated else None, sentences)
        rows.append(torch.cat((torch.tensor(known), vectors[[token.i for token in words]].mean(dim=0))))
    return torch.stack(rows) if rows else vectors.new_zeros(0, len(Known._fields) + vectors.shape[1])


def _known(event: Event, trigger: Token, names: int, stated: Token | None, sentences: Sequence[int]) -> Known:
    """`names`: how many entities the summary names; `stated`: the first word of its date; `sentences`: of each word."""
    said = WORD.findall(event.summary.casefold())
    apart = abs(sentences[stated.i] - sentences[trigger.i]) if stated is not None else 0
    return Known(
        points_back=any(word in words_of("pointing") for word in said),
        points_back_at_once=any(word in words_of("pointing") for word in said[:BEGINNING]),
        pronoun=any(word in words_of("pronouns") for word in said),
        quotation=any(letter in MARKS for letter in event.summary),
        names=min(names, MOST_NAMES),
        no_name=names == 0,
        number=any(word[0].isdigit() for word in said),
        length=math.log1p(len(said)),
        share_of_sentence=min(1.0, len(event.summary) / len(trigger.sent.text)),
        reporting=event.class_ == "REPORTING",
        typed=event.type is not None,
        planned=event.status == "planned",
        possible=event.status == "possible",
        main=event.main,
        salience=log_odds(event.salience or 0.0),
        score=log_odds(event.score or 0.0),
        how_late=math.log1p(event.sentence),
        time_guessed=event.when is not None and event.when.basis == "published",
        days_away=_days_away(event.when, trigger.doc._.published),
        date_in_sentence=stated is not None and apart == 0,
        date_before=stated is not None and stated.i < trigger.i,
        sentences_to_date=math.log1p(apart),
    )


def _days_away(when: When | None, published: str | None) -> float:
    """The logarithm of the days between an event and the news of it; 0 where one of them is not known."""
    day = (when.earliest or when.latest) if when is not None else None
    if day is None or published is None:
        return 0.0
    return math.log1p(abs((date.fromisoformat(day) - date.fromisoformat(published[:10])).days))


def worded(
    doc: Doc, found: Sequence[Found], entities: Sequence[Entity], dates: Sequence[DateExpression], head: Printable
) -> list[Event]:
    """The events, each in the words that an editor would print sooner, and how likely that is."""
    likely = head(inputs_of(doc, [*(one.event for one in found), *in_whole(found)], entities, dates)).tolist()
    return chosen(found, likely[: len(found)], likely[len(found) :])


def in_whole(found: Iterable[Found]) -> list[Event]:
    """The events with their sentences for summaries."""
    return [msgspec.structs.replace(one.event, summary=one.sentence) for one in found]


def chosen(found: Sequence[Found], cut: Sequence[float], whole: Sequence[float]) -> list[Event]:
    """The events with the summary, or the sentence where it would be printed by so much sooner and is not too long."""
    events = []
    for (event, sentence), of_cut, of_whole in zip(found, cut, whole, strict=True):
        is_better = of_whole > of_cut + BETTER and len(sentence.split()) <= LONGEST
        summary, likely = (sentence, of_whole) if is_better else (event.summary, of_cut)
        events.append(msgspec.structs.replace(event, summary=summary, printable=round(likely, 4)))
    return events


@cache
def words_of(table: str) -> frozenset[str]:
    """The words in a table of data/printable.toml."""
    return frozenset(tables(TABLE)[table]["words"])


def examples() -> list[Mapping[str, str]]:
    """Pairs of sentences of which an editor would sooner print one."""
    found: list[dict[str, Any]] = list(tables(TABLE).values())
    return [example for table in found for example in table["examples"]]
