"""Each rule on which word names a happening, with its example."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.events.predicates import Predicate, predicates_in
from factcli.events.tables import read_table
from factcli.schema import Article
from factcli.syntax.parser import Parser

RULES = read_table("predicates.toml")
EXAMPLES = [(name, example) for name, rule in RULES.items() for example in rule["examples"]]


def told_in(parser: Parser, text: str) -> dict[str, Predicate]:
    """The happenings of a sentence by the text of their triggers."""
    [doc] = parser.parse([Article(text=f"{text}.")])
    return {doc[predicate.trigger].text: predicate for predicate in predicates_in(doc)}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_the_examples_of_the_rules(parser: Parser, rule: str, example: dict[str, Any]) -> None:
    told = told_in(parser, example["text"])
    if rule == "state":
        assert not {word.lower() for word in told} & set(RULES["state"]["words"])
    elif rule == "attribution":
        assert example["trigger"] not in told
    else:
        assert example["trigger"] in told
        assert (told[example["trigger"]].class_ == "REPORTING") == (rule == "reporting")


def test_a_light_verb_hands_its_arguments_to_the_noun_it_carries(parser: Parser) -> None:
    [doc] = parser.parse([Article(text="Menteri Pertanian melakukan kunjungan ke Jambi.")])
    [visit] = [predicate for predicate in predicates_in(doc) if doc[predicate.trigger].text == "kunjungan"]
    assert doc[visit.verb].text == "melakukan"
    assert visit.type is not None and visit.type.name == "visit"
