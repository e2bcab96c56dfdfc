"""Every pair that the rules of likeness accept is one that is compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.entities.candidates import neighbours
from factcli.entities.links import Form, may_stand_for, same_name
from factcli.entities.names import name_key
from factcli.schema import Label

PEOPLE = ["Kim Jong Un", "Kim Jon Un", "Kim", "Soetrisno", "Sutrisno Hadi", "S. Hadi", "Hadi", "Jokowi", "Joko Widodo"]
BODIES = [
    "DPR RI",
    "DPR",
    "Dewan Perwakilan Rakyat",
    "Komisi V DPR",
    "PT Garam Samudra Tbk",
    "Garam Samudra",
    "Kemenhub",
]
BODIES += [
    "Kemenhub",
    "Kementerian Perhubungan",
    "Partai Bintang Bersama",
    "PBB",
    "Dinas Tani Kabupaten Palu",
    "Dinas Tani Palu",
]
PLACES = [
    "Kabupaten Sukamaju",
    "Sukamaju",
    "Sukamaju Kota",
    "Kota Sukamaju",
    "Sukamajju",
    "Amerika Serikat",
    "AS",
    "Palu",
]
WORDS = st.text(alphabet="abehijokstuy", min_size=1, max_size=7).map(str.title)
NAMES = st.one_of(st.sampled_from(PEOPLE + BODIES + PLACES), st.lists(WORDS, min_size=1, max_size=3).map(" ".join))


def form(name: str, label: Label) -> Form:
    made = Form(label, name_key(name))
    made.surfaces[name] = 1
    return made


@given(st.lists(NAMES, max_size=8), st.sampled_from(["PER", "ORG", "LOC"]))
def test_no_likeness_is_overlooked(names: list[str], label: Label) -> None:
    forms = [form(name, label) for name in dict.fromkeys(names) if name_key(name)]
    near = neighbours(forms)
    for place, one in enumerate(forms):
        assert all(other in near[one] for other in forms[:place] if same_name(one, other))
        assert all(other in near[one] for other in forms if may_stand_for(one, other))


def test_comparisons_grow_with_the_names_and_not_with_their_square() -> None:
    names = [f"Nama{letters(number)} Marga{letters(number * 7)}" for number in range(2000)]
    forms = [form(name, "PER") for name in names]
    assert sum(map(len, neighbours(forms).values())) < 5 * len(forms)


def letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))
