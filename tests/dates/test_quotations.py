"""From which day the words of a quotation count."""

from __future__ import annotations

from factcli.dates import find_dates
from factcli.schema import DateExpression


def by_text(text: str, published: str | None = "2024-01-22") -> dict[str, DateExpression]:
    return {date.text: date for date in find_dates(text, published=published)}


def test_a_quotation_counts_from_the_day_of_speaking_given_behind_it() -> None:
    dates = by_text('"Kemarin jembatan itu putus," kata Rini, Rabu (10/1/2024).')
    assert (dates["Kemarin"].value, dates["Kemarin"].anchor) == ("2024-01-09", dates["Rabu (10/1/2024)"].id)


def test_it_needs_no_day_of_publication() -> None:
    assert by_text('"Kemarin jembatan itu putus," kata Rini, Rabu (10/1/2024).', None)["Kemarin"].value == "2024-01-09"


def test_a_quotation_goes_on_with_the_speaker_of_a_paragraph_before() -> None:
    text = 'Jembatan itu putus, kata Rini, Jumat (19/1/2024).\n"Hari ini kami memasang tali," ujarnya.'
    assert by_text(text)["Hari ini"].value == "2024-01-19"


def test_a_speaker_of_long_ago_is_not_quoted_as_of_today() -> None:
    text = 'Jembatan itu kuat, kata Rini, Jumat (5/1/2024).\n"Hari ini kami memasang tali," ujarnya.'
    assert by_text(text)["Hari ini"].value == "2024-01-22"


def test_outside_quotations_publication_counts() -> None:
    text = '"Jembatan putus," kata Rini, Rabu (10/1/2024). Kemarin jembatan itu dibuka lagi.'
    assert by_text(text)["Kemarin"].value == "2024-01-21"


def test_the_day_of_an_event_near_a_quotation_is_not_the_day_of_speaking() -> None:
    text = 'Jembatan itu putus Rabu (17/1/2024). "Hari ini kami memasang tali," ujar Rini.'
    assert by_text(text)["Hari ini"].value == "2024-01-22"


def test_curly_marks_are_read_too() -> None:
    dates = by_text("“Besok jembatan dibuka,” kata Rini, Rabu (10/1/2024).")
    assert dates["Besok"].value == "2024-01-11"


def test_kemarin_inside_a_sentence_of_speech_means_lately() -> None:
    found = by_text('"Tim yang kemarin juara itu kuat," kata Rini, Rabu (10/1/2024).')["kemarin"]
    assert (found.value, found.earliest) == ("PAST_REF", None)


def test_with_its_part_of_the_day_or_its_end_it_is_yesterday() -> None:
    dates = by_text('"Kami datang kemarin sore dan sejak kemarin menunggu," kata Rini, Rabu (10/1/2024).')
    assert (dates["kemarin sore"].value, dates["kemarin"].value) == ("2024-01-09TAF", "2024-01-09")
