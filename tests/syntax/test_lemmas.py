"""Our way through Stanza's lemmatiser gives what Stanza's own pipeline gives, but for words with capitals that are no
names; frequent words have the lemmas that their affixes say; memory stays bounded.
"""

from __future__ import annotations

from functools import cache
from itertools import compress
from pathlib import Path

import pytest
import stanza

from factcli.syntax.lemmas import Lemmatiser, Tagged
from factcli.tokens.models import verified_folder
from factcli.tokens.sentences import stanza_processors

SEED = Path(__file__).parents[2] / "seeds" / "putin-korea-utara.txt"
OWN = "Kunjungannya ke Bandung-Cimahi batal, kata Rina (34). WARGA menangisi rumah-rumah yang dimuat www.contoh.id."
TAGS = ("NOUN", "VERB", "PROPN", "ADJ", "ADP")


@pytest.fixture(scope="module")
def lemmatiser() -> Lemmatiser:
    """The shipped lemmatiser."""
    return Lemmatiser(stanza_processors(None, ("tokenize", "lemma"))["lemma"])


@cache
def stock() -> stanza.Pipeline:
    """Stanza's own pipeline over the shipped models, loaded as Stanza loads it."""
    return stanza.Pipeline(
        "id",
        dir=str(verified_folder()),
        processors="tokenize,mwt,lemma",
        lemma_pretagged=True,
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
    )


@pytest.mark.parametrize("shift", range(len(TAGS)))
def test_the_same_lemmas_whatever_the_tag(lemmatiser: Lemmatiser, shift: int) -> None:
    paragraphs = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()][:12]
    document = stock().process("\n\n".join([*paragraphs, OWN]), processors="tokenize,mwt")
    for sentence in document.sentences:
        for number, word in enumerate(sentence.words):
            word.upos = TAGS[(number + shift) % len(TAGS)]
    stock().process(document, processors="lemma")
    tagged = [[(word.text, word.upos) for word in sentence.words] for sentence in document.sentences]
    wanted = [word.lemma for sentence in document.sentences for word in sentence.words]
    found = [lemma for sentence in lemmatiser(tagged) for lemma in sentence]
    alike = [text == text.lower() or tag == "PROPN" for sentence in tagged for text, tag in sentence]
    assert sum(alike) > 200
    assert list(compress(found, alike)) == list(compress(wanted, alike))


def test_lemmas_are_those_of_a_grammar(lemmatiser: Lemmatiser) -> None:
    words: list[Tagged] = [("mengunjungi", "VERB"), ("pasar", "NOUN"), ("membeli", "VERB"), ("nya", "PRON")]
    assert lemmatiser([words]) == [["kunjung", "pasar", "beli", "nya"]]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("menaikan", "naik"), ("sebutkan", "sebut"), ("keluhkan", "keluh"), ("pemusnahan", "musnah"),
        ("geledah", "geledah"), ("mengevakuasi", "evakuasi"), ("pengungsian", "ungsi"), ("longsoran", "longsor"),
        ("promosikan", "promosi"), ("pengecekan", "cek"), ("ditekan", "tekan"),
        ("pemerkosaan", "perkosa"), ("menganiaya", "aniaya"),
    ],
)  # fmt: skip
def test_frequent_words_that_no_treebank_has_keep_their_roots(lemmatiser: Lemmatiser, word: str, lemma: str) -> None:
    assert lemmatiser([[(word, "VERB")]]) == [[lemma]]


def test_a_word_that_begins_a_sentence_has_the_lemma_that_it_has_within(lemmatiser: Lemmatiser) -> None:
    words: list[Tagged] = [("Longsoran", "NOUN"), ("MENUTUP", "VERB"), ("Sari", "PROPN")]
    assert lemmatiser([words]) == [["longsor", "tutup", "Sari"]]


def test_each_sentence_has_its_lemmas_in_order(lemmatiser: Lemmatiser) -> None:
    sentences: list[list[Tagged]] = [[("pasar", "NOUN"), ("membeli", "VERB")], [], [("membeli", "VERB")]]
    assert lemmatiser(sentences) == [["pasar", "beli"], [], ["beli"]]
    assert lemmatiser([]) == []


def test_lemmas_are_forgotten_when_they_grow_too_many(lemmatiser: Lemmatiser) -> None:
    small = Lemmatiser(lemmatiser.processor, remembered=2)
    first: list[Tagged] = [("mengunjungi", "VERB"), ("pasar", "NOUN")]
    assert small([first]) == [["kunjung", "pasar"]]
    assert small([[("membeli", "VERB")]]) == [["beli"]]
    assert list(small.remembered.values) == [("membeli", "VERB")]
    assert small([[*first, ("membeli", "VERB")]]) == [["kunjung", "pasar", "beli"]]


def test_a_word_with_another_tag_is_another_word(lemmatiser: Lemmatiser) -> None:
    lemmatiser([[("menanam", "VERB")], [("menanam", "PROPN")]])
    assert {("menanam", "VERB"), ("menanam", "PROPN")} <= lemmatiser.remembered.values.keys()


def test_a_word_longer_than_any_lemma_is_its_own(lemmatiser: Lemmatiser) -> None:
    code = "Kmemberikan" * 2000
    assert lemmatiser([[(code, "NOUN"), ("membeli", "VERB"), (code, "VERB")]]) == [[code, "beli", code]]
