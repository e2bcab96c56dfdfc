"""What an article of hundreds of thousands of characters costs grows with its length, not with its square."""

from __future__ import annotations

import time

from factcli.entities.longforms import long_forms
from factcli.entities.mentions import mentions_of
from factcli.entities.occurrences import Occurrences
from factcli.entities.spans import TaggedSpan

TIMES = 8000
SECONDS = 10.0


def test_thousands_of_abbreviations_on_one_line_take_seconds() -> None:
    text = "Warga menemui Dewan Riset Kota (DRK) hari itu. " * TIMES
    begun = time.perf_counter()
    found = list(long_forms(text, []))
    assert time.perf_counter() - begun < SECONDS
    assert {text[mention.start : mention.end] for mention in found} == {"Dewan Riset Kota"}
    assert len(found) == TIMES


def test_names_that_share_a_first_word_are_found_each_by_its_second() -> None:
    text = "Desa Mawar dan Desa Melati, juga Desa-Mawar; Desa Mawarsari."
    occurrences = Occurrences(text)
    assert [text[start:end] for start, end in occurrences.of("Desa Mawar")] == ["Desa Mawar"]
    assert [text[start:end] for start, end in occurrences.of("Desa-Mawar")] == ["Desa-Mawar"]
    assert list(occurrences.of("Desa Teratai")) == []


def test_thousands_of_names_that_share_a_first_word_take_seconds() -> None:
    names = [f"Desa Nomor{number}" for number in range(TIMES)]
    text = "".join(f"Warga {name} panen.\n" for name in names)
    starts = [text.index(f"{name} ") for name in names[:10]] + [len(text) - len(f"{names[-1]} panen.\n")]
    spans = [TaggedSpan(start=start, end=text.index(" panen", start), label="LOC") for start in starts]
    begun = time.perf_counter()
    mentions = mentions_of(text, spans)
    assert time.perf_counter() - begun < SECONDS
    assert {(mention.start, mention.end) for mention in mentions} >= {(span.start, span.end) for span in spans}
