"""Which date belongs to which happening: each rule with its example, and sentences beyond them."""

from __future__ import annotations

import pytest

from factcli.events.tables import read_table
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Event

PUBLISHED = "2024-05-15"
CLAUSES = read_table("clauses.toml")


def events_in(pipeline: Pipeline, text: str) -> dict[str, Event]:
    """The events of a text published on a Wednesday, by their triggers."""
    [article] = read_articles(text.encode(), name="text", published=PUBLISHED)
    assert isinstance(article, Article)
    return {event.trigger.text: event for event in pipeline.read(article).events}


def days(event: Event) -> tuple[str | None, str | None]:
    """First and last day of an event with a time."""
    assert event.when is not None
    return event.when.earliest, event.when.latest


@pytest.mark.parametrize("example", CLAUSES["simultaneous"]["examples"], ids=lambda example: str(example["text"]))
def test_clauses_of_one_moment_share_the_date(pipeline: Pipeline, example: dict[str, object]) -> None:
    events = events_in(pipeline, f"{example['text']}.")
    shared = example["shares"]
    assert isinstance(shared, list)
    assert len({days(events[trigger]) for trigger in shared}) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Sekolah itu ditutup sejak 2014.", "ditutup", ("2014-01-01", None)),
        ("Pameran dibuka hingga Maret 2020.", "dibuka", (None, "2020-03-31")),
        ("Festival digelar pada 19-21 April 2024.", "digelar", ("2024-04-19", "2024-04-21")),
        ("Harga beras naik dalam tiga pekan terakhir.", "naik", ("2024-04-24", "2024-05-15")),
        ("Warga memilih Budi Santoso di Pilkada 2020.", "memilih", ("2020-01-01", "2020-12-31")),
    ],
)
def test_the_time_covers_what_the_words_say(
    pipeline: Pipeline, text: str, trigger: str, expected: tuple[str | None, str | None]
) -> None:
    events = events_in(pipeline, text)
    found = events.get(trigger) or next(iter(events.values()))
    assert days(found) == expected


def test_a_date_outside_a_quotation_is_the_day_of_the_saying(pipeline: Pipeline) -> None:
    text = '"Kami akan membangun jembatan baru," kata Bupati Sri Lestari, Senin (13/5/2024).'
    events = events_in(pipeline, text)
    assert days(events["kata"]) == ("2024-05-13", "2024-05-13")
    assert "membangun" not in events or events["membangun"].when is None


def test_what_is_planned_is_not_dated_by_the_promise(pipeline: Pipeline) -> None:
    text = "Wali Kota Ambon berjanji akan mengunjungi Ternate setelah ia bertemu Siti Aminah, Selasa (7/5/2024)."
    visit = events_in(pipeline, text).get("mengunjungi")
    assert visit is not None and visit.status == "planned" and visit.when is None


def test_the_year_in_the_number_of_a_law_dates_nothing(pipeline: Pipeline) -> None:
    events = events_in(pipeline, "Undang-Undang Nomor 2 Tahun 2002 mengatur tugas kepolisian.")
    assert all(event.when is None for event in events.values())


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Budi Santoso dilantik menjadi bupati pada 21 Mei 1998 menggantikan Ratna Dewi.", "menggantikan"),
        ("Polisi menangkap dua orang setelah toko itu terbakar pada Senin (13/5/2024).", "menangkap"),
        ("Pada 2023, lanjutnya, anggaran Rp2 miliar dialokasikan untuk jalan itu.", "dialokasikan"),
        ("Galih Prasetyo lahir di Magelang tahun 1974.", "lahir"),
    ],
)
def test_a_date_reaches_what_it_is_told_of(pipeline: Pipeline, text: str, trigger: str) -> None:
    assert events_in(pipeline, text)[trigger].when is not None


@pytest.mark.parametrize(
    "text",
    [
        "Pelatihan itu digelar selama sepekan di Solo.",
        "Dana bantuan untuk Kabupaten Sragen tahun 2012 sedang diperiksa.",
        "Rupiah akan menguat dalam sepekan.",
    ],
)
def test_a_date_that_tells_no_time_dates_nothing(pipeline: Pipeline, text: str) -> None:
    assert all(event.when is None for event in events_in(pipeline, text).values())


def test_an_article_without_dates_has_undated_events(pipeline: Pipeline) -> None:
    events = events_in(pipeline, "Menteri Retno Marsudi mengunjungi Bandung.")
    assert events["mengunjungi"].when is None
