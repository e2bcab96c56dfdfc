"""Names written at more length than the gazetteer has them."""

from __future__ import annotations

import pytest
from growth import assert_linear
from linking import marked

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.linker import link
from factcli.gazetteer.rephrasing import LONGEST, rephrased
from factcli.gazetteer.tables import DATA, alias_lines


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[ORG:Komisi Yudisial KY] memeriksa hakim itu.", "Komisi Yudisial"),
        ("[ORG:Kementerian Pertanian Kementan] mengirim bibit.", "Kementerian Pertanian"),
        ("Presiden keenam, [PER:Susilo Bambang Yudhoyono SBY], hadir.", "Susilo Bambang Yudhoyono"),
        ("Laba [ORG:PT Bank Central Asia Tbk] naik.", "Bank Central Asia"),
        ("Utang [ORG:PT Bank Rakyat Indonesia (Persero) Tbk] lunas.", "Bank Rakyat Indonesia"),
        ("Izin dari [ORG:Kementerian Sosial Republik Indonesia] terbit.", "Kementerian Sosial"),
        ("[ORG:Mahkamah Agung RI] memutus perkara itu.", "Mahkamah Agung"),
        ("[ORG:Pemerintah Provinsi (Pemprov) Riau] berjanji.", "Pemerintah Provinsi Riau"),
        ("Demikian ditulis [ORG:tribunnews.com] kemarin.", "Tribunnews"),
    ],
)
def test_a_longer_name_is_that_of_the_shorter(gazetteer: Gazetteer, text: str, name: str) -> None:
    plain, entities = marked(text)
    (entity,) = link(entities, plain, gazetteer)
    assert (entity.name, bool(entity.ids)) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        "[ORG:PT Indonesia Cemerlang Jaya Tbk] merugi.",
        "[ORG:PT Arsenal] menggugat.",
        "[ORG:Ikatan Perajin Republik Indonesia] rapat.",
        "[ORG:Arsenal RI] rapat.",
        "[ORG:Komisi Yudisial KPK] rapat.",
    ],
)
def test_what_only_looks_so_is_left_alone(gazetteer: Gazetteer, text: str) -> None:
    plain, entities = marked(text)
    (entity,) = link(entities, plain, gazetteer)
    assert entity.ids == {}


def test_no_name_of_the_gazetteer_is_longer_than_is_looked_for() -> None:
    assert max(len(folded.split()) for folded in alias_lines(DATA / "aliases.tsv")) <= LONGEST


def test_the_time_of_a_name_grows_with_its_length(gazetteer: Gazetteer) -> None:
    assert_linear(lambda n: "Komisi Yudisial KY " * n, lambda name: rephrased(name, "ORG", gazetteer), 500)
