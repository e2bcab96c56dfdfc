"""What the text says of places: generic nouns, the region behind a name, nearness, clubs called as cities."""

from __future__ import annotations

import pytest
from linking import marked

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.candidates import country_behind
from factcli.gazetteer.cues import is_placed, kinds_within
from factcli.gazetteer.distance import kilometres
from factcli.gazetteer.linker import link
from factcli.gazetteer.senses import split_senses
from factcli.schema import Entity, Mention


def keys(text: str, gazetteer: Gazetteer) -> list[str | None]:
    plain, entities = marked(text)
    return [entity.kb_id or entity.ids.get("factcli") for entity in link(entities, plain, gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Longsor di [LOC:Puncak], [LOC:Kabupaten Bogor].", ["fc-place-puncak", "Q10363"]),
        ("Arus kendaraan ke [LOC:Puncak] padat.", ["fc-place-puncak"]),
        ("Longsor di [LOC:Ilaga], [LOC:Puncak], dan [LOC:Kabupaten Mimika].", [None, "Q27761", "Q27700"]),
        ("Bom meledak di [LOC:Kuningan], [LOC:Jakarta].", ["fc-place-kuningan", "Q3630"]),
        (
            "Di [LOC:Gedung Merah Putih KPK], [LOC:Kuningan], [LOC:Jakarta Selatan].",
            ["fc-place-gedung-merah-putih-kpk", "fc-place-kuningan", "Q10114"],
        ),
        ("Ia tinggal di [LOC:Bekasi], [LOC:Jakarta].", ["Q10392", "Q3630"]),
        ("Pabrik di [LOC:Kecamatan Gedeg], [LOC:Mojokerto], meledak.", ["fc-id-35.16.14", "Q11096"]),
        ("Bupati [LOC:Kuningan] menanam padi.", ["Q10376"]),
        ("Harga cabai naik menjelang libur [LOC:Natal].", [None]),
        ("Penumpang naik antara [LOC:Natal] dan Tahun Baru.", [None]),
        ("Kepiting merah bertelur di [LOC:Pulau Natal].", ["Q31063"]),
        ("Badai di barat laut [LOC:Amerika Serikat].", ["Q30"]),
        ("Gempa di negara bagian [LOC:Washington], [LOC:Amerika Serikat].", ["Q1223", "Q30"]),
        ("Pemilu di [LOC:Georgia] diulang di [LOC:Atlanta], kata pejabat [LOC:AS].", ["Q1428", "Q23556", "Q30"]),
        ("Presiden [LOC:Georgia] menemui warga [LOC:Tbilisi].", ["Q230", "Q994"]),
        ("Ia warga [LOC:Cibinong], [LOC:Bogor].", ["fc-gn-1647003", "Q10363"]),
        ("Hujan di [LOC:Bogor].", ["Q10393"]),
        ("Ia terbang ke [LOC:Kota Moskow].", ["Q649"]),
        ("Ia mendaki [LOC:Gunung Kerinci].", ["Q827728"]),
        ("Musisi [LOC:David] Bayu bernyanyi.", [None]),
        ("Ia tiba di [LOC:Venesia].", ["Q641"]),
        ("[ORG:Juventus] menang atas [LOC:Lazio] kemarin.", ["Q1422", "Q2609"]),
        ("[ORG:Juventus] membeli bek dari [LOC:Lille].", ["Q1422", None]),
        ("[ORG:Juventus] membeli bek dari [LOC:Southampton].", ["Q1422", None]),
        ("Di [LOC:Sevilla], [LOC:Spanyol], kata [ORG:Juventus].", ["Q8717", "Q29", "Q1422"]),
    ],
)
def test_what_the_text_says_of_a_place(gazetteer: Gazetteer, text: str, expected: list[str | None]) -> None:
    assert keys(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ORG:Mahkamah Agung] [LOC:Israel] menolak.", "fc-regional-mahkamah-agung-israel"),
        ("[ORG:DPR] [LOC:AS] setuju.", "Q11701"),
        ("[ORG:Kemlu AS] diam.", "Q789915"),
        ("[ORG:Kementerian Luar Negeri] [LOC:Pyongyang] diam.", "fc-org-kementerian-luar-negeri-korea-utara"),
        ("[ORG:Mahkamah Agung] [LOC:Indonesia] menolak.", "Q4200557"),
        ("[ORG:Timnas U-23] menang.", "fc-org-tim-nasional-sepak-bola-indonesia-u-23"),
        ("[ORG:Timnas U-23] [LOC:Vietnam] menang.", None),
        ("Nilai [ORG:UN] siswa naik.", None),
        ("[ORG:Prabowo] menang.", "Q2107268"),
        ("Para prajurit [ORG:Bhayangkara] berbaris.", None),
    ],
)
def test_bodies_and_what_the_tagger_took_for_one(gazetteer: Gazetteer, text: str, expected: str | None) -> None:
    assert keys(text, gazetteer)[0] == expected


def test_the_country_behind_a_name(gazetteer: Gazetteer) -> None:
    text = "Mahkamah Agung Korea Selatan menolak, Mahkamah Agung Indonesia tidak."
    first, second = (Mention(start=at, end=at + 14, text="Mahkamah Agung") for at in (0, 38))
    assert country_behind(text, first, gazetteer) == "Korea Selatan"
    assert country_behind(text, second, gazetteer) is None


def test_one_name_for_two_places_is_taken_apart(gazetteer: Gazetteer) -> None:
    plain, (entity,) = marked("Wali Kota [LOC:Bogor] tiba. Bupati [LOC:Bogor] menyusul. Warga [LOC:Bogor] antre.")
    first, second = split_senses([entity], plain, gazetteer)
    assert [len(first.mentions), len(second.mentions)] == [1, 2]
    assert (first.id, second.id) == ("e1", "e2")
    linked = link([first, second], plain, gazetteer)
    assert [each.kb_id for each in linked] == ["Q10393", "Q10363"]


def test_neighbours_in_a_list_are_two_places(gazetteer: Gazetteer) -> None:
    text = "Banjir di Jayapura dan Kabupaten Jayapura."
    names = (Mention(start=10, end=18, text="Jayapura"), Mention(start=23, end=41, text="Kabupaten Jayapura"))
    entity = Entity(id="e1", label="LOC", name="Kabupaten Jayapura", mentions=list(names))
    linked = link(split_senses([entity], text, gazetteer), text, gazetteer)
    assert [each.kb_id for each in linked] == ["Q27860", "Q27477"]


@pytest.mark.parametrize(
    "text",
    ["[LOC:Bogor] dan [LOC:Bogor].", "Wali Kota [LOC:Bogor] di [LOC:Bogor].", "Pulau [LOC:Bali] dan [LOC:Bali]."],
)
def test_what_is_one_place_stays_one(gazetteer: Gazetteer, text: str) -> None:
    plain, entities = marked(text)
    assert split_senses(entities, plain, gazetteer) == entities


def test_small_things() -> None:
    assert kinds_within("Kota Moskow") == (frozenset({"city", "capital"}), "Moskow")
    assert kinds_within("Moskow") is None and kinds_within("Kota") is None
    assert is_placed("Ia tiba di Braga", Mention(start=11, end=16, text="Braga"))
    assert not is_placed("gawang Braga", Mention(start=7, end=12, text="Braga"))
    assert not is_placed("Braga", Mention(start=0, end=5, text="Braga"))
    assert 110 < kilometres((0, 0), (0, 1)) < 112
