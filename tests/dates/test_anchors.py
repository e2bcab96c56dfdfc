"""What relative dates are resolved against."""

from __future__ import annotations

import pytest

from factcli.dates import find_dates
from factcli.schema import DateExpression


def by_text(text: str, published: str | None = "2024-01-22") -> dict[str, DateExpression]:
    return {date.text: date for date in find_dates(text, published=published)}


def test_against_publication() -> None:
    found = by_text("Pasar itu terbakar dua hari lalu.")["dua hari lalu"]
    assert (found.value, found.anchor) == ("2024-01-20", "published")


def test_against_a_time_given_before() -> None:
    dates = by_text("Kapal itu tiba 10 Mei 2020. Keesokan harinya kapal itu berlayar lagi.")
    assert (dates["Keesokan harinya"].value, dates["Keesokan harinya"].anchor) == ("2020-05-11", "t1")


def test_a_time_given_before_needs_no_publication() -> None:
    assert by_text("Ia lahir pada 1950. Dua tahun kemudian ia pindah.", None)["Dua tahun kemudian"].value == "1952"


def test_at_that_time_covers_the_day_given_before() -> None:
    found = by_text("Ia ditahan pada Rabu (3/1/2024). Saat itu ia sendirian.")["Saat itu"]
    assert (found.value, found.earliest, found.anchor) == ("PAST_REF", "2024-01-03", "t1")


def test_a_clock_time_belongs_to_the_day_of_the_event() -> None:
    found = by_text("Gempa mengguncang Sabtu (20/1/2024). Gempa susulan terasa pukul 04.10 WIB.")["pukul 04.10 WIB"]
    assert (found.value, found.earliest, found.anchor) == ("2024-01-20T04:10", "2024-01-20", "t1")


def test_tense_tells_the_weekday() -> None:
    assert by_text("Menteri akan berkunjung Kamis.")["Kamis"].value == "2024-01-25"
    assert by_text("Menteri telah berkunjung Kamis.")["Kamis"].value == "2024-01-18"


def test_the_day_of_a_saying_takes_no_tense_from_what_is_said() -> None:
    assert by_text('"Kami akan berkunjung," kata Rini, Kamis.')["Kamis"].value == "2024-01-18"


def test_a_weekday_given_with_its_date_is_meant_again() -> None:
    dates = find_dates("Sidang dibuka Kamis (25/1/2024). Saksi hadir Kamis.", published="2024-01-22")
    assert [date.value for date in dates] == ["2024-01-25", "2024-01-25"]


def test_a_weekday_tells_the_year() -> None:
    assert by_text("Banjir datang Minggu (24/7).", "2022-08-20")["Minggu (24/7)"].value == "2022-07-24"


def test_goods_are_delivered_in_the_coming_month() -> None:
    assert by_text("Kopi untuk pengiriman Maret naik.", "2023-12-20")["Maret"].value == "2024-03"


def test_a_relative_day_corrects_a_slip_in_the_year() -> None:
    found = by_text("Bursa tutup hari ini, Kamis (11/12/2013).", "2014-12-11")
    assert found["hari ini, Kamis (11/12/2013)"].value == "2014-12-11"


def test_ends_of_a_range_share_what_only_one_names() -> None:
    dates = find_dates("Lomba digelar 28 Desember hingga 3 Januari 2024.")
    assert [date.value for date in dates] == ["2023-12-28", "2024-01-03"]
    assert [date.value for date in find_dates("Rapat pada 3, 4 dan 5 Mei 2023.")] == [
        "2023-05-03",
        "2023-05-04",
        "2023-05-05",
    ]


def test_ends_of_a_range_share_the_week_or_year_that_is_relative() -> None:
    dates = find_dates(
        "Ekspor Januari-Oktober tahun lalu turun; pasar tutup Senin dan Selasa pekan lalu.", published="2024-01-22"
    )
    assert [date.value for date in dates] == ["2023-01", "2023-10", "2024-01-15", "2024-01-16"]


def test_a_month_just_gone_by_is_not_a_year_ahead() -> None:
    dates = by_text("Inflasi diperkirakan naik dari November.", "2014-12-17")
    assert dates["November"].value == "2014-11"


