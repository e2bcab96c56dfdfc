"""Articles inside other JSON objects."""

from __future__ import annotations

import json

import pytest

from factcli.reading import Unreadable, read_articles
from factcli.schema import Article

TEXT = "Pasar ikan di Cirebon dibuka lagi setelah kebakaran."


def read(value: object) -> list[Article]:
    found = list(read_articles(json.dumps(value).encode(), name="pasar.json"))
    assert all(isinstance(article, Article) for article in found)
    return [article for article in found if isinstance(article, Article)]


def test_a_hit_of_a_search() -> None:
    (article,) = read(
        {"_id": "7", "_source": {"headline": "Pasar Dibuka", "body": TEXT, "published_at": "1705888800000"}}
    )
    assert (article.id, article.title, article.text) == ("7", "Pasar Dibuka", TEXT)
    assert article.published.value == "2024-01-22"


def test_an_answer_with_many_articles() -> None:
    answer = {
        "status": "ok",
        "url": "https://tempo.co/9",
        "data": {"articles": [{"isi": TEXT}, {"isi": f"{TEXT} Ramai."}]},
    }
    assert [(article.id, article.text, article.url) for article in read(answer)] == [
        ("pasar-1", TEXT, None),
        ("pasar-1.2", f"{TEXT} Ramai.", None),
    ]


def test_the_outer_object_is_the_article_where_it_has_text() -> None:
    (article,) = read({"text": TEXT, "related": [{"title": "Jalan Rusak", "text": "Jalan rusak parah."}]})
    assert article.text == TEXT


def test_what_the_holder_says_holds_for_the_article_in_it() -> None:
    (article,) = read({"url": "https://tempo.co/9", "tanggal": "2024-01-22", "artikel_lengkap": {"isi": TEXT}})
    assert (article.url, article.published.value, article.source) == ("https://tempo.co/9", "2024-01-22", "Tempo")


COLUMNS = {
    "judul": ["Pasar Dibuka", "Jalan Rusak"],
    "isi": [TEXT, f"{TEXT} Ramai."],
    "tanggal": ["2024-01-22", "2024-01-23"],
}


@pytest.mark.parametrize(
    "value",
    [
        COLUMNS,
        {key: {str(number): cell for number, cell in enumerate(column)} for key, column in COLUMNS.items()},
        {"columns": list(COLUMNS), "index": [0, 1], "data": [list(row) for row in zip(*COLUMNS.values(), strict=True)]},
        [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)],
        {"data": {"berita": [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)]}},
    ],
    ids=["lists", "columns", "split", "records", "under a key of texts"],
)
def test_a_table_in_any_of_its_shapes(value: object) -> None:
    assert [(article.title, article.text, article.published.value) for article in read(value)] == [
        ("Pasar Dibuka", TEXT, "2024-01-22"),
        ("Jalan Rusak", f"{TEXT} Ramai.", "2024-01-23"),
    ]


def test_an_article_whose_fields_are_lists_is_one_article() -> None:
    fields = {"judul": ["Pasar Dibuka"], "tanggal": ["2024-01-22"], "tags": ["pasar", "Solo", "kios"]}
    for paragraphs in ([TEXT], [TEXT, "Ramai."], [TEXT, "Ramai.", "Warga pulang."]):
        (article,) = read({**fields, "isi": paragraphs})
        assert (article.title, article.text) == ("Pasar Dibuka", "\n".join(paragraphs))
        assert article.published.value == "2024-01-22"


def test_a_table_of_one_row_is_one_article() -> None:
    (article,) = read({key: column[:1] for key, column in COLUMNS.items()})
    assert (article.title, article.text) == ("Pasar Dibuka", TEXT)


def test_a_post_of_wordpress() -> None:
    (article,) = read(
        {
            "id": 7,
            "date": "2024-01-22T10:15:00",
            "link": "https://tempo.co/7",
            "title": {"rendered": "Pasar &#8220;Ikan&#8221; Dibuka"},
            "content": {"rendered": f"<p>CIREBON &#8211; {TEXT}</p>", "protected": False},
        }
    )
    assert (article.title, article.text) == ("Pasar “Ikan” Dibuka", f"CIREBON – {TEXT}")
    assert (article.published.value, article.source) == ("2024-01-22", "Tempo")


def test_a_day_and_paragraphs_in_objects_of_their_own() -> None:
    day = {"$date": {"$numberLong": "1705888800000"}}
    (article,) = read({"published": day, "content": [{"type": "p", "text": TEXT}, {"type": "p", "text": "Ramai."}]})
    assert (article.text, article.published.value) == (f"{TEXT}\nRamai.", "2024-01-22")


def test_a_shape_that_is_none_is_reported_with_what_to_do() -> None:
    deep: object = TEXT
    for _ in range(200):
        deep = {"text": deep}
    in_list = {"text": [{"a": 1}]}
    for value, kind in (({"text": {"a": 1}}, "an object"), (in_list, "a list with an object"), (deep, "an object")):
        (found,) = read_articles(json.dumps(value).encode(), name="a.json")
        assert isinstance(found, Unreadable)
        assert kind in found.reason and "its text as one string" in found.reason
