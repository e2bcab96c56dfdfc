"""From the tagger's spans to the entities of an article, headline and all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from entity_marks import read_marks, spans_of
from hypothesis import given
from hypothesis import strategies as st

from factcli.entities.grouping import group
from factcli.entities.mentions import mentions_of
from factcli.entities.spans import TaggedSpan
from factcli.schema import LABELS

PIECES = [
    "Ida",
    "Berg ",
    "PT ",
    " Tbk",
    "(KPU)",
    "KPU ",
    " atau ",
    "-",
    "--",
    ". ",
    "Wali ",
    "Kota ",
    "Sukamaju",
    "/",
    "\n",
]
PIECES += [
    "ketua ",
    "Menteri ",
    "ESDM",
    "VII/MPR/2000",
    "se-Jawa",
    "(",
    "), ",
    "Uni Eropa ",
    "Rio.IPA",
    "nya",
    "-nya",
    "🙂",
]


def read(marked: str) -> list[list[str]]:
    text, raw = read_marks(marked)
    return [[mention.text for mention in entity.mentions] for entity in group(text, mentions_of(text, spans_of(raw)))]


@pytest.mark.parametrize(
    ("marked", "entities"),
    [
        pytest.param(
            "Ceramah [KH. Zaenal Abidin|PER] ramai. [Ustaz Zaenal|PER] senang. Kata [Abidin|PER], cukup.",
            [["Zaenal Abidin", "Zaenal", "Abidin"]],
            id="honorifics and degrees",
        ),
        pytest.param(
            "[AKBP Rudi Hartanto|PER] tiba. [Kombes Rudi Salim|PER] menyusul. [Rudi|PER] memimpin.",
            [["Rudi Hartanto"], ["Rudi Salim", "Rudi"]],
            id="a first name goes to whom the text last spoke of",
        ),
        pytest.param(
            "[Hadi Wijaya|PER] melantik putranya, [Bagus Wijaya|PER]. Kata [Hadi|PER], [Bagus|PER] siap.",
            [["Hadi Wijaya", "Hadi"], ["Bagus Wijaya", "Bagus"]],
            id="parent and child",
        ),
        pytest.param(
            "[Susanto Bambang Yuwono|PER] pidato. [SBY|PER] pulang.",
            [["Susanto Bambang Yuwono", "SBY"]],
            id="a person's initials",
        ),
        pytest.param(
            "Wali [Kota Sukamaju|LOC] rapat di [Kota Sukamaju|LOC]. Warga [Sukamaju|LOC] menunggu.",
            [["Sukamaju", "Kota Sukamaju", "Sukamaju"]],
            id="the town of a mayor",
        ),
        pytest.param(
            "Presiden [Norlandia|LOC] [Kim Jon Un|PER] tiba. [Kim Jong Un|PER] pidato. [Kim Jong Un|PER] pulang.",
            [["Norlandia"], ["Kim Jon Un", "Kim Jong Un", "Kim Jong Un"]],
            id="a slip of the pen",
        ),
        pytest.param(
            "[Dinas Tani Sukamaju|ORG], [Dinas Tani Palu|ORG], [Polda Norlandia|ORG], warga [Norlandia|LOC].",
            [["Dinas Tani Sukamaju"], ["Dinas Tani Palu"], ["Polda Norlandia"], ["Norlandia"]],
            id="bodies of two places, and the place",
        ),
    ],
)
def test_one_entity_for_one_real_thing(marked: str, entities: list[list[str]]) -> None:
    assert read(marked) == entities


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.data())
def test_whatever_is_tagged_mentions_are_apart_and_in_the_text(text: str, data: st.DataObject) -> None:
    drawn = data.draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 12), st.sampled_from(LABELS)), max_size=4)
    )
    spans = [TaggedSpan(start=start, end=min(start + size, len(text)), label=label) for start, size, label in drawn]
    mentions = [mention for entity in group(text, mentions_of(text, spans)) for mention in entity.mentions]
    ordered = sorted((mention.start, mention.end) for mention in mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(ordered))
    assert all(text[mention.start : mention.end] == mention.text != "" for mention in mentions)
