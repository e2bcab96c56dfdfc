"""Every rule of the lexicon of types does what its example says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_scores import doc_of, trigger_in

from factcli.events.morphology import forms_of
from factcli.events.tables import tables
from factcli.events.types import QUOTE, STATEMENT, reporting_words, type_names, type_of

TYPES: list[dict[str, Any]] = tables("types.toml")["type"]
SAYING: dict[str, Any] = tables("reporting.toml")["reporting"]


def typed(text: str, trigger: str, lemma: str = "") -> str | None:
    """The type of that word in a sentence; its lemma is the word unless it is given."""
    return type_of(trigger_in(doc_of(text, lemmas={trigger: lemma} if lemma else None), trigger))


@pytest.mark.parametrize("example", tables("affixes.toml")["examples"], ids=lambda example: str(example["word"]))
def test_words_are_built_on_roots_as_indonesian_builds_them(example: dict[str, Any]) -> None:
    assert (example["word"] in forms_of(example["root"])) is not example.get("not", False)


@pytest.mark.parametrize(
    ("name", "example"),
    [(entry["name"], example) for entry in TYPES for example in entry["examples"]],
    ids=lambda one: one if isinstance(one, str) else str(one["text"]),
)
def test_a_type_knows_its_examples_and_no_others(name: str, example: dict[str, Any]) -> None:
    assert (typed(example["text"], example["trigger"]) == name) is not example.get("not", False)


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: str(entry["name"]))
def test_a_type_has_an_example(entry: dict[str, Any]) -> None:
    assert not all(example.get("not") for example in entry["examples"])


def test_a_type_has_one_entry_without_conditions() -> None:
    names = [entry["name"] for entry in TYPES if "about" not in entry]
    assert sorted(names) == sorted(set(names))


def test_a_word_stands_in_one_type_only() -> None:
    words = [word.lower() for entry in TYPES if "about" not in entry for word in entry.get("words", ())]
    assert sorted(words) == sorted(set(words))


def test_a_type_bound_to_its_subject_needs_it() -> None:
    assert typed("harga beras naik", "naik") is not None
    assert typed("Sari naik sepeda", "naik") is None
    assert typed("jalan itu ditutup", "ditutup", "tutup") == "closing"


def test_a_subject_far_away_does_not_count() -> None:
    far = " ".join(["kata"] * 40)
    assert typed(f"harga {far} naik", "naik") is None


def test_what_a_type_leaves_out_has_no_type() -> None:
    for entry in TYPES:
        for words in entry.get("not", ()):
            for word in words.split():
                assert typed(f"mereka {words} itu", word, "lain") != entry["name"]


def test_a_word_is_typed_by_its_lemma_where_it_is_not_known_itself() -> None:
    assert typed("warga ngunjungin pasar", "ngunjungin") is None
    assert typed("warga ngunjungin pasar", "ngunjungin", "kunjung") == "visit"


def test_a_word_that_a_type_leaves_out_is_not_typed_by_its_lemma_either() -> None:
    assert typed("survei itu menunjukkan hasil", "menunjukkan", "tunjuk") is None


def test_a_word_with_a_neighbour_goes_before_the_word_alone() -> None:
    assert typed("ia membunuh ular", "membunuh") == "attack"
    assert typed("ia bunuh diri", "bunuh") == "death"
    assert typed("partai itu memilih wali kota", "memilih") == "election"
    assert typed("partai itu lebih memilih wali kota lama", "memilih") is None


def test_the_condition_that_holds_chooses_between_types() -> None:
    assert typed("Ratna menang", "menang") == "match"
    assert typed("Ratna menang di pilkada", "menang") == "election"


def test_capitals_do_not_change_a_type() -> None:
    assert typed("WAPRES MENGUNJUNGI SURABAYA", "MENGUNJUNGI") == "visit"


@pytest.mark.parametrize("example", SAYING["examples"], ids=lambda example: str(example["text"]))
def test_acts_of_saying_are_known(example: dict[str, str]) -> None:
    assert example["trigger"] in example["text"]
    assert example["trigger"] in reporting_words()


def test_what_only_looks_like_saying_is_left_out() -> None:
    assert reporting_words().isdisjoint(SAYING["not"])


def test_every_type_has_a_name_to_show() -> None:
    assert {STATEMENT, QUOTE} <= set(type_names())
    assert len(type_names()) == len(set(type_names()))


@given(st.text(alphabet="abcdefghijklmnoprstuwy", min_size=1, max_size=12))
def test_every_form_holds_the_end_of_its_root(root: str) -> None:
    for form in forms_of(root):
        assert root[1:] in form
