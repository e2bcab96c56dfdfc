"""What real pages do to their articles, each kind in a small page of our own."""

from __future__ import annotations

import json

import pytest

from factcli.reading.pages import PageError, read_page

FIRST = "SEMARANG - Nelayan di Tambak Lorok memperbaiki perahu mereka setelah badai reda, Senin (22/1/2024)."
SECOND = "Pemerintah kota menyediakan kayu dan cat untuk dua ratus perahu yang rusak diterjang ombak."
THIRD = '"Kami berharap bisa melaut lagi pekan depan," kata ketua kelompok nelayan di dermaga.'
ARTICLE = [FIRST, SECOND, THIRD]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in ARTICLE)
TITLE = "Nelayan Perbaiki Perahu Usai Badai"
HEAD = f"<head><title>{TITLE}</title></head>"


def body(markup: str, head: str = HEAD) -> list[str]:
    """The paragraphs of the page without its headline."""
    record = read_page(f"<html>{head}<body><h1>{TITLE}</h1>{markup}</body></html>")
    title, *paragraphs = record.text.split("\n")
    assert title == TITLE
    return paragraphs


def test_words_of_a_sentence_that_are_links_stay() -> None:
    linked = SECOND.replace("kayu", '<a class="inner-link-tag" href="/tag/kayu">kayu</a>')
    linked = linked.replace("ombak", '<span class="related">ombak</span>')
    assert body(f"<div><p>{FIRST}</p><p>{linked}</p></div>") == [FIRST, SECOND]


@pytest.mark.parametrize("name", ["sosmedsticky author-and-share", "photo-story", "modal", "related-content"])
def test_the_box_of_the_article_may_be_called_anything(name: str) -> None:
    menu = "".join(f"<li><a href='/{n}'>Berita {n} dari kota pelabuhan</a></li>" for n in range(30))
    quiz = "<p>Ikuti kuis berhadiah perahu kertas bersama keluarga setiap akhir pekan di laman kami.</p>" * 2
    page = f"<ul>{menu}</ul><div class='{name}'><ul><li>Share</li></ul>{PARAGRAPHS}</div><div class='list'>{quiz}</div>"
    assert body(page) == ARTICLE


def test_paragraphs_in_boxes_of_boxes_stand_on_lines_of_their_own() -> None:
    assert body(f"<div><div><div class='article'>{PARAGRAPHS}</div></div></div>") == ARTICLE
    assert body(
        "<section>" + "".join(f"<div class='row'><div>{text}</div></div>" for text in ARTICLE) + "</section>"
    ) == (ARTICLE)


def test_text_that_stands_loose_beside_blocks_stays() -> None:
    assert body(f"<article><b>SEMARANG</b>{FIRST[8:]}<div>{SECOND}</div>{THIRD}</article>") == ARTICLE


def test_an_article_in_two_like_parts_is_one() -> None:
    pages = (
        f"<div class='page'><p>{FIRST}</p><p>{SECOND}</p></div><div class='page'><p>{THIRD}</p><p>{SECOND}</p></div>"
    )
    assert body(f"<div class='text'>{pages}</div>") == [FIRST, SECOND, THIRD, SECOND]


def test_a_teaser_that_fits_the_headline_less_is_not_the_article() -> None:
    teaser = (
        "<div class='text'><p>Harga telur di pasar induk turun setelah pasokan dari Blitar kembali lancar.</p></div>"
    )
    assert body(f"{teaser}<div class='article'>{PARAGRAPHS}</div>{teaser}") == ARTICLE


def test_lists_of_other_articles_go_with_their_times_and_headings() -> None:
    items = "".join(
        f"<li>Jumat, {day}/10/2015 09:59 WIB <h5><a href='/{day}'>Kapal Kargo Tenggelam di Selat Sunda</a></h5></li>"
        for day in (28, 29, 30)
    )
    page = f"<div class='maincontainer'>{PARAGRAPHS}<h4>Jangan Lewatkan</h4><ul class='feed'>{items}</ul></div>"
    assert body(page) == ARTICLE
    links = "<p><strong>Baca Juga</strong></p><ul><li><a href='/a'>Harga Ikan Naik</a></li></ul>"
    assert body(f"<div><p>{FIRST}</p>{links}<p>{SECOND}</p></div>") == [FIRST, SECOND]


