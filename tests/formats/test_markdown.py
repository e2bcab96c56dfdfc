"""Markdown, read by markdown-it (CommonMark with tables)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.formats.facts_markdown import facts_markdown
from factcli.formats.markdown_text import markdown_table, markdown_text
from factcli.formats.timeline_markdown import timeline_markdown
from formats.made import entries, facts

markdown_it: Any = pytest.importorskip("markdown_it", reason="markdown-it reads")


def tokens(written: str) -> list[Any]:
    found: list[Any] = markdown_it.MarkdownIt("commonmark").enable("table").parse(written)
    return found


def shown(inline: Any) -> str:
    """Return what a reader sees of an inline token."""
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children)


@pytest.mark.parametrize(
    "text",
    ["*tebal* _miring_ `kode`", "<script>alert(1)</script>", "[a](http://b)", "![x](y)", "a | b", "# judul", "- satu",
     "+ satu", "1. satu", "12) dua", "> kutip", "&amp; &#65;", "\\*", "~~a~~", "=====", "-----", "![", "$x$"],
)  # fmt: skip
def test_text_shows_as_it_is(text: str) -> None:
    inline = [token for token in tokens(markdown_text(text)) if token.type == "inline"]
    assert [shown(token) for token in inline] == [text]
    table = [token for token in tokens(markdown_table(["a"], [[markdown_text(text)]])) if token.type == "inline"]
    assert [shown(token) for token in table] == ["a", text]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Z"), max_codepoint=0x2FF), min_size=1, max_size=30))
def test_any_text_is_text(text: str) -> None:
    (inline,) = [token for token in tokens("x" + markdown_text(text)) if token.type == "inline"]
    assert shown(inline) == "x" + text


def test_no_link_of_its_own() -> None:
    assert markdown_text("https://contoh.id www.contoh.id a@b.id") == "https\\://contoh.id www\\.contoh.id a\\@b.id"


def test_a_timeline_is_a_table() -> None:
    found = tokens(timeline_markdown(entries("a#"), [facts("a"), facts("b")]))
    assert sum(token.type == "tr_open" for token in found) == 4
    cells = ["".join(c.content for c in token.children) for token in found if token.type == "inline"]
    assert cells[3:6] == ["3 Feb 2020", "Sari membuka pasar di Bitung", "Harian Laut"]
    assert "rencana" in cells[7]


def test_an_article_is_a_section() -> None:
    found = tokens("".join(facts_markdown([facts("a"), facts("b")])))
    headings = [found[place + 1].content for place, token in enumerate(found) if token.type == "heading_open"]
    assert len(headings) == 8
    assert headings[:4] == headings[4:]
    links = [child.attrs["href"] for token in found for child in token.children or [] if child.type == "link_open"]
    assert set(links) == {"https://www.wikidata.org/wiki/Q5930", "https://www.wikidata.org/wiki/Q3900"}
    assert not any(child.type == "html_inline" for token in found for child in token.children or [])
