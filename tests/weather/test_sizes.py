"""More than an article should hold: reported or read, in memory and time that stay small.

`WEATHER=1` makes everything as large as issue 7 says (100 MB of one line, a million lines): some minutes.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from growth import assert_linear

from factcli.dates import find_dates
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article
from weather.command import at_most, finish

SHARE = float(os.environ.get("WEATHER", "0.02"))
SENTENCE = "Warga pulang ke rumah setelah banjir surut pada 3 Mei 2024. "


@pytest.mark.parametrize("piece", [SENTENCE, "a"])
def test_one_line_without_end(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "a.txt"
    size = int(100_000_000 * SHARE)
    path.write_text((piece * (size // len(piece) + 1))[:size])
    code, _, lines = finish("dates", path, home=tmp_path, before=at_most(900))
    assert code == 1
    reason = f"{size:,} characters, too long for one article: split it, one article a file or a line"
    assert lines == [f"factcli: {path}: {reason}"]


def test_memory_that_does_not_suffice_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    assert finish("dates", path, home=tmp_path, before=at_most(400)) == (1, b"", ["factcli: not enough memory"])


def test_one_line_without_end_in_json_costs_no_other(tmp_path: Path) -> None:
    path, output = tmp_path / "a.jsonl", tmp_path / "a.json"
    size = int(100_000_000 * SHARE)
    path.write_text(json.dumps({"text": "a" * size}) + "\n" + json.dumps({"text": SENTENCE}) + "\n")
    code, _, lines = finish(
        "dates", path, "--published", "2024-05-04", "-o", output, home=tmp_path, before=at_most(1300)
    )
    assert code == 3
    assert len(lines) == 1
    assert json.loads(output.read_text())["dates"][0]["value"] == "2024-05-03"


def test_many_short_lines(tmp_path: Path) -> None:
    path, output = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    count = int(1_000_000 * SHARE)
    path.write_text('{"text":"Ya, besok."}\n' * count)
    assert finish("dates", path, "-o", output, home=tmp_path, before=at_most(800))[0] == 0
    with output.open("rb") as lines:
        assert sum(1 for _ in lines) == count


def test_many_short_lines_in_one_article() -> None:
    text = "Ya.\n" * int(240_000 * SHARE) + SENTENCE
    (article,) = read_articles(text.encode(), name="a.txt", published="2024-05-04")
    assert isinstance(article, Article)
    assert [date.value for date in find_dates(article.text, blocks=article.blocks)] == ["2024-05-03"]


def test_an_article_with_5000_dates(pipeline: Pipeline) -> None:
    days = [f"{1950 + number % 70}-{1 + number % 9:02}-{1 + number % 28:02}" for number in range(5000)]
    text = "\n".join(f"Pada {int(day[8:])}/{int(day[5:7])}/{day[:4]} Siti Aminah mengunjungi Bandung." for day in days)
    assert [date.value for date in find_dates(text, published="2024-05-04")] == days
    lines = text.split("\n")
    assert_linear(lambda n: "\n".join(lines[:n]), lambda part: find_dates(part, published="2024-05-04"), 2500)
    count = int(2000 * SHARE)
    (article,) = read_articles("\n".join(text.split("\n")[:count]).encode(), name="a.txt", published="2024-05-04")
    assert isinstance(article, Article)
    facts = pipeline.read(article)
    assert [date.value for date in facts.dates] == days[:count]
    assert len(facts.events) == count
    assert {event.when.value for event in facts.events if event.when} == set(days[:count])
