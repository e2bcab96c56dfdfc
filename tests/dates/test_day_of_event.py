"""Clock times and counts that go on with the event being narrated, and those of no day."""

from __future__ import annotations

import pytest

from factcli.dates import find_dates
from factcli.schema import DateExpression

CRASH = "Bus itu terguling di Batang, Minggu (21/1/2024)."


def by_text(text: str, published: str | None = "2024-01-23") -> dict[str, DateExpression]:
    return {date.text: date for date in find_dates(text, published=published)}


@pytest.mark.parametrize(
    "between",
    [
        "Polisi memeriksa sopir, kata Rini, Selasa (23/1/2024).",
        "\n".join(["Jalan itu sempit dan licin.", "Hal itu disampaikan Rini di Pekalongan, Senin (22/1/2024)."] * 5),
        "Dilansir dari kantor berita, Senin (22/1/2024), semua penumpang selamat.",
    ],
)
def test_a_clock_time_keeps_the_day_of_the_event_past_days_of_sayings(between: str) -> None:
    dates = by_text(f"{CRASH}\n{between}\nBus berangkat pukul 03.15 WIB.")
    assert dates["pukul 03.15 WIB"].value == "2024-01-21T03:15"


def test_until_the_text_turns_to_another_day() -> None:
    dates = by_text(f"{CRASH} Bus diderek pada Senin (22/1/2024). Jalan dibuka pukul 09.40 WIB.")
    assert dates["pukul 09.40 WIB"].value == "2024-01-22T09:40"


def test_what_is_to_come_is_on_no_day_that_is_over() -> None:
    dates = by_text(f"{CRASH} Menteri akan berbicara pukul 16.00 WIB.")
    assert dates["pukul 16.00 WIB"].value == "2024-01-23T16:00"


def test_a_saying_tells_the_day_where_nothing_else_does() -> None:
    dates = by_text("Bus itu aman, kata Rini, Senin (22/1/2024). Bus berangkat pukul 03.15 WIB.")
    assert dates["pukul 03.15 WIB"].value == "2024-01-22T03:15"


def test_what_a_verb_introduces_is_not_the_day_of_saying() -> None:
    dates = by_text(f"{CRASH} Rini mengatakan, sopir diganti Sabtu (20/1/2024). Ia datang pukul 23.00 WIB.")
    assert dates["pukul 23.00 WIB"].value == "2024-01-20T23:00"


def test_a_clock_time_before_its_day() -> None:
    dates = by_text("Bus terguling sekira pukul 03.50 WIB di Batang, Minggu (21/1/2024).")
    assert dates["sekira pukul 03.50 WIB"].value == "2024-01-21T03:50"


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Kantor itu buka Senin-Jumat pukul 08.00-15.00 WIB.", "15.00 WIB", "T15:00"),
        ("Loket melayani warga setiap Senin hingga Kamis.\nAntrean dimulai pukul 07.30.", "pukul 07.30", "T07:30"),
        ("Setiap hari bus pertama berangkat pukul 04.00.", "pukul 04.00", "T04:00"),
        ("Warga biasanya berjemur pada pagi hari.", "pagi hari", "TMO"),
    ],
)
def test_what_happens_on_any_day_has_none(text: str, span: str, value: str) -> None:
    found = by_text(f"{CRASH} {text}")[span]
    assert (found.type, found.value, found.earliest, found.anchor) == ("TIME", value, None, None)


def test_counts_go_on_from_the_day_of_the_event() -> None:
    dates = by_text("Sopir ditahan Jumat (5/1/2024), kata Rini, Sabtu (6/1/2024). Dua pekan kemudian ia bebas.")
    assert dates["Dua pekan kemudian"].value == "2024-01-19"


def test_the_last_of_a_short_month_is_counted_to() -> None:
    assert by_text("Ia masuk 31 Januari 2023. Sebulan kemudian ia pindah.")["Sebulan kemudian"].value == "2023-02-28"


def test_counting_from_a_month_gives_a_month() -> None:
    assert by_text("Ia masuk pada Januari 2023. Sebulan kemudian ia pindah.")["Sebulan kemudian"].value == "2023-02"


def test_weekdays_of_any_week_in_a_list_are_sets() -> None:
    dates = find_dates("Pasar itu buka Selasa, Kamis, dan Sabtu.", published="2024-01-23")
    assert [date.value for date in dates] == ["XXXX-WXX-2", "XXXX-WXX-4", "XXXX-WXX-6"]


def test_weekdays_of_one_week_stay_days() -> None:
    dates = find_dates("Rapat digelar Kamis dan Jumat pekan lalu.", published="2024-01-23")
    assert [date.value for date in dates] == ["2024-01-18", "2024-01-19"]


def test_a_weekend_is_that_of_any_week_where_no_tense_says_otherwise() -> None:
    dates = find_dates("Taman itu ramai Sabtu dan Minggu.", published="2024-01-23")
    assert [date.value for date in dates] == ["XXXX-WXX-6", "XXXX-WXX-7"]
    dates = find_dates("Konser itu akan digelar Sabtu dan Minggu.", published="2024-01-23")
    assert [date.value for date in dates] == ["2024-01-27", "2024-01-28"]


def test_a_month_of_what_happens_again_and_again_has_no_year() -> None:
    month = by_text("Warga biasanya memanen padi pada Maret.")["Maret"]
    assert (month.type, month.value, month.earliest) == ("SET", "XXXX-03", None)


def test_tadi_goes_with_the_clock_time_behind_it() -> None:
    dates = by_text(f"{CRASH} Sopir ditemukan tadi sekitar pukul 10.00 WIB.")
    assert dates["tadi sekitar pukul 10.00 WIB"].value == "2024-01-23T10:00"


