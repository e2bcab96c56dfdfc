"""Facts that were written are read back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from formats.made import facts

from factcli.formats.facts_json import facts_json
from factcli.reading import Unreadable, is_facts, read_facts
from factcli.schema import Event, Facts, Mention, Published, Sentence, Trigger

FACTS = Facts(
    id="a",
    title="Pasar “Dibuka”",
    published=Published(value="2020-02-03", basis="option"),
    text="Warga \x00 senang.",
    sentences=[Sentence(start=0, end=15)],
    events=[Event(id="v1", trigger=Trigger(start=0, end=5, text="tiba", lemma="tiba"), class_="OCCURRENCE")],
)

MADE = facts()


def test_what_was_written_comes_back() -> None:
    data = (facts_json(FACTS) + "\n").encode() * 2
    assert is_facts(data)
    assert list(read_facts(data)) == [FACTS, FACTS]


def test_what_jq_has_indented_comes_back_too() -> None:
    data = json.dumps(json.loads(facts_json(FACTS)), indent=2).encode()
    assert is_facts(data)
    assert list(read_facts(data)) == [FACTS]


def test_damaged_facts_are_reported_by_line_and_the_rest_is_read() -> None:
    damaged = '{"schema": "factcli/1", "text": "x", "events": 5}\n{"schema": "factcli/2", "text": "x"}\n{"schema'
    found = list(read_facts(f"{facts_json(FACTS)}\n{damaged}\n".encode(), name="f.jsonl"))
    assert found[0] == FACTS
    bad = [item for item in found if isinstance(item, Unreadable)]
    assert [item.line for item in bad] == [2, 3, 4]
    assert "factcli/1" in str(bad[1])


@pytest.mark.parametrize(
    "data",
    [b"", b"Warga senang.", b'{"text": "Warga senang."}', b'{"schema": 1, "text": "x"}', b'{"schema": "factcli/1"}'],
)
def test_other_input_is_no_facts(data: bytes) -> None:
    assert not is_facts(data)


def test_mentions_are_records_again() -> None:
    (read,) = read_facts(
        b'{"schema": "factcli/1", "text": "Budi", "entities":'
        b' [{"id": "e1", "label": "PER", "name": "Budi", "mentions": [{"start": 0, "end": 4, "text": "Budi"}]}]}'
    )
    assert isinstance(read, Facts)
    assert read.entities[0].mentions == [Mention(start=0, end=4, text="Budi")]


def test_a_lone_surrogate_is_a_character_that_is_unknown() -> None:
    (read,) = read_facts(b'{"schema": "factcli/1", "text": "a \\udc00 b", "title": "\\ud83d\\ude00 \\ud83d"}')
    assert isinstance(read, Facts)
    assert (read.text, read.title) == ("a \ufffd b", "\U0001f600 \ufffd")
    assert json.loads(facts_json(read).encode()) == json.loads(facts_json(read))


def changed(path: str, value: Any) -> bytes:
    """The facts as a line of JSON, with one value put in the place that `path` gives (`events.0.sentence`)."""
    whole = json.loads(facts_json(MADE))
    *parents, last = path.split(".")
    holder: Any = whole
    for key in parents:
        holder = holder[int(key) if key.isdigit() else key]
    assert last in holder
    holder[last] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    "day", ["x", "", "2024-02-30", "2024-13-01", "20240101", "2024-W01-1", "10000-01-01", "\u0662" * 4 + "-01-01"]
)
@pytest.mark.parametrize(
    "place", ["published.value", "dates.0.earliest", "events.0.when.latest", "timeline.0.when.earliest"]
)
def test_a_day_that_is_no_day_is_damage(place: str, day: str) -> None:
    good, bad = read_facts(facts_json(MADE).encode() + b"\n" + changed(place, day), name="f.jsonl")
    assert good == MADE
    assert isinstance(bad, Unreadable)
    assert str(bad).startswith("f.jsonl, line 2: damaged facts (")
    assert "\n" not in str(bad) and len(str(bad)) < 200


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(day: str) -> None:
    (read,) = read_facts(changed("published.value", day))
    assert isinstance(read, Facts)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("events.0.when", {"value": "2020-02", "earliest": "2020-02-29", "latest": "2020-02-01", "date": None}),
        ("events.0.when.value", "2020-13-45"),
        ("events.0.when.value", "2020-02-03T99:99"),
        ("events.0.when.value", "0000-99-99T10:00"),
        ("events.0.when.value", "2020-02-03\r\nBEGIN:VALARM"),
        ("dates.0.value", "<b>"),
        ("dates.0.mod", "<b>"),
        ("dates.0.start", -1),
        ("dates.0.end", 10**9),
        ("events.0.sentence", -7),
        ("events.0.sentence", 2**63),
        ("events.0.trigger.end", 0),
        ("events.0.status", "x" * 20_000),
        ("events.0.score", float("nan")),
        ("events.0.score", 2.0),
        ("entities.1.lat", float("nan")),
        ("entities.1.lon", float("inf")),
        ("entities.1.lat", 999.0),
        ("entities.0.mentions.0.start", 2**64),
        ("sentences.0.end", 2**63),
        ("published.start", 3),
        ("timeline.0.evidence", {"document": None, "start": 3, "end": 10**9}),
        ("timeline.0.evidence", {"document": "pasar", "start": 0, "end": 2**63}),
    ],
)
def test_what_makes_no_sense_is_damage(place: str, value: Any) -> None:
    (found,) = read_facts(changed(place, value), name="f.jsonl")
    assert isinstance(found, Unreadable)
    assert str(found).startswith("f.jsonl, line 1: damaged facts (")
    assert "\n" not in str(found) and len(str(found)) < 300


def test_a_wrong_value_of_any_length_is_quoted_in_short_with_its_place() -> None:
    (found,) = read_facts(changed("events.0.status", "pasti " * 4000), name="f.jsonl")
    assert "'pasti pasti" in str(found) and "$.events[0].status" in str(found)
    assert len(str(found)) < 300


def test_facts_of_an_article_make_sense() -> None:
    assert list(read_facts(facts_json(MADE).encode())) == [MADE]


@pytest.mark.parametrize(
    "wrong", [{"end": 10**9}, {"value": 1e300}, {"low": float("inf")}, {"high": -(10**30)}, {"value": 10**310}]
)
def test_a_quantity_that_makes_no_sense_is_damage(wrong: dict[str, float]) -> None:
    quantity = {"id": "q1", "start": 0, "end": 2, "text": "12", "value": 12, "unit": "person", **wrong}
    (found,) = read_facts(changed("quantities", [quantity]), name="f.jsonl")
    assert isinstance(found, Unreadable)
    assert str(found).startswith("f.jsonl, line 1: damaged facts (")
