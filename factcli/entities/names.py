"""Two strings, one name? Abbreviations, short forms, old spellings and misspellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import DamerauLevenshtein

from factcli.entities.rules import AROUND_A_WORD, Phrases, longest_prefix, longest_suffix, phrases, read_rules

Key: TypeAlias = tuple[str, ...]
"""A name as its words without case, accents and marks."""

BRACKETS = re.compile(r"\s*\([^()]*\)")
BETWEEN_WORDS = re.compile(r"[\s\-‑–/]+")
APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")
WEB_ENDING = re.compile(r"\.(?=(?:com|co\.id)$)", re.IGNORECASE)
ROMAN = re.compile(r"[ivxl]+$")

CACHED_NAMES = 1 << 16
SHORTEST_SLIP = 3
SHORTEST_SUBSTITUTION = 5
SHORTEST_SINGLE = 7
SHORTEST_BLEND = 5
SHORTEST_CHUNK = 2


class NameRules(NamedTuple):
    """`names.toml`, ready for comparison."""

    unabbreviated: frozenset[str]
    organisation_heads: Phrases
    organisation_tails: Phrases
    institutions: Phrases
    local_bodies: Phrases
    branches: Phrases
    place_heads: dict[Key, str]
    never_alone: frozenset[str]
    parts: dict[str, Key]
    leading_names: Phrases
    spellings: tuple[tuple[str, str], ...]


@cache
def name_rules() -> NameRules:
    """The rules of `names.toml`, read once."""
    tables = read_rules("names")

    def of(name: str) -> Phrases:
        return phrases(tables[name]["words"])

    return NameRules(
        unabbreviated=frozenset(tables["unabbreviated"]["words"]),
        organisation_heads=of("organisation_heads"),
        organisation_tails=of("organisation_tails"),
        institutions=of("institutions"),
        local_bodies=of("local_bodies"),
        branches=of("branches"),
        place_heads={words: group["name"] for group in tables["place_heads"] for words in phrases(group["words"])},
        never_alone=frozenset(group["name"] for group in tables["place_heads"] if not group.get("alone", True)),
        parts={short: tuple(long.split()) for short, long in tables["parts"]["pairs"]},
        leading_names=of("leading_names"),
        spellings=tuple((old, new) for old, new in tables["spellings"]["pairs"]),
    )


@lru_cache(maxsize=CACHED_NAMES)
def name_key(surface: str) -> Key:
    """The words of a name without case, accents, apostrophes and what stands in brackets inside it."""
    plain = unicodedata.normalize("NFKD", BRACKETS.sub("", surface) or surface)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(APOSTROPHES)
    letters = WEB_ENDING.sub(" ", letters)
    words = (word.strip(AROUND_A_WORD).replace(".", "").casefold() for word in BETWEEN_WORDS.split(letters))
    return tuple(word for word in words if word)


def in_full(key: Key) -> Key:
    """The name with its abbreviated words written in full: `disdik jabar` as `dinas pendidikan jawa barat`."""
    parts = name_rules().parts
    return tuple(full for word in key for full in parts.get(word, (word,)))


@lru_cache(maxsize=CACHED_NAMES)
def organisation_core(key: Key) -> Key:
    """An organisation's name in full, less the heads and tails that the press leaves out; never empty."""
    rules = name_rules()
    key = in_full(key)
    while (size := longest_prefix(key, rules.organisation_heads)) and size < len(key):
        key = key[size:]
    while (size := longest_suffix(key, rules.organisation_tails)) and size < len(key):
        key = key[:-size]
    return key


@lru_cache(maxsize=CACHED_NAMES)
def place_core(key: Key) -> tuple[str | None, Key]:
    """The kind of place that a head before or after the name says, and the name in full less that head."""
    heads = name_rules().place_heads
    key = in_full(key)
    if (size := longest_prefix(key, frozenset(heads))) and size < len(key):
        return heads[key[:size]], key[size:]
    if len(key) > 1 and key[-1:] in heads and heads[key[-1:]] == "cities":
        return "cities", key[:-1]
    return None, key


def abbreviates(short: str, long: str) -> bool:
    """Whether `short` is made of letters of `long`: its initials (`KPU`), or pieces of its words (`Sultra`).

    Each word gives at least one letter, in order, beginning with its first or as a piece of two and more.
    """
    rules = name_rules()
    words = tuple(word for word in name_key(long) if word not in rules.unabbreviated)
    parts = name_key(short)
    if not parts or len(words) < 2 or sum(map(len, parts)) >= sum(map(len, words)):
        return False
    return _made_of("".join(parts), words)


def initials(key: Key) -> str:
    """The first letters of a name's words, small words passed over."""
    return "".join(word[0] for word in key if word not in name_rules().unabbreviated)


def blends(short: str, long: str) -> bool:
    """Whether `short` is one word made of the beginnings and pieces of `long`'s words: `Kemenhub`, `Jokowi`."""
    key, words = name_key(short), name_key(long)
    if len(key) != 1 or len(key[0]) < SHORTEST_BLEND or len(words) < 2 or short.isupper():
        return False
    first, *rest = (word for word in words if word not in name_rules().unabbreviated)
    letters = key[0]
    return any(
        letters[:size] == first[:size] and _made_of_pieces(letters[size:], rest)
        for size in range(len(letters) - SHORTEST_CHUNK, SHORTEST_CHUNK, -1)
    )


def misspells(one: Key, other: Key) -> bool:
    """Whether the names differ by a slip of the pen in one word.

    The slip is a letter left out, doubled or swapped in a word of at least three letters, or a letter mistaken in one
    of at least five; a name of one word must be long. A word that differs as a whole makes another name.
    """
    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    if not (a.isalpha() and b.isalpha()) or (ROMAN.match(a) and ROMAN.match(b)):
        return False
    if len(one) == 1 and min(len(a), len(b)) < SHORTEST_SINGLE:
        return False
    return respells(a, b) or _slips(a, b)


def respells(a: str, b: str) -> bool:
    """Whether the two words are one word in old and new spelling, or with a letter doubled."""
    return a == b or (min(len(a), len(b)) > SHORTEST_SLIP and spelling(a) == spelling(b))


def _slips(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if a[0] != b[0] or len(short) < SHORTEST_SLIP:
        return False
    if len(a) == len(b):
        swapped = sorted(a) == sorted(b) and (len(a) >= SHORTEST_SINGLE or DamerauLevenshtein.distance(a, b) == 1)
        return swapped or (len(a) >= SHORTEST_SUBSTITUTION and DamerauLevenshtein.distance(a, b) == 1)
    return len(long) > SHORTEST_SLIP and DamerauLevenshtein.distance(a, b) == 1


@lru_cache(maxsize=CACHED_NAMES)
def spelling(word: str) -> str:
    """The word in new spelling and without doubled letters: what spellings of one name have in common."""
    for old, new in name_rules().spellings:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


def _made_of(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    if not letters:
        return False
    word, rest = words[0], words[1:]
    return any(_made_of(letters[size:], rest) for size in range(len(letters), 0, -1) if _is_piece(letters[:size], word))


def _made_of_pieces(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are pieces of two and more of each word, one after the other."""
    if not words:
        return not letters
    return any(
        letters[:size] in words[0] and _made_of_pieces(letters[size:], words[1:])
        for size in range(len(letters), SHORTEST_CHUNK - 1, -1)
    )


def _is_piece(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in order, beginning with its first, or together as two and more."""
    if letters[0] == word[0]:
        rest = iter(word)
        return all(letter in rest for letter in letters)
    return len(letters) >= SHORTEST_CHUNK and letters in word
