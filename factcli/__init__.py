"""factcli reads Indonesian news and gives back facts: entities, dates and events, linked and on a timeline.

import factcli
facts = factcli.extract("Presiden Prabowo Subianto tiba di Tokyo, Senin (7/4/2025).")
facts.events[0].summary

nlp = factcli.load()        # a spaCy Language
doc = nlp("...")            # doc.ents, doc._.entities, doc._.dates, doc._.events, doc._.quantities
"""

from __future__ import annotations

# Not from `typing`, whose loading takes most of the time until the command handles Ctrl-C.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from spacy.language import Language

    from factcli.schema import Facts

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "load"]


def load() -> Language:
    """A spaCy Language: Docs with syntax, entities, dates, events, quantities; raises factcli.tokens.ModelError.

    It knows a day of publication only from the text; `extract` takes one.
    """
    from factcli.pipeline import shared_pipeline

    return shared_pipeline().nlp


def extract(text: str, *, published: str | None = None) -> Facts:
    """The facts of one article.

    `text` is what `factcli extract` reads from a file: plain text, a web page, an article as JSON. `published` is the
    day of publication (ISO 8601), from which relative dates count; it overrides the day that the text gives. Raises
    factcli.reading.ReadingError for an invalid day or where there is no text, and factcli.tokens.ModelError for missing
    or damaged models. The models are loaded at the first call.
    """
    from factcli.pipeline import extract as extract_facts

    return extract_facts(text, published=published)
