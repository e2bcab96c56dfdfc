"""What stands in a frame by a tree written by hand, whatever the parser makes of such a sentence."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from own_scores import VOCAB
from spacy.tokens import Doc

from factcli.events.frames import framed_status
from factcli.schema import Status
from factcli.tokens.document import extend_doc


class Word(NamedTuple):
    """A word of a tree written by hand: the place of its head, and the relation to it."""

    text: str
    head: int
    relation: str


GOVERNS = Word("diduga", 0, "root")


def status_of_last(*tree: Word) -> Status | None:
    """The status that the frames give the last word of a sentence, whatever the parser makes of it."""
    extend_doc()
    doc = Doc(
        VOCAB,
        words=[word.text for word in tree],
        heads=[word.head for word in tree],
        deps=[word.relation for word in tree],
    )
    return framed_status(doc[-1])


@pytest.mark.parametrize(("verb", "status"), [("terjadi", None), ("ditunda", "negated")])
def test_a_long_chain_of_subjects_has_an_end(verb: str, status: Status | None) -> None:
    tree = [Word(verb, max(place - 1, 0), "csubj" if place else "root") for place in range(5000)]
    assert status_of_last(*tree) == status


@pytest.mark.parametrize(("denying", "status"), [((), None), (("tidak",), "negated"), (("urung",), "negated")])
def test_a_word_that_denies_the_verb_denies_its_subject(denying: tuple[str, ...], status: Status | None) -> None:
    verb = len(denying)
    before = (Word(word, verb, "advmod") for word in denying)
    assert status_of_last(*before, Word("digelar", verb, "root"), Word("rapat", verb, "nsubj:pass")) == status


@pytest.mark.parametrize(
    "tree",
    [
        (
            GOVERNS,
            Word("cemburu", 0, "xcomp"),
            Word(",", 4, "punct"),
            Word("suami", 4, "nsubj"),
            Word("membunuh", 0, "xcomp"),
        ),
        (Word("dituduh", 0, "root"), Word("mencuri", 0, "xcomp"), Word(",", 3, "punct"), Word("dikeroyok", 0, "conj")),
    ],
)
def test_what_is_suspected_ends_with_its_clause(tree: tuple[Word, ...]) -> None:
    assert status_of_last(*tree) is None


@pytest.mark.parametrize(
    "tree",
    [
        (GOVERNS, Word("suami", 2, "nsubj"), Word("membunuh", 0, "xcomp")),
        (GOVERNS, Word(",", 0, "punct"), Word("suami", 3, "nsubj"), Word("membunuh", 0, "ccomp")),
        (
            GOVERNS,
            Word(",", 0, "punct"),
            Word("menurut", 3, "case"),
            Word("polisi", 0, "obl"),
            Word(",", 0, "punct"),
            Word("membunuh", 0, "ccomp"),
        ),
        (
            GOVERNS,
            Word("Senin", 0, "obl"),
            Word(",", 0, "punct"),
            Word("3", 4, "nummod"),
            Word("Mei", 0, "obl"),
            Word(",", 0, "punct"),
            Word("membunuh", 0, "ccomp"),
        ),
    ],
)
def test_pauses_and_insertions_end_no_suspicion(tree: tuple[Word, ...]) -> None:
    assert status_of_last(*tree) == "possible"
