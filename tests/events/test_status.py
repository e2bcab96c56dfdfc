"""Done, planned, possible, not done: each rule with its example, and sentences beyond them."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.events.predicates import predicates_in
from factcli.events.status import status_of
from factcli.events.tables import read_table
from factcli.schema import Article, When
from factcli.syntax.parser import Parser

EXAMPLES = [(name, example) for name, entry in read_table("status.toml").items() for example in entry["examples"]]


def status_in(parser: Parser, text: str, trigger: str, when: When | None = None, published: str | None = None) -> str:
    """The status of the happening that `trigger` names in `text`."""
    [doc] = parser.parse([Article(text=text)])
    predicate = next(one for one in predicates_in(doc) if doc[one.trigger].text == trigger)
    return status_of(doc, predicate, when, published)


@pytest.mark.parametrize(("status", "example"), EXAMPLES, ids=lambda value: str(value))
def test_the_examples_of_the_rules(parser: Parser, status: str, example: dict[str, Any]) -> None:
    assert status_in(parser, example["text"] + ".", example["trigger"]) == example.get("status", status)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Gubernur meresmikan jembatan baru di Palu.", "meresmikan", "actual"),
        ("Gubernur tidak meresmikan jembatan itu.", "meresmikan", "negated"),
        ("Gubernur berencana meresmikan jembatan itu bulan depan.", "meresmikan", "planned"),
        ("Gubernur mungkin meresmikan jembatan itu.", "meresmikan", "possible"),
        ("Gubernur sudah meresmikan jembatan itu.", "meresmikan", "actual"),
    ],
)
def test_status_follows_the_words_of_the_clause(parser: Parser, text: str, trigger: str, status: str) -> None:
    assert status_in(parser, text, trigger) == status


def test_what_comes_after_publication_is_planned(parser: Parser) -> None:
    later = When(value="2024-03-01", earliest="2024-03-01", latest="2024-03-01")
    text = "Konser itu digelar di Solo."
    assert status_in(parser, text, "Konser", later, published="2024-02-01") == "planned"
    assert status_in(parser, text, "Konser", later, published="2024-04-01") == "actual"
