"""A sentence that ends on a name is a sentence; an abbreviation ends none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import docs_of

from factcli.tables import read_table
from factcli.tokens.full_stops import ABBREVIATIONS, parted
from factcli.tokens.tokenizer import Stretch


def sentences(text: str) -> list[str]:
    """The sentences of a text as the pipeline sees them."""
    [doc] = docs_of(text)
    return [sentence.text.strip() for sentence in doc.sents]


def parts(words: Sequence[str]) -> list[list[str]]:
    """The sentences of one that consists of these tokens, a full stop close behind the token before it."""
    text, stretches = "", []
    for word in words:
        text += "" if word == "." or not text else " "
        stretches.append(Stretch(len(text), len(text) + len(word), False))
        text += word
    return [[stretch.of(text) for stretch in part] for part in parted(stretches, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kantor itu dipimpin Budi Anggraini. Wali Kota Ambon mengunjunginya pada Senin.",
        "Uang itu dilaporkan kepada KPK. Sari Dewi menerimanya di Ambon.",
    ],
)
def test_a_name_can_end_a_sentence(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize("text", read_table(ABBREVIATIONS)["examples"])
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("name", ["F", "Tb", "Drs", "Pdt", "muhammad", "S.Kom", "1998"])
def test_what_is_no_whole_name_ends_none(name: str) -> None:
    assert len(parts(["Kata", name, ".", "Budi", "pergi", "."])) == 1


@given(st.lists(st.sampled_from(["Sari", "KPK", "Prof", "pergi", ".", "Budi"]), min_size=1, max_size=20))
def test_every_token_stays_in_its_order(words: list[str]) -> None:
    assert [word for part in parts(words) for word in part] == words


@pytest.mark.parametrize("number", ["105/TK/Tahun 2024", "116/TK/2025"])
def test_the_number_of_a_document_ends_no_sentence(number: str) -> None:
    text = f"Gelar itu diberikan berdasarkan Keputusan Presiden Nomor {number} kepada Budi Santoso di Ambon."
    assert sentences(text) == [text]
