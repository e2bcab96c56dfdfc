"""Quantities of Indonesian news: how many, how much, how strong, recognised by a grammar over tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcli.grammar.tokens import segments, sentence_bounds
from factcli.quantities.cues import with_meanings
from factcli.quantities.items import Item, items_of, tokenise
from factcli.quantities.lexicon import load_rules
from factcli.quantities.recognise import Found, plain, recognise, words_of_sentences
from factcli.quantities.sides import sides_of
from factcli.schema import Block, DateExpression, Quantity, Side

__all__ = ["find_quantities"]


def find_quantities(text: str, *, dates: Sequence[DateExpression], blocks: Sequence[Block] = ()) -> list[Quantity]:
    """The quantities of a text, in order, each with its number, its unit and what it is of; of no event yet.

    Args:
        text: the article; offsets of the result count code points into it.
        dates: its time expressions, in order; what stands in a day, a clock time or a rhythm is no quantity. Lengths of
            time may be: those that measure a verdict.
        blocks: the stretches of the text that no quantity crosses; without them, its lines.
    """
    placed = [date for date in dates if date.type != "DURATION"]
    ends = [date.end for date in placed]
    found: list[Quantity] = []
    # What an invitation to read something else counts is not the article's.
    others = {block.start for block in blocks if block.kind == "invitation"}
    for start, end in segments(text, blocks):
        if start in others:
            continue
        first = bisect_right(ends, start)
        last = first
        while last < len(placed) and placed[last].start < end:
            last += 1
        found.extend(_in_stretch(text, start, end, placed[first:last], len(found)))
    return found


def _in_stretch(text: str, start: int, end: int, dates: Sequence[DateExpression], before: int) -> Iterator[Quantity]:
    tokens = tokenise(text, start, end)
    items = items_of(text, tokens, dates)
    ends = [tokens[last - 1].end for _, last in sentence_bounds(tokens)]
    sentences = [bisect_right(ends, item.start) for item in items]
    wanted = {rule.sentence for rule in load_rules()[0] if rule.sentence is not None}
    quantities = with_meanings(items, recognise(items, words_of_sentences(items, sentences, wanted)))
    for number in range(len(quantities)):
        yield _made(text, items, quantities, number, f"q{before + number + 1}")


def _made(text: str, items: Sequence[Item], quantities: Sequence[Found], number: int, name: str) -> Quantity:
    found = quantities[number]
    start, end = items[found.first].start, items[found.last - 1].end
    return Quantity(
        id=name,
        start=start,
        end=end,
        text=text[start:end],
        value=plain(found.value),
        low=plain(found.low),
        high=plain(found.high),
        unit=found.unit,
        of=found.of,
        mod=found.mod,
        sides=[
            _side(text, items[side.first].start, items[side.last - 1].end, side.score)
            for side in sides_of(items, quantities, number)
        ],
    )


def _side(text: str, start: int, end: int, score: int) -> Side:
    return Side(start=start, end=end, text=text[start:end], score=score)
