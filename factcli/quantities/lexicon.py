"""The words of quantities and the rules over them, read from the TOML files beside this module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from factcli.quantities.pieces import pieces
from factcli.tables import read_table

_HERE = Path(__file__).parent
# In this order: of two rules that take the same words, the earlier wins.
_RULE_FILES = ("exclusions", "sentences", "strength", "money", "markets", "counts", "things", "contests")
_WORD_FILES = ("numbers", "around", "things", "contests")
_NUMERALS = ("NUMBER", "VAGUE", "PART", "MINUS")
_SIDES = ("before", "after", "both")
# The tables of words that say how a match ended, for one side or for both.
OUTCOMES = ("WINS", "LOSES", "DRAWS", "VICTORY", "DEFEAT")
# Letters that a noun has at least.
_SHORTEST = 3
# What is counted without a unit of units.toml is of this kind.
THING = "thing"


@dataclass(frozen=True)
class Cue:
    """A word that says what a quantity is of: the entry of of.toml, and on which sides of the number it stands.

    `lasting`: what is counted by such a noun stays that, whatever else is done to it (`mengevakuasi dua jenazah`).
    """

    of: str
    units: frozenset[str]
    before: bool
    after: bool
    not_across: frozenset[str]
    lasting: bool


@dataclass(frozen=True)
class Lexicon:
    """The categories of words (`UNIT`: meter -> m), and what else is known of a word, all in small letters.

    A word of several parts (`meter persegi`) has single spaces between its pieces. `phrases` holds the pieces of such
    words under the first piece, the longest first; `kinds` the kind of each code of a unit, `measured` what a unit of
    measure always measures, `units_of` the units that each `of` fits; with `numerals` a number in words may begin,
    with `verbal` a verb.
    """

    categories: dict[str, dict[str, Any]]
    titled: dict[str, frozenset[str]]
    untitled: dict[str, frozenset[str]]
    cues: dict[str, tuple[Cue, ...]]
    kinds: dict[str, str]
    measured: dict[str, str]
    units_of: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    vocabulary: frozenset[str]
    numerals: frozenset[str]
    verbal: tuple[str, ...]

    def value(self, category: str, word: str) -> Any:
        """What `word` contributes as a member of `category`; None where it is no member."""
        return self.categories[category].get(word)

    def is_thing(self, word: str) -> bool:
        """Whether a word that no table has may be what a number counts: no verb, and long enough to be a word."""
        return len(word) >= _SHORTEST and word.isalpha() and not word.startswith(self.verbal)


@dataclass(frozen=True)
class Rule:
    """One rule of the grammar, as written in rules/*.toml.

    `unit` is the unit where no word names it (`next`: that of the quantity behind it; `noun`: the noun itself),
    `sentence` the category of which the sentence must hold a word, `of` the meanings of which the rule needs one,
    without which the match is dropped; with `none` the match is no quantity.
    """

    name: str
    pattern: str
    unit: str | None
    sentence: str | None
    of: frozenset[str]
    none: bool
    examples: tuple[dict[str, Any], ...]


@cache
def load_lexicon() -> Lexicon:
    """The words, from words/*.toml and of.toml."""
    tables = {name: table for file in _WORD_FILES for name, table in _read(f"words/{file}.toml").items()}
    verbal = tuple(tables.pop("VERBAL")["words"])
    titled, untitled = (
        {name: _keys(words) for name, words in tables.pop(key).items()} for key in ("titled", "untitled")
    )
    categories = {name: _values(table) for name, table in tables.items()}
    units = _read("words/units.toml")["unit"]
    for unit in units:
        for category in ("UNIT", unit["kind"].upper()):
            categories.setdefault(category, {}).update(dict.fromkeys(_keys(unit["words"]), unit["code"]))
        categories.setdefault("CURRENCY", {}).update(dict.fromkeys(_keys(unit.get("before", ())), unit["code"]))
    categories["MEASUREORSHARE"] = {**categories["MEASURE"], **categories["SHARE"]}
    categories["CONTEST"].update({word: value for name in OUTCOMES for word, value in categories[name].items()})
    categories["BUILDINGORVEHICLE"] = {**categories["BUILDING"], **categories["VEHICLE"]}
    cues: dict[str, tuple[Cue, ...]] = {}
    meanings = _read("of.toml")["of"]
    for entry in meanings:
        for side in _SIDES:
            for word in _keys(entry.get(side, ())):
                cue = Cue(
                    of=entry["name"],
                    units=frozenset(entry["units"]),
                    before=side != "after",
                    after=side != "before",
                    not_across=_keys(entry.get("not_across", ())),
                    lasting=entry.get("lasting", False),
                )
                cues[word] = (*cues.get(word, ()), cue)
                categories.setdefault(entry["name"].upper(), {})[word] = entry["name"]
    known = {word for words in categories.values() for word in words} | set(cues)
    return Lexicon(
        categories=categories,
        titled=titled,
        untitled=untitled,
        cues=cues,
        kinds={unit["code"]: unit["kind"] for unit in units},
        measured={unit["code"]: unit["of"] for unit in units if "of" in unit},
        units_of={entry["name"]: frozenset(entry["units"]) for entry in meanings},
        phrases=_phrases(known),
        vocabulary=frozenset(part for word in known for part in word.split()),
        numerals=frozenset(word for name in _NUMERALS for word in categories[name]),
        verbal=verbal,
    )


@cache
def load_rules() -> tuple[tuple[Rule, ...], dict[str, str]]:
    """The rules in the order of their files, and the macros that their patterns may use."""
    rules: list[Rule] = []
    macros: dict[str, str] = {}
    for name in _RULE_FILES:
        tables = _read(f"rules/{name}.toml")
        macros.update(tables.get("macro", {}))
        rules.extend(
            Rule(
                name=entry["name"],
                pattern=entry["pattern"],
                unit=entry.get("unit"),
                sentence=entry.get("sentence"),
                of=frozenset(entry.get("of", ())),
                none=entry.get("none", False),
                examples=tuple(entry["example"]),
            )
            for entry in tables["rule"]
        )
    return tuple(rules), macros


def load_examples() -> list[tuple[str, dict[str, Any]]]:
    """Every example with the name of the rule, the unit or the `of` that it shows."""
    named: list[tuple[str, Sequence[dict[str, Any]]]] = [(rule.name, rule.examples) for rule in load_rules()[0]]
    named += [(unit["code"], unit["example"]) for unit in _read("words/units.toml")["unit"]]
    for entry in _read("of.toml")["of"]:
        named.append((entry["name"], [{"of": entry["name"], **example} for example in entry["example"]]))
    return [(name, example) for name, examples in named for example in examples]


def _read(name: str) -> dict[str, Any]:
    return read_table(_HERE / name)


def _values(table: dict[str, Any]) -> dict[str, Any]:
    values = dict.fromkeys(table["words"], 1) if "words" in table else table
    return {_key(word): value for word, value in values.items()}


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_key, words))


def _key(word: str) -> str:
    """The word as the pieces that a text would be cut into, with single spaces between them."""
    return " ".join(piece for _, _, piece, _ in pieces(word))


def _phrases(words: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for word in words:
        parts = tuple(word.split())
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}
