"""Articles inside other JSON objects."""

from __future__ import annotations

import json

from factcli.reading import read_articles
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
