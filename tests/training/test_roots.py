"""Which root a word is built on: every way to read it, and the likeliest by what other words say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.tables import read_table
from training.lemmas import counts_of, lemmas_of
from training.roots import AFFIXES, Reading, Roots, readings
from training.treebanks import Sentence

EXAMPLES = read_table(AFFIXES)["examples"]
ALONE = "naik masuk sebut tulis pukul tutup usut kusut makan minum bom potong tutur ucap"
BUILT = (
    "menaikkan dinaikkan kenaikan memasukkan dimasukkan disebut menyebut penyebutan menulis ditulis penulisan tulisan "
    "memukul dipukul pemukulan menutup ditutup penutupan diusut pengusutan dimakan makanan diminum minuman "
    "memotong dipotong potongan dituturkan mengucap diucapkan ucapan"
)


@pytest.fixture(scope="module")
def roots() -> Roots:
    """What is learned from a small text."""
    learned = Roots(dict.fromkeys(ALONE.split(), 40) | dict.fromkeys(BUILT.split(), 10) | {"kusut": 3})
    known = {
        "menaikkan": "naik", "kenaikan": "naik", "dimasukkan": "masuk", "menyebut": "sebut", "menulis": "tulis",
        "tulisan": "tulis", "dipukul": "pukul", "pemukulan": "pukul", "ditutup": "tutup", "makanan": "makan",
        "makan": "makan", "kusut": "kusut", "naik": "naik", "bom": "bom", "diucapkan": "ucap",
    }  # fmt: skip
    learned.learn(known)
    return learned


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['word']} {example['root']}")
def test_each_example_is_one_way_to_read_the_word(example: dict[str, str]) -> None:
    found = {(one.root, one.prefix, one.suffix) for one in readings(example["word"])}
    assert (example["root"], example["prefix"], example["suffix"]) in found


@given(st.text(alphabet="abdegiklmnprstuy-", min_size=1, max_size=14))
def test_a_word_can_always_be_its_own_root(word: str) -> None:
    assert Reading(word) in readings(word)


@pytest.mark.parametrize(
    ("word", "root"),
    [("sebutkan", "sebut"), ("penulisan", "tulis"), ("mengusut", "usut"), ("minuman", "minum"), ("tutur", "tutur")],
)
def test_the_root_of_a_word_that_has_not_been_seen(roots: Roots, word: str, root: str) -> None:
    assert roots.root_of(word) == root


def test_a_word_of_no_known_root_is_its_own(roots: Roots) -> None:
    assert roots.root_of("zxqwv") == "zxqwv"


def test_frequent_words_are_counted_in_small_letters(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Warga menyapa warga. " * 5 + "tamu datang\n", encoding="utf-8")
    (tmp_path / "law.txt").write_text("tamu-tamu datang " * 4, encoding="utf-8")
    assert counts_of(tmp_path) == {"warga": 5, "menyapa": 5, "datang": 5}


def test_the_lemma_that_a_word_has_most_often() -> None:
    rows = [("tulisan", "tulis", "NOUN")] * 2 + [("tulisan", "tulisan", "NOUN"), ("Bogor", "Bogor", "PROPN")]
    sentence = Sentence([[str(n), *row, *"______"] for n, row in enumerate(rows, start=1)])
    assert lemmas_of([sentence]) == {"tulisan": "tulis"}
    assert lemmas_of([]) == {}
