"""Every format says what an entry rests on and who reports it; only addresses of the web are links."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import msgspec
import pytest

from factcli.formats.geojson import timeline_geojson
from factcli.formats.report.page import timeline_report
from factcli.formats.sources import address
from factcli.formats.timeline_csv import timeline_csv
from factcli.formats.timeline_json import timeline_json, timeline_lines
from factcli.formats.timeline_markdown import timeline_markdown
from factcli.formats.timelinejs import timelinejs
from factcli.schema import Evidence, Facts, TimelineEntry
from formats.made import TEXT, entries, facts

URL = "https://harianlaut.example/pasar?halaman=1&urut=a"
SENTENCE = TEXT.splitlines()[1]


@pytest.fixture
def documents() -> list[Facts]:
    """An article with an address, and one without."""
    return [msgspec.structs.replace(facts("a"), url=URL), facts("b", source=None)]


@pytest.fixture
def timeline() -> list[TimelineEntry]:
    """Two articles report the opening; the sentence is that of the first."""
    made = entries("a#")
    made[0].events.append("b#v1")
    start = TEXT.index(SENTENCE)
    made[0].evidence = Evidence(document="a", start=start, end=start + len(SENTENCE))
    made[0].need = 0.8
    return made


def sources(entry: dict[str, Any]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one["document"], one["source"], one["published"], one["url"]) for one in entry["sources"]]


WANTED = [("a", "Harian Laut", "2020-02-04", URL), ("b", None, "2020-02-04", None)]


def test_json_has_the_sentence_and_the_sources(timeline: list[TimelineEntry], documents: list[Facts]) -> None:
    whole = json.loads(timeline_json(timeline, documents))
    assert [document["url"] for document in whole["documents"]] == [URL, None]
    for entry in (whole["timeline"][0], json.loads(timeline_lines(timeline, documents).splitlines()[0])):
        assert sources(entry) == WANTED
        assert (entry["evidence"]["document"], entry["evidence"]["text"]) == ("a", SENTENCE)
        assert entry["need"] == 0.8
    assert whole["timeline"][1]["evidence"] is None


def test_csv_has_the_sentence_and_the_sources(timeline: list[TimelineEntry], documents: list[Facts]) -> None:
    opening = next(csv.DictReader(io.StringIO(timeline_csv(timeline, documents))))
    assert (opening["days"], opening["urls"]) == ("2020-02-04; 2020-02-04", f"{URL};")
    assert (opening["document"], opening["evidence"], opening["need"]) == ("a", SENTENCE, "0.8")
    assert TEXT[int(opening["start"]) : int(opening["end"])] == SENTENCE


def test_geojson_has_them(timeline: list[TimelineEntry], documents: list[Facts]) -> None:
    bitung = json.loads(timeline_geojson(timeline, documents))["features"][0]
    [entry] = bitung["properties"]["entries"]
    assert (sources(entry), entry["evidence"]["text"]) == (WANTED, SENTENCE)


def test_pages_lead_to_the_article(timeline: list[TimelineEntry], documents: list[Facts]) -> None:
    escaped = URL.replace("&", "&amp;")
    assert f"[Harian Laut](<{URL}>), b" in timeline_markdown(timeline, documents)
    assert f'href="{escaped}"' in json.loads(timelinejs(timeline, documents))["events"][0]["text"]["text"]
    page = timeline_report(timeline, documents)
    assert f'href="{escaped}"' in page
    assert '<p class="sentence">' in page


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "/pasar", 'https://a.example/"x', "https://a.example/ b"]
)
def test_what_is_no_address_of_the_web_is_no_link(url: str | None, timeline: list[TimelineEntry]) -> None:
    assert address(url) is None
    documents = [msgspec.structs.replace(facts("a"), url=url), facts("b")]
    assert "](<" not in timeline_markdown(timeline, documents)
    assert "javascript:" not in timeline_report(timeline, documents)