def test_weekdays_of_any_week_are_a_set() -> None:
    dates = find_dates("Museum tutup Sabtu-Minggu.", published="2024-01-22")
    assert [(date.type, date.value) for date in dates] == [("SET", "XXXX-WXX-6"), ("SET", "XXXX-WXX-7")]


def test_a_weekday_and_a_count_of_weeks_are_one_day() -> None:
    dates = by_text("Pameran dibuka Jumat sore tiga pekan lagi. Lukisan tiba Rabu dua minggu lalu.")
    assert (dates["Jumat sore tiga pekan lagi"].value, dates["Rabu dua minggu lalu"].value) == (
        "2024-02-16TAF",
        "2024-01-10",
    )


def test_sentences_glued_together_do_not_share_their_tense() -> None:
    text = "Pada Mei 2020 harga turun. Toko akan menambah pekerja baru.,Sementara pada Juni, harga naik."
    assert by_text(text, "2020-07-30")["Juni"].value == "2020-06"


def test_a_day_of_the_year_given_in_full_is_that_of_the_same_year() -> None:
    dates = find_dates("Benteng itu jatuh 27 Juli 1996. Tanpa 27 Juli, kota itu lain.", published="2025-07-28")
    assert [date.value for date in dates] == ["1996-07-27", "1996-07-27"]


def test_the_beginning_of_this_month_is_over() -> None:
    assert by_text("Laporan masuk awal Januari lalu.")["awal Januari lalu"].value == "2024-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lagu itu dirilis pada 18 Agustus lalu.", "2025-08-18"),
        ("Lagu itu dirilis pada Senin (18/8) lalu.", "2025-08-18"),
        ("Lagu itu dirilis pada 19 Agustus lalu.", "2024-08-19"),
        ("Lagu itu dirilis Agustus lalu.", "2024-08"),
    ],
)
def test_the_day_of_publication_is_not_a_year_ago(text: str, value: str) -> None:
    [date] = find_dates(text, published="2025-08-18")
    assert date.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Festival akan digelar Jumat hingga Minggu.", ["2024-01-26", "2024-01-28"]),
        ("Jalan ditutup dari Minggu sampai Selasa.", ["2024-01-21", "2024-01-23"]),
        ("Jalan ditutup dari Sabtu (20/1) sampai Rabu.", ["2024-01-20", "2024-01-24"]),
        ("Kapal itu akan berlabuh hingga Kamis.", ["2024-01-25"]),
        ("Dana bakal cair sebelum Jumat.", ["2024-01-26"]),
        ("Hujan turun sejak besok hingga Kamis.", ["2024-01-23", "2024-01-25"]),
        ("Hingga Minggu, air belum surut.", ["2024-01-21"]),
    ],
)
def test_a_weekday_until_which_something_lasts(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, published="2024-01-22")] == values


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Produksi kopi pada Februari turun.", "2025-11-20", "2025-02"),
        ("Produksi kopi diperkirakan turun pada Februari.", "2025-11-20", "2026-02"),
        ("Pabrik itu tutup hingga Februari.", "2025-11-20", "2026-02"),
        ("Pasar itu tutup Januari.", "2025-12-20", "2026-01"),
        ("Sejak 14 Januari kapal itu berlabuh di sini.", "2025-12-20", "2025-01-14"),
        ("Pabrik itu meledak 14 Januari.", "2025-12-20", "2025-01-14"),
        ("Pameran itu dibuka 14 Januari.", "2025-12-20", "2026-01-14"),
    ],
)
def test_the_year_of_a_month_early_in_the_year(text: str, published: str, value: str) -> None:
    assert by_text(text, published).popitem()[1].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Produksi Januari-November naik.", ["2025-01", "2025-11"]),
        ("Produksi 1 Januari-30 November naik.", ["2025-01-01", "2025-11-30"]),
        ("Produksi Januari sampai Desember ini naik.", ["2025-01", "2025-12"]),
        ("Pameran digelar 28 Desember-3 Januari.", ["2025-12-28", "2026-01-03"]),
        ("Pameran digelar 2-9 Januari.", ["2026-01-02", "2026-01-09"]),
    ],
)
def test_the_year_of_a_range_is_near_its_end(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, published="2025-12-20")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Pabrik itu tutup dari Oktober 2023 hingga Maret.", ["2023-10", "2024-03"]),
        ("Pabrik itu tutup dari 28 Desember 2015 hingga 2 Januari.", ["2015-12-28", "2016-01-02"]),
        ("Pabrik itu tutup dari Maret 2015 hingga Oktober.", ["2015-03", "2015-10"]),
        ("Pameran itu berlangsung Sabtu (3/2/2018) hingga Senin.", ["2018-02-03", "2018-02-05"]),
    ],
)
def test_a_range_ends_after_it_begins_however_long_ago(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, published="2025-12-20")] == values


