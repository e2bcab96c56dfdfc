"""Our way through Stanza's tokenizer and splitter gives what Stanza's own pipeline gives."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

import pytest
import stanza
from shipped import SEED, processors

from factcli.schema import Article
from factcli.tokens.models import verified_folder
from factcli.tokens.sentences import SentenceSplitter
from factcli.tokens.tokenizer import Tokenizer

OWN = [
    "Kunjungannya ke Bandung-Cimahi batal, kata Rina (34) kepada wartawan, Selasa (4/3/2025).",
    "5. Jl. HR. Rasuna Said Kav. X2/2",
    "Apa?! Ia bertanya: “Mengapa harga beras naik 12,5 persen?” Tidak ada yang menjawab!!!",
    "Surat dikirim ke redaksi@contoh.co.id dan dimuat di www.contoh.co.id/berita/12.",
    "Beras, gula,  minyak, telur, dan   cabai " * 60,
    "A",
]


@cache
def stock() -> stanza.Pipeline:
    """Stanza's own pipeline over the shipped models, loaded as Stanza loads it."""
    return stanza.Pipeline(
        "id",
        dir=str(verified_folder()),
        processors="tokenize,mwt",
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
    )


def paragraphs() -> list[str]:
    """Those of the seed article, and our own."""
    return [*(line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()), *OWN]


def test_the_same_tokens_and_sentences() -> None:
    found = Tokenizer(processors()["tokenize"])(paragraphs())
    for paragraph, sentences in zip(paragraphs(), found, strict=True):
        wanted = [[(t.start_char, t.end_char) for t in s.tokens] for s in stock()(paragraph).sentences]
        assert [[(token.start, token.end) for token in sentence] for sentence in sentences] == wanted


def test_the_same_words() -> None:
    split = SentenceSplitter(processors())([Article(text=paragraph) for paragraph in paragraphs()])
    several = 0
    for paragraph, sentences in zip(paragraphs(), split, strict=True):
        tokens = [token for sentence in sentences for token in sentence.tokens]
        wanted = [token for sentence in stock()(paragraph).sentences for token in sentence.tokens]
        for token, other in zip(tokens, wanted, strict=True):
            words = [word.text for word in other.words]
            assert [paragraph[start:end].casefold() for start, end in token.words] == [w.casefold() for w in words]
            several += len(words) > 1
    assert several > 5


def test_a_tokenizer_of_other_features_is_refused() -> None:
    trainer = processors()["tokenize"].trainer
    other = SimpleNamespace(trainer=trainer, vocab=None, config={"feat_funcs": ["space_before"]})
    with pytest.raises(ValueError, match="space_before"):
        Tokenizer(other)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("(Suluhnews.com/Siti Aminah, Kabar.id/Budi Santoso)", 1),
        ("Laporan itu dimuat KabarSenja.com dan Suluhkota.co.id. Siti lalu pulang.", 2),
        ("Data lengkap ada di bps.go.id. Warga dapat mengunduhnya.", 2),
    ],
)
def test_no_sentence_ends_inside_a_domain_name(text: str, sentences: int) -> None:
    [found] = Tokenizer(processors()["tokenize"])([text])
    assert len(found) == sentences
