"""The rules of a grammar compiled to regular expressions over signatures, and found by what a match begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from factcli.grammar.patterns import PIECE, Compiler
from factcli.grammar.starts import Starts


class Written(Protocol):
    """A rule as its file has it."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def pattern(self) -> str:
        """What it matches, in the language of patterns.py."""


R = TypeVar("R", bound=Written)


@dataclass(frozen=True)
class CompiledRule(Generic[R]):
    """A rule with its regular expression; `slots` names the category each slot is filled from."""

    rule: R
    regex: re.Pattern[str]
    slots: dict[str, str]


Starting = Mapping[str, tuple[CompiledRule[R], ...]]


def named_in(rules: Iterable[Written], macros: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The literals (`hari`) and the marks (`,`) that the patterns name, each once."""
    sources = [*macros.values(), *(rule.pattern for rule in rules)]
    pieces = [piece for source in sources for piece in PIECE.finditer(source)]
    literals, marks = (dict.fromkeys(piece[kind] for piece in pieces if piece[kind]) for kind in ("literal", "mark"))
    return list(literals), list(marks)


def compiled(
    rules: Iterable[R], macros: Mapping[str, str], members: Mapping[str, Sequence[str]], compiler: Compiler
) -> Starting[R]:
    """The rules by the signature that they may begin with, in their order; `members` has the signatures of each
    category. Raises ValueError naming the rule that does not compile.
    """
    starts = Starts(members, macros)
    starting: dict[str, list[CompiledRule[R]]] = {}
    for rule in rules:
        try:
            one = CompiledRule(rule, *compiler.compile(rule.pattern))
            first = starts.of(rule.pattern)
        except (KeyError, ValueError) as error:
            raise ValueError(f"the rule {rule.name!r} does not compile: {error}") from error
        for signature in first:
            starting.setdefault(signature, []).append(one)
    return {signature: tuple(found) for signature, found in starting.items()}


def matches(starting: Starting[R], signatures: str) -> list[tuple[CompiledRule[R], re.Match[str]]]:
    """The longest match of any rule from left to right, none overlapping another; the earlier rule wins a tie."""
    found: list[tuple[CompiledRule[R], re.Match[str]]] = []
    free = 0
    for at, signature in enumerate(signatures):
        if at < free or signature not in starting:
            continue
        for one in starting[signature]:
            match = one.regex.match(signatures, at)
            if match is not None and match.end() > free:
                if free > at:
                    found.pop()
                found.append((one, match))
                free = match.end()
    return found
