"""Facts that were written are read back."""

from __future__ import annotations

import json

import pytest

from factcli.formats.facts_json import facts_json
from factcli.reading import Unreadable, is_facts, read_facts
from factcli.schema import Event, Facts, Mention, Published, Trigger

FACTS = Facts(
    id="a",
    title="Pasar “Dibuka”",
    published=Published(value="2020-02-03", basis="option"),
    text="Warga \ud800 senang.",
    events=[Event(id="v1", trigger=Trigger(start=0, end=5, text="tiba", lemma="tiba"), class_="OCCURRENCE")],
)


def test_what_was_written_comes_back() -> None:
    data = (facts_json(FACTS) + "\n").encode() * 2
    assert is_facts(data)
    assert list(read_facts(data)) == [FACTS, FACTS]


def test_what_jq_has_indented_comes_back_too() -> None:
    data = json.dumps(json.loads(facts_json(FACTS)), indent=2).encode()
    assert is_facts(data)
    assert list(read_facts(data)) == [FACTS]


def test_damaged_facts_are_told_by_line_and_cost_nothing_of_the_rest() -> None:
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
    (facts,) = read_facts(
        b'{"schema": "factcli/1", "text": "x", "entities":'
        b' [{"id": "e1", "label": "PER", "name": "Budi", "mentions": [{"start": 0, "end": 4, "text": "Budi"}]}]}'
    )
    assert isinstance(facts, Facts)
    assert facts.entities[0].mentions == [Mention(start=0, end=4, text="Budi")]
