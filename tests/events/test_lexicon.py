"""Every rule of the lexicon does what its example says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.events.lexicon import lexicon
from factcli.events.morphology import forms_of
from factcli.events.tables import read_table

TYPES: list[dict[str, Any]] = read_table("types.toml")["type"]


@pytest.mark.parametrize("example", read_table("affixes.toml")["examples"], ids=lambda example: str(example["word"]))
def test_words_are_built_on_roots_as_indonesian_builds_them(example: dict[str, Any]) -> None:
    voice = forms_of(example["root"]).get(example["word"])
    assert (voice == example["voice"]) is not example.get("not", False)


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: str(entry["name"]))
def test_a_type_knows_the_trigger_of_its_examples(entry: dict[str, Any]) -> None:
    assert entry["examples"], "each rule carries an example"
    for example in entry["examples"]:
        assert example["trigger"] in example["text"]
        kind = lexicon().type_of(example["trigger"], "", example["text"].lower().split())
        assert kind is not None and kind.name == entry["name"]


def test_no_type_is_named_twice() -> None:
    names = [entry["name"] for entry in TYPES]
    assert len(names) == len(set(names))


def test_a_word_stands_in_one_type_only() -> None:
    unbound = [entry for entry in TYPES if not entry.get("about")]
    words = [word.lower() for entry in unbound for key in ("nouns", "words") for word in entry.get(key, ())]
    assert sorted(words) == sorted(set(words))


def test_a_type_bound_to_its_subject_needs_it() -> None:
    assert lexicon().type_of("naik", "naik", {"harga", "beras", "naik"}) is not None
    assert lexicon().type_of("naik", "naik", {"sari", "naik", "sepeda"}) is None
    closed = lexicon().type_of("ditutup", "tutup", {"jalan", "itu", "ditutup"})
    assert closed is not None and closed.name == "closing"


def test_what_a_type_leaves_out_has_no_type() -> None:
    for entry in TYPES:
        for word in entry.get("not", ()):
            assert (kind := lexicon().type_of(word, "")) is None or kind.name != entry["name"]


@given(st.text(alphabet="abcdefghijklmnoprstuwy", min_size=1, max_size=12))
def test_every_form_holds_the_end_of_its_root(root: str) -> None:
    for form in forms_of(root):
        assert root[1:] in form
