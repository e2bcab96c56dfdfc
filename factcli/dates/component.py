"""The date tagger as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from factcli.dates import find_dates
from factcli.tokens.kept import keep


class DateTagger:
    """Finds the time expressions of a `Doc`: spans in `doc.spans["dates"]`, the whole of them in `doc._.dates`.

    Reads `doc._.published` (an ISO 8601 day or None) and `doc._.blocks` (the stretches that no expression crosses).
    """

    def __call__(self, doc: Doc) -> Doc:
        """The same `doc`, its dates set."""
        dates = find_dates(doc.text, published=doc._.published, blocks=doc._.blocks)
        spans = [
            doc.char_span(date.start, date.end, label=date.type, span_id=date.id, alignment_mode="expand")
            for date in dates
        ]
        doc.spans["dates"] = [span for span in spans if isinstance(span, Span)]
        doc._.dates = dates
        return doc


@Language.factory("factcli_dates", assigns=["doc._.dates", "doc.spans"])
def create_dates(nlp: Language, name: str) -> DateTagger:  # noqa: ARG001
    """A `DateTagger`; the extensions that it reads and sets are registered where they are missing."""
    keep("published", "blocks", "dates")
    return DateTagger()
