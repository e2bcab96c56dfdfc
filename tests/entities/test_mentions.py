"""What becomes of a tagger's spans."""

from __future__ import annotations

from typing import get_args

import pytest
from entity_marks import read_marks, spans_of, write_marks
from hypothesis import given
from hypothesis import strategies as st

from factcli.entities.mentions import mentions_of
from factcli.entities.spans import TaggedSpan
from factcli.schema import Block, Label

ALL_LABELS: tuple[Label, ...] = get_args(Label)
GAZETTEER: dict[str, Label] = {
    "Norlandia": "LOC",
    "Norlandia Baru": "LOC",
    "KPN": "ORG",
    "Sukamaju": "LOC",
    "Mekarsari": "LOC",
}


def corrected(marked: str) -> str:
    text, raw = read_marks(marked)
    return write_marks(text, mentions_of(text, spans_of(raw), known=GAZETTEER.get))


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        pytest.param(
            "Ia menemui [Presiden Norlandia Ida Berg|PER].",
            "Ia menemui Presiden [Norlandia|LOC] [Ida Berg|PER].",
            id="office, country and person glued",
        ),
        pytest.param(
            "Presiden [Norlandia Ida Berg|PER] tiba.",
            "Presiden [Norlandia|LOC] [Ida Berg|PER] tiba.",
            id="the office before the span",
        ),
        pytest.param(
            "Petinju itu, [Norlandia Hartono|PER], menang.",
            "Petinju itu, [Norlandia Hartono|PER], menang.",
            id="without an office a country's name may be a first name",
        ),
        pytest.param(
            "Kata [Ketua KPN Ida Berg|PER].", "Kata Ketua [KPN|ORG] [Ida Berg|PER].", id="office, organisation, person"
        ),
        pytest.param(
            "[Komisi Pemilihan Raya (KPR)|ORG] rapat.",
            "[Komisi Pemilihan Raya|ORG] ([KPR|ORG]) rapat.",
            id="abbreviation in the span",
        ),
        pytest.param(
            "[Dewan Tani Raya|ORG] (DTR) rapat. Kata DTR, ramai.",
            "[Dewan Tani Raya|ORG] ([DTR|ORG]) rapat. Kata [DTR|ORG], ramai.",
            id="abbreviation after the span and later",
        ),
        pytest.param(
            "Ia pulang. Dinas Pangan dan [Tani|PER] Raya (DPTR) sepi.",
            "Ia pulang. [Dinas Pangan dan Tani Raya|ORG] ([DPTR|ORG]) sepi.",
            id="long form found from the letters of the short",
        ),
        pytest.param("[Kapolri|ORG] hadir, [Menlu|PER] tidak.", "Kapolri hadir, Menlu tidak.", id="fused functions"),
        pytest.param("“[“Ida Berg|PER]” datang.", "““[Ida Berg|PER]” datang.", id="quotes"),
        pytest.param(
            "Warga [Desa Mekarsari Sukamaju|LOC].",
            "Warga [Desa Mekarsari|LOC] [Sukamaju|LOC].",
            id="two places in a row",
        ),
        pytest.param(
            "Pasangan [Hasan-Yusuf|PER] unggul. [Hasan|PER] dan [Yusuf|PER] hadir.",
            "Pasangan [Hasan|PER]-[Yusuf|PER] unggul. [Hasan|PER] dan [Yusuf|PER] hadir.",
            id="two people with a dash",
        ),
        pytest.param("Kata [Jong-min Kim|PER].", "Kata [Jong-min Kim|PER].", id="a dash inside a name"),
        pytest.param(
            "[Ida Berg|PER] pulang. Kata Berg, hujan turun.",
            "[Ida Berg|PER] pulang. Kata [Berg|PER], hujan turun.",
            id="a surname alone",
        ),
        pytest.param(
            "[Ida Bunga|PER] menanam bunga. Bunga mekar.",
            "[Ida Bunga|PER] menanam bunga. Bunga mekar.",
            id="a common word is no surname",
        ),
        pytest.param(
            "Tersangka [RNT|ORG] (31) kabur.", "Tersangka [RNT|PER] (31) kabur.", id="who has an age is a person"
        ),
        pytest.param(
            "[Karang|ORG] maju. [Karang|LOC] kalah. [Karang|ORG] seri.",
            "[Karang|ORG] maju. [Karang|ORG] kalah. [Karang|ORG] seri.",
            id="one label for one name",
        ),
        pytest.param(
            "Rencana Norlandia Maju. Warga Norlandia senang.",
            "Rencana Norlandia Maju. Warga Norlandia senang.",
            id="a place only the gazetteer knows, among capitals",
        ),
        pytest.param(
            "Kata pemerintah Norlandia, KPN rapat.",
            "Kata pemerintah [Norlandia|LOC], [KPN|ORG] rapat.",
            id="names only the gazetteer knows",
        ),
        pytest.param(
            "Timnas Kalahkan Norlandia Baru 2-0\nDuta Besar Norlandia Baru memberi selamat.",
            "Timnas Kalahkan [Norlandia Baru|LOC] 2-0\nDuta Besar [Norlandia Baru|LOC] memberi selamat.",
            id="a name of several words only the gazetteer knows, among capitals",
        ),
        pytest.param(
            "Kabar [Berita|ORG] Kabar. Kutipan kabarnusa.com hari itu, lihat https://kabarnusa.com/x.",
            "Kabar [Berita|ORG] Kabar. Kutipan [kabarnusa.com|ORG] hari itu, lihat https://kabarnusa.com/x.",
            id="an outlet by its address, but no link",
        ),
    ],
)
def test_mentions_follow_the_guidelines(raw: str, right: str) -> None:
    assert corrected(raw) == right


def test_headline_in_capitals_ends_its_name_where_the_body_does() -> None:
    text, raw = read_marks("[Ida Berg Tinjau Pasar|PER]\nMenurut warga, [Ida Berg|PER] datang pagi.")
    blocks = [Block(start=0, end=text.index("\n"), kind="title")]
    assert write_marks(text, mentions_of(text, spans_of(raw), blocks)).startswith("[Ida Berg|PER] Tinjau Pasar\n")


@given(st.text(alphabet="Aa Bb(),.-/\n", max_size=40), st.data())
def test_mentions_are_in_order_apart_and_inside_the_text(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(places, places, st.integers(0, 2)), max_size=4))
    spans = [
        TaggedSpan(start=min(one, other), end=max(one, other), label=ALL_LABELS[number]) for one, other, number in drawn
    ]
    end = 0
    for mention in mentions_of(text, spans):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start].isalnum()
        end = mention.end
