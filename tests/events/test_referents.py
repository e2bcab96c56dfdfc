"""Whom a pronoun means, on trees made by hand."""

from __future__ import annotations

import re

import pytest
from growth import assert_linear
from own_scores import VOCAB
from spacy.tokens import Doc

from factcli.events.referents import REACH, Referents
from factcli.schema import Entity, Mention

Sentence = list[tuple[str, str, str, int]]
# Words, their tags, relations and heads (how far away).
NAMED: Sentence = [("Sari", "PROPN", "nsubj", 1), ("tiba", "VERB", "root", 0), (".", "PUNCT", "punct", -1)]
OTHER: Sentence = [("Hujan", "NOUN", "nsubj", 1), ("turun", "VERB", "root", 0), (".", "PUNCT", "punct", -1)]
PRONOUN: Sentence = [("Ia", "PRON", "nsubj", 1), ("pulang", "VERB", "root", 0), (".", "PUNCT", "punct", -1)]


def article_of(*sentences: Sentence) -> tuple[Doc, list[Entity]]:
    """A Doc of these sentences, and the one person whom they name."""
    words = [word for sentence in sentences for word in sentence]
    doc = Doc(
        VOCAB,
        words=[word for word, *_ in words],
        pos=[tag for _, tag, *_ in words],
        deps=[relation for _, _, relation, _ in words],
        heads=[place + away for place, (*_, away) in enumerate(words)],
    )
    mentions = [Mention(start=one.idx, end=one.idx + 4, text="Sari") for one in doc if one.text == "Sari"]
    return doc, [Entity(id="e1", label="PER", name="Sari Dewi", mentions=mentions)]


def meant(*sentences: Sentence) -> list[str]:
    """Whom the pronouns of these sentences mean, those of whom it is known."""
    doc, entities = article_of(*sentences)
    return list(Referents(doc, [], entities).among(doc, range(len(doc))).values())


def test_a_pronoun_means_the_subject_of_the_sentences_before_within_reach() -> None:
    assert meant(NAMED, *[OTHER] * (REACH - 1), PRONOUN) == ["Sari Dewi"]
    assert meant(NAMED, *[OTHER] * REACH, PRONOUN) == []


def test_who_is_meant_by_a_pronoun_is_still_spoken_of() -> None:
    assert meant(NAMED, *[PRONOUN] * 2 * REACH) == ["Sari Dewi"] * 2 * REACH


def wholes(text: str, *names: str) -> dict[str, str]:
    """What stands for the words of a text where it names this person in these ways."""
    words = text.split()
    doc = Doc(VOCAB, words=words, sent_starts=[place in (0, words.index(".") + 1) for place in range(len(words))])
    mentions = [
        Mention(start=found.start(), end=found.end(), text=name)
        for name in names
        for found in re.finditer(rf"\b{name}\b(?! Dewi)", doc.text)
    ]
    found = Referents(doc, [], [Entity(id="e1", label="PER", name=names[0], mentions=mentions)])
    # The first three words name the person in full, in a sentence before.
    return {doc[place].text: name for place, name in found.among(doc, range(3, len(doc))).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sari Dewi . Lalu Sari menemui warga", {"Sari": "Sari Dewi"}),
        ("Sari Dewi . Lalu Sari menemui Budi dan Sari pulang", {"Sari": "Sari Dewi"}),
        ("Sari Dewi . Lalu Sari Dewi pulang , kata Sari", {}),
        ("Sari Dewi . “ Lalu Sari pulang ” , kata Budi", {}),
        ("Sari Dewi . Pasangan Sari - Budi menang", {}),
    ],
)
def test_a_part_of_a_name_that_stands_alone_is_made_whole_once(text: str, expected: dict[str, str]) -> None:
    assert wholes(text, "Sari Dewi", "Sari") == expected


def test_of_two_whole_names_that_of_the_entity_is_meant() -> None:
    text = "Sari Dewi . Sari pulang . Sari Dewi Putri menyusul"
    doc = Doc(VOCAB, words=text.split(), sent_starts=[place in (0, 3, 6) for place in range(10)])
    spelt = {"Sari Dewi": 0, "Sari": 12, "Sari Dewi Putri": 26}
    mentions = [Mention(start=start, end=start + len(name), text=name) for name, start in spelt.items()]
    person = Entity(id="e1", label="PER", name="Sari Dewi", mentions=mentions)
    assert Referents(doc, [], [person]).among(doc, [3, 4]) == {3: "Sari Dewi"}


def test_twice_the_sentences_take_twice_the_time() -> None:
    # Calls would not show it: to look through a list is one.
    assert_linear(
        lambda size: article_of(*[NAMED, PRONOUN, OTHER] * size),
        lambda given: Referents(given[0], [], given[1]),
        1000,
    )


def test_a_pronoun_does_not_mean_who_was_named_before_another_persons_subject() -> None:
    of_budi: Sentence = [
        ("Nama", "NOUN", "nsubj", 2),
        ("Budi", "PROPN", "nmod", -1),
        ("terangkat", "VERB", "root", 0),
        (".", "PUNCT", "punct", -1),
    ]
    doc, entities = article_of(NAMED, of_budi, PRONOUN)
    [budi] = [token for token in doc if token.text == "Budi"]
    other = Entity(id="e2", label="PER", name="Budi", mentions=[Mention(start=budi.idx, end=budi.idx + 4, text="Budi")])
    assert not Referents(doc, [], [*entities, other]).among(doc, [doc[-3].i])


def test_a_pronoun_that_opens_a_paragraph_means_who_was_spoken_of_before() -> None:
    doc, entities = article_of(NAMED, PRONOUN)
    words = [token.text for token in doc]
    words.insert(len(NAMED), "\n\n")
    named, pronoun = list(doc)[: len(NAMED)], list(doc)[len(NAMED) :]
    apart = Doc(
        VOCAB,
        words=words,
        spaces=[word not in ("\n\n", ".") for word in words],
        pos=[*(token.pos_ for token in named), "SPACE", *(token.pos_ for token in pronoun)],
        deps=[*(token.dep_ for token in named), "dep", *(token.dep_ for token in pronoun)],
        heads=[*(token.head.i for token in named), len(NAMED) - 1, *(token.head.i + 1 for token in pronoun)],
    )
    assert Referents(apart, [], entities).among(apart, [len(NAMED) + 1]) == {len(NAMED) + 1: "Sari Dewi"}
