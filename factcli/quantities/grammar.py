"""The rules of quantities, over the signatures of items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcli.grammar.compiled import CompiledRule, Starting, compiled, matches, named_in
from factcli.grammar.patterns import Compiler
from factcli.quantities.items import Item
from factcli.quantities.lexicon import Rule, load_rules
from factcli.quantities.signatures import Signatures


@dataclass(frozen=True)
class Grammar:
    """The compiled rules, by the signature that they may begin with, in the order of their files."""

    signatures: Signatures
    starting: Starting[Rule]

    def matches(self, items: Sequence[Item]) -> list[tuple[CompiledRule[Rule], re.Match[str]]]:
        """The longest match of any rule from left to right, none overlapping another; the earlier rule wins a tie."""
        return matches(self.starting, self.signatures.of(items))


@cache
def load_grammar() -> Grammar:
    """The grammar of rules/*.toml, compiled once."""
    rules, macros = load_rules()
    signatures = Signatures(*named_in(rules, macros))
    members = signatures.members()
    return Grammar(signatures, compiled(rules, macros, members, Compiler(members, macros)))
