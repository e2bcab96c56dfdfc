"""Figures and numbers as readers see them."""

from __future__ import annotations

import io
import json

import msgspec
import pytest
from rich.console import Console

from factcli.formats.facts_csv import facts_csv
from factcli.formats.figures_text import figures_text, number_text, range_text
from factcli.formats.geojson import facts_geojson, timeline_geojson
from factcli.formats.ics import ics
from factcli.formats.languages import Language, use_language
from factcli.formats.report.page import timeline_report
from factcli.formats.timeline_csv import timeline_csv
from factcli.formats.timeline_markdown import timeline_markdown
from factcli.formats.timeline_table import timeline_table
from factcli.formats.timelinejs import timelinejs
from factcli.schema import Figure, Quantity, Side, Statement, TimelineEntry
from formats.made import entries, facts

BEFORE = Figure(quantity="a#q1", of="dead", unit="person", value=11, low=11, high=11, published="2024-05-12")
STATED = Statement(quantity="a#q1", value=11, low=11, high=11, published="2024-05-12")
TOLL = msgspec.structs.replace(BEFORE, quantity="b#q1", value=12, low=12, published="2024-05-13", otherwise=[STATED])
LINE = "tewas: 11 orang (12 Mei 2024) → 12 orang (13 Mei 2024)"


def with_toll() -> list[TimelineEntry]:
    first, *others = entries()
    return [msgspec.structs.replace(first, figures=[TOLL]), *others]


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ({"value": 1250, "low": 1250, "high": 1250}, "1.250"),
        ({"value": 1.5, "low": 1.5, "high": 1.5}, "1,5"),
        ({"value": 12, "low": 12, "mod": "MORE_THAN"}, "≥ 12"),
        ({"value": 300, "high": 300, "mod": "LESS_THAN"}, "≤ 300"),
        ({"value": 50, "mod": "APPROX"}, "± 50"),
        ({"low": 2, "high": 3}, "2–3"),
        ({"low": 100}, "100–…"),
    ],
)
def test_a_number_says_what_is_known(known: dict[str, object], text: str) -> None:
    quantity = Quantity(id="q1", start=0, end=1, text="x", unit="m", **known)  # type: ignore[arg-type]
    assert range_text(quantity) == text


def test_numbers_are_written_as_the_language_of_the_labels_writes_them() -> None:
    use_language(Language.ENGLISH)
    assert number_text(1250.5) == "1,250.5"
    assert figures_text([BEFORE]) == ["dead: 11 people"]


def test_a_score_has_its_sides_and_stands_in_their_order() -> None:
    persib, persija = Side(start=0, end=6, text="Persib", score=2), Side(start=22, end=29, text="Persija", score=1)
    score = Figure(quantity="q1", unit="score", low=1, high=2, sides=[persib, persija])
    assert figures_text([score]) == ["2–1 (skor): Persib 2, Persija 1"]
    assert figures_text([msgspec.structs.replace(score, sides=[])]) == ["1–2 (skor)"]


def test_what_was_stated_before_stands_first_with_its_day() -> None:
    assert figures_text([TOLL]) == [LINE]
    assert figures_text([msgspec.structs.replace(TOLL, otherwise=[])]) == ["tewas: 12 orang"]
    assert figures_text([Figure(quantity="q1", unit="magnitude", value=5.6)]) == ["5,6 magnitudo"]


def test_control_characters_and_markup_stay_text() -> None:
    hostile = msgspec.structs.replace(TOLL, of="<b>\x1b[2J", unit="a|b")
    (entry, *others) = with_toll()
    shown = [msgspec.structs.replace(entry, figures=[hostile]), *others]
    assert "\x1b" not in figures_text([hostile])[0]
    assert "<b>" not in timeline_report(shown, [facts()])
    assert r"a\|b" in timeline_markdown(shown, [facts()])


def test_every_format_for_readers_has_the_figures_beside_the_entry() -> None:
    stream = io.StringIO()
    Console(file=stream, width=120).print(timeline_table(with_toll(), [facts()]))
    assert LINE in stream.getvalue()
    assert LINE.split(" (")[0] in timeline_markdown(with_toll(), [facts()]).replace("\\", "")
    assert f"<li>{LINE}</li>" in timeline_report(with_toll(), [facts()])
    assert f"<li>{LINE}</li>" in json.loads(timelinejs(with_toll(), [facts()]))["events"][0]["text"]["text"]
    assert LINE in ics(with_toll(), [facts()]).replace("\r\n ", "")


def test_maps_have_figures_and_quantities() -> None:
    (place,) = json.loads(timeline_geojson(with_toll()[:1], [facts()]))["features"]
    assert place["properties"]["entries"][0]["figures"][0]["value"] == 12
    measured = Quantity(id="q1", start=0, end=5, text="320 kios", value=320, unit="building", event="v1")
    places = json.loads("".join(facts_geojson([msgspec.structs.replace(facts(), quantities=[measured])])))["features"]
    stated = [event["quantities"] for place in places for event in place["properties"]["events"]]
    assert [[quantity["value"] for quantity in each] for each in stated] == [[320], []]


def test_csv_has_figures_and_quantities_in_every_locale() -> None:
    assert "dead: 11 person 2024-05-12 > 12 person 2024-05-13" in timeline_csv(with_toll(), [facts()])
    measured = Quantity(id="q1", start=0, end=5, text="320 kios", value=320, unit="building", event="v1")
    rows = "".join(facts_csv([msgspec.structs.replace(facts(), quantities=[measured])])).splitlines()
    assert rows[0].endswith(",sentence,quantities")
    assert rows[1].endswith(",320 kios")
