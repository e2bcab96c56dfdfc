"""The tokenizer that ships, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from factcli.pipeline import Indonesian
from factcli.schema import Article
from factcli.tokens.component import Tokens, WholeText
from factcli.tokens.sentences import SentenceSplitter, stanza_processors

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "putin-korea-utara.txt"


@cache
def processors() -> dict[str, Any]:
    """Stanza's processors."""
    return stanza_processors(None, ("tokenize", "mwt"))


@cache
def language() -> Indonesian:
    """A Language with the tokenizer alone."""
    nlp = Indonesian()
    nlp.tokenizer = WholeText(nlp.vocab)
    tokens = nlp.add_pipe("factcli_tokens")
    assert isinstance(tokens, Tokens)
    tokens._splitter = SentenceSplitter(processors())
    return nlp


def tokens() -> Tokens:
    """The component."""
    component = language().get_pipe("factcli_tokens")
    assert isinstance(component, Tokens)
    return component


def docs_of(*texts: str) -> list[Doc]:
    """A Doc for each text, all read together."""
    return tokens().docs([Article(text=text) for text in texts])
