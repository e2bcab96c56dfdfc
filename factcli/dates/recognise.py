"""Where the time expressions of a text stand and what they say: the grammar applied, nothing resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcli.dates.counting import UNKNOWN, count_of
from factcli.dates.grammar import load_grammar
from factcli.dates.habits import with_habits
from factcli.dates.joining import join
from factcli.dates.lexicon import Rule, load_lexicon, load_rules
from factcli.dates.meaning import Expression, Meaning
from factcli.dates.people import People
from factcli.dates.ranges import feasts_counted_from, share
from factcli.grammar.compiled import CompiledRule
from factcli.grammar.tokens import Token

_CATEGORY = re.compile(r"[A-Z][A-Z0-9]*")


def recognise(tokens: Sequence[Token], people: People) -> list[Expression]:
    """The time expressions of one segment, in order, none overlapping another; names of `people` are left out."""
    atoms = [_expression(compiled, match, tokens) for compiled, match in load_grammar().matches(tokens)]
    atoms = people.without(tokens, atoms)
    return with_habits(tokens, share(tokens, feasts_counted_from(atoms, join(tokens, atoms))))


def _expression(compiled: CompiledRule[Rule], match: re.Match[str], tokens: Sequence[Token]) -> Expression:
    rule = compiled.rule
    meaning = Meaning(rule.kind)
    for name, setting in rule.settings.items():
        setattr(meaning, name, setting)
    for slot, category in compiled.slots.items():
        first, last = match.span(slot)
        if first >= 0:
            name = slot.rstrip("_")
            setattr(meaning, name, _slot_value(name, category, tokens[first:last]))
    return Expression(match.start(), match.end(), meaning, rule.alone)


def _slot_value(name: str, category: str, tokens: Sequence[Token]) -> str | int | None:
    if name == "count":
        return count_of(tokens)
    digits = [token.text for token in tokens if token.kind == "digits"]
    if digits:
        return int(digits[0])
    lexicon = load_lexicon()
    if any(lexicon.value("TEEN", token.lower) or lexicon.value("SCALE", token.lower) for token in tokens):
        return _number(tokens)
    for candidate in _categories_of(category):
        for token in tokens:
            value = lexicon.value(candidate, token.lower)
            if value is not None and candidate not in ("TEEN", "SCALE", "NUMBER"):
                return value  # type: ignore[no-any-return]
    return _number(tokens)


def _number(tokens: Sequence[Token]) -> int | None:
    """The whole number that the words say; None for an indefinite one (`tiga empat`)."""
    count = count_of(tokens)
    return None if count == UNKNOWN else int(float(count))


@cache
def _categories_of(name: str) -> tuple[str, ...]:
    """The lexicon's categories that a category or macro may take its words from."""
    categories = load_lexicon().categories
    if name in categories:
        return (name,)
    _, macros = load_rules()
    found: list[str] = []
    for inner in _CATEGORY.findall(macros.get(name, "")):
        found.extend(_categories_of(inner))
    return tuple(found)
