"""Which event a quantity measures: every event of its sentence weighed, by weights that are data (measures.toml)."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from factcli.quantities.lexicon import load_lexicon
from factcli.schema import Event, Quantity, Trigger
from factcli.tables import read_table

# A word's line of heads is followed so far.
_STEPS = 5
# So many words away an event is not weighed.
_FAR = 60


@cache
def load_weights() -> dict[str, float]:
    """What each trait of a quantity and an event counts, from measures.toml."""
    weights: dict[str, float] = read_table(Path(__file__).with_name("measures.toml"))
    return weights


def measure(doc: Doc, quantities: Sequence[Quantity], events: Sequence[Event]) -> None:
    """Set `event` of each quantity to the id of the event that it measures, or leave it None where none does.

    Reads the sentences and trees of `doc`.
    """
    weights = load_weights()
    for quantity, candidates in candidates_of(doc, quantities, events):
        scored = [(_score(weights, traits), event.id) for event, traits in candidates]
        best = max(scored, default=(0.0, None), key=lambda pair: pair[0])
        quantity.event = best[1] if best[0] > 0 else None


def _score(weights: dict[str, float], traits: dict[str, float]) -> float:
    return weights["bias"] + sum(weights[name] * value for name, value in traits.items())


def candidates_of(
    doc: Doc, quantities: Sequence[Quantity], events: Sequence[Event]
) -> Iterator[tuple[Quantity, list[tuple[Event, dict[str, float]]]]]:
    """Each quantity with the events of its sentence that are not far, and their traits."""
    sentences = [sentence.start for sentence in doc.sents]
    placed = sorted((span[0].i, number) for number, event in enumerate(events) if (span := _span(doc, event.trigger)))
    triggers = [at for at, _ in placed]
    for quantity in quantities:
        span = _span(doc, quantity)
        if span is None:
            continue
        sentence = bisect_right(sentences, span.start) - 1
        end = sentences[sentence + 1] if sentence + 1 < len(sentences) else len(doc)
        near = slice(
            bisect_left(triggers, max(sentences[sentence], span.start - _FAR)),
            bisect_left(triggers, min(end, span.end + _FAR)),
        )
        line, others = _line(span.root), set(triggers[near])
        yield (
            quantity,
            [(events[number], _traits(doc, quantity, span, line, doc[at], others)) for at, number in placed[near]],
        )


def _span(doc: Doc, place: Quantity | Trigger) -> Span | None:
    span = doc.char_span(place.start, place.end, alignment_mode="expand")
    return span if span is not None and len(span) else None


def _line(word: Token) -> list[Token]:
    """The word, its head, the head of that, ..."""
    line = [word]
    while len(line) <= _STEPS and line[-1].head.i != line[-1].i:
        line.append(line[-1].head)
    return line


def _traits(
    doc: Doc,
    quantity: Quantity,
    span: Span,
    line: Sequence[Token],
    trigger: Token,
    triggers: set[int],
) -> dict[str, float]:
    steps = next((step for step, word in enumerate(line) if word.i == trigger.i), None)
    first_trigger = next((step for step, word in enumerate(line) if word.i in triggers), None)
    between = range(span.end, trigger.i) if trigger.i >= span.end else range(trigger.i + 1, span.start)
    return {
        "its head": float(steps is not None and steps <= 1),
        "first above": float(steps is not None and steps == first_trigger),
        "below its head": float(steps is None and any(trigger.head.i == word.i for word in line[:2])),
        "says what it is of": float(_says(trigger.text.lower(), quantity)),
        "in its clause": float(not any(_cuts(doc[index]) for index in between)),
        "another between": float(any(index in triggers for index in between)),
        "distance": math.log1p(len(between)),
    }


def _says(word: str, quantity: Quantity) -> bool:
    """Whether the word says what the quantity is of; of a score, that there is a match."""
    lexicon = load_lexicon()
    if quantity.unit == "score":
        return lexicon.value("CONTEST", word) is not None
    return any(cue.of == quantity.of for cue in lexicon.cues.get(word, ()))


def _cuts(word: Token) -> bool:
    """Whether a clause ends at the word."""
    return word.text in ",;:()" or word.text.lower() in load_lexicon().categories["BARRIER"]
