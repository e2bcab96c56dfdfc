"""TimelineJS: what its documentation asks of the JSON (its own reader is run in no test: it needs Node)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcli.formats.timelinejs import dated, timelinejs
from factcli.schema import TimelineEntry, When
from formats.made import entries, facts, on


def slide(when: When, summary: str = "Sari tiba") -> dict[str, Any]:
    written = timelinejs([TimelineEntry(when=when, events=["v1"], summary=summary)], [facts()])
    found: dict[str, Any] = json.loads(written)["events"][0]
    return found


def test_a_slide_an_entry_and_the_headline_first() -> None:
    document = facts()
    chosen = dated(entries(), [document])
    timeline = json.loads(timelinejs(chosen, [document]))
    assert timeline["title"]["text"]["headline"] == "Pasar &lt;Baru&gt; &amp; Pelabuhan"
    opening, plan = timeline["events"]
    assert opening["start_date"] == {"year": 2020, "month": 2, "day": 3}
    assert opening["display_date"] == "3 Feb 2020"
    assert "&lt;b&gt;membuka" in opening["text"]["text"]
    assert "Harian Laut, 2020-02-04" in opening["text"]["text"]
    assert plan["text"]["headline"].endswith("(rencana)")
    assert opening["unique_id"] != plan["unique_id"]


def test_several_articles_have_no_headline() -> None:
    assert "title" not in json.loads(timelinejs([], [facts("a"), facts("b")]))


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (When(value="2000-07", earliest="2000-07-01", latest="2000-07-31"), {"year": 2000, "month": 7}, None),
        (When(value="2000", earliest="2000-01-01", latest="2000-12-31"), {"year": 2000}, None),
        (
            When(value="2024-W04", earliest="2024-01-22", latest="2024-01-28"),
            {"year": 2024, "month": 1, "day": 22},
            {"year": 2024, "month": 1, "day": 28},
        ),
        (on("2020-02-03T10:30"), {"year": 2020, "month": 2, "day": 3, "hour": 10, "minute": 30}, None),
        (on("2020-02-03T24:00"), {"year": 2020, "month": 2, "day": 3}, None),
        (When(latest="2020-02-03"), {"year": 2020, "month": 2, "day": 3}, None),
    ],
)
def test_dates_are_as_precise_as_known(when: When, start: dict[str, int], end: dict[str, int] | None) -> None:
    found = slide(when)
    assert (found["start_date"], found.get("end_date")) == (start, end)


def test_html_of_the_input_is_text() -> None:
    assert slide(on("2020-02-03"), "<script>x</script>")["text"]["headline"] == "&lt;script&gt;x&lt;/script&gt;"
