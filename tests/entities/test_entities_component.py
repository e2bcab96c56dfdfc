"""The component in a spaCy pipeline."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from factcli.entities.component import without_foreign
from factcli.schema import Block, Entity, Mention


def test_component_sets_the_entities_of_a_document() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("factcli_entities")
    doc = Doc(nlp.vocab, words=["Presiden", "Ida", "Berg", "pulang", ".", "Berg", "lelah", "."])
    doc.set_ents([Span(doc, 0, 3, "PER"), Span(doc, 5, 6, "PER")])
    doc = nlp.get_pipe("factcli_entities")(doc)
    (entity,) = doc._.entities
    assert (entity.id, entity.label, entity.name) == ("e1", "PER", "Ida Berg")
    assert [doc.text[mention.start : mention.end] for mention in entity.mentions] == ["Ida Berg", "Berg"]
    assert [(name.text, name.label_) for name in doc.ents] == [("Ida Berg", "PER"), ("Berg", "PER")]


def test_component_tells_what_it_needs_and_gives() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("factcli_entities")
    meta = nlp.get_pipe_meta("factcli_entities")
    assert (meta.requires, meta.assigns) == (["doc.ents"], ["doc._.entities", "doc.ents", "span._.score"])


def test_whom_an_invitation_alone_names_is_no_entity() -> None:
    # "Ida pulang. Baca juga: Berg Menang Ida lelah."
    blocks = [Block(start=0, end=11, kind="body"), Block(start=12, end=34, kind="invitation")]
    berg = Entity(id="e1", label="PER", name="Berg", mentions=[Mention(start=23, end=27, text="Berg")])
    ida = Entity(id="e2", label="PER", name="Ida", mentions=[Mention(start=0, end=3, text="Ida")])
    assert [(entity.id, entity.name) for entity in without_foreign([berg, ida], blocks)] == [("e1", "Ida")]


def test_whom_the_text_between_two_invitations_names_too_is_an_entity() -> None:
    invitations = [Block(start=start, end=start + 10, kind="invitation") for start in (0, 20)]
    body = Block(start=10, end=20, kind="body")
    for starts, is_kept in (((0, 9, 29), False), ((0, 10), True), ((19, 20), True), ((30,), True)):
        mentions = [Mention(start=start, end=start + 1, text="I") for start in starts]
        found = without_foreign(
            [Entity(id="e1", label="PER", name="I", mentions=mentions)], [invitations[0], body, invitations[1]]
        )
        assert bool(found) is is_kept, starts
