"""Which words name happenings: acts of saying, light verbs, states, and the type of everything else.

The words themselves are data (data/predicates.toml, data/types.toml).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from factcli.events.morphology import Voice, forms_of
from factcli.events.tables import read_table


@dataclass(frozen=True)
class EventType:
    """A kind of happening; `goes_to`: the object of its verb, when a place, is where one goes.

    `about`: one of these words stands in the sentence of every happening of the kind (empty: no such condition).
    """

    name: str
    goes_to: bool = False
    about: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Lower-cased word -> what it does in a clause."""

    reporting: frozenset[str]
    attribution: frozenset[str]
    after_quote: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    serial: frozenset[str]
    state: frozenset[str]
    setting: frozenset[str]
    existential: frozenset[str]
    namer: frozenset[str]
    going: frozenset[str]
    general: frozenset[str]
    completing: frozenset[str]
    nouns: frozenset[str]
    types: dict[str, tuple[EventType, ...]] = field(default_factory=dict)
    roots: dict[str, EventType] = field(default_factory=dict)
    voices: dict[str, Voice] = field(default_factory=dict)
    untyped: frozenset[str] = frozenset()

    def type_of(self, word: str, lemma: str, around: Collection[str] = ()) -> EventType | None:
        """The type of the happening that `word` names, by the word itself, else by its lemma.

        `around`: the lower-cased words of its sentence, for the types that only some sentences can have.
        """
        known = self.types.get(word.lower(), ())
        if not known and word.lower() not in self.untyped and lemma.lower() in self.roots:
            known = (self.roots[lemma.lower()],)
        told = [kind for kind in known if kind.about and not kind.about.isdisjoint(around)]
        return next(iter([*told, *(kind for kind in known if not kind.about)]), None)

    def voice_of(self, word: str) -> Voice | None:
        """How the word is built, where it is built on a root of the lexicon."""
        return self.voices.get(word.lower())


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    predicates = read_table("predicates.toml")
    types: dict[str, tuple[EventType, ...]] = {}
    roots: dict[str, EventType] = {}
    voices: dict[str, Voice] = {}
    untyped: set[str] = set()
    nouns = {word.lower() for word in predicates["event_noun"]["words"]}
    for entry in read_table("types.toml")["type"]:
        kind = EventType(entry["name"], entry.get("goes_to", False), frozenset(entry.get("about", ())))
        listed = {word.lower() for key in ("nouns", "words") for word in entry.get(key, ())}
        other = set(entry.get("not", ()))
        for root in entry.get("roots", ()):
            if root not in other:
                roots.setdefault(root, kind)
            for form, voice in forms_of(root).items():
                voices.setdefault(form, voice)
                if form not in other | listed:
                    types[form] = (*types.get(form, ()), kind)
                    nouns |= {form} if voice == "act" else set()
        types |= {word: (*types.get(word, ()), kind) for word in listed}
        nouns |= {word.lower() for word in entry.get("nouns", ())}
        untyped |= other
    saying = set(predicates["reporting"]["words"])
    for root in predicates["reporting"]["roots"]:
        forms = forms_of(root)
        saying |= set(forms)
        voices |= forms
    lists = (
        "attribution",
        "after_quote",
        "light",
        "empty",
        "serial",
        "state",
        "setting",
        "existential",
        "namer",
        "going",
        "completing",
        "general",
    )
    return Lexicon(
        reporting=frozenset(saying - set(predicates["reporting"]["not"])),
        nouns=frozenset(nouns),
        types=types,
        roots=roots,
        voices=voices,
        untyped=frozenset(untyped - set(types)),
        **{name: frozenset(predicates[name]["words"]) for name in lists},
    )


@cache
def clause_words(table: str, key: str = "words") -> frozenset[str]:
    """A list of data/clauses.toml."""
    return frozenset(read_table("clauses.toml")[table][key])


def type_names() -> list[str]:
    """Every type that an event can have: those of data/types.toml, and the two kinds of saying."""
    return sorted({"statement", "quote"} | {kind["name"] for kind in read_table("types.toml")["type"]})
