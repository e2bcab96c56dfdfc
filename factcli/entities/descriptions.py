"""Plain descriptions -> whom they describe: `Presiden Norlandia`, `sang menteri`, `perusahaan itu`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcli.entities.antecedents import Antecedent, Telling
from factcli.entities.reference_rules import Kind, reference_rules
from factcli.entities.rules import longest_prefix, word_key
from factcli.schema import Entity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_OFFICE = 4
FARTHEST_WORD = 12
NEAR_SENTENCES = 2


class Descriptions:
    """The offices and kinds of the named people and things of a document."""

    def __init__(self, telling: Telling, entities: Sequence[Entity]) -> None:
        self._telling = telling
        self._begun = _by_first_word(entities)
        self._people = {
            place for one in telling.antecedents if one.label == "PER" for place in range(one.first, one.last + 1)
        }
        self._offices = offices_in(telling.doc)
        self._inside = {place for first, (_, size) in self._offices.items() for place in range(first, first + size)}
        self._holders = self._introduced()

    def meant(self, token: Token) -> tuple[str, ...]:
        """The one entity that the token's phrase can mean: by its office, its kind, the first word of its name."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return ()
        rules = reference_rules()
        pointed = any(child.text.casefold() in rules.demonstratives for child in token.children)
        if token.i in self._offices:
            return self._holder(token, pointed=pointed)
        if not pointed:
            return ()
        return self._named_so(token) or self._of_kind(token, rules.kinds.get(token.text.casefold()))

    def _holder(self, token: Token, *, pointed: bool) -> tuple[str, ...]:
        """The only person told of who holds the office, there where the description says."""
        office, _ = self._offices[token.i]
        owners = self._owners(token.i, token.right_edge.i + 1)
        if any(place in self._people for place in range(token.i + 1, token.right_edge.i + 1)):
            return ()
        if not (owners or pointed or token.text.istitle()):
            return ()
        able: set[str] = set()
        for owner in owners or (None,):
            for person in self._holders.get((office, owner), ()):
                if self._telling.is_told(person, token.i):
                    able.add(person)
                if len(able) > 1:
                    return ()
        return tuple(able)

    def _named_so(self, token: Token) -> tuple[str, ...]:
        """What was told of last whose name begins with the noun: `partai itu` after `Partai Karang Jaya`."""
        begun = self._begun.get(word_key(token.text), ())
        named = {entity for entity in begun if self._telling.labels[entity] != "PER"}
        latest = self._telling.latest(named, token.i)
        return (latest,) if latest is not None else ()

    def _of_kind(self, token: Token, kind: Kind | None) -> tuple[str, ...]:
        """The only thing of the kind told of near by: by the first word of its name, else by its label."""
        if kind is None:
            return ()
        told = self._telling.before(token.i, NEAR_SENTENCES)
        near = {one.entity for one in told if one.label == kind.label}
        able = {entity for head in kind.begins for entity in near & self._begun.get(head, set())} or near
        return tuple(able) if len(able) == 1 else ()

    def _introduced(self) -> dict[tuple[str, str | None], dict[str, None]]:
        """Office and whose (None: anybody's) -> people, from how they are introduced: `Presiden Norlandia Ida Berg`."""
        introduced: defaultdict[tuple[str, str | None], dict[str, None]] = defaultdict(dict)
        for one in self._telling.antecedents:
            if one.label == "PER":
                held = next((place for place in self._words_before(one) if place in self._offices), None)
                if held is not None:
                    for owner in (None, *self._owners(held, one.first)):
                        introduced[self._offices[held][0], owner][one.entity] = None
        return introduced

    def _words_before(self, one: Antecedent) -> list[int]:
        """The words of the phrase before a name, the nearest first, up to a mark, a verb or another person."""
        words: list[int] = []
        for place in range(one.first - 1, max(-1, one.first - FARTHEST_WORD), -1):
            token = self._telling.doc[place]
            if place in self._people or token.is_sent_end or (token.pos_ == "PUNCT" and token.text != ","):
                break
            if token.pos_ in ("VERB", "ADP", "SCONJ", "CCONJ") and place not in self._inside:
                break
            words.append(place)
        return words

    def _owners(self, start: int, end: int) -> set[str]:
        return {one.entity for one in self._telling.within(start + 1, end) if one.label != "PER"}


def offices_in(doc: Doc) -> dict[int, tuple[str, int]]:
    """Token index -> office and number of words, for each phrase that names one; those of former holders left out."""
    rules = reference_rules()
    keys = tuple(word_key(token.text) for token in doc)
    known = frozenset(rules.offices)
    found: dict[int, tuple[str, int]] = {}
    place = 0
    while place < len(keys):
        size = longest_prefix(keys[place : place + LONGEST_OFFICE], known)
        if size and (place == 0 or keys[place - 1] not in rules.former):
            found[place] = rules.offices[keys[place : place + size]], size
        place += max(size, 1)
    return found


def _by_first_word(entities: Iterable[Entity]) -> dict[str, set[str]]:
    """First word -> the ids of the entities with a name of several words that begins with it."""
    begun: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in {mention.text for mention in entity.mentions}:
            if len(words := name.split()) > 1:
                begun[word_key(words[0])].add(entity.id)
    return begun
