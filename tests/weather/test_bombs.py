"""Markup and JSON made to exhaust a reader: read or reported in one line each, and quickly."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.reading import Unreadable, is_facts, read_articles
from factcli.schema import Article

PARAGRAPHS = "".join(
    f"<p>Warga kampung pulang ke rumah setelah banjir surut pada hari ke-{number} bulan itu, kata Budi.</p>"
    for number in range(1, 6)
)
LAUGHS = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
# By how large they are: 1 to FULL.
FULL = 20
PAGES: dict[str, Callable[[int], str]] = {
    "deep nesting": lambda n: "<html><body>" + "<div>" * 10_000 * n + PARAGRAPHS,
    "deep nesting of many names": lambda n: "<html><body>" + "<b><i><table><tr><td>" * 1_500 * n + PARAGRAPHS,
    "a huge attribute": lambda n: f"<html><body class='{'a' * 250_000 * n}'>{PARAGRAPHS}",
    "many attributes": lambda n: f"<html><body {' '.join(f'a{n}=1' for n in range(250 * n))}>{PARAGRAPHS}",
    "a huge paragraph": lambda n: f"<html><body>{PARAGRAPHS}<p>{'Warga pulang. ' * 3_000 * n}</p>",
    "many paragraphs": lambda n: f"<html><body>{PARAGRAPHS}{'<p>Ya' * 500 * n}",
    "many metas": lambda n: f"<html><head>{'<meta name=date content=besok>' * 1_000 * n}</head>{PARAGRAPHS}",
    "many times": lambda n: f"<html><body><h1>Banjir</h1>{'<time>3 Mei</time>' * 50 * n}{PARAGRAPHS}",
    "entities of entities": lambda _: f"<!DOCTYPE html [<!ENTITY a0 'ha'>{LAUGHS}]><html><body>&a11;{PARAGRAPHS}",
    "an entity of a file": lambda _: (
        "<!DOCTYPE html [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><html><body>&f;" + PARAGRAPHS
    ),
    "a comment without end": lambda n: "<html><body>" + PARAGRAPHS + "<!--" + "-" * 50_000 * n,
    "many openings": lambda n: "<" * 50_000 * n,
    "only comments": lambda n: "<!-- a -->" * 2_500 * n + "<html><body>" + PARAGRAPHS,
    "linked data": lambda n: (
        "<html><script type='application/ld+json'>" + '{"a":' * 5_000 * n + "</script>" + PARAGRAPHS
    ),
    "comments and no page": lambda n: "<!-- a -->" * 500 * n + PARAGRAPHS[3:],
    "white space": lambda n: "<html><body>" + " \n" * 50_000 * n + PARAGRAPHS,
}
TEXT = '"text": "Pasar itu dibuka pada Juli 2000."'
JSON: dict[str, Callable[[int], str]] = {
    "deep arrays": lambda n: "[" * 50_000 * n,
    "deep objects": lambda n: '{"a":' * 50_000 * n,
    "a deep key beside the text": lambda n: '{"a": ' + "[" * 10_000 * n + "]" * 10_000 * n + f", {TEXT}}}",
    "an enormous number": lambda n: '{"id": ' + "9" * 50_000 * n + f", {TEXT}}}",
    "a number beyond floats": lambda _: f'{{"id": 1e999, {TEXT}}}',
    "no number": lambda _: f'{{"id": NaN, {TEXT}}}',
    "many keys": lambda n: "{" + "".join(f'"k{n}": {n}, ' for n in range(10_000 * n)) + TEXT + "}",
    "one key many times": lambda n: "{" + f"{TEXT}, " * 2_500 * n + TEXT + "}",
    "a huge string": lambda n: '{"a": "' + "a" * 1_000_000 * n + f'", {TEXT}}}',
    "many openings in lines": lambda n: "{\n" * 1_000 * n,
    "an array of openings": lambda n: "[\n" + "  {\n" * 1_000 * n,
    "many empty objects": lambda n: "{}\n" * 2_500 * n,
    "an id of objects": lambda _: f'{{"id": {{"a": [1]}}, "title": [], "published": 7, "url": {{}}, {TEXT}}}',
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["text", "title", "id", "published", "source", "url", "schema", "events", "date", "content"])


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    (only,) = read_articles(PAGES[name](FULL).encode(), name="a.html")
    if isinstance(only, Unreadable):
        assert "\n" not in str(only) and len(str(only)) < 200
    else:
        assert "root:" not in only.text and "haha" not in only.text


@pytest.mark.parametrize("name", JSON)
def test_json(name: str) -> None:
    text = JSON[name](FULL)
    data = text.encode()
    assert not is_facts(data)
    found = list(read_articles(data, name="a.json"))
    assert found
    for each in found:
        if isinstance(each, Unreadable):
            assert "\n" not in str(each) and len(str(each)) < 200
        else:
            # What opens and never says anything is no JSON yet, so it is a text.
            assert each.text.strip() in ("Pasar itu dibuka pada Juli 2000.", text.strip())


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_takes_twice_the_time(name: str) -> None:
    assert_linear(lambda n: PAGES[name](n).encode(), lambda data: list(read_articles(data, name="a.html")), 2)


@pytest.mark.parametrize("name", JSON)
def test_twice_the_json_takes_twice_the_time(name: str) -> None:
    def read(data: bytes) -> None:
        is_facts(data)
        list(read_articles(data, name="a.json"))

    assert_linear(lambda n: JSON[name](n).encode(), read, 5)


@given(st.lists(st.dictionaries(KEYS, VALUES, max_size=5), min_size=1, max_size=4), st.booleans())
@settings(max_examples=150)
def test_any_objects_are_articles_or_reported(values: list[dict[str, object]], in_array: bool) -> None:
    text = json.dumps(values) if in_array else "\n".join(map(json.dumps, values))
    for found in read_articles(text.encode("utf-8", "surrogatepass"), name="a.json"):
        assert isinstance(found, Article | Unreadable)
        assert isinstance(found, Article) or "\n" not in str(found)
