"""Words around a name that say what it names: titles near a person, generic nouns before a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias

from factcli.schema import Mention
from factcli.tables import read_table

PATH = Path(__file__).parent / "data" / "cues.toml"
Effect: TypeAlias = Literal["public", "ordinary"]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BEFORE = 10  # words looked at before a name: enough for a minister of a long-named portfolio
_AFTER = re.compile(r"\s*[,(]\s*")
_AGE = re.compile(r"\s*\(\d{1,2}\)")
# Between a title and its name: spaces, one comma, the stop of a short title (`H.`), a slash or hyphen inside names.
_BETWEEN = re.compile(r"[ \u00a0]*[,:.\-/()]?[ \u00a0]*")
_LONGEST_TITLE_WITH_STOP = 4
_LONGEST_TITLE = 3  # in words


@dataclass(frozen=True)
class Cues:
    """The rules of cues.toml: phrase -> effect on a person, phrase -> kinds a place may have; phrases that count in
    capitals only; words that may stand between a title and its name; phrases that only look like generic nouns; words
    between the members of a list; words after which a name is that of a place; words for a company's legal form.
    """

    persons: dict[tuple[str, ...], Effect]
    places: dict[tuple[str, ...], frozenset[str]]
    capitalised: frozenset[tuple[str, ...]]
    passable: frozenset[str]
    not_generic: frozenset[tuple[str, ...]]
    listing: frozenset[str]
    placing: frozenset[str]
    legal: frozenset[str]


@cache
def cues() -> Cues:
    """The rules, read once."""
    table = read_table(PATH)
    persons = {tuple(phrase.split()): rule["effect"] for rule in table["person"] for phrase in rule["words"]}
    places = {tuple(p.split()): frozenset(rule["kinds"]) for rule in table["place"] for p in rule["words"]}
    capitalised = {tuple(p.split()) for rule in table["place"] if rule.get("capitalised") for p in rule["words"]}
    passable = {word for phrase in persons for word in phrase} | set(table["connecting"])
    not_generic = {tuple(phrase.split()) for phrase in table["not_generic"]}
    return Cues(
        persons,
        places,
        frozenset(capitalised),
        frozenset(passable),
        frozenset(not_generic),
        frozenset(table["listing"]),
        frozenset(table["placing"]),
        frozenset(table["legal"]),
    )


def effect_on_person(text: str, mention: Mention, barriers: Collection[int] = ()) -> Effect | None:
    """What the titles at this mention say: a public figure, an ordinary person, or None.

    `barriers` are the ends of other people's mentions: a title before one of those is theirs. An age in brackets
    (`Slamet (45)`) is how the press writes of ordinary people.
    """
    words = _words_before(text, mention.start, barriers)
    for start in range(len(words) - 1, -1, -1):
        if effect := _effect_of_title(words[start:]):
            return effect
    if _AGE.match(text, mention.end):
        return "ordinary"
    if apposition := _AFTER.match(text, mention.end):
        following = islice(_WORD.finditer(text, apposition.end()), _LONGEST_TITLE)
        return _effect_of_title([word[0].casefold() for word in following])
    return None


def _effect_of_title(words: Sequence[str]) -> Effect | None:
    """What the longest title says that the words begin with."""
    phrases = (tuple(words[:length]) for length in range(_LONGEST_TITLE, 0, -1))
    return next((cues().persons[phrase] for phrase in phrases if phrase in cues().persons), None)


def kinds_within(name: str) -> tuple[frozenset[str], str] | None:
    """The kinds that the generic noun at the beginning of a name allows, and the name without it (`Kota Moskow`);
    None where it begins with none.
    """
    words = name.split()
    for length in (2, 1):
        kinds = cues().places.get(tuple(word.casefold().rstrip(".") for word in words[:length]))
        if kinds is not None and len(words) > length and words[0][0].isupper():
            return kinds, " ".join(words[length:])
    return None


def joins_a_list(word: str) -> bool:
    """Whether the word stands between the members of a list."""
    return word.casefold() in cues().listing


def is_placed(text: str, mention: Mention) -> bool:
    """Whether the word right before the mention says that a place is named."""
    *_, last = ["", *_WORD.finditer(text, max(0, mention.start - 20), mention.start)]
    if isinstance(last, str) or text[last.end() : mention.start].strip(" \u00a0"):
        return False
    return last.group().casefold() in cues().placing


def kinds_of_place(text: str, mention: Mention) -> frozenset[str] | None:
    """The kinds that the generic noun right before the mention allows; None where no such noun stands there."""
    before: list[str] = []
    end = mention.start
    for match in reversed(list(_WORD.finditer(text, max(0, mention.start - 40), mention.start))):
        if text[match.end() : end].strip(" .\u00a0"):
            break
        before.insert(0, match.group())
        end = match.start()
        if len(before) == 2:
            break
    for length in (2, 1):
        phrase = tuple(word.casefold() for word in before[-length:])
        if phrase in cues().not_generic:
            return None
        small = any(word.islower() for word in before[-length:])
        kinds = cues().places.get(phrase)
        if kinds is not None and not (small and phrase in cues().capitalised):
            return kinds
    return None


def _words_before(text: str, start: int, barriers: Collection[int]) -> Sequence[str]:
    """The words, folded, of the titles and names that run up to a name: back to the first common word or stop."""
    words: list[str] = []
    end = start
    for match in reversed(list(_WORD.finditer(text, max(0, start - 120), start))):
        word, gap = match.group(), text[match.end() : end]
        if match.end() in barriers or not _BETWEEN.fullmatch(gap):
            break
        if "." in gap and len(word) > _LONGEST_TITLE_WITH_STOP:
            break
        folded = word.casefold()
        if not (word[0].isupper() or word[0].isdigit() or folded.split("-")[0] in cues().passable):
            break
        words.insert(0, folded)
        end = match.start()
        if len(words) == _BEFORE:
            break
    return words
