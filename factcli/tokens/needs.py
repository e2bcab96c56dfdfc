"""What a component needs of the Doc that it is given, said in one line where it is missing."""

from __future__ import annotations

from spacy.tokens import Doc

from factcli.tokens.document import is_word


class MissingStepError(ValueError):
    """A Doc lacks what an earlier component of the pipeline gives."""


def needs_sentences(doc: Doc, component: str) -> None:
    """Raise MissingStepError where the Doc has no sentences."""
    if len(doc) and not doc.has_annotation("SENT_START"):
        raise MissingStepError(f"{component} reads sentences and the Doc has none: add factcli_tokens before it")


def needs_vectors(doc: Doc, component: str) -> None:
    """Raise MissingStepError where `doc.tensor` has no row for each token."""
    if len(doc) and doc.tensor.shape[:1] != (len(doc),):
        raise MissingStepError(f"{component} reads doc.tensor and the Doc has none: add factcli_encoder before it")


def needs_trees(doc: Doc, component: str) -> None:
    """Raise MissingStepError where the words of the Doc have no dependency trees."""
    if any(map(is_word, doc)) and not doc.has_annotation("DEP"):
        raise MissingStepError(f"{component} reads trees and the Doc has none: add factcli_syntax before it")


def needs_names(doc: Doc, component: str) -> None:
    """Raise MissingStepError where nothing has looked for names in the Doc."""
    if any(map(is_word, doc)) and not doc.has_annotation("ENT_IOB"):
        raise MissingStepError(f"{component} reads doc.ents and the Doc has none: add factcli_names before it")


def needs_entities(doc: Doc, component: str) -> None:
    """Raise MissingStepError where nothing has grouped the names of the Doc."""
    if "factcli.entities" not in doc.user_data:
        raise MissingStepError(f"{component} reads entities and the Doc has none: add factcli_entities before it")
