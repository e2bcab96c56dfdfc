"""The status of an event in an article: what the head says, and the frames, where they are sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcli.events.tables import tables
from factcli.reading import read_articles
from factcli.schema import Article, Status

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Pengurus membantah gedung itu dijual pada April 2024.", "dijual", "negated"),
        ("Menteri tidak akan menemui petani pada Rabu (15/5/2024).", "menemui", "negated"),
        ("Bus itu nyaris terjun ke jurang pada Senin (13/5/2024).", "terjun", "negated"),
        ("Peluncuran satelit itu dibatalkan pada Minggu (12/5/2024).", "Peluncuran", "negated"),
        ("Camat disebut-sebut menjual tanah desa pada April 2024.", "menjual", "possible"),
        ("Camat akan membuka pasar itu pada Rabu (15/5/2024).", "membuka", "planned"),
        ("Polisi tak membantah telah menggeledah rumah itu pada Senin (13/5/2024).", "menggeledah", "actual"),
        ("Nelayan yang nyaris tenggelam itu diselamatkan pada Senin (13/5/2024).", "diselamatkan", "actual"),
        ('"Jembatan itu roboh," kata Camat Sari, Kamis (16/5/2024).', "kata", "actual"),
        *((one["text"], one["word"], one["status"]) for one in tables("reporting.toml")["ahead"]["examples"]),
    ],
)
def test_an_event_has_the_status_that_its_sentence_gives_it(
    pipeline: Pipeline, text: str, trigger: str, status: Status
) -> None:
    [article] = read_articles(text.encode(), name="text", published="2024-05-14")
    assert isinstance(article, Article)
    found = {event.trigger.text: event.status for event in pipeline.read(article).events}
    assert found[trigger] == status
