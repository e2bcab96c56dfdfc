"""How drafts become tables, and that ids agree with the sources where these are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.builder.assemble import add_transliterations, join, write
from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.points import amid
from factcli.gazetteer.builder.sources import Sources, integer, qid, slug
from factcli.gazetteer.builder.trust import basis_of

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "data" / "gazetteer"


def test_drafts_of_one_id_are_joined() -> None:
    first = Draft("fc-a", "LOC", "city", "Kota Anu", wikidata="Q1", prior=0.5, sources=["g1"])
    second = Draft("fc-b", "LOC", "city", "Anu", wikidata="Q1", prior=0.9, sources=["g2"], geonames="7")
    (joined,) = join([first, second])
    assert (joined.name, joined.prior, joined.geonames, joined.sources) == ("Kota Anu", 0.9, "7", ["g1", "g2"])
    assert "Anu" in joined.aliases


def test_an_id_carried_by_two_labels_is_kept_for_the_trusted_one() -> None:
    place = Draft("fc-a", "LOC", "city", "Anu", wikidata="Q1", prior=0.5)
    club = Draft("fc-b", "ORG", "football club", "Anu", wikidata="Q1", basis="one-source", prior=0.9)
    join([place, club])
    assert (place.wikidata, club.wikidata) == ("Q1", "")


def test_an_id_carried_by_two_untrusted_rows_is_nobodys() -> None:
    one = Draft("fc-a", "LOC", "city", "Anu", wikidata="Q1", basis="odbl")
    other = Draft("fc-b", "ORG", "company", "Una", wikidata="Q1", basis="one-source")
    join([one, other])
    assert (one.wikidata, other.wikidata) == ("", "")


def test_namesakes_of_our_own_get_keys_of_their_own() -> None:
    drafts = [Draft("fc-a", "LOC", "district", "Anu", "ID"), Draft("fc-a", "LOC", "district", "Anu", "ID")]
    assert {draft.key for draft in join(drafts)} == {"fc-a", "fc-a-2"}


def test_a_town_is_the_city_of_the_ministrys_list_near_it() -> None:
    city = Draft("fc-id-1", "LOC", "city", "Kota Anu Ani", "ID", lat=1.0, lon=100.0, wikidata="Q9", kemendagri="1")
    city.add_alias("Anu Ani", "i2")
    near = Draft("fc-gn-1", "LOC", "city", "Anuani", "ID", lat=1.1, lon=100.1, geonames="1", sources=["g3"])
    far = Draft("fc-gn-2", "LOC", "city", "Anu Ani", "ID", lat=5.0, lon=100.1, geonames="2", sources=["g3"])
    assert join([city, near, far]) == [city, far]
    assert city.geonames == "1"


def test_german_names_are_found_without_umlauts() -> None:
    german, turkish = (
        Draft("a", "LOC", "city", "Köln", "DE", sources=["g1"]),
        Draft("b", "LOC", "city", "Bölge", "TR", sources=["g1"]),
    )
    add_transliterations([german, turkish])
    assert (list(german.aliases), list(turkish.aliases)) == (["Koeln"], [])


def test_what_a_source_calls_by_its_id_alone_is_left_out() -> None:
    nameless = Draft("fc-a", "ORG", "football club", "Q138576625", wikidata="Q138576625", sources=["s1"])
    named = Draft("fc-b", "ORG", "football club", "Persada", sources=["s1"])
    assert join([nameless, named]) == [named]


def test_untrusted_ids_are_written_apart(tmp_path: Path) -> None:
    write([Draft("fc-a", "LOC", "city", "Anu", wikidata="Q9", basis="odbl", sources=["derived"])], tmp_path)
    assert "Q9" not in (tmp_path / "entities.tsv").read_text(encoding="utf-8")
    assert (tmp_path / "ids" / "odbl.tsv").read_text(encoding="utf-8").splitlines()[1] == "fc-a\tQ9\tderived"


@pytest.mark.parametrize(
    ("codes", "basis"),
    [
        ({"g1"}, "trusted"),
        ({"e1", "r1"}, "trusted"),
        ({"o1", "e1"}, "trusted"),
        ({"o1"}, "cc-by-sa"),
        ({"o1", "p4"}, "cc-by-sa"),
        ({"r1"}, "one-source"),
        ({"derived"}, "one-source"),
        ({"derived", "r1"}, "one-source"),
    ],
)
def test_trust(codes: set[str], basis: str) -> None:
    assert basis_of(codes) == basis


def test_small_things() -> None:
    assert integer("1871859.0") == "1871859"
    assert integer("-1") == integer("**********") == ""
    assert qid("https://www.wikidata.org/wiki/Q5689") == "Q5689"
    assert slug("Ma'ruf Amin") == "ma-ruf-amin"


def test_a_country_lies_amid_its_regions_and_not_in_the_sea_between_them() -> None:
    mainland = [(59.9, 10.8), (61.3, 9.2), (60.4, 5.3), (63.4, 10.4)]
    assert amid([*mainland, (78.2, 15.6), (-54.4, 3.4)]) in mainland
    assert amid([(-17.0, 179.0), (-17.5, -179.9), (-18.0, 178.0)]) == (-17.0, 179.0)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the folder of sources is not here")
def test_ids_agree_with_the_sources(gazetteer: Gazetteer) -> None:
    sources = Sources(SOURCES)
    people = {row["qid"]: row["name"] for row in sources.rows("p1", "people.tsv")}
    towns = {row["qid"]: row["iso_a2"] for row in sources.rows("g1", "ne_50m_populated_places.id.tsv")}
    checked = 0
    for key in list(gazetteer)[::7]:
        record = gazetteer.get(key)
        assert record is not None
        if record.label == "PER" and "p1" in record.sources and key in people:
            forms = {form for form, _ in gazetteer.aliases(key)} if checked < 30 else {" ".join(people[key].split())}
            assert " ".join(people[key].split()) in forms
            checked += 1
        if "g1" in record.sources and record.kind in {"city", "capital"} and key in towns:
            assert record.country in {towns[key], None}
            checked += 1
    assert checked > 100


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the folder of sources is not here")
def test_ids_known_to_be_wrong_are_not_taken(gazetteer: Gazetteer) -> None:
    orban, leyen = gazetteer.find("Viktor Orban", "PER"), gazetteer.find("Ursula von der Leyen", "PER")
    assert orban[0].record.kb_id == "Q57641"
    assert leyen[0].record.kb_id == "Q60772"
