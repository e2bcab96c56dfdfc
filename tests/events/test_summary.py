"""Summaries: short sentences of the text's own words, that say nothing the text does not."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.events.tables import read_table
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article

EXAMPLES = [example for rule in read_table("summary.toml").values() for example in rule["examples"]]


def summaries(pipeline: Pipeline, text: str) -> dict[str, str]:
    """The summaries of a text published on a Wednesday, by the triggers of its events."""
    [article] = read_articles(text.encode(), name="text", published="2024-05-15")
    assert isinstance(article, Article)
    return {event.trigger.text: event.summary for event in pipeline.read(article).events}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["text"]))
def test_the_examples_of_the_rules(pipeline: Pipeline, example: dict[str, Any]) -> None:
    text = example["text"] if "Senin" in example["text"] else f"{example['text']} pada Senin"
    assert example["summary"] in summaries(pipeline, f"{text}.").values()


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        (
            "Sari Wulandari batal mengunjungi Kupang pada Senin (13/5/2024).",
            "mengunjungi",
            "Sari Wulandari batal mengunjungi Kupang",
        ),
        (
            "Polisi menduga sopir itu mengantuk pada Senin (13/5/2024).",
            "mengantuk",
            "Polisi menduga sopir itu mengantuk",
        ),
        (
            "Jika hujan turun pada Sabtu (18/5/2024), panitia akan memindahkan laga itu.",
            "turun",
            "Jika hujan turun, panitia akan memindahkan laga itu",
        ),
        (
            "Dewi Anggraini pulang. Ia menemui warga di Kudus pada Senin (13/5/2024).",
            "menemui",
            "Dewi Anggraini menemui warga di Kudus",
        ),
        (
            "Gedung yang dibangun pada 1928 itu roboh.",
            "dibangun",
            "Gedung dibangun",
        ),
        (
            '"Kami siap," ujarnya di Kudus, Senin (13/5/2024).',
            "ujar",
            '"Kami siap," ujarnya di Kudus',
        ),
        (
            "Rapat itu dihadiri Dewi Anggraini, Budi Santoso, dan Sri Lestari pada Senin (13/5/2024).",
            "dihadiri",
            "Rapat itu dihadiri Dewi Anggraini, Budi Santoso, dan Sri Lestari",
        ),
        (
            "Pada penutupan perdagangan Senin (13/5/2024), rupiah melemah ke Rp16.100.",
            "melemah",
            "Rupiah melemah ke Rp16.100",
        ),
        (
            "Dewi Anggraini bertemu Budi Santoso pada Senin (13/5/2024). Keduanya menaiki kereta itu.",
            "menaiki",
            "Dewi Anggraini dan Budi Santoso menaiki kereta itu",
        ),
        (
            "Selama sepekan harga kopi turun 2 persen.",
            "turun",
            "Harga kopi turun 2 persen",
        ),
        (
            "Film itu dijadwalkan untuk dirilis pada Juni 2024.",
            "dirilis",
            "Film itu dijadwalkan dirilis",
        ),
        (
            "Koperasi itu tidak membagikan keuntungan tahun lalu.",
            "membagikan",
            "Koperasi itu tidak membagikan keuntungan",
        ),
        (
            "direktur senior Dewi Anggraini memperingatkan warga pada Senin (13/5/2024).",
            "memperingatkan",
            "Direktur senior Dewi Anggraini memperingatkan warga",
        ),
        (
            "BANJIR merendam dua desa pada Senin (13/5/2024). Warga menyebut banjir itu datang cepat.",
            "merendam",
            "Banjir merendam dua desa",
        ),
    ],
)
def test_a_summary_is_a_sentence_of_the_texts_own_words(
    pipeline: Pipeline, text: str, trigger: str, summary: str
) -> None:
    assert summaries(pipeline, text)[trigger] == summary


def test_a_headline_is_its_own_summary(pipeline: Pipeline) -> None:
    text = "Putin ke Pyongyang\n\nJAKARTA, KOMPAS.com - Hujan turun di Jakarta pada Senin (13/5/2024)."
    assert summaries(pipeline, text)["ke"] == "Putin ke Pyongyang"


def test_a_long_quotation_is_cut_and_shows_it(pipeline: Pipeline) -> None:
    words = " ".join(["sungguh"] * 40)
    text = f'"Jalan itu {words} rusak," kata Dewi Anggraini di Kudus, Senin (13/5/2024).'
    told = summaries(pipeline, text)["kata"]
    assert told.endswith('…," kata Dewi Anggraini di Kudus')
    assert len(told.split()) < 30
