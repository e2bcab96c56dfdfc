"""What kind of event a word names, after PLOVER and the news (data/types.toml), and which words are acts of saying."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.events.morphology import forms_of
from factcli.events.tables import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far a word may stand that decides the type of an event, in tokens.
NEAR = 30
STATEMENT, QUOTE = "statement", "quote"


class EventType(NamedTuple):
    """A kind of event; `about`: one of these words stands in the sentence of each (empty: no such condition)."""

    name: str
    about: frozenset[str] = frozenset()


class TypeLexicon(NamedTuple):
    """Lower-cased words, alone or with a neighbour, and roots that lemmas may have, with the types they can name.

    Words without types name none, whatever their lemma.
    """

    words: Mapping[str, tuple[EventType, ...]]
    roots: Mapping[str, tuple[EventType, ...]]


@cache
def type_lexicon() -> TypeLexicon:
    """The lexicon of data/types.toml, read once."""
    words: dict[str, tuple[EventType, ...]] = {}
    roots: dict[str, tuple[EventType, ...]] = {}
    not_typed: set[str] = set()
    # Those bound to a subject first: they are the more exact where their subject is there.
    for entry in sorted(tables("types.toml")["type"], key=lambda entry: "about" not in entry):
        kind = EventType(entry["name"], frozenset(entry.get("about", ())))
        listed, other = {word.lower() for word in entry.get("words", ())}, set(entry.get("not", ()))
        not_typed |= other
        for root in entry.get("roots", ()):
            if root not in other:
                roots[root] = (*roots.get(root, ()), kind)
            listed |= forms_of(root) - other
        for word in listed:
            words[word] = (*words.get(word, ()), kind)
    return TypeLexicon(dict.fromkeys(not_typed, ()) | words, roots)


def type_of(trigger: Token) -> str | None:
    """The type of the event that a word names: by the word, with a neighbour or alone, else by its lemma; or None."""
    lexicon, lemma = type_lexicon(), trigger.lemma_.lower()
    spelt = next((one for one in _with_neighbours(trigger) if one in lexicon.words), None)
    known = lexicon.words[spelt] if spelt is not None else lexicon.roots.get(lemma, ())
    near = _words_near(trigger)
    return next((kind.name for kind in known if not kind.about or not kind.about.isdisjoint(near)), None)


def _with_neighbours(token: Token) -> list[str]:
    """A word with the one before it, with the one behind it, and alone, in small letters."""
    sentence, doc = token.sent, token.doc
    before = doc[max(sentence.start, token.i - 1) : token.i + 1]
    behind = doc[token.i : min(sentence.end, token.i + 2)]
    return [" ".join(word.lower_ for word in pair) for pair in (before, behind)] + [token.lower_]


def _words_near(token: Token) -> Collection[str]:
    """The lower-cased other words of the sentence of `token`, at most NEAR to either side."""
    sentence = token.sent
    first, last = max(sentence.start, token.i - NEAR), min(sentence.end, token.i + NEAR)
    return {other.lower_ for other in token.doc[first:last] if other.i != token.i}


@cache
def reporting_words() -> frozenset[str]:
    """The words that are acts of saying (data/reporting.toml)."""
    table = tables("reporting.toml")["reporting"]
    built = {form for root in table["roots"] for form in forms_of(root)}
    return frozenset((built | set(table["words"])) - set(table["not"]))


def says_behind_quotation(word: str) -> bool:
    """True for what names a saying straight behind a quotation: `kata`, and `jelas`, which elsewhere names none."""
    return word in reporting_words() or word in tables("reporting.toml")["behind_quotation"]["words"]


def type_names() -> list[str]:
    """Every type that an event can have: those of data/types.toml, and the two kinds of saying."""
    return sorted({STATEMENT, QUOTE} | {kind["name"] for kind in tables("types.toml")["type"]})
