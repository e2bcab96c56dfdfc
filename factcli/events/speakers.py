"""Who `I` is inside a quotation: the one to whom the nearest act of saying outside it gives the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from factcli.events.arguments import words
from factcli.events.predicates import Predicate

REACH = 8


def first_persons(
    doc: Doc, depth: Sequence[int], sayings: Sequence[Predicate], speakers: Mapping[int, Sequence[str]]
) -> dict[int, tuple[str, ...]]:
    """The index of each `I` inside a quotation -> the ids of its speaker.

    `depth` is the quotation that each token stands in (quotes.quoted_depth); `sayings` are in the order of their
    triggers, `speakers` holds the agents of each by its trigger.
    """
    ends: dict[int, tuple[int, int]] = {}
    for index, number in enumerate(depth):
        if number:
            ends[number] = (ends.get(number, (index, index))[0], index)
    outside = [saying.trigger for saying in sayings if not depth[saying.trigger] and speakers.get(saying.trigger)]
    found: dict[int, tuple[str, ...]] = {}
    for token in doc:
        inside = depth[token.i] and token.lower_ in words("first_person")
        if inside and (saying := _saying_of(*ends[depth[token.i]], outside)) is not None:
            found[token.i] = tuple(speakers[saying])
    return found


def _saying_of(first: int, last: int, sayings: Sequence[int]) -> int | None:
    """The saying that gives a quotation from token `first` to `last` its speaker: one close behind it, else before."""
    behind, before = bisect_right(sayings, last), bisect_left(sayings, first) - 1
    if behind < len(sayings) and sayings[behind] <= last + REACH:
        return sayings[behind]
    return sayings[before] if before >= 0 and first - sayings[before] <= 3 * REACH else None