def test_teasers_are_no_part_of_a_long_page() -> None:
    teasers = "".join(
        f"<div class='item'><a href='/{n}'>Gubernur Resmikan Terminal Baru</a><p>Terminal itu dibuka untuk umum mulai "
        f"pekan ini, kata gubernur di kantornya {n}.</p></div>"
        for n in range(12)
    )
    assert body(f"<div class='left'><div class='detail'>{PARAGRAPHS}</div><div class='more'>{teasers}</div></div>") == (
        ARTICLE
    )


def test_one_sentence_with_many_teasers_is_an_article() -> None:
    teasers = "".join(
        f"<div class='card'><h3><a href='/{n}'>Gubernur Resmikan Terminal Baru</a></h3>"
        "<p>JAKARTA - Terminal itu dibuka untuk umum mulai pekan ini, kata gubernur di kantornya.</p></div>"
        for n in range(20)
    )
    assert body(f"<div class='read'><p>{FIRST}</p></div><div class='cards'>{teasers}</div>") == [FIRST]


def test_what_readers_write_below_is_not_the_article_though_it_is_longer() -> None:
    comment = (
        "<p>Nelayan di sana memang perlu dibantu setelah badai seperti ini, menurut saya, dan itu setiap tahun.</p>"
    )
    comments = "".join(f"<div class='c'><b>Budi {n}</b>{comment}</div>" for n in range(15))
    for name in ("komentar", "kotak"):
        assert body(f"<div class='read'>{PARAGRAPHS}</div><div class='{name}'>{comments}</div>") == ARTICLE


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Harga Ikan Naik",
        "Rate artikel ini",
        'Simak Video "Badai di Semarang"',
        "Laporan 3 : Riwayat Sebuah Dermaga",
        "SCROLL TO CONTINUE WITH CONTENT",
        "ADVERTISEMENT",
        "Halaman Selanjutnya",
        "(sti/bud)",
        "Cek berita dan artikel yang lain di Google News dan ikuti WhatsApp channel contohmedia.com",
        "Penulis: Budi Santoso",
        "Badai menerjang dermaga. Foto: Budi Santoso",
        "Badai menerjang dermaga. (ANTARA FOTO/Budi Santoso)",
    ],
)
def test_lines_of_the_page_within_the_text(line: str) -> None:
    assert body(f"<div><p>{FIRST}</p><p>{line}</p><p>{SECOND}</p><p>{line}</p></div>") == [FIRST, SECOND]


def test_subheadings_and_lists_of_the_article_stay() -> None:
    listed = ["Kayu jati", "Cat kapal"]
    items = "".join(f"<li>{item}</li>" for item in listed)
    page = f"<div><p>{FIRST}</p><h3>Bantuan Pemerintah</h3><p>{SECOND} Bantuan itu ialah:</p><ul>{items}</ul></div>"
    assert body(page) == [FIRST, "Bantuan Pemerintah", f"{SECOND} Bantuan itu ialah:", *listed]


def test_what_stands_behind_the_last_sentence_is_none_of_the_article() -> None:
    behind = "<p>Reporter : Budi Santoso</p><p>ANTARA</p><p>Semarang Utara</p><div>COPYRIGHT © CONTOH 2024</div>"
    assert body(f"<div>{PARAGRAPHS}{behind}</div>") == ARTICLE


def test_a_dateline_before_the_block_of_the_text_belongs_to_it() -> None:
    assert body(f"<div><strong>Semarang</strong> -<div><p>{SECOND}</p><p>{THIRD}</p></div></div>") == [
        f"Semarang - {SECOND}",
        THIRD,
    ]


def test_what_stands_alone_in_a_box_with_a_picture_is_its_caption() -> None:
    caption = "Perahu nelayan di Tambak Lorok rusak berat diterjang badai."
    assert body(f"<div><div class='x'><img src='a.jpg'><span>{caption}</span></div>{PARAGRAPHS}</div>") == ARTICLE
    with_picture = f"<div><p><img src='a.jpg'>{FIRST}</p><p>{SECOND}</p></div>"
    assert body(with_picture) == [FIRST, SECOND]
    assert body(f"<div><div><img src='a.jpg'>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></div>") == ARTICLE


