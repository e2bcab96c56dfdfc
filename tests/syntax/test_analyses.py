"""What is written into a Doc stands there: tags, features, lemmas, trees, each sentence by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_docs import doc_of, word
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from factcli.pipeline import Indonesian
from factcli.syntax.analyses import write_analyses

HUJAN = [
    word("NOUN", 2, "nsubj", "hujan", "Number=Sing"),
    word("VERB", 0, "root", "turun"),
    word("PUNCT", 2, "punct", "."),
]
WARGA = [word("NOUN", 2, "nsubj", "warga"), word("VERB", 0, "root", "pulang")]


def written(gap: str = " ") -> Doc:
    """Two sentences with that between them."""
    doc = doc_of(f"Hujan turun.{gap}Warga pulang", [["Hujan", "turun", "."], ["Warga", "pulang"]])
    write_analyses(doc, [HUJAN, WARGA])
    return doc


def test_every_word_has_its_analysis() -> None:
    doc = written()
    assert [(token.pos_, token.dep_, token.lemma_, str(token.morph)) for token in doc] == [
        ("NOUN", "nsubj", "hujan", "Number=Sing"),
        ("VERB", "root", "turun", ""),
        ("PUNCT", "punct", ".", ""),
        ("NOUN", "nsubj", "warga", ""),
        ("VERB", "root", "pulang", ""),
    ]
    assert [token.head.i for token in doc] == [1, 1, 1, 4, 4]
    assert doc.has_annotation("DEP") and doc.has_annotation("MORPH")


@pytest.mark.parametrize("gap", [" ", "\n\n", "  ", " \u200b "])
def test_sentences_keep_their_bounds(gap: str) -> None:
    doc = written(gap)
    assert [[token.text for token in sentence if token.pos_ != "SPACE"] for sentence in doc.sents] == [
        ["Hujan", "turun", "."], ["Warga", "pulang"],
    ]  # fmt: skip
    assert [sentence.root.text for sentence in doc.sents] == ["turun", "pulang"]
    assert doc.text == f"Hujan turun.{gap}Warga pulang"
    assert [child.text for child in doc[1].lefts] == ["Hujan"]


def test_a_gap_hangs_on_the_word_before_it() -> None:
    doc = doc_of("Hujan  turun\n\nWarga pulang", [["Hujan", "turun"], ["Warga", "pulang"]])
    write_analyses(doc, [HUJAN[:2], WARGA])
    gaps = [token for token in doc if token.pos_ == "SPACE"]
    assert [(gap.text, gap.head.text, gap.dep_) for gap in gaps] == [(" ", "Hujan", "dep"), ("\n\n", "turun", "dep")]
    assert [token.head.text for token in doc if token.pos_ != "SPACE"] == ["turun", "turun", "pulang", "pulang"]


def test_a_gap_at_the_beginning_hangs_on_the_word_after_it() -> None:
    doc = doc_of("\n\nHujan turun", [["Hujan", "turun"]])
    write_analyses(doc, [HUJAN[:2]])
    assert (doc[0].text, doc[0].head.text, doc[0].dep_) == ("\n\n", "Hujan", "dep")
    assert len(list(doc.sents)) == 1


def test_a_text_without_words_has_nothing_to_write() -> None:
    doc = doc_of(" \n ", [])
    write_analyses(doc, [])
    assert [token.pos_ for token in doc] == ["SPACE"]
    empty = doc_of("", [])
    write_analyses(empty, [])
    assert len(empty) == 0


def test_too_few_analyses_are_an_error() -> None:
    doc = doc_of("Hujan turun. Warga pulang", [["Hujan", "turun", "."], ["Warga", "pulang"]])
    with pytest.raises(ValueError):
        write_analyses(doc, [HUJAN[:2], WARGA])


def test_features_met_in_one_zone_are_known_in_the_next() -> None:
    vocab = create_vocab("id", BaseDefaults)
    nlp = Indonesian(vocab=vocab)
    for feats in (("PronType=Ind", "Number=Sing|PronType=Ind"), ("Number=Sing|PronType=Ind",)):
        with nlp.memory_zone():
            doc = doc_of("x " * len(feats), [["x"] * len(feats)], vocab)
            write_analyses(
                doc, [[word("PRON", 0 if n == 0 else 1, "root", feats=each) for n, each in enumerate(feats)]]
            )
            pronouns = [token for token in doc if token.pos_ == "PRON"]
            assert [token.morph.to_dict().get("PronType") for token in pronouns] == ["Ind"] * len(feats)


@st.composite
def forests(draw: st.DrawFn) -> tuple[str, list[list[str]], list[list[int]]]:
    """A text of sentences with gaps of all kinds, and for each word a head before it or the root."""
    text, sentences, heads = draw(st.sampled_from(["", "\n", "  "])), [], []
    for length in draw(st.lists(st.integers(1, 5), min_size=1, max_size=4)):
        sentences.append(["x"] * length)
        root = draw(st.integers(1, length))
        heads.append(
            [0 if n == root else root if n < root else draw(st.integers(root, n - 1)) for n in range(1, length + 1)]
        )
        for _ in range(length):
            text += "x" + draw(st.sampled_from(["", " ", "\n\n", "   "]))
    return text, sentences, heads


@settings(max_examples=60)
@given(forests())
def test_any_trees_are_read_back(forest: tuple[str, list[list[str]], list[list[int]]]) -> None:
    text, sentences, heads = forest
    doc = doc_of(text, sentences, Vocab())
    write_analyses(doc, [[word("NOUN", head, "dep" if head else "root") for head in one] for one in heads])
    assert doc.text == text
    found = []
    for sentence in doc.sents:
        words = [token for token in sentence if token.pos_ != "SPACE"]
        places = {token.i: number for number, token in enumerate(words, 1)}
        found.append([0 if token.head.i == token.i else places[token.head.i] for token in words])
        assert all(token.head.pos_ != "SPACE" for token in sentence), "nothing hangs on a gap"
    assert found == heads
