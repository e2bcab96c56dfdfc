"""Labelled stretches of text, and the two questions that the entity steps may ask of a gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

import msgspec
from spacy.util import filter_spans

from factcli.schema import Label

LabelLookup: TypeAlias = Callable[[str], Label | None]
"""The label of a name, spelt exactly so, that stands for one kind of thing only; None where it is not known."""

BearerLookup: TypeAlias = Callable[[str, Label], Collection[str]]
"""Ids of all of that label who may bear the name; empty where it is not known. Two names with an id in common may be
names of one and the same."""


class TaggedSpan(msgspec.Struct, frozen=True, kw_only=True):
    """Code points `start` to `end` of the text, a label, and the probability of it where the head gave one."""

    start: int
    end: int
    label: Label
    score: float | None = None


def without_overlaps(spans: Iterable[TaggedSpan]) -> list[TaggedSpan]:
    """The spans in order of the text; of two that overlap, the longer, then the earlier."""
    # spaCy says that it filters its own spans, and asks for nothing but their ends.
    return filter_spans(spans)  # type: ignore[arg-type, return-value]


def unknown(name: str) -> Label | None:  # noqa: ARG001
    """None: the answer of an empty gazetteer to `LabelLookup`."""
    return None


def nobody(name: str, label: Label) -> Collection[str]:  # noqa: ARG001
    """Nobody: the answer of an empty gazetteer to `BearerLookup`."""
    return ()
