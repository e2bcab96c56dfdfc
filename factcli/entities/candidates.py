"""Which pairs of forms are worth comparing: those that share a word, its beginning, or their initials.

`same_name` and `may_stand_for` decide; every pair that they accept meets under one of the clues here, so that an
article of ten thousand names needs no hundred million comparisons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from factcli.entities.links import CLIPPED_LETTERS, SHORTEST_CLIPPED, Form
from factcli.entities.names import SHORTEST_CHUNK, Key, initials, name_rules, place_core, spelling

Clue: TypeAlias = tuple[object, ...]
BLEND_HEAD = SHORTEST_CHUNK + 1


class Candidates:
    """Forms by their clues; what is asked for comes in the order in which the forms were given."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = forms
        self._alike: defaultdict[Clue, list[int]] = defaultdict(list)
        self._longer: defaultdict[Clue, list[int]] = defaultdict(list)
        for number, form in enumerate(forms):
            for clue in {*_likeness(form), *_initials_of(form, asking=False)}:
                self._alike[clue].append(number)
            for clue in set(_of_long(form)):
                self._longer[clue].append(number)

    def alike(self, form: Form, before: int) -> list[Form]:
        """The first `before` forms, of these all that may be another spelling of `form`."""
        return [self._forms[number] for number in self._met(self._alike, self._asked(form)) if number < before]

    def longer(self, form: Form) -> list[Form]:
        """The forms of which `form` may be a shorter one."""
        return [self._forms[number] for number in self._met(self._longer, _of_short(form))]

    @staticmethod
    def _asked(form: Form) -> Iterator[Clue]:
        yield from _likeness(form)
        yield from _initials_of(form, asking=True)

    @staticmethod
    def _met(clues: dict[Clue, list[int]], asked: Iterable[Clue]) -> list[int]:
        return sorted({number for clue in set(asked) for number in clues.get(clue, ())})


def _likeness(form: Form) -> Iterator[Clue]:
    """The clues of which two spellings of one name share at least one."""
    key, label = form.key, form.label
    if len(key) == 1:
        yield from ((label, "letter", letter) for letter in {key[0][0], spelling(key[0])[:1]})
    else:
        yield from ((label, "but", place, key[:place] + key[place + 1 :]) for place in range(len(key)))
    if label == "PER":
        yield label, "spelt", tuple(map(spelling, key))
        yield label, "first", key[:1]
    elif label == "ORG":
        yield label, "core", form.plain_core
    else:
        yield label, "core", place_core(key)


def _initials_of(form: Form, *, asking: bool) -> Iterator[Clue]:
    """A name with an initial for a word meets all that have its initials; one without, only those with one."""
    if form.label == "PER" and len(form.key) > 1:
        shortened = any(len(word) == 1 for word in form.key)
        for letters in {initials(form.key), "".join(spelling(word)[:1] for word in form.key)}:
            if shortened or not asking:
                yield form.label, "initials", letters
            if shortened or asking:
                yield form.label, "shortened", letters


def _of_short(form: Form) -> Iterator[Clue]:
    """The clues of which a short form shares one with every form that it may stand for."""
    key, label = form.key, form.label
    first = key[0]
    if len(key) == 1:
        yield label, "letters", first
        yield label, "head", first[:BLEND_HEAD]
    if label == "PER":
        yield label, "word", spelling(first)
        yield label, "word", first
        if len(key) == 1:
            yield label, "clipped", first[:SHORTEST_CLIPPED]
        yield label, ("letter" if len(first) == 1 else "initial"), first[0]
    elif label == "LOC":
        yield from ((label, "core", clue) for clue in _slips(key))
    else:
        yield label, "begins", form.core[0]


def _of_long(form: Form) -> Iterator[Clue]:
    key, label = form.key, form.label
    if len(key) > 1:
        yield label, "letters", initials(key)
        yield label, "letters", initials(form.core)
        heads = [word for word in key if word not in name_rules().unabbreviated][:1]
        yield from ((label, "head", word[:BLEND_HEAD]) for word in heads)
    if label == "PER":
        for word in key:
            yield label, "word", word
            yield label, "word", spelling(word)
            yield label, ("initial" if len(word) == 1 else "letter"), word[0]
        if len(key[0]) >= SHORTEST_CLIPPED + CLIPPED_LETTERS:
            yield label, "clipped", key[0][:SHORTEST_CLIPPED]
    elif label == "LOC":
        kind, core = place_core(key)
        yield from ((label, "core", clue) for clue in _slips(core) if kind is not None)
    else:
        yield from ((label, "begins", whole[0]) for whole in (form.core, *form.inner_keys) if whole)


def _slips(key: Key) -> Iterator[Clue]:
    """The name itself, and what two names that differ in one word have in common."""
    yield (key,)
    if len(key) == 1:
        yield from (("letter", letter) for letter in {key[0][0], spelling(key[0])[:1]})
    else:
        yield from ((place, key[:place] + key[place + 1 :]) for place in range(len(key)))
