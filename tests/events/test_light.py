"""An event that a light word reports has the type of what takes place."""

from __future__ import annotations

from typing import Any

import pytest
from own_scores import VOCAB
from spacy.tokens import Doc

from factcli.events.light import light_words, type_in_clause
from factcli.events.tables import tables


@pytest.mark.parametrize("example", tables("light.toml")["examples"], ids=lambda example: str(example["text"]))
def test_a_light_word_has_the_type_of_what_takes_place(example: dict[str, Any]) -> None:
    doc = Doc(VOCAB, words=example["text"].split(), heads=example["heads"], deps=example["relations"])
    [trigger] = [token for token in doc if token.text == example["trigger"]]
    assert type_in_clause(trigger) == example.get("type")


def test_light_words_have_no_type_of_their_own() -> None:
    for word in light_words():
        assert type_in_clause(Doc(VOCAB, words=[word])[0]) is None


def test_a_long_chain_of_light_words_has_an_end() -> None:
    words = ["kasus"] * 5000
    doc = Doc(VOCAB, words=words, heads=[0, *range(4999)], deps=["root", *["nmod"] * 4999])
    assert type_in_clause(doc[0]) is None
