"""The pipeline as a spaCy user and a Python user see it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import factcli
from factcli.pipeline import ARTICLE_STEPS, WORD_STEPS, Pipeline
from factcli.schema import Article, Failure


def test_the_components_say_what_they_need_and_get_it(pipeline: Pipeline) -> None:
    assert tuple(pipeline.nlp.pipe_names) == WORD_STEPS + ARTICLE_STEPS
    analysis = pipeline.nlp.analyze_pipes()
    assert analysis is not None and not any(analysis["problems"].values())


def test_a_text_gives_the_same_through_spacy_and_through_extract(pipeline: Pipeline) -> None:
    text = "Menteri Retno Marsudi mengunjungi Den Haag pada Maret 2019."
    doc = pipeline.nlp(text)
    facts = pipeline.read(Article(text=text))
    assert doc.text == text
    assert [one.name for one in doc._.entities] == [one.name for one in facts.entities]
    assert [one.value for one in doc._.dates] == ["2019-03"]
    assert [one.summary for one in doc._.events] == [one.summary for one in facts.events]


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_text_without_words_gives_empty_facts(pipeline: Pipeline, text: str) -> None:
    assert pipeline.nlp(text).text == text
    facts = pipeline.read(Article(text=text))
    assert (facts.entities, facts.dates, facts.events, facts.timeline) == ([], [], [], [])


def test_an_article_that_breaks_a_step_costs_no_other(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Pipeline.read

    def breaking(self: Pipeline, article: Article, doc: object = None) -> factcli.schema.Facts:
        if article.id == "b":
            raise ZeroDivisionError("a strange article")
        return read(self, article, doc)  # type: ignore[arg-type]

    monkeypatch.setattr(Pipeline, "read", breaking)
    articles = [Article(id=name, text="Hujan turun.") for name in "abc"]
    found = list(pipeline.extract(articles))
    assert [one.id for one in found if not isinstance(one, Failure)] == ["a", "c"]
    assert [(one.article, one.reason) for one in found if isinstance(one, Failure)] == [
        ("b", "ZeroDivisionError: a strange article")
    ]


def test_extract_from_python() -> None:
    facts = factcli.extract("Bupati meresmikan pasar itu kemarin.", published="2024-05-15")
    assert [date.value for date in facts.dates] == ["2024-05-14"]


def test_a_pipeline_is_written_and_loaded_again(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "Menteri Retno Marsudi mengunjungi Den Haag pada Maret 2019."
    pipeline.nlp.to_disk(tmp_path / "nlp")
    doc = spacy.load(tmp_path / "nlp")(text)
    assert [one.text for one in doc.ents] == [one.text for one in pipeline.nlp(text).ents]


def test_contexts_stay_with_their_texts(pipeline: Pipeline) -> None:
    pairs = [("Hujan turun di Garut.", 1), ("Retno Marsudi tiba di Den Haag.", 2)]
    assert [(doc.text, context) for doc, context in pipeline.nlp.pipe(pairs, as_tuples=True)] == pairs
