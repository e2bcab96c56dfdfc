"""Stanza's syntax as a spaCy component: `factcli_syntax`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcli.reading import read_articles
from factcli.schema import Article
from factcli.syntax.document import extend_doc
from factcli.syntax.parser import Parser


class SyntaxComponent:
    """Any Doc -> the Doc of the same text with Stanza's words, tags, lemmas, dependencies and entity spans.

    A Doc that comes from the parser already is left as it is. The models are loaded when first needed.
    """

    def __init__(self, vocab: Vocab, parser: Parser | None = None) -> None:
        self.vocab = vocab
        self.parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """The parsed Doc; raises factcli.syntax.ModelError where a model is missing or damaged."""
        if doc._.article is not None:
            return doc
        if self.parser is None:
            self.parser = Parser.load(vocab=self.vocab)
        return self.parser.parse([article_of(doc.text)])[0]


@Language.factory(
    "factcli_syntax",
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents"],
    retokenizes=True,
)
def create_syntax(nlp: Language, name: str) -> SyntaxComponent:  # noqa: ARG001
    """A `SyntaxComponent` that shares the vocabulary of its pipeline."""
    extend_doc()
    return SyntaxComponent(nlp.vocab)


class WholeText:
    """A tokenizer that leaves the text whole, for `factcli_syntax` to take apart."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc of one token, or of none where there is no text."""
        return Doc(self.vocab, words=[text] if text else [], spaces=[False] if text else [])

    def to_bytes(self, **kwargs: object) -> bytes:  # noqa: ARG002
        """Nothing: there is nothing to keep."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> WholeText:  # noqa: ARG002
        """Itself."""
        return self


def article_of(text: str) -> Article:
    """The article that reading makes of a text, where its text is the very same; else the text alone."""
    for article in read_articles(text.encode("utf-8", "surrogatepass"), name="text"):
        if isinstance(article, Article) and article.text == text:
            return article
    return Article(text=text)
