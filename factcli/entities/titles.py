"""Which words are titles, portfolios, degrees or no names at all: `boundaries.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcli.entities.rules import Phrases, longest_suffix, phrases, read_rules, word_key

SENTENCE_END = re.compile(r"\n|(?<=\w)[.!?](?=[A-Z][a-z]+ )")
LONGEST_OFFICE = 80
LONGEST_BEFORE = 2


class BoundaryRules(NamedTuple):
    """`boundaries.toml`, ready for comparison."""

    titles: Phrases
    titles_before_organisations: Phrases
    portfolios: Phrases
    degrees: Phrases
    function_words: Phrases
    front_words: Phrases
    company_tails: Phrases
    name_particles: Phrases
    conjunctions: tuple[str, ...]
    clitics: re.Pattern[str]
    prefixes: re.Pattern[str]
    legal_forms: Phrases
    not_names: Phrases


@cache
def boundary_rules() -> BoundaryRules:
    """The rules of `boundaries.toml`, read once."""
    tables = read_rules("boundaries")
    clitics, prefixes = ("|".join(map(re.escape, tables[name]["words"])) for name in ("clitics", "prefixes"))
    return BoundaryRules(
        titles=phrases(word for group in tables["titles"] for word in group["words"]),
        titles_before_organisations=phrases(
            word for group in tables["titles"] if group.get("before_organisations") for word in group["words"]
        ),
        portfolios=phrases(tables["portfolios"]["words"]),
        degrees=phrases(tables["degrees"]["words"]),
        function_words=phrases(tables["function_words"]["words"]),
        front_words=phrases(tables["front_words"]["words"]),
        company_tails=phrases(tables["company_tails"]["words"]),
        name_particles=phrases(tables["name_particles"]["words"]),
        conjunctions=tuple(tables["conjunctions"]["words"]),
        clitics=re.compile(rf"(?P<name>.*\w)(?P<dash>[-‑]?)(?:{clitics})$"),
        prefixes=re.compile(rf"(?i:{prefixes})[-‑](?=[A-Z])"),
        legal_forms=phrases(tables["legal_forms"]["words"]),
        not_names=phrases(word for group in tables["not_names"] for word in group["words"]),
    )


def title_before(text: str, start: int) -> bool:
    """Whether the words right before `start` are a title, a portfolio perhaps between."""
    rules = boundary_rules()
    keys = _keys_before(text, start)
    while keys and (size := longest_suffix(keys, rules.portfolios)):
        keys = keys[:-size]
    return longest_suffix(keys, rules.titles) > 0


def title_across(text: str, start: int, keys: tuple[str, ...]) -> int:
    """How many of the words from `start` on end a title that begins before it: 1 for `Wali [Kota Sukamaju`."""
    titles, before = boundary_rules().titles, _keys_before(text, start)[-LONGEST_BEFORE:]
    return next(
        (
            size
            for size in range(min(LONGEST_BEFORE, len(keys)), 0, -1)
            for taken in range(1, len(before) + 1)
            if before[-taken:] + keys[:size] in titles
        ),
        0,
    )


def _keys_before(text: str, start: int) -> tuple[str, ...]:
    """The words of the line before `start`, none where a mark stands between."""
    words = SENTENCE_END.split(text[max(0, start - LONGEST_OFFICE) : start])[-1].split()
    return tuple(map(word_key, words)) if not words or words[-1][-1] not in ',;:!?"”' else ()


def may_precede_name(word: str) -> bool:
    """Whether the word may stand capitalised before a name: a title, or a small word that opens a sentence."""
    rules, key = boundary_rules(), (word_key(word),)
    return any(key in able for able in (rules.titles, rules.function_words, rules.front_words, rules.portfolios))


def is_no_name(surface: str) -> bool:
    """Whether the string is a generic word, a time, or a title, and so never a mention."""
    rules = boundary_rules()
    keys = tuple(map(word_key, surface.split()))
    return keys in rules.not_names or keys in rules.titles
