"""Folding names to the form under which they are found: case, diacritics, hyphens, stops and apostrophes away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_DROPPED = re.compile(r"[.'’‘ʼ`´]")
# A few megabytes: the same names come again and again.
REMEMBERED = 30_000
_SPACES = re.compile(r"[\s\-‐‑–—/,]+")
_INITIALS = re.compile(r"\b(\w) (?=\w\b)")


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """The folded form of a name: `Kim Jong-un`, `Kim Jong Un` and `KIM JONG UN` give `kim jong un`, `B. J. Habibie`
    gives `bj habibie`, `Moskwa'` gives `moskwa`.
    """
    text = name.casefold()
    if not text.isascii():
        # Taken apart before and after the folding of case, as in Unicode's caseless matching: each can undo the other.
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        text = "".join(c for c in text if not unicodedata.combining(c)).translate(_UNDECOMPOSED)
    text = _SPACES.sub(" ", _DROPPED.sub("", text)).strip()
    return _INITIALS.sub(r"\1", text)
