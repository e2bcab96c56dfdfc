"""The linker as a spaCy component: `nlp.add_pipe("factcli_linker")`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.linker import link, merge
from factcli.gazetteer.rephrasing import rephrased
from factcli.gazetteer.senses import split_senses
from factcli.names.marks import write_names
from factcli.schema import Label
from factcli.tokens.kept import keep
from factcli.tokens.needs import needs_entities


class Linker:
    """Gives `doc._.entities` and `doc.ents` their ids in the world, and joins those that are one thing."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its entities replaced by split, linked and merged ones."""
        needs_entities(doc, "factcli_linker")
        text = doc.text
        entities = split_senses(doc._.entities, text, self.gazetteer)
        linked = merge(link(entities, text, self.gazetteer))
        doc._.entities = linked
        write_names(doc, linked)
        return doc

    def bearers(self, name: str, label: Label) -> frozenset[str]:
        """The keys of all of that label who bear the name, at whatever length it is written."""
        known = self.gazetteer.bearers(name, label)
        return known or frozenset(one.record.key for one in rephrased(name, label, self.gazetteer))


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
