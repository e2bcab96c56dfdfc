"""Two strings, one name? Abbreviations, short forms, old spellings and misspellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from rapidfuzz.distance import DamerauLevenshtein

from factcli.entities.rules import longest_prefix, phrase_set, phrases, read_rules, word_key

Key: TypeAlias = tuple[str, ...]
"""A name as its words without case, accents and marks."""

BRACKETS = re.compile(r"\s*\([^()]*\)")
BETWEEN_WORDS = re.compile(r"[\s\-‑–/]+")
APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")
WEB_ENDING = re.compile(r"\.(?=(?:com|co\.id)$)", re.IGNORECASE)
ROMAN = re.compile(r"[ivxl]+$")

CACHED_NAMES = 1 << 16
# In words: the gazetteer has no longer one. Of a longer stretch of capitalised words only its end is looked at.
LONGEST_NAME = 30
SHORTEST_SLIP = 3
SHORTEST_SUBSTITUTION = 5
SHORTEST_SINGLE = 7
SHORTEST_CHUNK = 2


@cache
def place_heads() -> dict[Key, str]:
    """The heads of places' names, each with the name of its group."""
    return {words: group["name"] for group in read_rules("names")["place_heads"] for words in phrases(group["words"])}


@cache
def never_alone() -> frozenset[str]:
    """The groups of heads without which a name is another's."""
    return frozenset(group["name"] for group in read_rules("names")["place_heads"] if not group.get("alone", True))


@cache
def _parts() -> dict[str, Key]:
    return {short: tuple(long.split()) for short, long in read_rules("names")["parts"]["pairs"]}


@lru_cache(maxsize=CACHED_NAMES)
def name_key(surface: str) -> Key:
    """The words of a name without case, accents, apostrophes and what stands in brackets inside it."""
    plain = unicodedata.normalize("NFKD", BRACKETS.sub("", surface) or surface)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(APOSTROPHES)
    letters = WEB_ENDING.sub(" ", letters)
    words = map(word_key, BETWEEN_WORDS.split(letters))
    return tuple(word for word in words if word)


def less_small_words(key: Key) -> Key:
    """The words of a name that an abbreviation does not pass over; all where it would pass over each."""
    small = phrase_set("names", "unabbreviated")
    return tuple(word for word in key if (word,) not in small) or key


def in_full(key: Key) -> Key:
    """The name with its abbreviated words written in full: `disdik jabar` as `dinas pendidikan jawa barat`."""
    return tuple(full for word in key for full in _parts().get(word, (word,)))


@lru_cache(maxsize=CACHED_NAMES)
def organisation_core(key: Key) -> Key:
    """An organisation's name in full, less the heads that the press leaves out; never empty."""
    key = in_full(key)
    while (size := longest_prefix(key, phrase_set("names", "organisation_heads"))) and size < len(key):
        key = key[size:]
    return key


@lru_cache(maxsize=CACHED_NAMES)
def place_core(key: Key) -> tuple[str | None, Key]:
    """The kind of place that a head before or after the name says, and the name in full less that head."""
    heads = place_heads()
    key = in_full(key)
    if (size := longest_prefix(key, heads)) and size < len(key):
        return heads[key[:size]], key[size:]
    if len(key) > 1 and heads.get(key[-1:]) == "cities":
        return "cities", key[:-1]
    return None, key


def abbreviates(short: str, long: str) -> bool:
    """Whether `short` is made of letters of `long`: its initials (`KPU`), or pieces of its words (`Sultra`).

    Each word gives at least one letter, in order, beginning with its first or as a piece of two and more.
    """
    words, letters = less_small_words(name_key(long)), "".join(name_key(short))
    return 0 < len(letters) < sum(map(len, words)) and len(words) > 1 and _made_of(letters, words)


def is_undivided(name: str) -> bool:
    """Whether what a slash parts in the name is one body: `Kementerian ATR/BPN`."""
    return name_key(name)[:1] in phrase_set("wholes", "undivided")


def initials(key: Key) -> str:
    """The first letters of a name's words, small words passed over."""
    return "".join(word[0] for word in less_small_words(key))


def misspells(one: Key, other: Key) -> bool:
    """Whether the names differ by a slip of the pen in one word.

    The slip is a letter left out, doubled or swapped in a word of at least three letters, or a letter mistaken in one
    of at least five; a name of one word must be long. A word that differs as a whole makes another name, and so does a
    number: `Yonif 143` and `Yonif 134`, `Komisi VII` and `Komisi VIII`.
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
    if a[0] != b[0] or min(len(a), len(b)) < SHORTEST_SLIP:
        return False
    near, swapped = DamerauLevenshtein.distance(a, b) == 1, sorted(a) == sorted(b)
    if len(a) != len(b):
        return near
    return (near and (swapped or len(a) >= SHORTEST_SUBSTITUTION)) or (swapped and len(a) >= SHORTEST_SINGLE)


@lru_cache(maxsize=CACHED_NAMES)
def spelling(word: str) -> str:
    """The word in new spelling and without doubled letters: what spellings of one name have in common."""
    for old, new in read_rules("names")["spellings"]["pairs"]:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


def _made_of(letters: str, words: Sequence[str]) -> bool:
    # How many letters the words so far can have given: few numbers, where the ways to them can be millions.
    given = {0}
    for word in words:
        given = {
            end
            for start in given
            for end in range(start + 1, min(start + len(word), len(letters)) + 1)
            if _is_piece(letters[start:end], word)
        }
    return len(letters) in given


def _is_piece(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in order, beginning with its first, or together as two and more."""
    if letters[0] == word[0]:
        rest = iter(word)
        return all(letter in rest for letter in letters)
    return len(letters) >= SHORTEST_CHUNK and letters in word
