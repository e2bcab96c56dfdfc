"""The happenings of an article, found by place, by verb, and by the act of saying that tells of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from factcli.events.predicates import Predicate

OPENING_BRACKET, CLOSING_BRACKET = "(", ")"
# Where an act of saying holds what is said.
CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "obj", "conj", "csubj", "csubj:pass"})


class Happenings:
    """Lookups over the happenings of a Doc; each costs at most the logarithm of their number, or is made once.

    A *side* is what a date and a happening must share to be told of each other: the quotation they stand in, and for a
    happening the bracket it stands in.
    """

    def __init__(self, doc: Doc, known: Sequence[Predicate], depth: Sequence[int]) -> None:
        self.doc = doc
        self.depth = depth
        self.by_verb = {predicate.verb: predicate for predicate in reversed(known)}
        self.bounds = [(sentence.start, sentence.end) for sentence in doc.sents for _ in range(len(sentence))]
        self._brackets = brackets(doc)
        self._on_side: dict[tuple[int, int], list[Predicate]] = defaultdict(list)
        self._told: dict[int, list[Predicate]] = {}
        self._known = sorted(known, key=lambda predicate: predicate.trigger)
        self._triggers = [predicate.trigger for predicate in self._known]
        self._triggers_on: dict[tuple[int, int], list[int]] = defaultdict(list)
        for predicate in self._known:
            side = (depth[predicate.trigger], self._brackets[predicate.trigger])
            self._on_side[side].append(predicate)
            self._triggers_on[side].append(predicate.trigger)

    def side_of(self, span: Span) -> tuple[int, int]:
        """The side of a date: a bracket counts only if a happening stands in it too."""
        side = (self.depth[span.start], self._brackets[span.start])
        return side if side in self._on_side else (self.depth[span.start], 0)

    def is_on_side(self, predicate: Predicate, span: Span) -> bool:
        """True where a date can tell the time of a happening without reaching over quotation marks or brackets."""
        return (self.depth[predicate.trigger], self._brackets[predicate.trigger]) == self.side_of(span)

    def nearest(self, span: Span) -> Predicate | None:
        """The happening nearest before a date in its sentence, else the nearest after, on its side."""
        side = self.side_of(span)
        here, triggers = self._on_side.get(side, ()), self._triggers_on.get(side, ())
        start, end = self.bounds[span.start]
        before, after = bisect_left(triggers, span.start) - 1, bisect_left(triggers, span.end)
        if before >= 0 and triggers[before] >= start:
            return here[before]
        return here[after] if after < len(here) and triggers[after] < end else None

    def told_by(self, saying: Predicate) -> list[Predicate]:
        """The happenings that an act of saying tells of, in the clauses and nouns behind it that hold its content."""
        if saying.trigger not in self._told:
            contents = [child for child in self.doc[saying.verb].children if child.dep_ in CONTENT]
            inside = [one for child in contents if child.i > saying.trigger for one in self._inside(child)]
            told = [one for one in inside if one.class_ == "OCCURRENCE" and one.trigger > saying.trigger]
            self._told[saying.trigger] = told
        return self._told[saying.trigger]

    def _inside(self, head: Token) -> list[Predicate]:
        first, last = bisect_left(self._triggers, head.left_edge.i), bisect_left(self._triggers, head.right_edge.i + 1)
        tokens = {token.i for token in head.subtree}
        return [predicate for predicate in self._known[first:last] if predicate.trigger in tokens]


def brackets(doc: Doc) -> list[int]:
    """For each token 0 outside round brackets, and inside them a number of its own for each pair.

    A bracket that its sentence does not close encloses nothing.
    """
    numbers = [0] * len(doc)
    opened: int | None = None
    count = 0
    for token in doc:
        if token.is_sent_start:
            opened = None
        if token.text == OPENING_BRACKET:
            opened = token.i
        elif token.text == CLOSING_BRACKET and opened is not None:
            count += 1
            numbers[opened : token.i + 1] = [count] * (token.i + 1 - opened)
            opened = None
    return numbers
