"""The day of publication and its basis."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.reading.layout import lay_out
from factcli.reading.publication import find_publication
from factcli.schema import Published

SEED = Path(__file__).resolve().parents[2] / "seeds" / "putin-korea-utara.txt"


def published(text: str, *, option: str | None = None, metadata: str | None = None) -> Published:
    return find_publication(text, lay_out(text).blocks, option=option, metadata=metadata)


def stated(text: str) -> tuple[str | None, str, str | None]:
    found = published(text)
    where = None if found.start is None or found.end is None else text[found.start : found.end]
    return found.value, found.basis, where


def test_the_seed_article() -> None:
    value, basis, where = stated(SEED.read_text(encoding="utf-8"))
    assert (value, basis) == ("2024-01-22", "text")
    assert where in ("22 Januari 2024", "Senin, 22 Januari 2024")


def test_option_then_metadata_then_dateline_then_text() -> None:
    text = "TEMPO.CO, Jakarta, 4 Februari 2020 - Pasar dibuka, kata Budi, Senin (3/2/2020)."
    assert published(text, option="2020-02-06", metadata="2020-02-05").basis == "option"
    assert published(text, metadata="2020-02-05") == Published(value="2020-02-05", basis="metadata")
    assert stated(text) == ("2020-02-04", "dateline", "4 Februari 2020")
    assert stated(text.split(" - ")[1]) == ("2020-02-03", "text", "Senin (3/2/2020)")


def test_metadata_as_the_press_writes_it_and_metadata_that_says_nothing() -> None:
    assert published("Pasar dibuka.", metadata="Senin, 3 Februari 2020 10:15 WIB").value == "2020-02-03"
    assert published("Pasar dibuka.", metadata="baru saja") == Published()
    assert published("Pasar dibuka, kata Budi, Senin (3/2/2020).", metadata="baru saja").basis == "text"


@pytest.mark.parametrize("zero", ["0001-01-01T00:00:00Z", "1970-01-01 07:00:00", "0000-00-00 00:00:00", ""])
def test_a_zero_in_place_of_a_day_is_no_day(zero: str) -> None:
    assert published("Pasar dibuka.", metadata=zero) == Published()
    assert published("Pasar dibuka, kata Budi, Senin (3/2/2020).", metadata=zero).value == "2020-02-03"


@pytest.mark.parametrize(
    "text",
    [
        "JAKARTA, KOMPAS.com - Senin (3/2/2020), pasar itu dibuka.",
        "Pasar Dibuka\nSenin, 3 Feb 2020 10:15 WIB\nSolo - Pasar itu dibuka.",
        "Jakarta, 3 Februari 2020 – Kementerian itu membuka pasar.",
        "JAKARTA, 03/02/20 - Kementerian itu membuka pasar.",
        "Jakarta, Senin, 3/2/20 (ANTARA) - Kementerian itu membuka pasar.",
        "Pasar Dibuka\nSelasa, 03/02/20 10:15 WIB\nSolo - Pasar itu dibuka.",
    ],
)
def test_a_date_in_the_dateline_or_right_after_it(text: str) -> None:
    assert stated(text)[:2] == ("2020-02-03", "dateline")


def test_a_year_of_two_figures_in_a_dateline_is_none_to_come() -> None:
    assert stated("JAKARTA, 12/03/98 - Mahasiswa berkumpul.")[0] == "1998-03-12"
    assert stated("JAKARTA, 31/13/24 - Mahasiswa berkumpul.")[0] is None


def test_the_latest_day_of_reporting_counts() -> None:
    text = (
        "Pasar dibuka, kata Budi, Rabu (5/2/2020). Sebelumnya, Siti mengatakan, Senin (3/2/2020), pasar masih ditutup. "
        "Pembukaan resmi dijadwalkan Jumat (7/2/2020)."
    )
    assert stated(text) == ("2020-02-05", "text", "Rabu (5/2/2020)")


def test_a_report_before_what_the_article_states_is_not_of_its_day() -> None:
    text = 'Pasar itu dibuka wali kota pada Jumat (7/2/2020). "Kami menunggu," kata Budi, Senin (3/2/2020).'
    assert published(text) == Published()


def test_what_happened_in_front_of_a_house_is_no_plan() -> None:
    later = "Warga berkumpul di depan balai kota, Jumat (7/2/2020). Budi menyebut pasar diresmikan Senin (3/2/2020)."
    assert published(later) == Published()
    assert stated("Pasar dibuka, kata Budi di depan balai kota, Senin (3/2/2020).")[0] == "2020-02-03"


def test_without_a_report_the_day_of_the_opening_counts() -> None:
    text = "Jembatan itu ambruk pada Senin (3/2/2020). Warga mengungsi. Jembatan itu dibangun Rabu (2/1/2019)."
    assert stated(text) == ("2020-02-03", "text", "Senin (3/2/2020)")
    assert published(f"{'Warga Kudus mengungsi. ' * 20}{text}") == Published(), "it stands far down"
    assert published(f"{text} Perbaikan dijadwalkan Jumat (7/2/2020).") == Published(), "it is not the last day"


def test_a_caption_or_a_feast_gives_no_day() -> None:
    caption = "Budi saat ditemui di pasar, Senin (3/2/2020). (ANTARA FOTO/Siti)"
    assert published(f"Pasar Dibuka\n{caption}\nPasar itu ramai pembeli sejak pagi hari.") == Published()
    assert published("Menteri itu memastikan pasokan aman saat libur Tahun Baru 2019, kata Siti.") == Published()


@pytest.mark.parametrize(
    "text",
    [
        "Pasar dibuka.",
        "Pasar itu dibuka pada 3 Februari 2020.",
        "Pasar dibuka, kata Budi, Senin (3/2).",
        "Pasar dibuka, kata Budi, awal Februari 2020.",
        "Budi mengatakan pasar akan dibuka Senin (3/2/2020).",
        "Menurut Budi, pasar itu berdiri sejak 3 Februari 1950.",
        "Pasar itu dibuka wali kota, Senin (3/2/2020) besok.",
        "Warga Kudus menyerbu gudang itu pada Senin, 3 Februari 1930. Cerita itu masih dituturkan.",
        "Prasasti itu ditulis pada Selasa, 4 Februari 1620.",
    ],
)
def test_what_does_not_tell_the_day_of_publication(text: str) -> None:
    assert published(text) == Published()


def test_with_metadata_the_dates_room_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "factcli.dates", None)
    assert published("Pasar dibuka, kata Budi, Senin (3/2/2020).", metadata="2020-02-04").value == "2020-02-04"
