"""The steps in order; nothing else knows the order.

reading -> tokens -> encoder -> syntax -> names -> entities -> gazetteer -> dates -> events -> quantities -> timeline
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from confection import Config
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.vocab import create_vocab

import factcli.dates.component
import factcli.quantities.component  # noqa: F401
from factcli.encoder.component import FOLDER, EncoderComponent
from factcli.entities.component import EntityGrouper
from factcli.events.component import Events
from factcli.events.explain import Explanation
from factcli.gazetteer import Gazetteer
from factcli.gazetteer.component import Linker
from factcli.names.component import Names
from factcli.reading import ReadingError, read_articles
from factcli.schema import Article, Facts, Failure, Sentence
from factcli.syntax.component import Syntax
from factcli.timeline import timeline_of
from factcli.tokens.chunks import BATCH, in_chunks
from factcli.tokens.component import Tokens
from factcli.tokens.document import words_of
from factcli.tokens.models import verified_folder

# The steps that read words, in batches; those after them read one article at a time.
WORD_STEPS = ("factcli_tokens", "factcli_encoder", "factcli_syntax", "factcli_names")
ARTICLE_STEPS = ("factcli_entities", "factcli_linker", "factcli_dates", "factcli_events", "factcli_quantities")


class IndonesianDefaults(BaseDefaults):
    """What `nlp.config` says, so that `spacy.load` finds the same tokenizer again."""

    config = Config({"nlp": {"tokenizer": {"@tokenizers": "factcli.WholeText.v1"}}})


class Indonesian(Language):  # type: ignore[no-untyped-call]
    """Indonesian with no tokenizer of its own: `spacy.blank("id")` takes 1.3 s for rules that Stanza replaces."""

    lang = "id"
    Defaults = IndonesianDefaults


def language(gazetteer: Gazetteer | None = None, *, steps: Sequence[str] = WORD_STEPS + ARTICLE_STEPS) -> Language:
    """A spaCy Language with these steps as components; with `gazetteer` instead of factcli's own.

    Its models are verified and loaded; raises ModelError where one is missing or damaged.
    """
    folder = verified_folder()
    nlp = Indonesian(vocab=create_vocab("id", BaseDefaults))
    hidden = 0
    for step in steps:
        component = nlp.add_pipe(step)
        if isinstance(component, Tokens):
            component.load(folder)
        elif isinstance(component, EncoderComponent):
            component.path = folder / FOLDER
            hidden = component.loaded[0].config.hidden
        elif isinstance(component, (Syntax, Names, Events)):
            component.folder = folder
            component.load(hidden)
    _ask_gazetteer(nlp, gazetteer)
    return nlp


def _ask_gazetteer(nlp: Language, gazetteer: Gazetteer | None) -> None:
    components = dict(nlp.pipeline)
    linker, grouper = components.get("factcli_linker"), components.get("factcli_entities")
    if isinstance(linker, Linker) and isinstance(grouper, EntityGrouper):
        linker.gazetteer = gazetteer or linker.gazetteer
        grouper.known, grouper.bearers = linker.gazetteer.label_of, linker.bearers


class Pipeline:
    """Articles in, facts out, in batches."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    @classmethod
    def load(cls, gazetteer: Gazetteer | None = None) -> Pipeline:
        """The pipeline with the models that ship with factcli, and its gazetteer or this one; raises ModelError."""
        return cls(language(gazetteer))

    @classmethod
    def of_words(cls) -> Pipeline:
        """Only the steps that read words: enough for `parse`; raises ModelError."""
        return cls(language(steps=WORD_STEPS))

    def parse(self, articles: Sequence[Article]) -> list[Doc]:
        """A Doc for each article, with words, tags, trees and names."""
        tokens, *steps = (component for name, component in self.nlp.pipeline if name in WORD_STEPS)
        assert isinstance(tokens, Tokens)
        docs = tokens.docs(articles)
        for step in steps:
            assert isinstance(step, (EncoderComponent, Syntax, Names))
            docs = list(step.pipe(docs))
        return docs

    def extract(self, articles: Iterable[Article], batch: int = BATCH) -> Iterator[Facts | Failure]:
        """The facts of each article, in order; the words of `batch` articles are read at once.

        An article that no step can take gives a Failure in its place; the others are unaffected.
        """
        for chunk in in_chunks(articles, batch):
            try:
                docs = self.parse(chunk)
            except Exception:  # whatever one article did to the models, the others are tried without it
                for article in chunk:
                    yield self._tried(article)
                continue
            for article, doc in zip(chunk, docs, strict=True):
                yield self._tried(article, doc)

    def read(self, article: Article, doc: Doc | None = None) -> Facts:
        """The facts of one article, parsed already or not; an error of a step is raised."""
        doc = doc if doc is not None else self.parse([article])[0]
        for name, component in self.nlp.pipeline:
            if name in ARTICLE_STEPS:
                doc = component(doc)
        return facts_of(article, doc)

    def explain(self, article: Article, at: int | None = None) -> list[Explanation]:
        """What the heads for events say of the words of an article, or of the word at the code point `at`."""
        doc = self.parse([article])[0]
        for name, component in self.nlp.pipeline:
            if isinstance(component, Events):
                return component.explain(doc, at)
            if name in ARTICLE_STEPS:
                doc = component(doc)
        return []

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
        url=article.url,
        language=article.language,
        title=article.title,
        published=article.published,
        text=article.text,
        sentences=list(_sentences(doc)),
        entities=doc._.entities,
        dates=doc._.dates,
        quantities=doc._.quantities,
        events=doc._.events,
    )
    facts.timeline = timeline_of(facts)
    return facts


def _sentences(doc: Doc) -> Iterator[Sentence]:
    for sentence in doc.sents:
        ends = words_of(sentence) or list(sentence)
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
