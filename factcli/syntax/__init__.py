"""Article -> spaCy Doc: Stanza's sentences, tokens, words, tags, lemmas and dependencies, offsets always true.

`ModelError` says what is wrong with the trained models. `load_parser` imports torch, Stanza and spaCy; importing
this package does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.syntax.models import ModelError

if TYPE_CHECKING:
    from factcli.syntax.parser import Parser

__all__ = ["ModelError", "load_parser"]


def load_parser() -> Parser:
    """The parser with the models that ship with factcli; raises ModelError when they are missing or damaged."""
    from factcli.syntax.parser import Parser

    return Parser.load()
