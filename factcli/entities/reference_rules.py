"""Pronouns, offices and nouns that stand for someone or something named: `references.toml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcli.entities.rules import phrases, read_rules
from factcli.schema import Label


class Pronoun(NamedTuple):
    """How many a pronoun stands for, and of which labels."""

    number: str
    labels: frozenset[Label]


class Kind(NamedTuple):
    """What a noun says of a thing: its label, and the words with which the names of such things begin."""

    label: Label
    begins: tuple[str, ...]


class ReferenceRules(NamedTuple):
    """`references.toml`, ready for comparison."""

    pronouns: dict[str, Pronoun]
    offices: dict[tuple[str, ...], str]
    kinds: dict[str, Kind]
    both: frozenset[str]
    former: frozenset[str]
    bare_hosts: frozenset[str]
    demonstratives: frozenset[str]


@cache
def reference_rules() -> ReferenceRules:
    """The rules of `references.toml`, read once."""
    tables = read_rules("references")
    return ReferenceRules(
        pronouns={
            word: Pronoun(group["number"], frozenset(group["labels"]))
            for group in tables["pronouns"]
            for word in group["words"]
        },
        offices={words: group["name"] for group in tables["offices"] for words in phrases(group["words"])},
        kinds={
            word: Kind(group["label"], tuple(group["begins"])) for group in tables["kinds"] for word in group["words"]
        },
        both=frozenset(tables["both"]["words"]),
        former=frozenset(tables["former"]["words"]),
        bare_hosts=frozenset(tables["bare_hosts"]["words"]),
        demonstratives=frozenset(tables["demonstratives"]["words"]),
    )
