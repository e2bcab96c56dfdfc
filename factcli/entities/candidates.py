"""Which pairs of forms are worth comparing: those that share a word, its beginning, or their initials.

`same_name` and `may_stand_for` decide; every pair that they accept meets under one of the clues here, so that an
article of ten thousand names needs no hundred million comparisons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from factcli.entities.links import SHORTEST_CLIPPED, Form
from factcli.entities.names import initials, less_small_words, spelling

Clue: TypeAlias = tuple[str, ...]


def neighbours(forms: Sequence[Form]) -> dict[Form, list[Form]]:
    """For each form all that may be another spelling of it, or a longer form, in the order in which they are given."""
    meeting: defaultdict[Clue, set[int]] = defaultdict(set)
    for number, form in enumerate(forms):
        for clue in (*_shared(form), *_of_long(form)):
            meeting[clue].add(number)
    met = {form: set().union(*(meeting.get(clue, ()) for clue in (*_shared(form), *_of_short(form)))) for form in forms}
    return {form: [forms[number] for number in sorted(numbers)] for form, numbers in met.items()}


def _shared(form: Form) -> Iterator[Clue]:
    """The clues of which two spellings of one name share at least one, and a short form one with each longer."""
    label = form.label
    for key in (*form.cores, *map(less_small_words, form.cores)):
        words = key if label == "PER" else (key[0], key[-1])
        yield from ((label, "word", spelling(word)) for word in words)
        if len(key) == 1:
            yield from ((label, "letter", letter) for letter in {key[0][0], spelling(key[0])[0]})


def _of_short(form: Form) -> Iterator[Clue]:
    if len(form.key) == 1:
        yield form.label, "letters", form.key[0]
        yield form.label, "head", form.key[0][:SHORTEST_CLIPPED]


def _of_long(form: Form) -> Iterator[Clue]:
    if len(form.key) > 1:
        yield from ((form.label, "letters", initials(key)) for key in (form.key, form.core))
        yield form.label, "head", form.key[0][:SHORTEST_CLIPPED]
