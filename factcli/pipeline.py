"""The steps in order; nothing else knows the order.

reading -> syntax -> entities -> gazetteer -> dates -> events -> timeline
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

import factcli.dates.component
import factcli.events.component  # noqa: F401
from factcli.entities.component import EntityGrouper
from factcli.gazetteer import Gazetteer
from factcli.gazetteer.component import Linker
from factcli.reading import ReadingError, read_articles
from factcli.schema import Article, Facts, Failure, Sentence
from factcli.syntax.component import SyntaxComponent, WholeText
from factcli.syntax.parser import Parser
from factcli.timeline import timeline_of

COMPONENTS = ("factcli_syntax", "factcli_entities", "factcli_linker", "factcli_dates", "factcli_events")
BATCH = 32


class Indonesian(Language):  # type: ignore[no-untyped-call]
    """Indonesian with no tokenizer of its own: `spacy.blank("id")` takes 1.3 s for rules that Stanza replaces."""

    lang = "id"


def language(parser: Parser, gazetteer: Gazetteer | None = None) -> Language:
    """A spaCy Language with every step of factcli as a component; with `gazetteer` instead of factcli's own."""
    nlp = Indonesian(vocab=parser.vocab)
    nlp.tokenizer = WholeText(nlp.vocab)
    syntax, grouper, linker, *_ = (nlp.add_pipe(name) for name in COMPONENTS)
    assert isinstance(syntax, SyntaxComponent) and isinstance(grouper, EntityGrouper) and isinstance(linker, Linker)
    syntax.parser = parser
    linker.gazetteer = gazetteer or linker.gazetteer
    grouper.known, grouper.bearers = linker.gazetteer.label_of, linker.gazetteer.bearers
    return nlp


class Pipeline:
    """Articles in, facts out, in batches."""

    def __init__(self, nlp: Language, parser: Parser) -> None:
        self.nlp = nlp
        self.parser = parser

    @classmethod
    def load(cls, gazetteer: Gazetteer | None = None) -> Pipeline:
        """The pipeline with the models that ship with factcli, and its gazetteer or this one; raises ModelError."""
        parser = Parser.load()
        return cls(language(parser, gazetteer), parser)

    def extract(self, articles: Iterable[Article], batch: int = BATCH) -> Iterator[Facts | Failure]:
        """The facts of each article, in order; `batch` articles are parsed at once.

        An article that no step can take gives a Failure in its place, and costs nothing of the others.
        """
        waiting = iter(articles)
        while chunk := list(islice(waiting, batch)):
            try:
                docs = self.parser.parse(chunk)
            except Exception:  # whatever one article did to the parser, the others are tried without it
                for article in chunk:
                    yield self._tried(article)
                continue
            for article, doc in zip(chunk, docs, strict=True):
                yield self._tried(article, doc)

    def read(self, article: Article, doc: Doc | None = None) -> Facts:
        """The facts of one article, parsed already or not; an error of a step is raised."""
        doc = doc if doc is not None else self.parser.parse([article])[0]
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return facts_of(article, doc)

    def _tried(self, article: Article, doc: Doc | None = None) -> Facts | Failure:
        try:
            return self.read(article, doc)
        except Exception as error:  # an archive is not lost to its strangest article
            return Failure(article=article.id, reason=f"{type(error).__name__}: {error}")


def facts_of(article: Article, doc: Doc) -> Facts:
    """What the components wrote on a Doc, as the object that `factcli extract` prints."""
    facts = Facts(
        id=article.id,
        source=article.source,
        language=article.language,
        title=article.title,
        published=article.published,
        text=article.text,
        sentences=list(_sentences(doc)),
        entities=doc._.entities,
        dates=doc._.dates,
        events=doc._.events,
    )
    facts.timeline = timeline_of(facts)
    return facts


def _sentences(doc: Doc) -> Iterator[Sentence]:
    for sentence in doc.sents:
        words = [token for token in sentence if token.pos_ != "SPACE"]
        ends = words or list(sentence)
        yield Sentence(
            start=ends[0].idx,
            end=ends[-1].idx + len(ends[-1].text),
            section="title" if sentence._.kind == "title" else "body",
        )


@cache
def shared_pipeline() -> Pipeline:
    """The pipeline, loaded once for all calls from Python."""
    return Pipeline.load()


def extract(text: str, *, published: str | None = None) -> Facts:
    """The facts of one text; see factcli.extract."""
    for article in read_articles(text.encode("utf-8", "surrogatepass"), name="text", published=published):
        if isinstance(article, Article):
            return shared_pipeline().read(article)
    raise ReadingError("there is no text to read")
