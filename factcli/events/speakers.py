"""Who `I` is inside a quotation: the one to whom the nearest act of saying outside it gives the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from factcli.events.arguments import words
from factcli.events.predicates import Predicate

REACH = 8


def first_persons(
    doc: Doc, depth: Sequence[int], sayings: Sequence[Predicate], speakers: Mapping[int, Sequence[str]]
) -> dict[int, tuple[str, ...]]:
    """The index of each `I` inside a quotation -> the ids of its speaker.

    `depth` is the quotation that each token stands in (quotes.quoted_depth); `speakers` holds the agents of each
    act of saying by its trigger.
    """
    ends: dict[int, tuple[int, int]] = {}
    for index, number in enumerate(depth):
        if number:
            ends[number] = (ends.get(number, (index, index))[0], index)
    found: dict[int, tuple[str, ...]] = {}
    for token in doc:
        inside = depth[token.i] and token.lower_ in words("first_person")
        if inside and (speaker := _speaker(*ends[depth[token.i]], depth, sayings, speakers)):
            found[token.i] = speaker
    return found


def _speaker(
    first: int,
    last: int,
    depth: Sequence[int],
    sayings: Sequence[Predicate],
    speakers: Mapping[int, Sequence[str]],
) -> tuple[str, ...]:
    outside = [saying for saying in sayings if not depth[saying.trigger] and speakers.get(saying.trigger)]
    behind = [saying for saying in outside if last < saying.trigger <= last + REACH]
    before = [saying for saying in outside if saying.trigger < first]
    if behind:
        return tuple(speakers[behind[0].trigger])
    return tuple(speakers[before[-1].trigger]) if before and first - before[-1].trigger <= 3 * REACH else ()
