"""The language of a text, from its function words (`languages.toml`)."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import NamedTuple

from factcli.reading.patterns import load

INDONESIAN = "id"
# Of a longer text, the beginning decides.
SAMPLE = 20_000
# A quotation in another language, the title of a song or a name does not make an article foreign, nor does one old word
# that a law repeats.
FEWEST_DIFFERENT = 3
FEWEST = 4
TIMES_AS_MANY = 2

_WORD = re.compile(r"[^\W\d_]+")


class _Language(NamedTuple):
    code: str
    words: frozenset[str]
    against: frozenset[str]


def language_of(text: str) -> str:
    """Return the code (ISO 639-1) of the language in which a text seems to be: `id` where nothing speaks against it.

    Only the languages of `languages.toml` are distinguished: a text in any other is taken for Indonesian.
    """
    counts = Counter(_WORD.findall(text[:SAMPLE].lower()))
    seen = {language.code: _seen(language, counts) for language in _languages()}
    return max(seen, key=lambda code: seen[code]) if any(seen.values()) else INDONESIAN


def language_name(code: str) -> str:
    """Return the English name of a language that `language_of` distinguishes from Indonesian."""
    return next(str(each["name"]) for each in load("languages.toml")["language"] if each["code"] == code)


def _seen(language: _Language, counts: Counter[str]) -> int:
    """Return how often words of the language stand there, 0 where they are too few to decide."""
    own, against = (sum(counts[word] for word in words) for words in (language.words, language.against))
    is_clear = own >= max(FEWEST, TIMES_AS_MANY * against) and len(language.words & counts.keys()) >= FEWEST_DIFFERENT
    return own if is_clear else 0


@functools.cache
def _languages() -> list[_Language]:
    table = load("languages.toml")
    return [
        _Language(each["code"], frozenset(each["words"]), frozenset(each.get("against", table["indonesian"])))
        for each in table["language"]
    ]
