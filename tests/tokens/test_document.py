"""Sentences of tokens become a Doc whose text is the article's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcli.schema import Article, BlockKind
from factcli.tokens.document import build_doc, is_word
from factcli.tokens.sentences import TokenSentence
from factcli.tokens.tokens import Token

VOCAB = Vocab()


def sentence(*words: tuple[int, int], kind: BlockKind = "body") -> TokenSentence:
    """A sentence of tokens of one word each."""
    return TokenSentence([Token(start, end, ((start, end),)) for start, end in words], kind)


def built(text: str, *sentences: TokenSentence) -> Doc:
    """The Doc."""
    return build_doc(Article(text=text), sentences, VOCAB)


def test_one_blank_belongs_to_the_word_before_it_and_the_rest_is_a_token() -> None:
    doc = built("a b  c\n\nd", sentence((0, 1), (2, 3), (5, 6)), sentence((8, 9)))
    assert [(token.text, token.whitespace_, is_word(token)) for token in doc] == [
        ("a", " ", True), ("b", " ", True), (" ", "", False), ("c", "", True), ("\n\n", "", False), ("d", "", True),
    ]  # fmt: skip
    assert [one.text for one in doc.sents] == ["a b  c\n\n", "d"], "a gap stands in the sentence before it"


def test_what_stands_before_the_first_word_belongs_to_its_sentence() -> None:
    doc = built("\n\na b", sentence((2, 3), (4, 5)))
    assert [one.text for one in doc.sents] == ["\n\na b"]
    assert [is_word(token) for token in doc] == [False, True, True]


def test_words_of_one_token_stand_without_a_blank() -> None:
    token = Token(0, 8, ((0, 5), (5, 8)))
    doc = built("rumahnya roboh", TokenSentence([token, Token(9, 14, ((9, 14),))], "body"))
    assert [(one.text, one.whitespace_) for one in doc] == [("rumah", ""), ("nya", " "), ("roboh", "")]
    assert doc._.multiword == ((0, 8),)


def test_each_sentence_keeps_the_kind_of_its_block() -> None:
    empty = TokenSentence([], "credit")
    doc = built("a\nb\nc", sentence((0, 1), kind="title"), empty, sentence((2, 3)), sentence((4, 5), kind="dateline"))
    assert [one._.kind for one in doc.sents] == ["title", "body", "dateline"]


@given(st.lists(st.tuples(st.sampled_from(["", " ", "  ", "\n", "\ud800"]), st.integers(1, 3)), max_size=12))
def test_any_gaps_give_the_text_back(stretches: list[tuple[str, int]]) -> None:
    text, words = "", []
    for gap, length in stretches:
        text += gap
        words.append((len(text), len(text) + length))
        text += "x" * length
    text += " \n"
    doc = built(text, *(sentence(*words[n : n + 3]) for n in range(0, len(words), 3)))
    assert doc.text == text.replace("\ud800", "\ufffd")
    assert [(token.idx, token.idx + len(token)) for token in doc if is_word(token)] == words
    assert sum(bool(token.is_sent_start) for token in doc) == max(1, -(-len(words) // 3))
