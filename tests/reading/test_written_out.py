"""Texts with HTML, lists and line breaks written out in them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from factcli.reading import read_articles
from factcli.reading.written_out import is_list, plain, with_breaks
from factcli.schema import Article

FIRST, SECOND = "Pasar ikan di Cirebon dibuka kemarin.", "Pedagang senang & ramai, kata “Siti”."
ESCAPED = "Pedagang senang &amp;&nbsp;ramai, kata &#8220;Siti&rdquo;."


@pytest.mark.parametrize(
    "written",
    [
        f"<p>{FIRST}</p>\n<p>{ESCAPED}</p>",
        f"{FIRST}<br><br />{ESCAPED}",
        f"<div>Pasar <b>ikan</b> di <a href='/t'>Cirebon</a> dibuka kemarin.<div>{SECOND}</div></div>",
        f"<p>{FIRST}</p><p><a href='/a'>Harga Ikan Naik</a></p><script>x()</script>{SECOND}",
        f"['{FIRST}', '{SECOND}']",
        f'["{FIRST}", "{SECOND}"]',
    ],
)
def test_a_field_of_text(written: str) -> None:
    assert plain(written) == f"{FIRST}\n{SECOND}"
    (found,) = read_articles(json.dumps({"content": written}).encode(), name="a.json")
    assert isinstance(found, Article) and found.text == plain(written)
    table = io.StringIO()
    csv.writer(table).writerows([["judul", "isi"], ["Pasar &amp; Ikan", written]])
    (row,) = read_articles(table.getvalue().encode(), name="a.csv")
    assert isinstance(row, Article) and (row.title, row.text) == ("Pasar & Ikan", plain(written))


@pytest.mark.parametrize(
    "text",
    [
        "Harga < 5 dan > 3.",
        "R&D; AT&T",
        "[Gambas:Video]",
        "['Pasar' dibuka.]",
        "['a', 5]",
        "[" * 5000,
        "['" * 5000 + "']",
        "C:\\nama",
    ],
)
def test_a_text_that_only_looks_like_it_stays(text: str) -> None:
    assert plain(text) == text


def test_line_breaks_written_out_are_breaks_and_nothing_moves() -> None:
    text = 'Pasar dibuka.\\n\\nPedagang senang.\\r\\n"Ramai," kata Siti.\\n'
    found = with_breaks(text)
    assert len(found) == len(text)
    assert [line.strip() for line in found.split("\n") if line.strip()] == [
        "Pasar dibuka.",
        "Pedagang senang.",
        '"Ramai," kata Siti.',
    ]
    (article,) = read_articles(text.encode(), name="a.txt")
    assert isinstance(article, Article) and len(article.blocks) == 3


def test_a_list_as_json_writes_it_keeps_whole_characters_alone() -> None:
    assert plain('["Banjir \\ud83d\\ude00 surut.", "Warga pulang."]') == "Banjir 😀 surut.\nWarga pulang."
    assert not is_list("['Banjir \\ud83d surut.']")


def test_only_whole_entities_are_characters() -> None:
    assert plain("R&amp;D di x?id=1&copy=2") == "R&D di x?id=1&copy=2"
