"""The day of publication in a page's metadata and before its readers' eyes."""

from __future__ import annotations

import datetime

import pytest

from factcli.reading.days import JAKARTA, address_day
from factcli.reading.page_days import page_day
from factcli.reading.pages import read_page

LONG = "Warga kembali ke rumah masing-masing setelah air surut. " * 5
KEPT = datetime.datetime(2024, 1, 23, 1, 30, tzinfo=JAKARTA)
SAVED = "<!-- Page saved with SingleFile \n saved date: Tue Jan 23 2024 01:30:00 GMT+0700 (Western Indonesia Time) -->"


def day(head: str = "", body: str = "") -> str | None:
    """What a page with that head and body says."""
    return read_page(
        f"<!doctype html><html><head>{head}</head><body><h1>Banjir Surut</h1>{body}<p>{LONG}</p></body></html>"
    ).published


def linked(date: str, kind: str = "NewsArticle") -> str:
    return f'<script type="application/ld+json">{{"@type": "{kind}", "datePublished": "{date}"}}</script>'


def meta(name: str, date: str) -> str:
    return f'<meta property="{name}" content="{date}">'


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-01-22T23:05:12+07:00", "2024-01-22"),
        ("2024-01-21T18:30:00.000Z", "2024-01-22"),
        ("2024-01-21T16:30:00+00:00", "2024-01-21"),
        ("2024-01-21 18:30:00 UTC", "2024-01-22"),
        ("2024-01-22", "2024-01-22"),
        ("2024/01/22 14:05:12", "2024-01-22"),
        ("Senin, 22 Januari 2024 14:05 WIB", "2024-01-22"),
        ("Kompas.com - 22/01/2024, 14:05 WIB", "2024-01-22"),
        ("22 Jan 2024 | 14.05 WIB", "2024-01-22"),
        ("Mon, 22 Jan 2024 14:05:00 +0700", "2024-01-22"),
        ("0000-00-00", None),
        ("1970-01-01T00:00:00+07:00", None),
        ("9999-12-31T23:59:59Z", None),
        ("2 jam yang lalu", None),
        ("kemarin", None),
    ],
)
def test_times_as_pages_write_them(written: str, value: str | None) -> None:
    assert page_day(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Baru saja", "2024-01-23"),
        ("30 menit yang lalu", "2024-01-23"),
        ("2 jam lalu", "2024-01-22"),
        ("Kemarin, 14:05 WIB", "2024-01-22"),
        ("3 hari yang lalu", "2024-01-20"),
        ("Hari ini, 00:05 WIB", "2024-01-23"),
        ("20 Januari 2024", "2024-01-20"),
        ("99999999999 jam lalu", "2023-12-12"),
    ],
)
def test_times_counted_back_from_the_moment_at_which_the_page_was_kept(written: str, value: str) -> None:
    assert page_day(written, kept=KEPT) == value


def test_linked_data_then_meta_then_time_then_what_is_shown() -> None:
    head = linked("2024-01-01") + meta("article:published_time", "2024-01-02T08:00:00+07:00")
    body = '<time datetime="2024-01-03">Rabu</time><div class="date">Kamis, 4 Januari 2024 10:15 WIB</div>'
    assert day(head, body) == "2024-01-01"
    assert day(linked("2024-01-01", "WebSite") + head.split("</script>")[1], body) == "2024-01-02"
    assert day(linked("baru"), body) == "2024-01-03"
    assert day("", body.split("</time>")[1]) == "2024-01-04"


def test_linked_data_in_a_graph_in_comments_and_broken() -> None:
    graph = '{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "datePublished": "2024-01-01"}]}'
    assert day(f'<script type="application/ld+json"><!-- {graph} --></script>') == "2024-01-01"
    assert day(f'<script type="APPLICATION/LD+JSON">[{graph}]</script>') == "2024-01-01"
    assert day('<script type="application/ld+json">{"@type": </script>' + linked("2024-01-02")) == "2024-01-02"


@pytest.mark.parametrize(
    "name", ["article:published_time", "datePublished", "content_PublishedDate", "dtk:publishdate", "pubdate"]
)
def test_names_of_meta_in_any_letter_case(name: str) -> None:
    assert day(meta(name, "2024-01-22 14:05:12")) == "2024-01-22"
    assert day(meta(name.upper(), "2024-01-22 14:05:12")) == "2024-01-22"


