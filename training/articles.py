"""Annotated articles (events/train.jsonl and its like) -> examples."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from factcli.events.features import MentionFeatures, Place, date_features
from factcli.events.intervals import with_days
from factcli.events.network import BOUNDS, CLASSES, STATUSES
from factcli.schema import LABELS, PARTICIPANT_ROLES, DateExpression
from factcli.tokens.sentences import TokenSentence
from training.examples import NOTHING, EventLabels, Events, Example, Word

Row = Mapping[str, Any]
# Our own annotation marks more than the sets do (half as many events again), so it has a habit of its own.
HABIT, OWN = "articles", "own"


class Words:
    """The words of an article and where they stand."""

    def __init__(self, text: str, sentences: Sequence[TokenSentence]) -> None:
        self.text = text
        self.words: list[Word] = []
        self.places: list[Place] = []
        self.spans: list[tuple[int, int]] = []
        for number, sentence in enumerate(sentences):
            for token in sentence.tokens:
                for place, (start, end) in enumerate(token.words):
                    self.places.append(Place(len(self.words), number, sentence.kind == "title"))
                    self.words.append(Word(text[start:end], place > 0))
                    self.spans.append((start, end))
        self.starts = [start for start, _ in self.spans]
        self.ends = [end for _, end in self.spans]

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word that the characters `start` to `end` touch."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
        return (first, last) if first <= last else None


def article_example(row: Row, sentences: Sequence[TokenSentence], habit: str = HABIT) -> Example:
    """One annotated article, marked by a habit."""
    words = Words(row["text"], sentences)
    names: dict[tuple[int, int], int] = {}
    mentions: list[tuple[int, int, int]] = []
    features: list[MentionFeatures] = []
    entity_numbers = {entity["id"]: number for number, entity in enumerate(row["entities"])}
    for entity in row["entities"]:
        for mention in entity["mentions"]:
            span = words.covering(mention["start"], mention["end"])
            if span is None:
                continue
            kind = LABELS.index(entity["label"])
            names[span] = kind
            mentions.append((*span, entity_numbers[entity["id"]]))
            features.append(MentionFeatures(words.places[span[0]], kind))
    dates = [
        (span, with_days(msgspec.convert({"id": "", **date}, DateExpression), row["published"]))
        for date in row["dates"]
        if (span := words.covering(date["start"], date["end"]))
    ]
    date_places = {(date.start, date.end): number for number, (_, date) in enumerate(dates)}
    marked = [(event, True) for event in row["events"]] + [(event, False) for event in row.get("undated", ())]
    events = [
        labels
        for event, dated in marked
        if (labels := _event(event, dated, words, date_places, entity_numbers)) is not None
    ]
    alternatives = frozenset(
        span[0]
        for event, _ in marked
        for other in event["alt_triggers"]
        if (span := words.covering(other["start"], other["end"]))
    )
    title = sum(place.title for place in words.places)
    return Example(
        id=row["id"],
        words=words.words,
        title=title,
        habit=habit,
        brief=bool(row.get("brief")),
        names=_without_overlaps(names),
        events=Events(
            events=sorted(events, key=lambda event: event.word),
            alternatives=alternatives,
            opening=max([title, *(event.word + 1 for event in events if not event.dated)]),
            dates=[span for span, _ in dates],
            date_features=[date_features(date, words.places[span[0]], row["published"]) for span, date in dates],
            mentions=mentions,
            mention_features=features,
            entities=len(entity_numbers),
            places=words.places,
        ),
    )


def _event(
    event: Row, dated: bool, words: Words, dates: Mapping[tuple[int, int], int], entities: Mapping[str, int]
) -> EventLabels | None:
    span = words.covering(event["trigger"]["start"], event["trigger"]["end"])
    if span is None:
        return None
    own = [number for date in event["dates"] if (number := dates.get((date["start"], date["end"]))) is not None]
    return EventLabels(
        word=span[0],
        dated=dated,
        class_=CLASSES.index(event["class"]),
        status=STATUSES.index(event["status"]),
        timeline=bool(event["timeline"]),
        main=bool(event.get("main")),
        date=own[0] if own else NOTHING,
        end=own[1] if len(own) > 1 else NOTHING,
        bound=BOUNDS.index(event["rel"] or "in"),
        roles={
            entities[entity]: 1 + number
            for number, role in reversed(list(enumerate(PARTICIPANT_ROLES)))
            for entity in event[role]
            if entity in entities
        },
        same=event["same"],
    )


def _without_overlaps(names: Mapping[tuple[int, int], int]) -> list[tuple[int, int, int]]:
    kept: list[tuple[int, int, int]] = []
    for (first, last), kind in sorted(names.items(), key=lambda item: (item[0][0], -item[0][1])):
        if not kept or first > kept[-1][1]:
            kept.append((first, last, kind))
    return kept


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file as they stand there."""
    # In bytes, for in a string other characters than line feeds end a line too (U+2028, U+0085).
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def stands_on(marked: Row, start: int, end: int) -> bool:
    """Whether a word, from `start` to `end`, is one of those that an annotated event may be found by."""
    spans = (marked["trigger"], *marked.get("alt_triggers", ()))
    return any(span["start"] < end and start < span["end"] for span in spans)
