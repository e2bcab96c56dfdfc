"""What is written as JSON."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from factcli.formats.dates_json import dates_json
from factcli.formats.facts_json import facts_json, facts_lines
from factcli.formats.json_schema import json_schema
from factcli.formats.timeline_json import timeline_json, timeline_lines
from factcli.schema import Article, DateExpression, Facts, Published, TimelineEntry, When
from formats.made import entries
from formats.made import facts as made_facts


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_one_safe_line_and_comes_back(text: str) -> None:
    written = facts_json(Facts(text=text))
    # A lone surrogate, which no UTF-8 holds, becomes U+FFFD where articles are read, and here too.
    assert json.loads(written)["text"] == re.sub("[\ud800-\udfff]", "\ufffd", text)
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


def test_an_article_is_a_line() -> None:
    lines = "".join(facts_lines([Facts(text="Satu.\nDua."), Facts(text="Tiga.")])).splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Satu.\nDua.", "Tiga."]


def test_an_entry_is_a_line_that_says_who_tells_it() -> None:
    timeline = entries("a#")
    timeline[0].events.append("b#v1")
    lines = timeline_lines(timeline, [made_facts("a"), made_facts("b")]).splitlines()
    assert [json.loads(line)["documents"] for line in lines] == [["a", "b"], ["a"], ["a"]]
    keys = ["when", "events", "summary", "document", "otherwise", "evidence", "figures", "need", "sources", "documents"]
    assert list(json.loads(lines[0])) == keys


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
