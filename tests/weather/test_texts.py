"""Characters that a text should not hold: none is lost, none breaks a format, none reaches a terminal."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli.conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcli.formats.one_line import one_line
from factcli.formats.registry import Kind, formats_of
from factcli.pipeline import Pipeline
from factcli.reading import Unreadable, read_articles
from factcli.schema import Article, DateExpression, Facts, Mention, Trigger
from factcli.soundness import fault_in
from factcli.store import find, open_store, save

HARD = {
    "nul": "Presiden\x00 Budi Santoso mengunjungi Bandung\x00 pada 3 Mei 2024.\x00",
    "unknown characters": "Presiden Budi Santoso \ufffd mengunjungi Bandung\ufffd pada 3 Mei 2024.",
    "right to left": "\u202ePresiden Budi Santoso\u202c mengunjungi \u200fBandung\u200e pada 3 Mei 2024. \u2067سلام",
    "zero width": "Presiden\u200b Budi Santoso \u2060mengunjungi\u200c Bandung\ufeff pada 3 Mei 2024.",
    "emoji": "Presiden Budi Santoso 👨‍👩‍👧‍👦 mengunjungi 🇮🇩 Bandung 🎉 pada 3 Mei 2024 🏳️‍🌈.",
    "escape codes": "Presiden Budi Santoso mengunjungi \x1b]0;judul\x07 Bandung pada 3 Mei 2024. \x1b[2J\x9b31m",
    "markup": "Presiden Budi Santoso <script>alert(1)</script> mengunjungi Bandung & \"lain\" pada 3 Mei 2024. ]]>",
    "a formula": "=cmd|' /C calc'!A0 Presiden Budi Santoso mengunjungi Bandung pada 3 Mei 2024.",
    "combining": "Presiden Budi Santoso mengunjungi Ba" + "\u0301" * 500 + "ndung pada 3 Mei 2024.",
    "private and unassigned": "Presiden Budi Santoso \ue000 mengunjungi \U000e0001 Bandung \uffff pada 3 Mei 2024.",
}  # fmt: skip
ALPHABET = st.one_of(
    st.sampled_from("\x00\x1b\x85\u2028\u200b\u200f\u202e\ufeff\ud800\udfff\u0301🙂٣"),
    st.sampled_from([" pada ", " 3 Mei 2024 ", "Senin", "Budi ", "-", ".", '"', "(", "\n", "\n\n", "di Solo "]),
    st.characters(),
)  # fmt: skip


def article_of(text: str) -> Article | Unreadable:
    (found,) = read_articles(text.encode("utf-8", "surrogatepass"), name="berita.txt")
    return found


@pytest.fixture(scope="module")
def facts_of_hard(pipeline: Pipeline) -> dict[str, Facts]:
    articles = {name: article_of(text) for name, text in HARD.items()}
    return {name: pipeline.read(article) for name, article in articles.items() if isinstance(article, Article)}


def check_places(facts: Facts) -> None:
    """Whatever has a place in the text is what stands there."""
    found: list[Mention | DateExpression | Trigger] = [*facts.dates, *(event.trigger for event in facts.events)]
    found += [mention for entity in facts.entities for mention in entity.mentions]
    for each in found:
        assert facts.text[each.start : each.end] == each.text
    for sentence in facts.sentences:
        assert 0 <= sentence.start < sentence.end <= len(facts.text)


@pytest.mark.parametrize("name", HARD)
def test_nothing_of_the_text_is_lost_and_the_day_is_found(facts_of_hard: dict[str, Facts], name: str) -> None:
    facts = facts_of_hard[name]
    assert facts.text == HARD[name]
    assert "2024-05-03" in [date.value for date in facts.dates]
    assert facts.events
    check_places(facts)


def test_every_format_holds_them(facts_of_hard: dict[str, Facts], run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps(json.loads(encoded(facts)), ensure_ascii=True) for facts in facts_of_hard.values()]
    path.write_text("\n".join(lines), encoding="ascii")
    for command, kind in (("extract", Kind.FACTS), ("timeline", Kind.TIMELINE)):
        for name, format in formats_of(kind).items():
            output = tmp_path / f"{command}-{name}" if format.one_article else tmp_path / f"{command}.{name}"
            if format.one_article:
                output.mkdir()
            done = run(command, path, "--format", name, "-o", output)
            assert (done.exit_code, done.stdout) == (0, ""), (name, done.stderr)
            for written in output.iterdir() if format.one_article else [output]:
                text = written.read_bytes().decode("utf-8")
                if format.is_table or name in ("csv", "markdown", "html", "timeml", "ics"):
                    assert not any(is_control(character) for character in text), name
                if name == "timeml":
                    ElementTree.fromstring(text)
                if name in ("json", "jsonl", "geojson", "timelinejs"):
                    assert [json.loads(line) for line in text.splitlines()] or name != "jsonl"
                if name == "html":
                    assert "<script>alert" not in text


def encoded(facts: Facts) -> str:
    from factcli.formats.facts_json import facts_json

    return facts_json(facts)


def is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\n\r\t"


@pytest.mark.parametrize("name", HARD)
def test_the_store_gives_them_back(facts_of_hard: dict[str, Facts], name: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "facts.db") as store:
        save(store, facts_of_hard[name])
        assert list(find(store)) == [facts_of_hard[name]]


@pytest.mark.parametrize("name", HARD)
def test_none_does_anything_to_a_terminal(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": HARD[name], "text": HARD[name]}), encoding="ascii")
    for done in (run("dates", path, "--format", "table"), run("dates", path, "-v", "--format", "table")):
        assert done.exit_code == 0
        assert not any(is_control(character) for character in done.stdout + done.stderr)
    assert not any(is_control(character) for character in one_line(HARD[name]))


@given(st.lists(ALPHABET, max_size=25).map("".join))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_facts_that_stand_in_it(pipeline: Pipeline, text: str) -> None:
    article = article_of(text)
    if isinstance(article, Unreadable):
        assert "\n" not in str(article)
        return
    facts = pipeline.read(article)
    assert facts.text == article.text
    check_places(facts)
    assert fault_in(facts) is None
    assert json.loads(encoded(facts).encode())["text"] == facts.text
