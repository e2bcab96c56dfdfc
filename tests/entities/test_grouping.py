"""Which mentions become one entity."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from entity_marks import read_marks
from hypothesis import given
from hypothesis import strategies as st

from factcli.entities.grouping import group
from factcli.entities.spans import TaggedSpan
from factcli.schema import Label

GOLD = Path(__file__).resolve().parents[3] / "shared" / "eval" / "events" / "dev.jsonl"
BEARERS = {"Jarwo": {"Q1", "Q2"}, "Gatot Wibisono": {"Q1"}, "Sumatra Air": {"Q3"}, "Sumatera Air": {"Q4"}}


def bearers(name: str, label: Label) -> set[str]:  # noqa: ARG001
    return BEARERS.get(name, set())


def grouped(marked: str) -> list[list[str]]:
    text, mentions = read_marks(marked)
    entities = group(text, mentions, bearers)
    assert [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]
    return [[mention.text for mention in entity.mentions] for entity in entities]


def test_full_name_and_one_word_of_it() -> None:
    marked = "[Budi Santoso|PER] tiba. [Budi|PER] lelah. Kata [Santoso|PER], ia sakit."
    assert grouped(marked) == [["Budi Santoso", "Budi", "Santoso"]]


def test_shared_family_name_goes_to_whom_the_text_last_spoke_of() -> None:
    marked = "[Kim Il Sung|PER] wafat. [Kim|PER] berkuasa lama. [Kim Jong Il|PER] naik. [Kim|PER] muda."
    assert grouped(marked) == [["Kim Il Sung", "Kim"], ["Kim Jong Il", "Kim"]]


def test_headline_with_a_short_name_looks_ahead() -> None:
    marked = "[Kim|PER] tiba. Kemudian [Kim Jong Il|PER] bertemu [Kim Yo Jong|PER]."
    assert grouped(marked) == [["Kim", "Kim Jong Il"], ["Kim Yo Jong"]]


def test_slip_of_the_pen_is_the_same_and_another_word_is_not() -> None:
    marked = "[Kim Jong Un|PER], [Kim Jon Un|PER], [Kim Jong Il|PER]"
    assert grouped(marked) == [["Kim Jong Un", "Kim Jon Un"], ["Kim Jong Il"]]


def test_old_and_new_spelling_of_an_organisation_are_the_same() -> None:
    marked = "[Universitas Soedirman|ORG], [Universitas Sudirman|ORG]"
    assert grouped(marked) == [["Universitas Soedirman", "Universitas Sudirman"]]


@pytest.mark.parametrize(
    "pair",
    [
        ("Doni Lubis", "Dani Lubis"),
        ("Lee Min Ho", "Lee Jin Ho"),
        ("Komisi VII", "Komisi VIII"),
        ("Yonif 143", "Yonif 134"),
    ],
)
def test_names_a_letter_apart_that_are_two(pair: tuple[str, str]) -> None:
    assert len(grouped(f"[{pair[0]}|PER], [{pair[1]}|PER]")) == 2


def test_abbreviation_in_brackets_is_the_name_before_it() -> None:
    marked = "[Partai Bintang Bersama|ORG] ([PBB|ORG]) kalah. [PBB|ORG] kecewa."
    assert grouped(marked) == [["Partai Bintang Bersama", "PBB", "PBB"]]


def test_one_word_in_brackets_or_after_atau_is_the_same_whatever_its_letters() -> None:
    assert grouped("[Garam Samudra|ORG] ([Dewa|ORG]), [Sari Tani|ORG] atau [Kencana|ORG]") == [
        ["Garam Samudra", "Dewa"],
        ["Sari Tani", "Kencana"],
    ]


def test_beginning_of_an_organisation_s_name_is_that_organisation_until_two_begin_so() -> None:
    assert grouped("[KTN Palu|ORG] rapat di [Palu|LOC]. [KTN|ORG] setuju.") == [["KTN Palu", "KTN"], ["Palu"]]
    marked = "[KTN Palu|ORG] dan [KTN Bima|ORG]. [KTN|ORG] setuju."
    assert grouped(marked) == [["KTN Palu"], ["KTN Bima", "KTN"]]


def test_organisation_s_name_may_end_in_the_initials_of_its_last_words() -> None:
    marked = "[Fakultas Hukum UW|ORG], [Fakultas Hukum Universitas Wirya|ORG], [Fakultas Teknik UW|ORG]"
    assert grouped(marked) == [["Fakultas Hukum UW", "Fakultas Hukum Universitas Wirya"], ["Fakultas Teknik UW"]]
    marked = "[Satuan Tugas (Satgas) Penanganan Bencana Daerah|ORG]. [Satgas PBD|ORG], [Satgas PKD|ORG]"
    assert grouped(marked) == [["Satuan Tugas (Satgas) Penanganan Bencana Daerah", "Satgas PBD"], ["Satgas PKD"]]


def test_source_in_brackets_after_a_sentence_is_not_who_the_sentence_ends_with() -> None:
    assert grouped("Ia melapor ke [Polda|ORG].([KRN|ORG]) Hujan.") == [["Polda"], ["KRN"]]
    assert grouped("Saham [PT Garam Tbk|ORG]. ([SMDR|ORG]) naik.") == [["PT Garam Tbk", "SMDR"]]


def test_abbreviation_of_a_name_inside_a_longer_one() -> None:
    marked = "[Dewan Pakar Partai Karang|ORG] ([PK|ORG]) rapat. [Partai Karang|ORG] hadir."
    assert grouped(marked) == [["Dewan Pakar Partai Karang"], ["PK", "Partai Karang"]]


def test_organisations_one_inside_the_other_stay_apart() -> None:
    marked = "[Polda Jawa Barat|ORG] di [Jawa Barat|LOC]. [Komisi V DPR|ORG] dan [DPR|ORG]."
    assert [names[0] for names in grouped(marked)] == [
        "Polda Jawa Barat",
        "Jawa Barat",
        "Komisi V DPR",
        "DPR",
    ]


def test_gazetteer_knows_a_name_that_likeness_cannot_show() -> None:
    assert grouped("[Gatot Wibisono|PER] tiba. Menurut [Jarwo|PER], hujan.") == [["Gatot Wibisono", "Jarwo"]]


def test_gazetteer_keeps_likeness_apart() -> None:
    assert len(grouped("[Sumatra Air|ORG] dan [Sumatera Air|ORG]")) == 2


def test_wife_and_husband_are_two() -> None:
    marked = "[Ratna Hadi Prawiro|PER] bersama [Hadi Prawiro|PER]"
    assert len(grouped(marked)) == 2


def test_name_is_the_fullest_form() -> None:
    text, mentions = read_marks("[BNS|ORG] bicara. [Badan Niaga Samudra|ORG] ([BNS|ORG]). [BADAN NIAGA SAMUDRA|ORG]")
    (entity,) = group(text, mentions)
    assert (entity.name, entity.label, len(entity.mentions)) == ("Badan Niaga Samudra", "ORG", 4)


def test_score_is_the_mean_of_the_mentions() -> None:
    mentions = [
        TaggedSpan(start=0, end=3, label="PER", score=0.5),
        TaggedSpan(start=4, end=7, label="PER", score=1.0),
    ]
    (entity,) = group("Ida Ida", mentions)
    assert entity.score == 0.75


@given(st.lists(st.sampled_from(["Ida", "Ida Berg", "Berg", "IB", "Budi Berg", "I. Berg"]), max_size=8))
def test_each_mention_belongs_to_one_entity(names: list[str]) -> None:
    text, mentions = read_marks("; ".join(f"[{name}|PER]" for name in names))
    starts = [mention.start for entity in group(text, mentions) for mention in entity.mentions]
    assert sorted(starts) == [mention.start for mention in mentions]


@pytest.mark.skipif(not GOLD.exists(), reason="the gold set of events lies outside the repository")
def test_gold_mentions_are_grouped_nearly_as_by_hand() -> None:
    right = given_pairs = gold_pairs = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        owner = {m["start"]: e["id"] for e in article["entities"] for m in e["mentions"]}
        mentions = [
            TaggedSpan(start=m["start"], end=m["end"], label=e["label"])
            for e in article["entities"]
            for m in e["mentions"]
        ]
        entities = group(article["text"], sorted(mentions, key=lambda mention: mention.start))
        given_to = {m.start: e.id for e in entities for m in e.mentions}
        for one, other in combinations(owner, 2):
            same, given = owner[one] == owner[other], given_to[one] == given_to[other]
            right, given_pairs, gold_pairs = right + (same and given), given_pairs + given, gold_pairs + same
    assert right / given_pairs > 0.98
    assert right / gold_pairs > 0.96
