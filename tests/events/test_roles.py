"""Who does it, to whom, where: each rule with its example, entities given."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.events.arguments import Arguments
from factcli.events.predicates import predicates_in
from factcli.events.roles import roles_of
from factcli.events.tables import read_table
from factcli.schema import Article, Entity, Label, Mention
from factcli.syntax.parser import Parser

EXAMPLES = [example for rule in read_table("roles.toml").values() for example in rule["examples"]]
ROLES = ("agents", "patients", "places")


def named(text: str, name: str, label: Label) -> Entity:
    """An entity named once in `text`; its id is its name."""
    start = text.index(name)
    return Entity(id=name, label=label, name=name, mentions=[Mention(start=start, end=start + len(name), text=name)])


def roles_in(parser: Parser, text: str, entities: list[Entity]) -> dict[str, set[str]]:
    """Role -> the names that have it in any happening of the sentence."""
    [doc] = parser.parse([Article(text=text)])
    arguments = Arguments(doc, entities, {})
    found = [roles_of(doc, predicate, arguments) for predicate in predicates_in(doc)]
    return {role: {name for roles in found for name in getattr(roles, role)} for role in ROLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["text"]))
def test_the_examples_of_the_rules(parser: Parser, example: dict[str, Any]) -> None:
    text = f"{example['text']}."
    entities = [named(text, name, example.get("label", "LOC")) for name in example.get("places", ())]
    others = [*example.get("agents", ()), *example.get("patients", ()), *example.get("named", ())]
    entities += [named(text, name, example.get("label", "PER")) for name in others]
    found = roles_in(parser, text, entities)
    for role in ROLES:
        if role in example:
            assert found[role] == set(example[role])


def test_a_list_of_places_is_all_places(parser: Parser) -> None:
    text = "Pabrik itu terbakar di Gresik, Jawa Timur, kemarin."
    entities = [named(text, "Gresik", "LOC"), named(text, "Jawa Timur", "LOC")]
    assert roles_in(parser, text, entities)["places"] == {"Gresik", "Jawa Timur"}


def test_the_passive_turns_agent_and_patient(parser: Parser) -> None:
    text = "Rudi Hartono ditangkap oleh Polres Tegal."
    entities = [named(text, "Rudi Hartono", "PER"), named(text, "Polres Tegal", "ORG")]
    found = roles_in(parser, text, entities)
    assert (found["agents"], found["patients"]) == ({"Polres Tegal"}, {"Rudi Hartono"})
