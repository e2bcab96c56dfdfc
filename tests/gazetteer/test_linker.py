"""Entities in, linked entities out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linking import marked

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.linker import link, merge
from factcli.schema import Entity, Mention


def keys(text: str, gazetteer: Gazetteer) -> list[str | None]:
    plain, entities = marked(text)
    return [entity.kb_id or entity.ids.get("factcli") for entity in link(entities, plain, gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden [PER:Joko Widodo] tiba di [LOC:Bali].", ["Q3318231", "Q3125978"]),
        ("[PER:Jokowi] pulang ke [LOC:Solo].", ["Q3318231", "Q4803"]),
        ("Banjir di [LOC:Kabupaten Bandung] surut, [LOC:Kota Bandung] aman.", ["Q10332", "Q10389"]),
        ("Banjir di Kabupaten [LOC:Bandung] surut.", ["Q10332"]),
        ("Hujan di [LOC:Bandung].", ["Q10389"]),
        ("Menteri Luar Negeri [LOC:Georgia] tiba di [LOC:Tbilisi].", ["Q230", "Q994"]),
        ("Banjir melanda [LOC:Jambi], [LOC:Riau], dan [LOC:Bengkulu].", ["Q2051", "Q2175", "Q1890"]),
        ("[LOC:AS] dan [LOC:Rusia] berunding di [LOC:Jenewa].", ["Q30", "Q159", "Q71"]),
        ("[ORG:KPK] memeriksa pejabat [ORG:Kemensos].", ["Q3273955", "fc-org-kementerian-sosial"]),
        ("[LOC:Kremlin] membantah.", ["fc-org-kremlin"]),
        ("Menurut [ORG:Komisi Pemberantasan Korupsi (KPK)], ia bebas.", ["Q3273955"]),
        ("Ekspor ke pasar [LOC:Eropa] naik.", ["Q46"]),
        ("[ORG:Polres Sumenep] dan [ORG:Kemlu Mesir] diam.", ["fc-regional-polres-sumenep", "fc-regional-kemlu-mesir"]),
        ("[PER:Vladmir Putin] tiba di [LOC:Beijing].", ["Q7747", "Q956"]),
    ],
)
def test_what_is_known_is_linked(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert keys(text, gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Desa Sukamaju [PER:Joko Widodo] membagikan beras.",
        "[PER:Joko Widodo] (45), warga Cibitung, terkejut.",
        "Kapolsek Tebet Kompol [PER:Agus Andrianto] membenarkan.",
        "Polisi menangkap [PER:Wahyu] di rumahnya.",
        "Ia tinggal di Desa [LOC:Serang].",
        "Kecelakaan di Jalan [LOC:Bandung] kemarin.",
        "Kata [PER:Prita Lestari Wulandari] kemarin.",
        "[PER:Sri Rahayu] membeli sayur.",
    ],
)
def test_what_the_text_says_is_someone_else_is_left_alone(gazetteer: Gazetteer, text: str) -> None:
    plain, entities = marked(text)
    (entity,) = link(entities, plain, gazetteer)
    assert (entity.kb_id, entity.ids, entity.score, entity.lat, entity.country) == (None, {}, None, None, None)
    assert entity.name == entities[0].name


def test_a_single_name_is_who_the_article_named_in_full(gazetteer: Gazetteer) -> None:
    text = "Anggota DPR [PER:Ahmad Sahroni] hadir. [PER:Sahroni] bicara."
    assert keys(text, gazetteer) == ["Q16164725", "Q16164725"]


def test_a_single_name_is_not_the_famous_one_if_the_article_named_another_in_full(gazetteer: Gazetteer) -> None:
    assert keys("[PER:Sigit Prabowo] ditangkap. [PER:Prabowo] mengaku.", gazetteer) == [None, None]


def test_a_single_name_of_two_people_named_in_full_is_nobodys(gazetteer: Gazetteer) -> None:
    text = "[PER:Ahmad Sahroni] hadir. [PER:Sahroni Wibowo] pulang. [PER:Sahroni] bicara."
    assert keys(text, gazetteer)[2] is None


def test_who_has_one_name_only_keeps_it_beside_the_family(gazetteer: Gazetteer) -> None:
    text = "[PER:Tommy Soeharto] menolak. [PER:Soeharto] lengser pada 1998."
    assert keys(text, gazetteer)[1] == "Q44819"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[ORG:Kementerian Luar Negeri] memanggil duta besar.", "Q12490747"),
        ("[ORG:Kementerian Luar Negeri] memanggil duta besar, kata Jakarta, [LOC:Jakarta].", "Q12490747"),
        ("[ORG:Kementerian Luar Negeri] [LOC:Rusia] membantah.", None),
        ("[LOC:Rusia] marah. [ORG:Kementerian Luar Negeri] membantah.", None),
    ],
)
def test_what_every_country_has_is_indonesias_only_in_news_of_indonesia(
    gazetteer: Gazetteer, text: str, key: str | None
) -> None:
    plain, entities = marked(text)
    by_name = {e.name: o.kb_id for o, e in zip(link(entities, plain, gazetteer), entities, strict=True)}
    assert by_name["Kementerian Luar Negeri"] == key


def test_a_district_is_linked_where_its_region_is_named(gazetteer: Gazetteer) -> None:
    assert keys("Longsor di Kecamatan [LOC:Majenang], [LOC:Kabupaten Cilacap].", gazetteer) == [
        "fc-id-33.01.14",
        "Q10612",
    ]
    assert keys("Longsor di [LOC:Sukamulya].", gazetteer) == [None]


def test_linked_entities_carry_what_the_gazetteer_knows(gazetteer: Gazetteer) -> None:
    plain, entities = marked("Rapat di [LOC:Korut].")
    (entity,) = link(entities, plain, gazetteer)
    assert (entity.name, entity.country, entity.ids["iso"]) == ("Korea Utara", "KP", "KP")
    assert entity.lat is not None and entity.score is not None and 0 < entity.score <= 1
    assert entities[0].kb_id is None, "the entities given are not changed"


def test_merging_joins_what_is_one_thing(gazetteer: Gazetteer) -> None:
    plain, entities = marked("[LOC:Korea Utara] ([LOC:Korut]) diam, [ORG:KCNA] tidak; [LOC:Korea Utara] diam.")
    merged = merge(link(entities, plain, gazetteer))
    assert [(e.id, e.name, [m.text for m in e.mentions]) for e in merged] == [
        ("e1", "Korea Utara", ["Korea Utara", "Korut", "Korea Utara"]),
        ("e3", "KCNA", ["KCNA"]),
    ]


def test_what_is_not_linked_is_not_merged() -> None:
    twins = [
        Entity(id=f"e{n}", label="PER", name="Wahyu", mentions=[Mention(start=n, end=n + 5, text="Wahyu")])
        for n in (1, 9)
    ]
    assert merge(twins) == twins


@given(st.lists(st.tuples(st.sampled_from(["Q1", "Q2", None]), st.integers(0, 50)), max_size=8))
def test_merging_loses_no_mention_and_keeps_the_order(parts: list[tuple[str | None, int]]) -> None:
    entities = [
        Entity(id=f"e{n}", label="LOC", name="x", kb_id=key, mentions=[Mention(start=start, end=start + 1, text="x")])
        for n, (key, start) in enumerate(parts)
    ]
    merged = merge(entities)
    assert {(e.kb_id, m.start) for e in merged for m in e.mentions} == {(key, start) for key, start in parts}
    assert all(e.mentions == sorted(e.mentions, key=lambda m: m.start) for e in merged)
    known = [e.kb_id for e in merged if e.kb_id]
    assert len(known) == len(set(known))
    assert merge(merged) == merged
