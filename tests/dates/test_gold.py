"""The figures on the project's gold sets, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcli.dates import find_dates

EVAL = Path(__file__).parents[3] / "shared" / "eval"


@pytest.mark.parametrize(("gold", "least"), [("dates/kompas_dev.jsonl", 0.99), ("events/dev.jsonl", 0.97)])
def test_share_of_gold_dates_found_with_their_value(gold: str, least: float) -> None:
    path = EVAL / gold
    if not path.exists():
        pytest.skip(f"the gold set {gold} is not at hand")
    right = total = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        article: dict[str, Any] = json.loads(line)
        published = "-".join(part.zfill(2) for part in article["published"].split("-"))
        found = {(date.start, date.value) for date in find_dates(article["text"], published=published)}
        total += len(article["dates"])
        right += sum((date["start"], date["value"]) in found for date in article["dates"])
    assert right / total >= least
