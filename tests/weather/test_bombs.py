"""Markup and JSON made to exhaust a reader: read or told in one line each, and quickly."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.reading import Unreadable, is_facts, read_articles
from factcli.schema import Article

PARAGRAPHS = "".join(
    f"<p>Warga kampung pulang ke rumah setelah banjir surut pada hari ke-{number} bulan itu, kata Budi.</p>"
    for number in range(1, 6)
)
LAUGHS = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
PAGES = {
    "deep nesting": "<html><body>" + "<div>" * 200_000 + PARAGRAPHS,
    "deep nesting of many names": "<html><body>" + "<b><i><table><tr><td>" * 30_000 + PARAGRAPHS,
    "a huge attribute": f"<html><body class='{'a' * 5_000_000}'>{PARAGRAPHS}",
    "many attributes": f"<html><body {' '.join(f'a{n}=1' for n in range(5_000))}>{PARAGRAPHS}",
    "a huge paragraph": f"<html><body>{PARAGRAPHS}<p>{'Warga pulang. ' * 60_000}</p>",
    "many paragraphs": f"<html><body>{PARAGRAPHS}{'<p>Ya' * 10_000}",
    "many metas": f"<html><head>{'<meta name=date content=besok>' * 20_000}</head>{PARAGRAPHS}",
    "many times": f"<html><body><h1>Banjir</h1>{'<time>3 Mei</time>' * 1000}{PARAGRAPHS}",
    "entities of entities": f"<!DOCTYPE html [<!ENTITY a0 'ha'>{LAUGHS}]><html><body>&a11;{PARAGRAPHS}",
    "an entity of a file": "<!DOCTYPE html [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><html><body>&f;" + PARAGRAPHS,
    "a comment without end": "<html><body>" + PARAGRAPHS + "<!--" + "-" * 1_000_000,
    "many openings": "<" * 1_000_000,
    "only comments": "<!-- a -->" * 50_000 + "<html><body>" + PARAGRAPHS,
    "linked data": "<html><script type='application/ld+json'>" + '{"a":' * 100_000 + "</script>" + PARAGRAPHS,
    "comments and no page": "<!-- a -->" * 10_000 + PARAGRAPHS[3:],
    "white space": "<html><body>" + " \n" * 1_000_000 + PARAGRAPHS,
}
TEXT = '"text": "Pasar itu dibuka pada Juli 2000."'
JSON = {
    "deep arrays": "[" * 1_000_000,
    "deep objects": '{"a":' * 1_000_000,
    "a deep key beside the text": '{"a": ' + "[" * 200_000 + "]" * 200_000 + f", {TEXT}}}",
    "an enormous number": '{"id": ' + "9" * 1_000_000 + f", {TEXT}}}",
    "a number beyond floats": f'{{"id": 1e999, {TEXT}}}',
    "no number": f'{{"id": NaN, {TEXT}}}',
    "many keys": "{" + "".join(f'"k{n}": {n}, ' for n in range(200_000)) + TEXT + "}",
    "one key many times": "{" + f"{TEXT}, " * 50_000 + TEXT + "}",
    "a huge string": '{"a": "' + "a" * 20_000_000 + f'", {TEXT}}}',
    "many openings in lines": "{\n" * 20_000,
    "an array of openings": "[\n" + "  {\n" * 20_000,
    "many empty objects": "{}\n" * 50_000,
    "an id of objects": f'{{"id": {{"a": [1]}}, "title": [], "published": 7, "url": {{}}, {TEXT}}}',
}
SECONDS = 20
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["text", "title", "id", "published", "source", "url", "schema", "events", "date", "content"])


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    begun = time.process_time()
    found = list(read_articles(PAGES[name].encode(), name="a.html"))
    assert time.process_time() - begun < SECONDS
    (only,) = found
    if isinstance(only, Unreadable):
        assert "\n" not in str(only) and len(str(only)) < 200
    else:
        assert "root:" not in only.text and "haha" not in only.text


@pytest.mark.parametrize("name", JSON)
def test_json(name: str) -> None:
    begun = time.process_time()
    data = JSON[name].encode()
    assert not is_facts(data)
    found = list(read_articles(data, name="a.json"))
    assert time.process_time() - begun < SECONDS
    assert found
    for each in found:
        if isinstance(each, Unreadable):
            assert "\n" not in str(each) and len(str(each)) < 200
        else:
            # What opens and never says anything is no JSON yet, so it is a text.
            assert each.text.strip() in ("Pasar itu dibuka pada Juli 2000.", JSON[name].strip())


@given(st.lists(st.dictionaries(KEYS, VALUES, max_size=5), min_size=1, max_size=4), st.booleans())
@settings(deadline=None, max_examples=150)
def test_any_objects_are_articles_or_told(values: list[dict[str, object]], in_array: bool) -> None:
    text = json.dumps(values) if in_array else "\n".join(map(json.dumps, values))
    for found in read_articles(text.encode("utf-8", "surrogatepass"), name="a.json"):
        assert isinstance(found, Article | Unreadable)
        assert isinstance(found, Article) or "\n" not in str(found)
