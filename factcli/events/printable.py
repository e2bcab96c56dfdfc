"""Whether an editor would print an event as it stands: its summary, read without the article, with its day and status.

A logistic regression on the mean vector of the words of its sentence that the summary says, and on what else is known
of it; `training/printable.py` fits it to what editors said of entries of raw news, nearly all with a time.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from typing import NamedTuple

import msgspec
import torch
from spacy.tokens import Doc, Token
from torch import Tensor, nn

from factcli.events.finding import Found
from factcli.events.named import Spellings
from factcli.events.referents import third_person
from factcli.events.tables import words
from factcli.grammar.quotation_marks import MARKS
from factcli.odds import log_odds
from factcli.schema import DateExpression, Entity, Event

WORD = re.compile(r"\w+")
# In words: so many are the beginning of a summary.
BEGINNING = 5
# More names than this say no more.
MOST_NAMES = 3
# A whole sentence stands for the clause that was cut out of it where it is by so much likelier to be printed: from here
# on editors see the difference (training/README.md). It has at most so many words.
BETTER, LONGEST_SENTENCE = 0.05, 40


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
    negated: float
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
        # Each weight has its name in the file, so that weights for other inputs are refused.
        self.known = nn.ParameterDict({name: nn.Parameter(torch.zeros(())) for name in Known._fields})
        self.meaning = nn.Parameter(torch.zeros(hidden))
        self.constant = nn.Parameter(torch.zeros(()))

    def forward(self, inputs: Tensor) -> Tensor:
        """(events, inputs) of `inputs_of` -> (events,)."""
        known = torch.stack([self.known[name] for name in Known._fields])
        probabilities: Tensor = (inputs @ torch.cat((known, self.meaning)) + self.constant).sigmoid()
        return probabilities


def inputs_of(doc: Doc, events: Sequence[Event], entities: Iterable[Entity], dates: Iterable[DateExpression]) -> Tensor:
    """(events, inputs): what is known of each event, then the mean vector (hidden) of what its summary says."""
    places, spellings = {token.idx: token for token in doc}, Spellings(entities)
    spans = {one.id: doc.char_span(one.start, one.end, alignment_mode="expand") for one in dates}
    sentences = list(accumulate(bool(token.is_sent_start) for token in doc))
    rows = []
    for event in events:
        trigger = places[event.trigger.start]
        stated = spans.get(event.when.date or "") if event.when is not None else None
        known = _known(event, trigger, spellings.count_in(event.summary), stated[0] if stated else None, sentences)
        mean = torch.from_numpy(doc.tensor[_said(event.summary, trigger)]).mean(dim=0)
        rows.append(torch.cat((torch.tensor(known), mean)))
    return torch.stack(rows) if rows else torch.zeros(0, len(Known._fields) + doc.tensor.shape[1])


def _said(summary: str, trigger: Token) -> list[int]:
    """The tokens of the event's sentence that are a word, or part of one, which the summary has; its trigger always."""
    said, sentence = set(WORD.findall(summary.casefold())), trigger.sent
    found = (word.span() for word in WORD.finditer(sentence.text) if word[0].casefold() in said)
    spoken = {sentence.start_char + place for first, end in found for place in range(first, end)}
    return [token.i for token in sentence if token.idx in spoken or token.i == trigger.i]


def _known(event: Event, trigger: Token, names: int, stated: Token | None, sentences: Sequence[int]) -> Known:
    """`names`: how many the summary names; `stated`: the first word of its date; `sentences`: the number of each."""
    said = WORD.findall(event.summary.casefold())
    pronouns = third_person() | words("first_person")
    apart = abs(sentences[stated.i] - sentences[trigger.i]) if stated is not None else 0
    return Known(
        points_back=any(word in words("pointing") for word in said),
        points_back_at_once=any(word in words("pointing") for word in said[:BEGINNING]),
        pronoun=any(word in pronouns for word in said),
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
        negated=event.status == "negated",
        main=event.main,
        salience=log_odds(event.salience or 0.0),
        score=log_odds(event.score or 0.0),
        how_late=math.log1p(event.sentence),
        time_guessed=event.when is not None and event.when.basis == "published",
        days_away=math.log1p(event.when.days_from(trigger.doc._.published)) if event.when else 0.0,
        date_in_sentence=stated is not None and apart == 0,
        date_before=stated is not None and stated.i < trigger.i,
        sentences_to_date=math.log1p(apart),
    )


def worded(
    doc: Doc, found: Sequence[Found], entities: Sequence[Entity], dates: Sequence[DateExpression], head: Printable
) -> list[Event]:
    """The events, each in the words that an editor would rather print, and how likely that is."""
    events = [one.event for one in found]
    is_cut = [one.whole != one.event.summary for one in found]
    whole = [msgspec.structs.replace(one.event, summary=one.whole) for one in compress(found, is_cut)]
    likely = head(inputs_of(doc, [*events, *whole], entities, dates)).tolist()
    of_whole = iter(likely[len(found) :])
    cut = likely[: len(found)]
    return chosen(found, cut, [next(of_whole) if differs else own for own, differs in zip(cut, is_cut, strict=True)])


def chosen(found: Sequence[Found], cut: Sequence[float], whole: Sequence[float]) -> list[Event]:
    """The events with their summaries, or with their whole sentences where editors would clearly rather print these.

    A sentence stands for one of its events, that which gains most if no other has it already, and for none where they
    have several times, since it is shown without its dates.
    """
    gains = [of_whole - of_cut for of_cut, of_whole in zip(cut, whole, strict=True)]
    of_sentence = defaultdict(list)
    for number, (event, _) in enumerate(found):
        of_sentence[event.sentence].append(number)
    best = set()
    for numbers in of_sentence.values():
        is_taken = any(found[number].event.summary == found[number].whole for number in numbers)
        if not is_taken and len({found[number].event.when for number in numbers}) == 1:
            best.add(max(numbers, key=gains.__getitem__))
    events = []
    for number, (event, sentence) in enumerate(found):
        is_whole = number in best and gains[number] > BETTER and len(sentence.split()) <= LONGEST_SENTENCE
        summary, likely = (sentence, whole[number]) if is_whole else (event.summary, cut[number])
        events.append(msgspec.structs.replace(event, summary=summary, printable=round(likely, 4)))
    return events
