"""The parsed Doc says what the text says, character for character."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcli.schema import Article, Block
from factcli.syntax.parser import Parser

PIECES = [
    "Kunjungannya",
    "ke",
    "Jakarta",
    ",",
    "kata",
    "Ani",
    ".",
    "\n\n",
    "\t",
    "  ",
    "2024",
    "\u200b",
    "“",
    "🌋",
    "\r",
]
LISTS = st.lists(st.sampled_from(PIECES), max_size=25)
TEXTS = st.one_of(st.text(max_size=80), LISTS.map("".join), LISTS.map(" ".join))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_tokens_and_white_space_give_the_text_back(parser: Parser, text: str) -> None:
    [doc] = parser.parse([Article(text=text)])
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
    for token in doc:
        assert text[token.idx : token.idx + len(token.text)] == token.text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=2, max_size=4))
def test_a_batch_gives_what_each_text_gives_alone(parser: Parser, texts: list[str]) -> None:
    together = parser.parse([Article(text=text) for text in texts])
    for text, doc in zip(texts, together, strict=True):
        assert doc.text == text


def test_clitics_are_words_of_their_own(parser: Parser) -> None:
    [doc] = parser.parse([Article(text="Kunjungannya ke Bandung batal.")])
    assert [token.text for token in doc][:3] == ["Kunjungan", "nya", "ke"]
    assert doc[1].idx == 9
    assert doc[0].whitespace_ == ""


def test_no_sentence_crosses_a_block(parser: Parser) -> None:
    text = "Gempa Guncang Ambon\nWarga berlarian ke luar rumah"
    blocks = (Block(start=0, end=19, kind="title"), Block(start=20, end=len(text), kind="body"))
    [doc] = parser.parse([Article(text=text, blocks=blocks)])
    assert [(sentence._.kind, sentence.text.strip()) for sentence in doc.sents] == [
        ("title", "Gempa Guncang Ambon"),
        ("body", "Warga berlarian ke luar rumah"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\u200b"])
def test_a_text_without_words_has_no_words(parser: Parser, text: str) -> None:
    [doc] = parser.parse([Article(text=text)])
    assert doc.text == text
    assert all(token.pos_ == "SPACE" for token in doc)


def test_every_word_is_analysed(parser: Parser) -> None:
    [doc] = parser.parse([Article(text="Menteri itu mengunjungi tiga pasar di Semarang pada hari Rabu.")])
    visit = next(token for token in doc if token.text == "mengunjungi")
    assert visit.pos_ == "VERB"
    assert visit.lemma_ == "kunjung"
    assert visit.head == visit
    assert {child.dep_ for child in visit.children} >= {"nsubj", "obj"}


def test_a_lone_surrogate_costs_nothing_of_the_rest(parser: Parser) -> None:
    [doc] = parser.parse([Article(text="Gempa \ud800 mengguncang Ambon.")])
    assert doc.text == "Gempa \ufffd mengguncang Ambon."


def test_an_endless_sentence_is_parsed_in_pieces(parser: Parser) -> None:
    text = "Beras, gula, minyak, " * 400
    [doc] = parser.parse([Article(text=text)])
    assert doc.text == text
    assert max(len(sentence) for sentence in doc.sents) <= 2 * 200
