"""The Doc says what the text says, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import docs_of, language, tokens
from spacy.tokens import Doc

from factcli.schema import Article, Block, Published
from factcli.tokens import ModelError
from factcli.tokens.component import Tokens, WholeText
from factcli.tokens.sentences import LONGEST_SENTENCE

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


def shape(doc: Doc) -> list[tuple[int, str, bool]]:
    """Where each token stands, what it is, and whether it opens a sentence."""
    return [(token.idx, token.text, bool(token.is_sent_start)) for token in doc]


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_tokens_and_white_space_give_the_text_back(text: str) -> None:
    [doc] = docs_of(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text
    for token in doc:
        assert text[token.idx : token.idx + len(token.text)] == token.text


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(TEXTS, min_size=2, max_size=4))
def test_a_batch_gives_what_each_text_gives_alone(texts: list[str]) -> None:
    together = docs_of(*texts)
    for text, doc in zip(texts, together, strict=True):
        assert doc.text == text
        [alone] = docs_of(text)
        assert shape(doc) == shape(alone)


def test_clitics_are_words_of_their_own() -> None:
    [doc] = docs_of("Kunjungannya ke Bandung batal.")
    assert [token.text for token in doc][:3] == ["Kunjungan", "nya", "ke"]
    assert doc[1].idx == 9
    assert doc[0].whitespace_ == ""
    assert doc._.multiword == ((0, 12),)


def test_no_sentence_crosses_a_block() -> None:
    text = "Gempa Guncang Ambon\nWarga berlarian ke luar rumah"
    blocks = (Block(start=0, end=19, kind="title"), Block(start=20, end=len(text), kind="body"))
    [doc] = tokens().docs([Article(text=text, blocks=blocks)])
    assert [(sentence._.kind, sentence.text.strip()) for sentence in doc.sents] == [
        ("title", "Gempa Guncang Ambon"),
        ("body", "Warga berlarian ke luar rumah"),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\u200b"])
def test_a_text_without_words_has_no_words(text: str) -> None:
    [doc] = docs_of(text)
    assert doc.text == text
    assert all(token.pos_ == "SPACE" for token in doc)


def test_a_lone_surrogate_costs_nothing_of_the_rest() -> None:
    [doc] = docs_of("Gempa \ud800 mengguncang Ambon.")
    assert doc.text == "Gempa \ufffd mengguncang Ambon."


def test_an_endless_sentence_is_read_in_pieces() -> None:
    text = "Beras, gula, minyak, " * 400
    [doc] = docs_of(text)
    assert doc.text == text
    # Each token may have a gap behind it.
    assert max(len(sentence) for sentence in doc.sents) <= 2 * LONGEST_SENTENCE


def test_the_article_stays_with_its_doc() -> None:
    blocks = (Block(start=0, end=12, kind="body"),)
    article = Article(text="Hujan turun.", blocks=blocks, published=Published(value="2024-05-15", basis="option"))
    [doc] = tokens().docs([article])
    assert doc._.article == article
    assert doc._.published == "2024-05-15"
    assert doc._.blocks == blocks


def test_any_text_goes_through_spacy() -> None:
    texts = ["Hujan turun. Kunjungannya batal.", "", "Gempa Guncang Ambon\n\nWarga berlarian."]
    found = list(language().pipe(texts))
    assert [doc.text for doc in found] == texts
    assert [[sentence.text.strip() for sentence in doc.sents] for doc in found] == [
        ["Hujan turun.", "Kunjungannya batal."], [], ["Gempa Guncang Ambon", "Warga berlarian."],
    ]  # fmt: skip
    assert found[0]._.article is not None


def test_contexts_come_back_with_their_docs() -> None:
    pairs = [("Hujan turun.", "a"), ("Warga pulang.", "b")]
    assert [(doc.text, context) for doc, context in language().pipe(pairs, as_tuples=True)] == pairs


def test_a_doc_that_has_its_words_is_left_as_it_is() -> None:
    [made] = docs_of("Hujan turun.")
    assert tokens()(made) is made


def test_missing_models_are_reported_when_they_are_needed(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_MODELS", f"{tmp_path}/nowhere")
    nlp = language()
    with pytest.raises(ModelError, match="no models in"):
        Tokens(nlp.vocab)(WholeText(nlp.vocab)("Hujan turun."))
