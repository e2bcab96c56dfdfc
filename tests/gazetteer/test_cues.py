"""The rules of cues.toml, each by its own example."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from factcli.gazetteer.cues import PATH, effect_on_person, kinds_of_place
from factcli.schema import Mention

RULES = tomllib.loads(PATH.read_text(encoding="utf-8"))


def unbracketed(example: str) -> tuple[str, Mention]:
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    return text, Mention(start=start, end=end, text=text[start:end])


@pytest.mark.parametrize("rule", RULES["person"], ids=lambda rule: str(rule["example"]))
def test_titles(rule: dict[str, Any]) -> None:
    assert effect_on_person(*unbracketed(rule["example"])) == rule["effect"]


@pytest.mark.parametrize("rule", RULES["place"], ids=lambda rule: str(rule["example"]))
def test_generic_nouns(rule: dict[str, Any]) -> None:
    assert kinds_of_place(*unbracketed(rule["example"])) == frozenset(rule["kinds"])


@pytest.mark.parametrize("table", ["person", "place"])
def test_no_phrase_stands_in_two_rules(table: str) -> None:
    phrases = [phrase for rule in RULES[table] for phrase in rule["words"]]
    assert len(phrases) == len(set(phrases))
    assert all(phrase == phrase.casefold() for phrase in phrases)


@pytest.mark.parametrize(
    ("example", "effect"),
    [
        ("Presiden sudah pergi. [Joko Widodo] datang.", None),
        ("Kata [Joko Widodo] (45) kemarin", "ordinary"),
        ("Kata [Joko Widodo], kepala desa setempat", "ordinary"),
        ("Kata [Sugiono], Menteri Luar Negeri", "public"),
        ("Pertemuan [Joko Widodo] dengan presiden", None),
    ],
)
def test_titles_belong_to_the_name_they_stand_at(example: str, effect: str | None) -> None:
    assert effect_on_person(*unbracketed(example)) == effect


def test_a_title_before_another_name_is_that_ones() -> None:
    text, mention = unbracketed("Presiden Prabowo Subianto, [Slamet Riyadi], hadir")
    assert effect_on_person(text, mention, {len("Presiden Prabowo Subianto")}) is None


def test_no_generic_noun() -> None:
    assert kinds_of_place(*unbracketed("ekspor ke pasar [Eropa] naik")) is None
    assert kinds_of_place(*unbracketed("tiba di [Bandung] pagi tadi")) is None
    assert kinds_of_place(*unbracketed("[Bandung] pagi tadi")) is None
