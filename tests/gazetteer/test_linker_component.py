"""The linker in a spaCy pipeline."""

from __future__ import annotations

import pytest

from factcli.schema import Entity, Mention

spacy = pytest.importorskip("spacy")


def test_the_component_links_and_merges() -> None:
    from factcli.gazetteer import component  # noqa: F401

    nlp = spacy.blank("xx")
    nlp.add_pipe("factcli_linker")
    doc = nlp.make_doc("Korea Utara (Korut) diam.")
    doc._.entities = [
        Entity(id="e1", label="LOC", name="Korea Utara", mentions=[Mention(start=0, end=11, text="Korea Utara")]),
        Entity(id="e2", label="LOC", name="Korut", mentions=[Mention(start=13, end=18, text="Korut")]),
    ]
    for _, step in nlp.pipeline:
        doc = step(doc)
    (entity,) = doc._.entities
    assert (entity.id, entity.kb_id, len(entity.mentions)) == ("e1", "Q423", 2)
    assert [(name.text, name.label_, name.kb_id_) for name in doc.ents] == [
        ("Korea Utara", "LOC", "Q423"),
        ("Korut", "LOC", "Q423"),
    ]


def test_the_component_says_what_it_needs() -> None:
    from factcli.gazetteer import component  # noqa: F401

    nlp = spacy.blank("xx")
    nlp.add_pipe("factcli_linker")
    meta = nlp.get_pipe_meta("factcli_linker")
    assert (meta.requires, meta.assigns) == (
        ["doc._.entities"],
        ["doc._.entities", "doc.ents", "token.ent_kb_id"],
    )