def test_the_day_of_a_change_is_not_that_of_publication() -> None:
    changed = '<div class="date">Diperbarui 25 Januari 2024 08:00 WIB</div>'
    assert day("", changed + '<div class="date">22 Januari 2024</div>') == "2024-01-22"
    assert day(meta("article:modified_time", "2024-01-25"), "<span>22 Januari 2024</span>") == "2024-01-22"


def test_a_date_without_a_mark_counts_after_the_headline_and_the_dates_of_other_articles_never() -> None:
    assert day("", "<ul><li><span>Senin, 22 Januari 2024 14:05 WIB</span></li></ul>") == "2024-01-22"
    related = '<div class="berita-terkait"><span class="date">Minggu, 21 Januari 2024</span></div>'
    assert day("", related) is None


def test_relative_times_count_where_the_page_says_when_it_was_kept() -> None:
    shown = '<span class="date">2 jam yang lalu</span>'
    assert day("", shown) is None
    assert day(SAVED, shown) == "2024-01-22"


def test_a_time_beside_a_linked_headline_is_that_of_another_article() -> None:
    link = "<a href='/b'>Kapal Kargo Tenggelam di Selat Sunda</a>"
    others = f"<ul><li><span class='date'>Minggu, 21 Januari 2024</span><h5>{link}</h5></li></ul>"
    assert day("", f"<p>{LONG}</p>{others}") is None


