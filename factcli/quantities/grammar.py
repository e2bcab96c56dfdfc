"""The rules compiled: regular expressions over signatures, looked up by the signature that a match begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcli.dates.patterns import PIECE, Compiler
from factcli.dates.starts import Starts
from factcli.quantities.items import Item
from factcli.quantities.lexicon import Rule, load_rules
from factcli.quantities.signatures import Signatures


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its regular expression; `slots` names the category each slot is filled from."""

    rule: Rule
    regex: re.Pattern[str]
    slots: dict[str, str]


@dataclass(frozen=True)
class Grammar:
    """The compiled rules, by the signature that they may begin with, in the order of their files."""

    signatures: Signatures
    starting: dict[str, tuple[CompiledRule, ...]]

    def matches(self, items: Sequence[Item]) -> list[tuple[CompiledRule, re.Match[str]]]:
        """The longest match of any rule from left to right, none overlapping another; the earlier rule wins a tie."""
        signatures = self.signatures.of(items)
        found: list[tuple[CompiledRule, re.Match[str]]] = []
        free = 0
        for at, signature in enumerate(signatures):
            if at < free or signature not in self.starting:
                continue
            for compiled in self.starting[signature]:
                match = compiled.regex.match(signatures, at)
                if match is not None and match.end() > free:
                    if free > at:
                        found.pop()
                    found.append((compiled, match))
                    free = match.end()
        return found


@cache
def load_grammar() -> Grammar:
    """The grammar of rules/*.toml, compiled once."""
    rules, macros = load_rules()
    named = [
        piece for source in [*macros.values(), *(rule.pattern for rule in rules)] for piece in PIECE.finditer(source)
    ]
    signatures = Signatures(
        literals=dict.fromkeys(piece["literal"] for piece in named if piece["literal"]),
        marks=dict.fromkeys(piece["mark"] for piece in named if piece["mark"]),
    )
    members = signatures.members()
    compiler, starts = Compiler(members, macros), Starts(members, macros)
    starting: dict[str, list[CompiledRule]] = {}
    for rule in rules:
        try:
            regex, slots = compiler.compile(rule.pattern)
            first = starts.of(rule.pattern)
        except (KeyError, ValueError) as error:
            raise ValueError(f"the rule {rule.name!r} does not compile: {error}") from error
        for signature in first:
            starting.setdefault(signature, []).append(CompiledRule(rule, regex, slots))
    return Grammar(signatures, {signature: tuple(found) for signature, found in starting.items()})
