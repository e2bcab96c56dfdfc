"""Every rule of the lexicon of types does what its example says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_scores import doc_of, trigger_in

from factcli.events.morphology import forms_of
from factcli.events.tables import tables
from factcli.events.types import QUOTE, STATEMENT, reporting_words, type_lexicon, type_names, type_of

TYPES: list[dict[str, Any]] = tables("types.toml")["type"]
SAYING: dict[str, Any] = tables("reporting.toml")["reporting"]


def typed(text: str, trigger: str, lemma: str = "") -> str | None:
    """The type of that word in a sentence; its lemma is the word unless it is given."""
    return type_of(trigger_in(doc_of(text, lemmas={trigger: lemma} if lemma else None), trigger))


@pytest.mark.parametrize("example", tables("affixes.toml")["examples"], ids=lambda example: str(example["word"]))
def test_words_are_built_on_roots_as_indonesian_builds_them(example: dict[str, Any]) -> None:
    assert (example["word"] in forms_of(example["root"])) is not example.get("not", False)


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: str(entry["name"]))
def test_a_type_knows_the_trigger_of_its_examples(entry: dict[str, Any]) -> None:
    assert entry["examples"], "each rule carries an example"
    for example in entry["examples"]:
        assert typed(example["text"], example["trigger"]) == entry["name"]


def test_no_type_is_named_twice() -> None:
    names = [entry["name"] for entry in TYPES]
    assert len(names) == len(set(names))


def test_a_word_stands_in_one_type_only() -> None:
    unbound = [entry for entry in TYPES if not entry.get("about")]
    words = [word.lower() for entry in unbound for key in ("nouns", "words") for word in entry.get(key, ())]
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
        for word in entry.get("not", ()):
            assert typed(f"warga {word} itu", word, "lain") != entry["name"]


def test_a_word_is_typed_by_its_lemma_where_it_is_not_known_itself() -> None:
    assert typed("warga ngunjungin pasar", "ngunjungin") is None
    assert typed("warga ngunjungin pasar", "ngunjungin", "kunjung") == "visit"


def test_a_word_that_a_type_leaves_out_is_not_typed_by_its_lemma_either() -> None:
    assert "menunjukkan" in type_lexicon().not_typed
    assert typed("survei itu menunjukkan hasil", "menunjukkan", "tunjuk") is None


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