def test_a_photo_page_is_its_caption() -> None:
    nav = "".join(f"<a href='/{n}'>Kanal</a> " for n in range(20))
    page = (
        f"<html><head><title>{TITLE} | Republika Online</title></head><body><div class='nav'>{nav}</div>"
        f"<div class='index-photo'><div>In Picture: {TITLE}</div><div>Selasa, 23 Februari 2016, 17:15 WIB</div>"
        "<div class='teaser-pic'><p>REPUBLIKA.CO.ID, SEMARANG -- Nelayan mengecat perahu di dermaga.<br><br>"
        "Badai reda sejak Senin.</p></div></div>"
        "<div class='list'><p>Galeri lain: suasana pasar di pagi hari sebelum hari raya di kota itu.</p>"
        "<p>Galeri lain: panen raya yang dihadiri para petani dari berbagai desa di lereng.</p></div></body></html>"
    )
    record = read_page(page)
    assert record.title is not None and record.title.endswith(TITLE)
    assert record.published == "2016-02-23"
    assert record.text.split("\n")[1:] == [
        "REPUBLIKA.CO.ID, SEMARANG -- Nelayan mengecat perahu di dermaga.",
        "Badai reda sejak Senin.",
    ]


@pytest.mark.parametrize(
    "given",
    [
        f"<title>{TITLE} - Kompas.com Regional</title>",
        f"<meta property='og:title' content='{TITLE} | Tempo Gaya'>",
        f"<title>{TITLE} : Okezone Celebrity</title>",
        f"<title>{TITLE} - Tekno Liputan6.com</title>",
        f"<title>{TITLE} | National | Tempo.Co :: Portal Berita</title>",
        f'<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "headline": "{TITLE} "}}</script>',
    ],
)
@pytest.mark.parametrize("heading", ["<h1>Gaya</h1>", f"<h1>Regional <span></span></h1><h2>{TITLE}</h2>", ""])
def test_a_section_is_not_the_headline(given: str, heading: str) -> None:
    record = read_page(f"<html><head>{given}</head><body>{heading}<div>{PARAGRAPHS}</div></body></html>")
    assert record.title == TITLE


def test_an_unknown_outlet_behind_the_headline_goes_where_the_page_shows_the_headline_without_it() -> None:
    head = f"<head><title>{TITLE} - Kabar Dermaga Kita</title></head>"
    record = read_page(f"<html>{head}<body><h2>{TITLE}</h2><div>{PARAGRAPHS}</div></body></html>")
    assert record.title == TITLE


def test_a_headline_that_is_escaped_twice() -> None:
    head = "<head><title>Nelayan &amp;quot;Melaut&amp;quot; Lagi</title></head>"
    assert read_page(f"<html>{head}<body>{PARAGRAPHS}</body></html>").title == 'Nelayan "Melaut" Lagi'


def test_the_outlet_is_known_by_the_title_or_by_where_the_links_lead() -> None:
    titled = f"<html><head><title>{TITLE} - ANTARA News</title></head><body>{PARAGRAPHS}</body></html>"
    assert read_page(titled).source == "ANTARA"
    links = "".join(f"<a href='https://www.contohmedia.co.id/{n}'>Kanal</a>" for n in range(12))
    assert read_page(f"<html>{HEAD}<body>{links}<div>{PARAGRAPHS}</div></body></html>").source == "contohmedia.co.id"


def test_a_page_of_links_alone_holds_no_article() -> None:
    links = "".join(f"<li><a href='/{n}'>Gubernur meresmikan terminal baru di kota {n}.</a></li>" for n in range(20))
    with pytest.raises(PageError):
        read_page(f"<html>{HEAD}<body><ul>{links}</ul></body></html>")


