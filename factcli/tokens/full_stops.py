"""Sentences that Stanza's tokenizer leaves joined behind a name, `kata Sari. Budi mengatakan`, and one that it parts
within the number of a document: `Nomor 105/TK/Tahun 2024`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from factcli.tables import read_table
from factcli.tokens.tokenizer import Stretch

ABBREVIATIONS = Path(__file__).with_name("data") / "abbreviations.toml"
# A name of three letters or more, an acronym among them; `Drs` and `Pdt` have no vowel and are cut short.
NAME = re.compile(r"[A-Z]{3,}|[A-Z](?=.*[aeiou])[a-z]{2,}")

NUMBER_GOES_ON = re.compile(r"\d/(?=\w)")


def whole(sentences: Iterable[Sequence[Stretch]], paragraph: str) -> Iterator[Sequence[Stretch]]:
    """The tokens of the sentences of `paragraph`, joined where a number goes on."""
    held: list[Stretch] = []
    for sentence in sentences:
        held += sentence
        if not NUMBER_GOES_ON.match(paragraph, max(0, held[-1].end - 2)):
            yield held
            held = []
    if held:
        yield held


def parted(sentence: Sequence[Stretch], paragraph: str) -> Iterator[Sequence[Stretch]]:
    """The tokens of one sentence of `paragraph`, as the sentences that they are."""
    first = 0
    for place in range(1, len(sentence) - 1):
        if _ends(sentence[place - 1], sentence[place], sentence[place + 1], paragraph):
            yield sentence[first : place + 1]
            first = place + 1
    yield sentence[first:]


def _ends(before: Stretch, stop: Stretch, after: Stretch, paragraph: str) -> bool:
    """True for a full stop that stands close behind a name, and before a capital."""
    is_apart = before.end == stop.start and stop.end < after.start
    if not is_apart or stop.of(paragraph) != "." or not paragraph[after.start].isupper():
        return False
    name = before.of(paragraph)
    return NAME.fullmatch(name) is not None and name.lower() not in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_table(ABBREVIATIONS)["words"])
