"""Stanza's tokenizer as a spaCy component: `factcli_tokens`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from factcli.reading import read_articles
from factcli.schema import Article
from factcli.tokens.chunks import BATCH, in_chunks
from factcli.tokens.document import build_doc, extend_doc
from factcli.tokens.sentences import SentenceSplitter, stanza_processors


class Tokens:
    """Any Doc -> the Doc of the same text in Stanza's sentences and words.

    A Doc that comes from `docs` already is left as it is. The models are loaded when first needed.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._splitter: SentenceSplitter | None = None

    def load(self, folder: Path | None = None) -> None:
        """Load the models of a folder (default: the verified ones that ship with factcli); raises ModelError."""
        self._splitter = SentenceSplitter(stanza_processors(folder, ("tokenize", "mwt")))

    @property
    def splitter(self) -> SentenceSplitter:
        """Stanza's tokenizer; raises ModelError where a model is missing or damaged."""
        if self._splitter is None:
            self.load()
        assert self._splitter is not None
        return self._splitter

    def docs(self, articles: Sequence[Article]) -> list[Doc]:
        """A Doc for each article, in order."""
        split = self.splitter(articles)
        return [build_doc(article, of_one, self.vocab) for article, of_one in zip(articles, split, strict=True)]

    def __call__(self, doc: Doc) -> Doc:
        """The Doc in words; raises ModelError where a model is missing or damaged."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The Docs in words, `batch_size` at once; contexts are kept."""
        for batch in in_chunks(docs, batch_size):
            are_new = [doc._.article is None for doc in batch]
            made = iter(self.docs([article_of(doc.text) for doc, is_new in zip(batch, are_new, strict=True) if is_new]))
            for doc, is_new in zip(batch, are_new, strict=True):
                if not is_new:
                    yield doc
                    continue
                new = next(made)
                new._context = doc._context
                yield new


@Language.factory(
    "factcli_tokens",
    assigns=["doc.sents", "doc._.article", "doc._.published", "doc._.blocks", "doc._.multiword"],
    retokenizes=True,
)
def create_tokens(nlp: Language, name: str) -> Tokens:  # noqa: ARG001
    """A `Tokens` that shares the vocabulary of its pipeline."""
    extend_doc()
    return Tokens(nlp.vocab)


@registry.tokenizers("factcli.WholeText.v1")  # type: ignore[untyped-decorator]
def whole_text() -> Callable[[Language], WholeText]:
    """The tokenizer of a pipeline that begins with `factcli_tokens`, as a configuration names it."""
    return lambda nlp: WholeText(nlp.vocab)


class WholeText:
    """A tokenizer that leaves the text whole, for `factcli_tokens` to take apart."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc of one token, or of none where there is no text."""
        return Doc(self.vocab, words=[text] if text else [], spaces=[False] if text else [])

    def to_bytes(self, **kwargs: object) -> bytes:  # noqa: ARG002
        """Nothing: there is nothing to keep."""
        return b""

    def to_disk(self, path: object, **kwargs: object) -> None:
        """Nothing: there is nothing to keep."""

    def from_disk(self, path: object, **kwargs: object) -> WholeText:  # noqa: ARG002
        """Itself."""
        return self

    def from_bytes(self, data: bytes, **kwargs: object) -> WholeText:  # noqa: ARG002
        """Itself."""
        return self


def article_of(text: str) -> Article:
    """The article that reading makes of a text, where its text is the very same; else the text alone."""
    for article in read_articles(text.encode("utf-8", "surrogatepass"), name="text"):
        if isinstance(article, Article) and article.text == text:
            return article
    return Article(text=text)
