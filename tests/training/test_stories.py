"""Stories are kept without text, and found again in the lines that they mark."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.standoff import FILES, digest
from training.stories import SORTED_STORIES, STORIES, own_stories

LINE = "Sinta Dewi membuka pasar di Ambon, Senin (3/5/2021)."
ROW = {
    "story": "pasar",
    "held": False,
    "articles": [
        {
            "line": digest(LINE),
            "title": "Pasar Dibuka",
            "published": "2021-05-03",
            "events": [{"start": 24, "end": 31, "happening": "buka", "needed": True}],
        }
    ],
}


def test_a_story_has_its_text_again_and_its_marks_stand_on_their_words(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text(f"Lain.\n{LINE}\n", encoding="utf-8")
    kept = tmp_path / "stories.jsonl.gz"
    kept.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    assert own_stories(tmp_path, kept, held=True) == {}
    stories = own_stories(tmp_path, kept)
    [article] = stories["pasar"]
    [event] = article["events"]
    assert article["text"][event["trigger"]["start"] : event["trigger"]["end"]] == "membuka"
    assert article["id"] == "pasar-1"


@pytest.mark.parametrize(("path", "count", "held"), [(STORIES, 15, 5), (SORTED_STORIES, 194, 40)])
def test_the_stories_that_are_kept_can_be_read(path: Path, count: int, held: int) -> None:
    rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert (len(rows), sum(row["held"] for row in rows)) == (count, held)
