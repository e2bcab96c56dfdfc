"""The rules of dates, over the signatures of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcli.dates.lexicon import Rule, load_rules
from factcli.dates.signatures import Signatures
from factcli.grammar.compiled import CompiledRule, Starting, compiled, matches, named_in
from factcli.grammar.patterns import Compiler
from factcli.grammar.tokens import Token


@dataclass(frozen=True)
class Grammar:
    """The compiled rules, by the signature that they may begin with, in the order of their files."""

    signatures: Signatures
    starting: Starting[Rule]
    linking: re.Pattern[str]
    restating: re.Pattern[str]

    def links(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, all of them, tie two dates into a range or a list (`hingga`, `-`, `dan`)."""
        return bool(self.linking.fullmatch(self.signatures.of(tokens)))

    def restates(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens, all of them, lead to the same time as stated elsewhere (`waktu setempat atau`)."""
        return bool(self.restating.fullmatch(self.signatures.of(tokens)))

    def matches(self, tokens: Sequence[Token]) -> list[tuple[CompiledRule[Rule], re.Match[str]]]:
        """The longest match of any rule from left to right, none overlapping another; the earlier rule wins a tie."""
        return matches(self.starting, self.signatures.of(tokens))


@cache
def load_grammar() -> Grammar:
    """The grammar of rules/*.toml, compiled once."""
    rules, macros = load_rules()
    signatures = Signatures(*named_in(rules, macros))
    members = signatures.members()
    compiler = Compiler(members, macros)
    linking, restating = (compiler.compile(macro)[0] for macro in ("LINKING", "RESTATING"))
    return Grammar(signatures, compiled(rules, macros, members, compiler), linking, restating)
