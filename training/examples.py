"""What the training reads: texts as words, with the labels that each source gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factcli.events.features import DateFeatures, MentionFeatures, Place
from factcli.events.paths import WordTree

NOTHING = -1


class Word(NamedTuple):
    """A word and whether it continues the word before it (`nya` of `rumahnya`)."""

    text: str
    glued: bool = False


@dataclass(frozen=True)
class Tree:
    """Tags, features, heads (from 1, 0 for the root) and relations of one sentence, as numbers of labels."""

    upos: list[int]
    feats: list[int]
    heads: list[int]
    relations: list[int]


@dataclass(frozen=True)
class EventLabels:
    """One event: its word and all that is marked of it; `date` and `end` are numbers of date expressions or NOTHING."""

    word: int
    dated: bool
    class_: int
    status: int
    timeline: bool
    main: bool
    date: int
    end: int
    bound: int
    roles: dict[int, int]
    same: str | None


@dataclass(frozen=True)
class Events:
    """What is marked of events in an article.

    Undated events are marked among the first `opening` words only; `alternatives` are words as good as some trigger.
    `mentions` are (first, last, entity), `dates` (first, last); `tree` is what a parser says, where one was asked.
    `likely`, by another habit: of each word how likely the sets would mark it as a dated event (`agreement.py`).
    """

    events: list[EventLabels]
    alternatives: frozenset[int]
    opening: int
    dates: list[tuple[int, int]]
    date_features: list[DateFeatures]
    mentions: list[tuple[int, int, int]]
    mention_features: list[MentionFeatures]
    entities: int
    places: list[Place]
    tree: WordTree | None = None
    likely: Sequence[float] = ()

    @property
    def triggers(self) -> list[int]:
        """The word of each event."""
        return [event.word for event in self.events]

    @property
    def trigger_places(self) -> list[Place]:
        """Where it stands."""
        return [self.places[word] for word in self.triggers]

    @property
    def sentences(self) -> list[int]:
        """The number of the sentence of each word."""
        return [place.sentence for place in self.places]

    @property
    def mention_spans(self) -> list[tuple[int, int]]:
        """The first and the last word of each mention."""
        return [(first, last) for first, last, _ in self.mentions]


@dataclass(frozen=True)
class Example:
    """Words that are read together, with their names by the habits of `habit`, trees and events where there are any.

    `brief`: of an article nothing but its events with their dates is marked, neither names nor who takes part.
    """

    words: list[Word]
    id: str = ""
    title: int = 0
    habit: str = ""
    names: list[tuple[int, int, int]] = field(default_factory=list)
    trees: list[Tree] = field(default_factory=list)
    events: Events | None = None
    brief: bool = False


def joined(examples: Sequence[Example]) -> Example:
    """Sentences that follow each other, as one text."""
    words: list[Word] = []
    names: list[tuple[int, int, int]] = []
    for example in examples:
        names += [(first + len(words), last + len(words), kind) for first, last, kind in example.names]
        words += example.words
    trees = [tree for example in examples for tree in example.trees]
    return replace(examples[0], words=words, names=names, trees=trees)
