"""The names of an article in a text."""

from __future__ import annotations

from factcli.formats.names_in import Names
from factcli.schema import Entity, Facts, Mention

FACTS = Facts(
    entities=[
        Entity(id="e1", label="ORG", name="Koperasi Melati", mentions=[Mention(start=0, end=6, text="Melati")]),
        Entity(id="e2", label="LOC", name="Kota Melati Jaya"),
        Entity(id="e3", label="PER", name="Ida"),
    ]
)


def test_names_are_found_as_whole_words_however_long_the_others_are() -> None:
    text = "Ida dan Idaman ke Koperasi Melati"
    found = [(text[start:end], label) for start, end, label in Names(FACTS).found_in(text)]
    assert found == [("Ida", "PER"), ("Koperasi Melati", "ORG"), ("Melati", "ORG")]


def test_a_name_in_a_name_is_found_too() -> None:
    text = "di Kota Melati Jaya"
    assert {text[start:end] for start, end, _ in Names(FACTS).found_in(text)} == {"Kota Melati Jaya", "Melati"}


def test_a_name_of_marks_and_an_empty_one_do_no_harm() -> None:
    odd = Facts(entities=[Entity(id="e1", label="ORG", name="!!"), Entity(id="e2", label="ORG", name=" ")])
    assert [(start, end) for start, end, _ in Names(odd).found_in("Grup !! tampil")] == [(5, 7)]
