"""Each rule on which word names a happening, with its example."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.events.predicates import Predicate, predicate_above, predicates_in
from factcli.events.tables import read_table
from factcli.schema import Article, Block
from factcli.syntax.parser import Parser

RULES = read_table("predicates.toml")
EXAMPLES = [(name, example) for name, rule in RULES.items() if name != "existential" for example in rule["examples"]]


def told_in(parser: Parser, text: str, *, title: bool = False) -> dict[str, Predicate]:
    """The happenings of a sentence, or of a headline, by the text of their triggers."""
    blocks = (Block(start=0, end=len(text), kind="title"),) if title else ()
    [doc] = parser.parse([Article(text=text if title else f"{text}.", blocks=blocks)])
    return {doc[predicate.trigger].text: predicate for predicate in predicates_in(doc)}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_the_examples_of_the_rules(parser: Parser, rule: str, example: dict[str, Any]) -> None:
    told = told_in(parser, example["text"], title=example.get("title", False))
    if "names_no" in example:
        assert example["names_no"] not in told
    elif rule == "attribution":
        assert example["trigger"] not in told
    else:
        assert example["trigger"] in told
        assert (told[example["trigger"]].class_ == "REPORTING") == (rule in ("reporting", "after_quote"))


@pytest.mark.parametrize("example", RULES["existential"]["examples"], ids=lambda example: str(example["text"]))
def test_a_verb_of_being_happens_at_a_date_of_its_own(parser: Parser, example: dict[str, Any]) -> None:
    [doc] = parser.parse([Article(text=f"{example['text']}.")])
    date = next(token for token in doc if token.like_num)
    found = predicate_above(date)
    assert found is not None and doc[found.trigger].text == example["trigger"]
    assert example["trigger"] not in told_in(parser, example["text"])


def test_a_light_verb_hands_its_arguments_to_the_noun_it_carries(parser: Parser) -> None:
    [doc] = parser.parse([Article(text="Menteri Pertanian melakukan kunjungan ke Jambi.")])
    [visit] = [predicate for predicate in predicates_in(doc) if doc[predicate.trigger].text == "kunjungan"]
    assert doc[visit.verb].text == "melakukan"
    assert visit.type is not None and visit.type.name == "visit"


@pytest.mark.parametrize(
    ("text", "trigger", "no_trigger"),
    [
        ("Produksi padi meningkat menjadi 50 ton.", "meningkat", "menjadi"),
        ("Konser itu batal digelar.", "Konser", "digelar"),
        ("Jaksa akan mengajukan banding.", "mengajukan", "akan"),
        ("Kabar itu dimuat dalam keterangan tertulis.", "dimuat", "tertulis"),
    ],
)
def test_one_happening_has_one_trigger(parser: Parser, text: str, trigger: str, no_trigger: str) -> None:
    told = told_in(parser, text.rstrip("."))
    assert trigger in told
    assert no_trigger not in told
