"""The date tagger in a spaCy pipeline."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")


def test_a_pipeline_gets_dates_and_spans() -> None:
    from factcli.dates.component import create_dates  # noqa: F401  (registers the factory)

    nlp = spacy.blank("id")
    nlp.add_pipe("factcli_dates")
    doc = nlp.make_doc("Rapat digelar Senin, 22 Januari 2024, dan berakhir kemarin.")
    doc._.published = "2024-01-25"
    doc = nlp.get_pipe("factcli_dates")(doc)
    assert [date.value for date in doc._.dates] == ["2024-01-22", "2024-01-24"]
    assert [(span.text, span.label_) for span in doc.spans["dates"]] == [
        ("Senin, 22 Januari 2024", "DATE"),
        ("kemarin", "DATE"),
    ]


def test_it_works_in_a_foreign_pipeline() -> None:
    from factcli.dates.component import create_dates  # noqa: F401  (registers the factory)

    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("factcli_dates", last=True)
    docs = list(nlp.pipe(["Rapat digelar 22 Januari 2024.", "Tiada waktu.", "Ia tiba kemarin."]))
    assert [[date.value for date in doc._.dates] for doc in docs] == [["2024-01-22"], [], [None]]
    assert [[span.text for span in doc.spans["dates"]] for doc in docs] == [["22 Januari 2024"], [], ["kemarin"]]
    assert docs[0].spans["dates"][0].id_ == "t1"
    assert nlp.analyze_pipes()["problems"]["factcli_dates"] == []


def test_the_day_of_publication_may_be_set_before() -> None:
    from factcli.dates.component import create_dates  # noqa: F401  (registers the factory)

    nlp = spacy.blank("xx")
    tagger = nlp.add_pipe("factcli_dates")
    doc = nlp.make_doc("Ia tiba kemarin.")
    doc._.published = "2024-01-22"
    assert tagger(doc)._.dates[0].value == "2024-01-21"
