"""Which words stand between quotation marks."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from factcli.events.quotes import balanced, is_within_quotes, opens, saying_of, spoken_around, without_stray_mark
from factcli.events.tables import tables


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ('"Kami tiba Senin pagi," kata Sari.', True),
        ('"Kami siap," kata Sari, Senin.', False),
        ("“Senin kami tiba”, kata Sari.", True),
        ("Sari tiba Senin.", False),
        ('Senin, Sari berkata, "Kami siap.', False),
        ('Kami tiba Senin pagi," kata Sari.', True),
        ('Kami siap," kata Sari, Senin.', False),
        ('Kami tiba Senin pagi."', False),
        ('Sari berkata, "Kami tiba Senin pagi.', True),
    ],
)
def test_words_between_quotation_marks(text: str, within: bool) -> None:
    nlp = spacy.blank("xx")
    doc = nlp(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    place = next(token.i for token in doc if token.text == "Senin")
    assert is_within_quotes(doc[place : place + 1]) is within


@pytest.mark.parametrize(
    ("words", "is_opening"), [(["pulang", ".", '"', "Kami"], True), (["pulang", ".", '"', "\n", "Kami"], False)]
)
def test_a_mark_glued_between_two_sentences_opens_the_second(words: list[str], is_opening: bool) -> None:
    doc = Doc(spacy.blank("xx").vocab, words=words, spaces=[False] * len(words))
    assert opens(doc[2]) is is_opening


def test_a_mark_before_a_comma_opens_nothing() -> None:
    doc = Doc(spacy.blank("xx").vocab, words=["pulang", '"', ",", "kata"], spaces=[True, False, True, False])
    assert not opens(doc[1])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('Sari berkata, "Hujan turun', 'Sari berkata, "Hujan turun"'),
        ('"Hujan turun," kata Sari, "warga pulang.', '"Hujan turun," kata Sari, "warga pulang"'),
        ("“Hujan “deras” turun", "“Hujan “deras” turun”"),
        ('Hujan turun"', "Hujan turun"),
        ('"Hujan turun," kata Sari. Warga pulang."', '"Hujan turun," kata Sari. Warga pulang'),
        ('Hujan turun," kata Sari', '"Hujan turun," kata Sari'),
        ("Hujan turun,” kata Sari", "“Hujan turun,” kata Sari"),
        ('Layar 14" dijual', 'Layar 14" dijual'),
        ('"Hujan turun," kata Sari', '"Hujan turun," kata Sari'),
    ],
)
def test_a_sentence_has_the_mark_that_its_quotation_lacks(text: str, shown: str) -> None:
    assert balanced(text) == shown


@given(st.text(alphabet='“”«»„".,? a', max_size=12))
def test_marks_in_any_order_lose_no_letter(text: str) -> None:
    assert balanced(text).count("a") == text.count("a")


@pytest.mark.parametrize(
    ("text", "first"),
    [('" Warga lalu pulang.', "Warga"), ('"Warga lalu pulang.', '"'), ('" Warga pulang," kata Sari.', '"')],
)
def test_a_mark_that_closes_the_quotation_before_it_is_no_part_of_the_sentence(text: str, first: str) -> None:
    doc = spacy.blank("xx")(text)
    assert doc[without_stray_mark(doc)[0]].text == first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Hujan turun. Warga pulang. Kami siap," kata Sari.', "Warga pulang."),
        ("“Hujan turun. Warga pulang”, kata Sari.", "Warga pulang"),
        ('Sari menulis, "Hujan turun. Warga pulang," lalu pergi.', None),
        ('"Hujan turun," kata Sari. Warga pulang. "Kami siap," kata Budi.', None),
        ('Hujan turun. Warga pulang. Kami siap," kata Sari.', None),
    ],
)
def test_who_says_a_sentence_stands_behind_its_quotation(text: str, said: str | None) -> None:
    doc = spacy.blank("xx")(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.nbor(-1).text == "."
    word = next(token for token in doc if token.text == "Warga")
    saying = saying_of(word)
    assert (saying is None) == (said is None)
    if saying is not None:
        assert (saying.text, spoken_around(word).text) == ("kata", said)


@pytest.mark.parametrize("example", tables("reporting.toml")["behind_quotation"]["examples"])
def test_behind_a_quotation_more_words_say_who_says_it(example: dict[str, str]) -> None:
    doc = spacy.blank("xx")(example["text"])
    for token in doc:
        token.is_sent_start = token.i == 0 or token.nbor(-1).text == "."
    word = next(token for token in doc if token.text == example["word"])
    saying = saying_of(word)
    assert saying is not None
    assert saying.nbor(1).text == "Bambang"