def test_the_tense_of_a_quotation_is_not_that_of_its_date() -> None:
    dates = by_text('"Bus akan diganti," unggahnya pada Sabtu.')
    assert dates["Sabtu"].value == "2024-01-20"


def test_a_comparison_with_another_day_is_no_range() -> None:
    dates = by_text("Harga pada 8 April turun dibanding 2 April.", published="2025-04-09")
    assert [dates["8 April"].value, dates["2 April"].value] == ["2025-04-08", "2025-04-02"]


def test_a_stretch_of_the_day_is_that_of_an_event_beside_it_or_of_any_day() -> None:
    dates = by_text(f"{CRASH} Hujan turun sejak sore hingga malam hari.")
    assert [dates["sore"].value, dates["malam hari"].value] == ["2024-01-21TAF", "2024-01-21TNI"]
    dates = by_text(f"{CRASH}\nRini meminta warga berhati-hati pada malam hingga pagi hari.")
    assert [dates["malam"].value, dates["pagi hari"].value] == ["TNI", "TMO"]


def test_clock_times_go_past_midnight() -> None:
    dates = by_text("Bus berangkat Sabtu (20/1/2024) pukul 23.10 WIB. Ia tiba pukul 00.40. Ia pergi pukul 04.00.")
    assert [dates["pukul 00.40"].value, dates["pukul 04.00"].value] == ["2024-01-21T00:40", "2024-01-21T04:00"]
    dates = by_text("Jalan ditutup Sabtu (20/1/2024) pukul 22.00-04.00 WIB.")
    assert dates["04.00 WIB"].value == "2024-01-21T04:00"
    dates = by_text("Bus berangkat Sabtu (20/1/2024) pukul 09.00 WIB. Sopir bangun pukul 04.00.")
    assert dates["pukul 04.00"].value == "2024-01-20T04:00"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Patroli dimulai Minggu (21/1) malam. Polisi pulang pukul 02.15 WIB.", ["2024-01-21TNI", "2024-01-22T02:15"]),
        ("Patroli berlangsung Minggu (21/1) malam hingga dini hari.", ["2024-01-21TNI", "2024-01-22TDT"]),
        ("Patroli dimulai Minggu (21/1) malam. Polisi pulang pukul 22.15 WIB.", ["2024-01-21TNI", "2024-01-21T22:15"]),
        ("Patroli dimulai Minggu (21/1) pagi. Polisi bangun pukul 02.15 WIB.", ["2024-01-21TMO", "2024-01-21T02:15"]),
    ],
)
def test_after_a_night_the_small_hours_are_of_the_next_day(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, published="2024-01-23")] == values


LIVE = "Warga berdemo di Kudus, Rabu (17/1/2024). Pajak itu diumumkan pada 2 Januari 2024."


@pytest.mark.parametrize("published", ["2024-01-17", None])
@pytest.mark.parametrize("mark", ["", ":", " -"])
def test_hours_that_head_the_lines_of_a_live_report_are_of_its_day(published: str | None, mark: str) -> None:
    hours = ["17.45 WIB", "16.20 WIB", "14.10 WIB", "11.00 WIB", "Pukul 08.30 WIB"]
    text = "\n".join([LIVE, *(f"{hour}{mark}\nMassa bergerak ke alun-alun." for hour in hours)])
    dates = by_text(text, published)
    assert [dates[hour].earliest for hour in hours] == ["2024-01-17"] * len(hours)


def test_an_hour_that_heads_a_line_is_of_the_day_that_heads_one_before() -> None:
    text = f"{LIVE}\n1 Januari 2024\n23.50 WIB\nWarga berkumpul.\n00.20 WIB\nPagar itu roboh."
    dates = by_text(text)
    assert (dates["23.50 WIB"].value, dates["00.20 WIB"].value) == ("2024-01-01T23:50", "2024-01-02T00:20")


def test_the_hours_of_a_list_go_on_past_midnight() -> None:
    hours = ["22.10 WIB", "22.25 WIB", "22.40 WIB", "23.05 WIB", "23.50 WIB", "01.30 WIB", "03.00 WIB"]
    text = "\n".join([CRASH, *(f"- {hour}: Warga menolong penumpang." for hour in hours)])
    dates = by_text(text, None)
    assert [dates[hour].earliest for hour in hours] == ["2024-01-21"] * 5 + ["2024-01-22"] * 2


def test_an_hour_in_a_sentence_goes_on_with_a_day_long_past() -> None:
    dates = by_text(f"{LIVE} Rapat itu berakhir pukul 21.00 WIB.", None)
    assert dates["pukul 21.00 WIB"].value == "2024-01-02T21:00"


def test_a_weekday_is_the_one_given_with_its_date_where_publication_is_not_known() -> None:
    dates = by_text(f"{CRASH} Sopir ditahan pada Minggu malam. Bus diderek Senin pagi.", None)
    assert dates["Minggu malam"].value == "2024-01-21TNI"
    assert dates["Senin pagi"].value is None, "no date is given with it"


def test_but_not_where_another_story_has_begun() -> None:
    dates = by_text(f"{CRASH} Pada 3 Mei 2019 bus lain terbakar. Sopirnya ditahan Minggu malam.", None)
    assert dates["Minggu malam"].value is None


@pytest.mark.parametrize(("month", "value"), [("awal Januari", "2024-01"), ("Desember", "2023-12"), ("Mei lalu", None)])
def test_a_month_is_near_the_day_of_the_news_where_publication_is_not_known(month: str, value: str | None) -> None:
    assert by_text(f"{CRASH} Pada {month} jembatan itu rusak.", None)[month].value == value
