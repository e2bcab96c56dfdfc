"""Our own annotation is kept without the text, and joined with it again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.standoff import NEWS, keep, own_rows, with_text

LINE = "Jembatan Batu Merah di Ambon roboh pada Senin (13/5/2024), kata Siti."
TITLE = "Jembatan di Ambon Roboh"


def span(words: str, text: str) -> dict[str, object]:
    """Where words stand."""
    start = text.rindex(words)
    return {"start": start, "end": start + len(words), "text": words}


def row() -> dict[str, object]:
    """An annotated article of our own words."""
    text = f"{TITLE}\n{LINE}"
    date = {"type": "DATE", "value": "2024-05-13", "mod": None, "earliest": "2024-05-13", "latest": "2024-05-13"}
    event = {"trigger": span("roboh", text), "alt_triggers": [], "when": {"value": "2024-05-13"}, "agents": ["e1"]}
    return {
        "id": "n1", "source": "kabar", "published": "2024-05-14", "title": TITLE, "text": text,
        "dates": [span("Senin (13/5/2024)", text) | date],
        "entities": [{"id": "e1", "label": "LOC", "name": "Ambon", "mentions": [span("Ambon", text)]}],
        "events": [event], "undated": [],
    }  # fmt: skip


def test_what_is_kept_has_none_of_the_text(tmp_path: Path) -> None:
    keep([row()], tmp_path / "news.jsonl.gz")
    (tmp_path / "news.txt").write_text("Hujan turun.\n" + LINE + " \n", encoding="utf-8")
    (tmp_path / "news2.txt").write_text("", encoding="utf-8")
    [found] = own_rows(tmp_path, (tmp_path / "news.jsonl.gz",))
    for key in ("text", "title", "dates", "entities", "published"):
        assert found[key] == row()[key]
    assert found["events"][0]["trigger"]["start"] == f"{TITLE}\n{LINE}".index("roboh", len(TITLE))


def test_an_article_whose_line_is_missing_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep([row()], tmp_path / "news.jsonl.gz")
    for name in ("news.txt", "news2.txt"):
        (tmp_path / name).write_text("Hujan turun.\n", encoding="utf-8")
    assert own_rows(tmp_path, (tmp_path / "news.jsonl.gz",)) == []
    assert "0 of 1" in capsys.readouterr().err


def test_what_is_held_is_not_learned_from(tmp_path: Path) -> None:
    keep([row() | {"held": True}], tmp_path / "news.jsonl.gz")
    (tmp_path / "news.txt").write_text(LINE, encoding="utf-8")
    (tmp_path / "news2.txt").write_text("", encoding="utf-8")
    assert own_rows(tmp_path, (tmp_path / "news.jsonl.gz",)) == []
    assert len(own_rows(tmp_path, (tmp_path / "news.jsonl.gz",), held=True)) == 1


def test_the_kept_annotation_holds_no_sentence_of_the_news() -> None:

    for line in gzip.decompress(NEWS.read_bytes()).splitlines():
        kept = json.loads(line)
        assert "text" not in kept
        assert with_text(kept, {}) is None
        for event in [*kept["events"], *kept["undated"]]:
            assert "text" not in event["trigger"]
