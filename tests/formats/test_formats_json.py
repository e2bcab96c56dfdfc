"""What is written as JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.cli.extract import FactsFormat
from factcli.formats import FACTS_FORMATS, dates_json, facts_json, timeline_json
from factcli.formats.json_schema import json_schema
from factcli.schema import Article, DateExpression, Facts, Published, TimelineEntry, When


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_one_safe_line_and_comes_back(text: str) -> None:
    written = facts_json(Facts(text=text))
    assert json.loads(written)["text"] == text
    assert len(written.splitlines()) == 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in written)
    written.encode("utf-8")


def test_letters_stay_as_they_are_and_every_key_is_there() -> None:
    written = facts_json(Facts(title="“Pasar” – é"))
    assert "“Pasar” – é".replace('"', '\\"') in written
    facts = json.loads(written)
    assert list(facts)[:2] == ["schema", "id"]
    assert facts["schema"] == "factcli/1"
    assert facts["events"] == facts["timeline"] == []
    assert facts["published"] == {"value": None, "basis": "none", "start": None, "end": None}


def test_the_command_offers_the_formats_that_there_are() -> None:
    assert {str(name) for name in FactsFormat} == set(FACTS_FORMATS)


@pytest.mark.parametrize("write", FACTS_FORMATS.values())
def test_a_format_writes_an_article_on_a_line(write: object) -> None:
    assert callable(write)
    assert "\n" not in write(Facts(text="Satu.\nDua."))


def test_a_timeline_says_where_it_comes_from() -> None:
    entry = TimelineEntry(
        when=When(value="2020", earliest="2020-01-01", latest="2020-12-31"), events=["v1"], summary="x"
    )
    found = json.loads(timeline_json([entry], [Facts(id="a", source="VIVA", text="panjang")]))
    assert found["documents"][0]["source"] == "VIVA"
    assert "text" not in found["documents"][0]
    assert found["timeline"][0]["when"]["value"] == "2020"


def test_dates_say_what_they_count_against() -> None:
    article = Article(text="x", id="a", published=Published(value="2020-02-03", basis="option"))
    date = DateExpression(id="t1", start=0, end=1, text="x", type="DATE", value="2020")
    found = json.loads(dates_json(article, [date]))
    assert found["published"]["basis"] == "option"
    assert found["dates"][0]["value"] == "2020"


def test_the_schema_describes_the_facts() -> None:
    schema = json.loads(json_schema())
    assert schema["title"] == "factcli/1"
    event = schema["$defs"]["Event"]["properties"]
    assert {"class", "trigger", "when"} <= set(event)
    assert "class_" not in event