def test_no_range_ends_beyond_the_calendar() -> None:
    dates = find_dates("Pabrik itu tutup dari Oktober hingga Maret.", published="9999-12-31")
    assert [date.value for date in dates] == ["9999-10", None]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Pelari itu tiba Senin, 24 Agustus 2015 atau Selasa dini hari WIB.", ["2015-08-24", "2015-08-25TDT"]),
        ("Laga dimulai Sabtu (3/2/2018) waktu setempat, atau Minggu WIB.", ["2018-02-03", "2018-02-04"]),
        ("Laga dimulai Jumat malam waktu setempat atau Sabtu pagi WIB.", ["2025-12-19TNI", "2025-12-20TMO"]),
        ("Laga dimulai Sabtu malam atau Minggu pagi WIB.", ["2025-12-20TNI", "2025-12-21TMO"]),
        ("Laga dimulai Sabtu dan Senin.", ["2025-12-20", "2025-12-15"]),
        ("Laga dimulai Kamis (6/9/2018) waktu Madrid (Jumat pagi WIB).", ["2018-09-06", "2018-09-07TMO"]),
        # 14 December 2014 was a Sunday.
        ("Laga dimulai Rabu (14/12/2014) waktu setempat (Kamis pagi WIB).", ["2014-12-14", "2025-12-18TMO"]),
    ],
)
def test_a_weekday_of_another_zone_is_beside_the_day_given(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, published="2025-12-20")] == values


def test_what_goes_on_from_a_day_needs_no_publication() -> None:
    dates = find_dates("Pelari itu tiba Senin, 24 Agustus 2015 atau Selasa dini hari; ia berlari 28 Mei 2015-3 Juni.")
    assert [(date.value, date.anchor) for date in dates][1::2] == [("2015-08-25TDT", None), ("2015-06-03", None)]


def test_the_end_of_this_month_is_to_come() -> None:
    assert by_text("Pasar dibuka akhir Januari nanti.")["akhir Januari nanti"].value == "2024-01"


def test_without_a_day_of_publication_a_day_and_month_are_near_the_day_just_stated() -> None:
    text = "Ia ditangkap Rabu (27/12/2023). Sidangnya Kamis (11/1) pukul 09.00 dan 18 Januari, bukan Senin (12/2)."
    dates = {date.text: (date.value, date.anchor) for date in find_dates(text)}
    assert dates["Kamis (11/1) pukul 09.00"] == ("2024-01-11T09:00", "t1")
    assert dates["18 Januari"] == ("2024-01-18", "t2")
    assert dates["Senin (12/2)"] == ("2024-02-12", "t3")


@pytest.mark.parametrize(
    "text", ["Ia lahir 17 Mei 1945. Ia pulang 6 Juli.", "Ia ditangkap Rabu (27/12/2023). Sidangnya Jumat (11/1)."]
)
def test_without_a_day_of_publication_a_year_that_nothing_confirms_is_not_known(text: str) -> None:
    assert find_dates(text)[-1].value is None


def test_a_weekday_with_its_own_date_in_brackets_is_not_that_of_the_day_before_it() -> None:
    dates = by_text("Rini memastikan menteri akan tiba pada 3 Februari, Senin (22/1).")
    assert dates["3 Februari"].value == "2024-02-03"
    assert dates["Senin (22/1)"].value == "2024-01-22"
