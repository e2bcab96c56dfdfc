"""The knowledge of Indonesian that stands in the TOML files of this folder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from factcli.tables import read_table

Phrases: TypeAlias = frozenset[tuple[str, ...]]

# In words: no phrase of the rules is longer.
LONGEST_PHRASE = 8
AROUND_A_WORD = ".,;:()[]\"'“”‘’"


def read_rules(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml`."""
    return read_table(Path(__file__).with_name(f"{name}.toml"))


def word_key(word: str) -> str:
    """The word as the rules compare it: without case, without full stops, without marks around it."""
    return word.strip(AROUND_A_WORD).replace(".", "").casefold()


def phrases(words: Iterable[str]) -> Phrases:
    """Each entry of a word list as the keys of its words."""
    return frozenset(tuple(map(word_key, entry.split())) for entry in words)


@cache
def phrase_set(name: str, table: str) -> Phrases:
    """The phrases of a table of `<name>.toml`, those of all its groups."""
    groups = read_rules(name)[table]
    return phrases(word for group in (groups if isinstance(groups, list) else [groups]) for word in group["words"])


def longest_prefix(keys: tuple[str, ...], known: Collection[tuple[str, ...]]) -> int:
    """How many leading keys form the longest phrase of the list; 0 for none."""
    return next((size for size in range(min(LONGEST_PHRASE, len(keys)), 0, -1) if keys[:size] in known), 0)


@cache
def pattern_of(name: str, table: str) -> re.Pattern[str]:
    """The pattern of a table of `<name>.toml` with its words."""
    rule = read_rules(name)[table]
    return re.compile(rule["pattern"].format(either(rule["words"])))


def either(words: Sequence[str]) -> str:
    """A pattern for any of the phrases, the longest first; in small letters too where that is no other word."""
    alternatives = {re.escape(word) for word in words} | {
        re.escape(word[0].lower() + word[1:]) for word in words if " " in word
    }
    return "|".join(sorted(alternatives, key=len, reverse=True))
