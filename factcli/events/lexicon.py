"""Which words name happenings: acts of saying, light verbs, states, and the type of everything else.

The words themselves are data (data/predicates.toml, data/types.toml).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from factcli.events.morphology import Voice, forms_of
from factcli.events.tables import read_table


@dataclass(frozen=True)
class EventType:
    """A kind of happening; `goes_to`: the object of its verb, when a place, is where one goes."""

    name: str
    goes_to: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Lower-cased word -> what it does in a clause."""

    reporting: frozenset[str]
    attribution: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    serial: frozenset[str]
    state: frozenset[str]
    types: dict[str, EventType] = field(default_factory=dict)
    roots: dict[str, EventType] = field(default_factory=dict)
    voices: dict[str, Voice] = field(default_factory=dict)

    def type_of(self, word: str, lemma: str) -> EventType | None:
        """The type of the happening that `word` names, by the word itself, else by its lemma."""
        return self.types.get(word.lower()) or self.roots.get(lemma.lower())

    def voice_of(self, word: str) -> Voice | None:
        """Active, passive, middle, bare or noun, where the word is built on a root of the lexicon."""
        return self.voices.get(word.lower())


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    predicates = read_table("predicates.toml")
    types: dict[str, EventType] = {}
    roots: dict[str, EventType] = {}
    voices: dict[str, Voice] = {}
    entries = [
        (entry, EventType(entry["name"], entry.get("goes_to", False))) for entry in read_table("types.toml")["type"]
    ]
    for entry, kind in entries:
        for root in entry.get("roots", ()):
            roots.setdefault(root, kind)
            for form, voice in forms_of(root).items():
                types.setdefault(form, kind)
                voices.setdefault(form, voice)
    for entry, kind in entries:
        types |= {word.lower(): kind for word in entry.get("words", ())}
    saying = set(predicates["reporting"]["words"])
    for root in predicates["reporting"]["roots"]:
        forms = forms_of(root)
        saying |= set(forms)
        voices |= forms
    return Lexicon(
        reporting=frozenset(saying - set(predicates["reporting"]["not"])),
        types=types,
        roots=roots,
        voices=voices,
        **{name: frozenset(predicates[name]["words"]) for name in ("attribution", "light", "empty", "serial", "state")},
    )


@cache
def clause_words(table: str, key: str = "words") -> frozenset[str]:
    """A list of data/clauses.toml."""
    return frozenset(read_table("clauses.toml")[table][key])
