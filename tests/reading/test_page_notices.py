"""Other text of a page in and around its article: notices, forms, hidden parts, and pages of pictures."""

from __future__ import annotations

import pytest

from factcli.reading.pages import read_page

TITLE = "Petani Garam Sampang Mulai Panen"
FIRST = "SAMPANG - Petani garam di pesisir selatan mulai memanen setelah hujan berhenti."
SECOND = "Harga garam di gudang naik sejak awal bulan, kata ketua kelompok tani."
MENU = "".join(f"<li><a href='/{n}'>Kanal {n}</a></li>" for n in range(12))


def body(markup: str, head: str = "") -> list[str]:
    """The paragraphs of the page without its headline."""
    head = f"<head><title>{TITLE}</title>{head}</head>"
    page = f"<html>{head}<body><ul>{MENU}</ul><div class='detail'><h1>{TITLE}</h1>{markup}</div></body></html>"
    title, *paragraphs = read_page(page).text.split("\n")
    assert title == TITLE
    return paragraphs


@pytest.mark.parametrize(
    "box",
    [
        "<div class='PaywallOverlay'><p>Pelanggan membaca lebih banyak setiap hari di sini.</p></div>",
        "<div class='loginBox'><p>Pembaca yang masuk dapat menyimpan tulisan.</p></div>",
        "<div id='notifPermission'><p>Izinkan kami mengirim kabar terbaru setiap pagi.</p></div>",
        "<div class='gdpr-notice'><p>Kami menyimpan data kunjungan selama setahun.</p></div>",
        "<div class='subscription-box'><p>Hanya lima ribu rupiah untuk sebulan penuh.</p></div>",
        "<div class='tooltipContainer'><p>Dengarkan tulisan ini sambil berjalan.</p></div>",
        "<div style='display:none'><p>Tulisan ini hanya tampil di telepon genggam.</p></div>",
        "<div hidden><p>Tulisan ini hanya tampil di telepon genggam.</p></div>",
        "<p>Situs ini memakai kuki. Dengan menjelajah, Anda menyetujui kebijakan kami.</p>",
        "<p>Artikel ini hanya untuk pelanggan. Sudah berlangganan?</p>",
        "<p><b>Saksikan Video Pilihan di Bawah Ini:</b></p>",
        "<p>* <em>BACA BERITA LAINNYA TERKAIT GARAM, KLIK DI SINI</em></p>",
        "<p>Simak berita selengkapnya di halaman selanjutnya.</p>",
        "<p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p>",
    ],
)
def test_notices_and_forms_are_none_of_the_article(box: str) -> None:
    assert body(f"<p>{FIRST}</p>{box}<p>{SECOND}</p>{box}") == [FIRST, SECOND]


def test_a_long_part_behind_a_button_is_the_rest_of_the_article() -> None:
    rest = [f"Petani ke-{number} di desa itu sudah mengangkut garam ke gudang." for number in (1, 2, 3)]
    hidden = "".join(f"<p>{text}</p>" for text in rest)
    assert body(f"<p>{FIRST}</p><p>{SECOND}</p><div style='display: none'>{hidden}</div>") == [FIRST, SECOND, *rest]


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src='1.jpg'><figcaption>{}{}</figcaption></figure>",
        "<ul><li><img src='1.jpg'><p>1/2 {}{}</p></li></ul>",
        "<div class='slide'><img src='1.jpg'><div class='caption'>{}{}</div></div>",
    ],
)
@pytest.mark.parametrize("credit", [" Foto: Budi/detikcom", " TEMPO/Budi Santoso", " (ANTARA FOTO/Budi)"])
def test_a_page_of_pictures_beside_a_word_on_the_site(picture: str, credit: str) -> None:
    captions = [
        "Petani garam memulai panen di pesisir Sampang, Selasa (23/1/2024).",
        "Petani mengangkut garam ke gudang desa.",
    ]
    pictures = "".join(picture.format(caption, credit) for caption in captions)
    about = (
        "<div class='lain'><p>Lihat koleksi foto lain dari para pewarta kami setiap hari dari berbagai kota.</p></div>"
    )
    assert body(f"<div class='foto'>{pictures}</div>{about}") == captions
