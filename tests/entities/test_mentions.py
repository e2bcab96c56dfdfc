"""What becomes of the spans that the head marks."""

from __future__ import annotations

import pytest
from entity_marks import read_marks, spans_of, write_marks
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from factcli.entities.grouping import group
from factcli.entities.mentions import mentions_of
from factcli.entities.spans import TaggedSpan
from factcli.schema import LABELS, Label

GAZETTEER: dict[str, Label] = {
    "Norlandia": "LOC",
    "Norlandia Baru": "LOC",
    "KPN": "ORG",
    "Sukamaju": "LOC",
    "Mekarsari": "LOC",
    "Kenari": "ORG",
    "Kalbar": "LOC",
    "Jarwo": "PER",
    "IB": "PER",
}


def corrected(marked: str) -> str:
    text, raw = read_marks(marked)
    return write_marks(text, mentions_of(text, spans_of(raw), known=GAZETTEER.get))


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        pytest.param(
            "[Universitas Hasan Hadi|ORG] ([UHH) Palu|ORG] dibuka.",
            "[Universitas Hasan Hadi (UHH) Palu|ORG] dibuka.",
            id="no bracket is cut in two",
        ),
        pytest.param(
            "[Dewan Tani Raya|ORG] (DTR) rapat. Kata DTR, ramai.",
            "[Dewan Tani Raya|ORG] ([DTR|ORG]) rapat. Kata [DTR|ORG], ramai.",
            id="abbreviation after the span and later",
        ),
        pytest.param("[Kapolri|ORG] hadir, [Menlu|PER] tidak.", "Kapolri hadir, Menlu tidak.", id="fused functions"),
        pytest.param("Kata [Presiden Ida Berg|PER].", "Kata Presiden [Ida Berg|PER].", id="a title in the span"),
        pytest.param(
            "[Koptu Hasan|PER] dan [Wakapolresta AKBP Yusuf Salim|PER] datang.",
            "Koptu [Hasan|PER] dan Wakapolresta AKBP [Yusuf Salim|PER] datang.",
            id="ranks and functions",
        ),
        pytest.param(
            "Dilansir[KPNpada|ORG] Rabu. Menurut [KPN|ORG], warga pulang.",
            "Dilansir[KPN|ORG]pada Rabu. Menurut [KPN|ORG], warga pulang.",
            id="words run together by the page",
        ),
        pytest.param(
            "Lintas [Sukamaju-Palu|LOC] macet.", "Lintas [Sukamaju|LOC]-[Palu|LOC] macet.", id="from town to town"
        ),
        pytest.param(
            "Hujan di [Jalan Melati Norlandia|LOC].",
            "Hujan di [Jalan Melati|LOC] [Norlandia|LOC].",
            id="two places in a row",
        ),
        pytest.param(
            "NORLANDIA BARU - Kata warga, hujan.",
            "[NORLANDIA BARU|LOC] - Kata warga, hujan.",
            id="a dateline only the gazetteer knows",
        ),
        pytest.param(
            "Asap di Kalbar pekat, kata Mekarsari.", "Asap di [Kalbar|LOC] pekat, kata Mekarsari.", id="no other word"
        ),
        pytest.param("Kata @[idaberg|PER], hujan.", "Kata @idaberg, hujan.", id="a handle is no name"),
        pytest.param("“[“Ida Berg|PER]” datang.", "““[Ida Berg|PER]” datang.", id="quotes"),
        pytest.param(
            "Pasangan [Hasan-Yusuf|PER] unggul. [Hasan|PER] dan [Yusuf|PER] hadir.",
            "Pasangan [Hasan|PER]-[Yusuf|PER] unggul. [Hasan|PER] dan [Yusuf|PER] hadir.",
            id="two people with a dash",
        ),
        pytest.param("Kata [Jong-min Kim|PER].", "Kata [Jong-min Kim|PER].", id="a dash inside a name"),
        pytest.param(
            "[Karang|ORG] maju. [Karang|LOC] kalah. [Karang|ORG] seri.",
            "[Karang|ORG] maju. [Karang|ORG] kalah. [Karang|ORG] seri.",
            id="one label for one name",
        ),
        pytest.param(
            "Ketua [DPD Partai Tani|ORG] [Mekarsari|LOC] mundur.",
            "Ketua [DPD Partai Tani Mekarsari|ORG] mundur.",
            id="a branch and its place",
        ),
        pytest.param(
            "Rapat [Tani|ORG] [Gedung Wirya|LOC].", "Rapat [Tani|ORG] [Gedung Wirya|LOC].", id="a body and a building"
        ),
        pytest.param("Saham [PT Tani (Persero|ORG]) naik.", "Saham [PT Tani (Persero)|ORG] naik.", id="a bracket open"),
        pytest.param(
            "Kata [Kenari|PER]. Jawab [Kenari|PER].", "Kata [Kenari|PER]. Jawab [Kenari|PER].", id="a man called Kenari"
        ),
        pytest.param("[Kenari|LOC] untung.", "[Kenari|ORG] untung.", id="else the gazetteer has its say"),
        pytest.param("Survei Jarwo-IB unggul.", "Survei [Jarwo|PER]-[IB|PER] unggul.", id="a pair"),
        pytest.param("Relawan [Jarwo IB|PER] ramai.", "Relawan [Jarwo|PER] [IB|PER] ramai.", id="a pair with a space"),
        pytest.param(
            "[Kadispora Mekarsari|ORG] hadir.", "Kadispora [Mekarsari|LOC] hadir.", id="an office and its place"
        ),
        pytest.param(
            "Menteri Pangan dan Air ([KPN|ORG]) hadir.",
            "Menteri Pangan dan Air (KPN) hadir.",
            id="a portfolio in brackets",
        ),
        pytest.param(
            "Banjir di [Kampung Melati|LOC] RT 07 RW 03 surut.",
            "Banjir di [Kampung Melati RT 07 RW 03|LOC] surut.",
            id="neighbourhoods",
        ),
        pytest.param(
            "Di [Kampung Melati RT|LOC] 06/04, [Kampung Mawar RT 03 RW|LOC] 09, [Dusun Asri RT 01|LOC] RW 02.",
            "Di [Kampung Melati RT 06/04|LOC], [Kampung Mawar RT 03 RW 09|LOC], [Dusun Asri RT 01 RW 02|LOC].",
            id="neighbourhoods marked in part",
        ),
        pytest.param(
            "Kasubdit II Ditresnarkoba [Polda Mekarsari|ORG] hadir.",
            "Kasubdit II [Ditresnarkoba Polda Mekarsari|ORG] hadir.",
            id="a unit and its parent",
        ),
        pytest.param(
            "[Dewan Tani Raya (DTR)|ORG] rapat. [(Mina Kencana|ORG] hadir.",
            "[Dewan Tani Raya|ORG] ([DTR|ORG]) rapat. ([Mina Kencana|ORG] hadir.",
            id="what stands in brackets at the end is a name of its own",
        ),
        pytest.param(
            "[Polisi Alam Raya|ORG] berpawai di [Camat Mina|LOC]. Warga [Mina|LOC] senang.",
            "[Polisi Alam Raya|ORG] berpawai di Camat [Mina|LOC]. Warga [Mina|LOC] senang.",
            id="no title where the rest has no such name",
        ),
        pytest.param(
            "[Sita Lestari|PER] dan [Kota Mina|LOC]. Kata Sita [Lestari|PER], Wali Kota [Mina|LOC] hadir.",
            "[Sita Lestari|PER] dan [Kota Mina|LOC]. Kata [Sita Lestari|PER], Wali Kota [Mina|LOC] hadir.",
            id="a name whole elsewhere, but for the end of a title",
        ),
        pytest.param(
            "Media [Norlandia KPN|ORG] melaporkan.",
            "Media [Norlandia|LOC] [KPN|ORG] melaporkan.",
            id="a country's agency",
        ),
        pytest.param(
            "Kerja sama [Kenari-Wirya Guna|ORG]. Markas [Kodim 0701/Norlandia|ORG] dan [Kodam II/Kenari|ORG].",
            "Kerja sama [Kenari|ORG]-[Wirya Guna|ORG]. Markas [Kodim 0701/Norlandia|ORG] dan [Kodam II/Kenari|ORG].",
            id="two bodies with a dash, and a slash behind a unit's number",
        ),
        pytest.param("Sidang [Kenari KPN|ORG].", "Sidang [Kenari|ORG] [KPN|ORG].", id="an abbreviation of no brackets"),
        pytest.param("Kata anggota DPRD [Sudarman|PER].", "Kata anggota DPRD [Sudarman|PER].", id="a member of a body"),
        pytest.param(
            "Gerai [Kenari|ORG] ramai. [Kenari|ORG] untung. Kenari X50 laku. Menurut Kenari, pembeli senang.",
            "Gerai [Kenari|ORG] ramai. [Kenari|ORG] untung. Kenari X50 laku. Menurut [Kenari|ORG], pembeli senang.",
            id="a name again, and a thing called by it",
        ),
        pytest.param("Kata [Nu|PER]. Nu'man pulang.", "Kata [Nu|PER]. Nu'man pulang.", id="a word has an apostrophe"),
        pytest.param(
            "Serum [Karang|ORG] laku. Serum Karang murah. Harga Karang naik.",
            "Serum [Karang|ORG] laku. Serum Karang murah. Harga Karang naik.",
            id="a word that is seldom a name",
        ),
        pytest.param(
            "Macet di [Taman Kota Sukamaju|LOC].",
            "Macet di [Taman Kota Sukamaju|LOC].",
            id="a head right before a known place is its own",
        ),
        pytest.param("Bintang [KPN|ORG] cedera.", "Bintang [KPN|ORG] cedera.", id="the star of a club is no medal"),
        pytest.param("Sidang di [Istana|LOC].", "Sidang di [Istana|LOC].", id="the palace"),
        pytest.param(
            "Pria berinisial PJ (60) luka. Kata polisi, PJ pulang.",
            "Pria berinisial [PJ|PER] (60) luka. Kata polisi, [PJ|PER] pulang.",
            id="initials that are a title too",
        ),
        pytest.param(
            "[Dewan Tani Raya DTR|ORG] hadir. [Majelis Karang MK|ORG] rapat.",
            "[Dewan Tani Raya|ORG] [DTR|ORG] hadir. [Majelis Karang MK|ORG] rapat.",
            id="initials that lost their brackets",
        ),
        pytest.param(
            "Warga [Wilayah Norlandia|LOC] patuh selama [PSBB Sukamaju|ORG], kata Pak [Gub|PER].",
            "Warga Wilayah [Norlandia|LOC] patuh selama PSBB [Sukamaju|LOC], kata Pak Gub.",
            id="a region, a restriction and an office",
        ),
        pytest.param(
            "Kapendam XX/Kenanga dan Pangdam IV/[Mawar|LOC] hadir. [Kodam II/Melati|ORG] ramai. Putusan XII/2024.",
            "Kapendam [XX/Kenanga|ORG] dan Pangdam [IV/Mawar|ORG] hadir. [Kodam II/Melati|ORG] ramai. "
            "Putusan XII/2024.",
            id="military regions",
        ),
        pytest.param(
            "Duta itu tinggal di Kedubes [Norlandia|LOC].",
            "Duta itu tinggal di [Kedubes Norlandia|ORG].",
            id="an embassy",
        ),
        pytest.param(
            "[Kanit Intel Polsek Mawar|ORG] dan [Polsek Mawar|ORG]. Ketua [Pokja Hasan|PER] dan [Mba Ida|PER].",
            "Kanit Intel [Polsek Mawar|ORG] dan [Polsek Mawar|ORG]. Ketua Pokja [Hasan|PER] dan Mba [Ida|PER].",
            id="offices and terms of address",
        ),
        pytest.param("Maskapai [Kenari|ORG] untung.", "Maskapai [Kenari|ORG] untung.", id="an airline's kind"),
        pytest.param(
            "[Karang.com|ORG] dan [Karang|ORG].COM.", "[Karang.com|ORG] dan [Karang.COM|ORG].", id="a web name"
        ),
    ],
)
def test_mentions_follow_the_guidelines(raw: str, right: str) -> None:
    assert corrected(raw) == right


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("words", ["Wira Wiri", "KPN KPK", "Presiden Menteri"])
def test_a_name_of_thousands_of_words_takes_time_that_grows_with_their_number(label: Label, words: str) -> None:
    def marked(number: int) -> tuple[str, list[TaggedSpan]]:
        name = " ".join([words] * number)
        text = f"{name} (KPN) rapat. KPN lalu pulang."
        short = len(name) + 2
        return text, [
            TaggedSpan(start=0, end=len(name), label=label),
            TaggedSpan(start=short, end=short + 3, label=label),
        ]

    def entities(given: tuple[str, list[TaggedSpan]]) -> None:
        text, spans = given
        group(text, mentions_of(text, spans, GAZETTEER.get))

    assert_linear(marked, entities, 2000)


@given(st.text(alphabet="Aa Bb(),.-/\n", max_size=40), st.data())
def test_mentions_are_in_order_apart_and_inside_the_text(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(places, places, st.integers(0, 2)), max_size=4))
    spans = [
        TaggedSpan(start=min(one, other), end=max(one, other), label=LABELS[number]) for one, other, number in drawn
    ]
    end = 0
    for mention in mentions_of(text, spans):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
