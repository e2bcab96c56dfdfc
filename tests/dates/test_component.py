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