def test_a_page_of_many_lines_is_read_in_a_straight_line() -> None:
    # Some seconds if every piece were looked at beside every other.
    assert read_page("<html><body>" + "<span class='tag'>a</span>" * 10_000 + PARAGRAPHS + "</body></html>").text


def test_pictures_in_a_row_are_the_article_where_there_is_no_other_text() -> None:
    captions = [FIRST, SECOND, "Anak-anak bermain di dermaga pada sore hari."]
    figures = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>{n}/3 {caption} Foto: Budi Santoso/detikFoto</figcaption></figure>"
        for n, caption in enumerate(captions, 1)
    )
    cookies = "<div id='cookie'><p>Situs ini memakai kuki agar kunjungan anda lebih nyaman di lain waktu.</p></div>"
    assert body(f"<div class='gallery'>{figures}</div>{cookies}") == captions


@pytest.mark.parametrize("mark", ["***", " [bud]", " (bud/sti)", "**"])
def test_a_short_last_paragraph_may_close_with_a_reporters_mark(mark: str) -> None:
    last = "Badai reda sejak Senin."
    (*_, found) = body(f"<div>{PARAGRAPHS}<p>{last}{mark}</p></div>")
    assert found.startswith(last)


def test_who_signed_the_text_is_none_of_it() -> None:
    assert body(f"<div>{PARAGRAPHS}<p><b>Siti Aminah, Ph.D.</b><br>Kepala Pusat Data</p></div>") == ARTICLE


def test_a_box_that_its_role_or_label_marks_is_none_of_the_article() -> None:
    box = "<p>Kisah para pelaut yang disajikan oleh redaksi kami setiap pekan.</p>"
    for attribute in ("role='complementary'", "aria-labelledby='podcast-promo'", "data-testid='related-links'"):
        page = f"<main><div><p>{FIRST}</p></div><div><p>{SECOND}</p></div><section {attribute}>{box}</section></main>"
        assert body(page) == [FIRST, SECOND]


def test_an_invitation_within_a_paragraph_is_cut_out() -> None:
    inner = f"{SECOND} <b>Baca Juga:<a href='/1'>Harga Ikan di Pasar Pelabuhan Naik</a></b>Menurut Budi, harga turun."
    assert body(f"<div><p>{FIRST}</p><p>{inner}</p></div>") == [FIRST, f"{SECOND} Menurut Budi, harga turun."]


LINKED = """<head><title>{title} - Tirto.id</title><script type="application/ld+json">{{"@type": "NewsArticle",
"headline": "{title}", "datePublished": "2024-01-22T10:00:00+07:00", "articleBody": {text}}}</script></head>"""


@pytest.mark.parametrize(
    "text", ["\n\n".join(ARTICLE), "".join(f"<p>{text}</p>" for text in ARTICLE).replace('"', "&quot;")]
)
@pytest.mark.parametrize("shown", ["", "<p>Anda harus menyalakan JavaScript untuk membaca laman ini.</p>"])
def test_an_article_that_a_program_would_show_is_read_from_the_metadata(text: str, shown: str) -> None:
    head = LINKED.format(title=TITLE, text=json.dumps(text))
    record = read_page(f"<html>{head}<body><div id='app'></div>{shown}</body></html>")
    assert record.text.split("\n") == [TITLE, *ARTICLE]
    assert record.published == "2024-01-22"


def test_an_article_that_the_page_shows_is_read_from_the_page() -> None:
    head = LINKED.format(title=TITLE, text=json.dumps(" ".join([*ARTICLE, SECOND])))
    assert body(PARAGRAPHS, head) == ARTICLE


def test_a_page_without_its_article_anywhere_holds_none() -> None:
    with pytest.raises(PageError, match="without an article"):
        read_page(f"<html>{LINKED.format(title=TITLE, text=json.dumps(''))}<body><div id='app'></div></body></html>")


@pytest.mark.parametrize("name", ["related-" * 9 + ":", "caption_" * 9 + ":", "a_" * 39 + ":", "caption_" * 2000])
def test_a_class_of_many_words_takes_no_time(name: str) -> None:
    assert body(f"<div><p class='{name}'>{FIRST}</p><p>{SECOND}</p></div>") == [FIRST, SECOND]
