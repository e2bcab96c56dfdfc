"""What contradicts is never one entry, and a word for its place in a series does; light checks of what is learned."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import numpy as np
import pytest
from facts_of_tests import AMBON, SINTA, entity, event, facts, on

from factcli.schema import Entity, Facts, Label, Mention, Sentence, Status, Trigger, When
from factcli.timeline import merge_timeline
from factcli.timeline.account import every_account
from factcli.timeline.group import Group
from factcli.timeline.kinds import table
from factcli.timeline.need import PATH as ENTRIES
from factcli.timeline.need import Setting
from factcli.timeline.need import features_of as of_entries
from factcli.timeline.network import read_network
from factcli.timeline.regression import CONSTANT, Source, weights
from factcli.timeline.sameness import PATH as PAIRS
from factcli.timeline.sameness import Accounts
from factcli.timeline.worth import PATH as WORTH
from factcli.timeline.worth import features_of as of_worth

MAY_3, MAY_4 = on("2021-05-03"), on("2021-05-04")
GUESS = When(value="2021-05-04", earliest="2021-05-03", latest="2021-05-04", basis="published")


def article(id: str, text: str, *, when: When = MAY_3, status: Status = "actual", **known: Any) -> Facts:
    """An article of one sentence, with an event on its first word."""
    word = text.split()[0]
    only = event("v1", when, trigger=word, summary=text, status=status, type=known.pop("type", None), **known)
    only.trigger = msgspec.structs.replace(only.trigger, start=0, end=len(word), text=word, lemma=word.lower())
    made = facts(only, id=id, published="2021-05-04", entities=known.get("entities", (SINTA, AMBON)))
    made.text, made.sentences = text, [Sentence(start=0, end=len(text))]
    return made


def entity_in(text: str, id: str, label: Label, name: str) -> Entity:
    """An entity where its name stands in a text."""
    start = text.index(name)
    return Entity(id=id, label=label, name=name, mentions=[Mention(start=start, end=start + len(name), text=name)])


@pytest.mark.parametrize(
    "example", table("series")["examples"], ids=lambda example: f"{example['one']}, {example['other']}"
)
def test_a_place_in_a_series_makes_another_event(example: dict[str, Any]) -> None:
    one, other = (article(id, f"{example[id].capitalize()} di pasar Ambon") for id in ("one", "other"))
    assert (len(merge_timeline([one, other])) == 1) is example["same"]


@pytest.mark.parametrize("example", table("further")["examples"], ids=lambda example: str(example["text"]))
def test_a_word_before_a_deed_makes_it_a_further_one(example: dict[str, Any]) -> None:
    made, word = article("a", str(example["text"])), str(example["word"])
    start = made.text.index(word)
    trigger = Trigger(start=start, end=start + len(word), text=word, lemma=word)
    made.events = [msgspec.structs.replace(made.events[0], trigger=trigger)]
    [account] = every_account([made])
    assert account.is_further is example["further"]


def test_other_people_are_another_event() -> None:
    def visit(id: str, name: str) -> Facts:
        entities: tuple[Entity, ...] = (entity("e1", "PER", name), AMBON)
        return facts(event("v1", MAY_3, summary=f"{name} tiba di Ambon"), id=id, entities=entities)

    assert len(merge_timeline([visit("a", "Laras Ayuningtyas"), visit("b", "Budi Hartono")])) == 2
    assert len(merge_timeline([visit("a", "Laras Ayuningtyas"), visit("b", "Laras Ayuningtyas")])) == 1


def test_what_a_body_does_is_done_by_who_holds_an_office_of_it_but_two_who_do_are_two() -> None:
    def visit(id: str, text: str, *names: tuple[Label, str], agent: str) -> Facts:
        entities = tuple(entity_in(text, f"e{number}", *name) for number, name in enumerate(names, 3))
        made = facts(event("v1", MAY_3, agents=(agent,), summary=text), id=id, entities=(AMBON, *entities))
        made.text, made.sentences = text, [Sentence(start=0, end=len(text))]
        return made

    body: tuple[Label, str] = ("ORG", "KPU")
    of_body = visit("a", "KPU tiba di Ambon", body, agent="e3")
    of_head = visit("b", "Ketua KPU Laras Ayu tiba di Ambon", body, ("PER", "Laras Ayu"), agent="e4")
    of_another = visit("c", "Anggota KPU, Budi Hartono, tiba di Ambon", body, ("PER", "Budi Hartono"), agent="e4")
    of_guest = visit("d", "Di depan KPU tadi Budi Hartono tiba di Ambon", body, ("PER", "Budi Hartono"), agent="e4")
    assert len(merge_timeline([of_body, of_head])) == 1
    assert len(merge_timeline([of_body, of_another])) == 1
    assert len(merge_timeline([of_head, of_another])) == 2
    assert len(merge_timeline([of_body, of_guest])) == 2


def test_a_stated_day_comes_before_a_guessed_one() -> None:
    [entry] = merge_timeline(
        [article("a", "Kebakaran melanda pasar Ambon", when=GUESS), article("b", "Kebakaran melanda pasar Ambon")]
    )
    assert (entry.when, entry.otherwise) == (MAY_3, [])


@pytest.mark.parametrize(("first", "is_one"), [("2021-05-03", True), ("2021-04-20", False)])
def test_what_has_lasted_since_a_day_may_be_told_of_that_day(first: str, is_one: bool) -> None:
    since = When(value="2021-05-03", earliest=first, date="t1")
    one = article("one", "Ditutup total jalan menuju pasar Ambon", type="closing")
    again = article("other", "Ditutup jalan menuju pasar Ambon", when=since, type="closing")
    entries = merge_timeline([one, again])
    assert (len(entries) == 1) is is_one
    assert all(entry.otherwise == [] for entry in entries)


def test_what_is_denied_is_not_what_is_stated() -> None:
    stated = article("a", "Kebakaran melanda pasar Ambon")
    denied = article("b", "Kebakaran tidak melanda pasar Ambon", status="negated")
    assert len(merge_timeline([stated, denied])) == 2


def test_weights_and_features_belong_together() -> None:
    [account] = every_account([article("a", "Kebakaran melanda pasar")])
    first, second = np.array([0]), np.array([1])
    assert set(Accounts([account, account]).features(first, second)) == set(read_network(PAIRS).names)
    more, less = Group([account]), Group([account])
    setting = Setting([account])
    for source in get_args(Source):
        assert {*of_worth({more: 1.0, less: 0.0})[less], CONSTANT} == set(weights(WORTH)[source])
        assert {*of_entries([account], setting), CONSTANT} == set(weights(ENTRIES)[source])


def test_the_most_needed_are_asked_for_by_number() -> None:
    articles = [article(id, "Kebakaran melanda pasar Ambon") for id in ("a", "b")]
    articles.append(article("c", "Hujan turun di Ambon", when=MAY_4))
    assert [entry.events for entry in merge_timeline(articles, top=1)] == [["a#v1", "b#v1"]]
    assert len(merge_timeline(articles, everything=True)) == 2
