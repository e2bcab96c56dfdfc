"""The pipeline as a spaCy user and a Python user see it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hanging import HANG_SECONDS
from spacy.tokens import Doc, DocBin

import factcli
from factcli.pipeline import ARTICLE_STEPS, WORD_STEPS, Indonesian, Pipeline
from factcli.schema import Article, Failure
from factcli.tokens.needs import MissingStepError


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


@pytest.mark.parametrize("way", ["bin", "disk", "bytes"])
def test_a_doc_is_stored_and_read_back_with_all_that_was_found(pipeline: Pipeline, tmp_path: Path, way: str) -> None:
    doc = pipeline.nlp("Menteri Retno Marsudi mengunjungi Den Haag pada Maret 2019.")
    if way == "bin":
        stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
        [back] = DocBin().from_bytes(stored).get_docs(pipeline.nlp.vocab)
    elif way == "disk":
        doc.to_disk(tmp_path / "doc")
        back = Doc(pipeline.nlp.vocab).from_disk(tmp_path / "doc")
    else:
        back = Doc(pipeline.nlp.vocab).from_bytes(doc.to_bytes())
    assert (back._.article, back._.dates) == (doc._.article, doc._.dates)
    assert (back._.entities, back._.events) == (doc._.entities, doc._.events)
    assert [(one.text, one.label_, one.kb_id_, one._.score) for one in back.ents] == [
        (one.text, one.label_, one.kb_id_, one._.score) for one in doc.ents
    ]


def test_the_names_of_a_doc_are_those_of_its_entities(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("Menteri Luar Negeri Korea Utara (Korut) tiba di Den Haag. Warga Korut menunggu.")
    said = {(m.start, m.end): (e.label, e.kb_id or "") for e in doc._.entities for m in e.mentions}
    assert said == {(one.start_char, one.end_char): (one.label_, one.kb_id_) for one in doc.ents}
    assert all(0 < one._.score <= 1 for one in doc.ents if one._.score is not None)


def test_initials_that_are_known_as_those_of_another_are_not_joined(pipeline: Pipeline) -> None:
    facts = pipeline.read(Article(text="Kementerian Pertanian Kementan membuka posko. KPK memeriksa kantor itu."))
    assert [one.name for one in facts.entities] == ["Kementerian Pertanian", "Komisi Pemberantasan Korupsi"]


def test_two_processes_give_what_one_gives(pipeline: Pipeline) -> None:
    texts = ["Hujan turun di Garut.", "Retno Marsudi tiba di Den Haag pada Maret 2019."]
    one, two = ([*pipeline.nlp.pipe(texts, n_process=count, batch_size=1)] for count in (1, 2))
    assert [doc._.entities for doc in one] == [doc._.entities for doc in two]
    assert [doc._.events for doc in one] == [doc._.events for doc in two]


def test_two_processes_end_where_torch_has_threads() -> None:
    script = """
from factcli.pipeline import Pipeline
docs = Pipeline.load().nlp.pipe(["Hujan turun di Garut."] * 2, n_process=2, batch_size=1)
print(sum(len(doc) for doc in docs))
"""
    environment = {key: value for key, value in os.environ.items() if key != "OMP_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=environment,
        timeout=HANG_SECONDS,
        check=True,
    )
    assert done.stdout == "10\n"


@pytest.mark.parametrize(
    ("step", "missing"),
    [
        ("factcli_names", "factcli_tokens"),
        ("factcli_syntax", "factcli_tokens"),
        ("factcli_entities", "factcli_names"),
        ("factcli_linker", "factcli_entities"),
        ("factcli_events", "factcli_encoder"),
    ],
)
def test_a_step_without_what_it_needs_says_so_in_one_line(step: str, missing: str) -> None:
    nlp = Indonesian()
    component = nlp.add_pipe(step)
    doc = Doc(nlp.vocab, words=["Hujan", "turun"])
    with pytest.raises(MissingStepError, match=rf"^{step} reads .*: add {missing} before it$"):
        component(doc)
