"""Article -> sentences, tokens and words with true offsets, by Stanza's tokenizer: a spaCy Doc that stays the same.

`ModelError` says what is wrong with the trained models; importing this package loads neither torch, Stanza nor spaCy.
"""

from factcli.tokens.models import ModelError

__all__ = ["ModelError"]