def test_the_time_counts_where_the_section_stands_in_the_first_heading_and_the_menu_is_long() -> None:
    menu = "".join(f"<li><a href='/{number}'>Kanal {number}</a></li>" for number in range(40))
    page = (
        "<html><head><title>Banjir Surut di Kampung Baru - Kompas.com Regional</title></head><body><h1>Regional</h1>"
        f"<ul>{menu}</ul><h2>Banjir Surut di Kampung Baru</h2><div>Senin, 22 Januari 2024 | 14:05 WIB</div>"
        f"<div><p>{LONG}</p></div></body></html>"
    )
    record = read_page(page)
    assert (record.title, record.published) == ("Banjir Surut di Kampung Baru", "2024-01-22")


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://regional.kompas.com/read/2015/11/04/21040031/banjir", "2015-11-04"),
        ("https://www.cnnindonesia.com/nasional/20240122140512-20-1/banjir", "2024-01-22"),
        ("https://www.republika.co.id/berita/nasional/16/02/15/o2k-banjir", "2016-02-15"),
        ("https://contohmedia.com/2024-01-22/banjir", "2024-01-22"),
        ("https://contohmedia.com/berita/3926541/banjir", None),
        ("https://contohmedia.com/2024/13/45/banjir", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(address: str | None, value: str | None) -> None:
    assert address_day(address) == value


def test_an_outlets_own_name_for_the_time_of_publication() -> None:
    assert day('<meta name="contohmedia_news_pubdate" content="22 Januari 2024 20:05">') == "2024-01-22"
    assert day('<meta name="contoh:tanggal_terbit" content="22 Januari 2024 20:05">') == "2024-01-22"
    assert day('<meta name="last_update_at" content="22 Januari 2024 20:05">') is None


@pytest.mark.parametrize(
    "name",
    [
        "content_date",
        "article-date",
        "articledate",
        "post_date",
        "waktu_terbit",
        "news_publish",
        "tayang",
        "article:created",
        "article.created",
        "dateCreated",
        "dcterms.date",
        "DC.Date.Created",
        "content_creation_date",
        "release_date",
        "datePosted",
        "article:publish_date",
        "contoh_published_at",
    ],
)
def test_names_that_outlets_give_the_time(name: str) -> None:
    for written in ("2024-01-22 20:05:11", "22-01-2024 20:05", "1705928711", "1705928711000"):
        assert day(meta(name, written)) == "2024-01-22"
    assert day(meta("article:modified_time", "2024-01-25") + meta(name, "2024-01-22")) == "2024-01-22"


@pytest.mark.parametrize(
    "name", ["article:modified_date", "last-modified", "expires", "article_update_date", "birthdate"]
)
def test_names_of_other_times(name: str) -> None:
    assert day(meta(name, "2024-01-22")) is None


def test_the_day_of_the_page_in_linked_data_counts_where_nothing_else_is_given() -> None:
    graph = '{"@graph": [{"@type": ["WebPage"], "datePublished": "2024-01-22T01:00:00+00:00"}, {"@type": "WebSite"}]}'
    page = f'<script type="application/ld+json">{graph}</script>'
    assert day(page) == "2024-01-22"
    assert day(page + meta("pubdate", "2024-01-20")) == "2024-01-20"


@pytest.mark.parametrize(
    "element",
    [
        '<span itemprop="datePublished" content="2024-01-22T20:05:00+07:00"></span>',
        '<span property="dc:date" content="2024-01-22T20:05:00+07:00">20.05</span>',
        '<abbr class="published" title="2024-01-22T20:05:00+07:00">20.05</abbr>',
        '<span data-date="2024-01-22">kemarin lusa</span>',
        '<div data-timestamp="1705928711">20.05</div>',
    ],
)
def test_a_time_in_an_attribute(element: str) -> None:
    assert day("", element) == "2024-01-22"
    link = "<a href='/b'>Kapal Kargo Tenggelam di Selat Sunda</a>"
    assert day("", f"<p>{LONG}</p><ul><li>{link} {element}</li></ul>") is None


def test_the_day_of_the_visit_above_the_menu_is_none_of_the_article() -> None:
    menu = "".join(f"<li><a href='/{number}'>Kanal {number}</a></li>" for number in range(12))
    top = f"<div class='tanggal'>Jumat, 19 Januari 2024</div><ul>{menu}</ul>"
    page = "<html><head><title>Banjir Surut</title></head><body>{}<h1>Banjir Surut</h1>{}<p>{}</p></body></html>"
    assert read_page(page.format(top, "", LONG)).published is None
    assert read_page(page.format(top, "<div>22 Januari 2024</div>", LONG)).published == "2024-01-22"


def test_a_day_beside_the_headline_of_another_article_in_a_list_counts_never() -> None:
    link = "<a href='/b'>Kapal Kargo Tenggelam di Selat Sunda</a>"
    others = f"<ul><li>{link} <span class='date'>Minggu, 21 Januari 2024</span></li></ul>"
    assert day("", f"<p>{LONG}</p><h4>Kabar Lain</h4>{others}") is None


@pytest.mark.parametrize(
    "under",
    [
        "<div>Ditulis oleh Siti Aminah<br>Senin, 22 Januari 2024 20:04</div>",
        "<p>Semarang, 22 Januari 2024<br>Humas Kecamatan Tugu</p>",
        "<footer><span>Dipublikasikan pada: Senin, 22 Januari 2024 20:04 WIB</span></footer>",
    ],
)
def test_the_day_may_stand_under_the_article(under: str) -> None:
    page = "<html><head><title>Banjir Surut</title></head><body><h1>Banjir Surut</h1>{}</body></html>"
    for body in (f"<div><p>{LONG}</p></div>{under}", f"<div><p>{LONG}</p><p>{LONG}</p>{under}</div>"):
        assert read_page(page.format(body)).published == "2024-01-22"


def test_a_time_of_a_comment_is_none_of_the_article() -> None:
    comment = "<div>22 Januari 2024 08:00<p>Budi senang.</p></div>"
    page = (
        f"<html><head><title>Banjir</title></head><body><h1>Banjir</h1><div><p>{LONG}</p></div>{comment}</body></html>"
    )
    assert read_page(page).published is None


def test_the_day_of_a_change_and_that_of_publication_on_one_line() -> None:
    line = "<div class='date'><b>Update:</b> 25 Januari 2024 09:00 | <b>Tayang:</b> 22 Januari 2024 20:04</div>"
    assert day("", line) == "2024-01-22"


@pytest.mark.parametrize("written", ["Senin, Januari 22, 2024", "Jan 22, 2024 by Siti Aminah", "Mon, Jan. 22, 2024"])
def test_a_day_whose_month_stands_first(written: str) -> None:
    assert day(body=f"<div>{written}</div>") == "2024-01-22"
    assert day(head=meta("article:publish_date", written.split(" by ")[0])) == "2024-01-22"
