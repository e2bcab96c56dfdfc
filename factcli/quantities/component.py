"""The quantities of a Doc as a spaCy component: `factcli_quantities`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factcli.quantities import find_quantities
from factcli.quantities.measures import measure
from factcli.tokens.kept import keep


class Quantities:
    """Finds the quantities of a `Doc`, each with the event that it measures: `doc._.quantities`, a list of `Quantity`.

    Reads `doc._.dates`, `doc._.blocks` (the stretches that no quantity crosses), `doc._.events` and the trees.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, its quantities set."""
        quantities = find_quantities(doc.text, dates=doc._.dates, blocks=doc._.blocks)
        if doc._.events:
            measure(doc, quantities, doc._.events)
        doc._.quantities = quantities
        return doc


@Language.factory(
    "factcli_quantities",
    requires=["doc._.dates", "doc._.events", "token.dep"],
    assigns=["doc._.quantities"],
)
def create_quantities(nlp: Language, name: str) -> Quantities:  # noqa: ARG001
    """A `Quantities`; the extensions that it reads and sets are registered where they are missing."""
    keep("blocks", "dates", "events", "quantities")
    return Quantities()
