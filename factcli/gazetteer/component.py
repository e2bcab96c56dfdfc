"""The linker as a spaCy component: `nlp.add_pipe("factcli_linker")`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.linker import link, merge
from factcli.gazetteer.senses import split_senses
from factcli.names.marks import write_names
from factcli.tokens.kept import keep


class Linker:
    """Gives `doc._.entities` and `doc.ents` their ids in the world, and joins those that are one thing."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its entities replaced by split, linked and merged ones."""
        text = doc.text
        entities = split_senses(doc._.entities, text, self.gazetteer)
        linked = merge(link(entities, text, self.gazetteer))
        doc._.entities = linked
        write_names(doc, linked)
        return doc


@Language.factory(
    "factcli_linker",
    requires=["doc._.entities"],
    assigns=["doc._.entities", "doc.ents", "token.ent_kb_id"],
    default_config={"extra": []},
)
def create_linker(nlp: Language, name: str, extra: Sequence[str]) -> Linker:  # noqa: ARG001
    """The linker with the package's gazetteer and the tables of `extra` (paths); GazetteerError where one is bad."""
    keep("entities")
    return Linker(Gazetteer.load([Path(path) for path in extra]))
