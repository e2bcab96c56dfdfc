"""A Doc's features outlive the memory zone that they were first met in."""

from __future__ import annotations

from spacy.language import BaseDefaults
from spacy.vocab import create_vocab

from factcli.pipeline import Indonesian
from factcli.schema import Article
from factcli.syntax.document import ParsedSentence, Word, build_doc


def sentence(*feats: str) -> ParsedSentence:
    return ParsedSentence(
        [Word(2 * n, 2 * n + 1, "PRON", each, "x", 0 if n == 0 else 1, "root") for n, each in enumerate(feats)], []
    )


def test_features_met_in_one_zone_are_known_in_the_next() -> None:
    vocab = create_vocab("id", BaseDefaults)
    nlp = Indonesian(vocab=vocab)
    for feats in (("PronType=Ind", "Number=Sing|PronType=Ind"), ("Number=Sing|PronType=Ind",)):
        with nlp.memory_zone():
            doc = build_doc(Article(text="x " * len(feats)), [sentence(*feats)], vocab)
            pronouns = [token for token in doc if token.pos_ == "PRON"]
            assert [token.morph.to_dict().get("PronType") for token in pronouns] == ["Ind"] * len(feats)
