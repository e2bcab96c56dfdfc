"""An article as the heads for events see it: its words, and where its dates and mentions stand among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import torch
from spacy.tokens import Doc, Span
from torch import Tensor

from factcli.events.features import DateFeatures, MentionFeatures, Place, date_features, has_days
from factcli.events.intervals import are_ends, with_days
from factcli.events.paths import WordTree
from factcli.events.types import reporting_words
from factcli.schema import LABELS, DateExpression, Entity
from factcli.tokens.document import is_word, words_of

RUNNING = ("title", "body")
# Of a value that names a part of a day, so many characters are the day.
DAY = len("2024-05-13")


class EventArticle:
    """A Doc with vectors, its entities and its date expressions.

    Words are numbered from 0 through the article, without what stands between them; `numbers`: token index -> number.
    `date_spans` and `mention_spans` are the first and the last word, both inside, of each of `dates` and of each
    mention of an entity; `mention_entities` is that entity's place in `entities`, `mention_labels` its label's in
    LABELS.
    """

    def __init__(self, doc: Doc, entities: Sequence[Entity], dates: Sequence[DateExpression]) -> None:
        self.doc = doc
        self.words = words_of(doc)
        self.numbers: Mapping[int, int] = {token.i: number for number, token in enumerate(self.words)}
        self.entities = entities
        # A line that says when the article was published or changed dates no event.
        placed = [
            (span, date)
            for date in dates
            if (span := self.covering(date.start, date.end)) is not None and self.in_running_text[span[0]]
        ]
        self.date_spans = [span for span, _ in placed]
        self.dates = [with_days(date, doc._.published) for _, date in placed]
        mentions = [
            (span, number, entity)
            for number, entity in enumerate(entities)
            for mention in entity.mentions
            if (span := self.covering(mention.start, mention.end)) is not None
        ]
        self.mention_spans = [span for span, _, _ in mentions]
        self.mention_entities = [number for _, number, _ in mentions]
        self.mention_labels = [LABELS.index(entity.label) for _, _, entity in mentions]

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word that the code points `start` to `end` touch; None where they touch no word."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        numbers = [self.numbers[token.i] for token in span or () if token.i in self.numbers]
        return (numbers[0], numbers[-1]) if numbers else None

    def span_of_date(self, date: int) -> Span:
        """The tokens of a date expression, by its place in `dates`."""
        first, last = self.date_spans[date]
        return self.doc[self.words[first].i : self.words[last].i + 1]

    @cached_property
    def vectors(self) -> Tensor:
        """The vectors of the words: (words, hidden), float32."""
        return torch.from_numpy(self.doc.tensor[[token.i for token in self.words]])

    @cached_property
    def places(self) -> list[Place]:
        """The place of each word."""
        found: list[Place] = []
        for number, sentence in enumerate(one for one in self.doc.sents if any(map(is_word, one))):
            is_title = sentence._.kind == "title"
            found += [Place(self.numbers[token.i], number, is_title) for token in words_of(sentence)]
        return found

    @cached_property
    def sentences(self) -> list[int]:
        """The number of the sentence of each word."""
        return [place.sentence for place in self.places]

    @cached_property
    def hours(self) -> dict[int, list[int]]:
        """The numbers of the dates of each sentence that name an hour or a part of a day."""
        found: dict[int, list[int]] = {}
        for number, ((first, _), date) in enumerate(zip(self.date_spans, self.dates, strict=True)):
            if date.value is not None and date.value[DAY:].startswith("T"):
                found.setdefault(self.sentences[first], []).append(number)
        return found

    @cached_property
    def ends_of_ranges(self) -> dict[int, int]:
        """The number of each date that others follow in a range, and that of the last of these, which ends it."""
        text: str = self.doc.text
        found: dict[int, int] = {}
        for number, (one, other) in reversed([*enumerate(pairwise(self.dates))]):
            if are_ends(one, text[one.end : other.start], other):
                found[number] = found.get(number + 1, number + 1)
        return found

    @cached_property
    def dated_sayings(self) -> dict[int, int]:
        """Each act of saying that has a date with days of its own (`kata Sari, Senin (13/5)`), and that date's number.

        A convention: of 240 such dates in 300 articles, 230 are the saying's.
        """
        found: dict[int, int] = {}
        for number, date in enumerate(self.dates):
            span = self.span_of_date(number)
            # `Ratna awal bulan ini mengatakan`: the saying is the next word, wherever the tree hangs the date.
            follows = span.end < len(self.doc) and self.doc[span.end].lower_ in reporting_words()
            head = self.doc[span.end] if follows else span.root.head
            is_outside = not span.start <= head.i < span.end and head.sent == span.root.sent
            if has_days(date) and is_outside and head.lower_ in reporting_words() and head.i in self.numbers:
                found.setdefault(self.numbers[head.i], number)
        return found

    @cached_property
    def in_running_text(self) -> list[bool]:
        """Whether each word stands in the title or a paragraph, not in a credit or dateline, which state no event."""
        kinds = (sentence._.kind for sentence in self.doc.sents for token in sentence if is_word(token))
        return [kind in RUNNING for kind in kinds]

    @cached_property
    def tree(self) -> WordTree:
        """The head and the relation of each word."""
        heads = [self.numbers.get(token.head.i, number) for number, token in enumerate(self.words)]
        return WordTree(heads, [token.dep_ for token in self.words])

    @cached_property
    def date_features(self) -> list[DateFeatures]:
        """The features of each date expression."""
        published: str | None = self.doc._.published
        return [
            date_features(date, self.places[first], published)
            for (first, _), date in zip(self.date_spans, self.dates, strict=True)
        ]

    @cached_property
    def mention_features(self) -> list[MentionFeatures]:
        """The features of each mention."""
        return [
            MentionFeatures(self.places[first], label)
            for (first, _), label in zip(self.mention_spans, self.mention_labels, strict=True)
        ]
