"""Dates that tell no time of a happening: they only tell which thing is meant, or what one is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from factcli.events.lexicon import clause_words
from factcli.schema import DateExpression

# What joins the year to the number of a law or a case: 114/PUU/2025.
NUMBER_MARK = "/"
# How many words before a date may hold what it is compared with, or the superlative that it bounds.
FARTHEST = 6


def dating_sentences(dates: Sequence[DateExpression], spans: Mapping[str, Span]) -> set[int]:
    """The first tokens of the sentences in which a date tells when something is; `spans` by date id."""
    sentences = set()
    names = False
    for date in dates:
        span = spans.get(date.id)
        if span is None:
            continue
        bounded = names and span.doc[span.start - 1].lower_ in clause_words("between")
        names = bounded or names_which(date, span)
        if not names and not is_compared(span):
            sentences.add(span[0].sent.start)
    return sentences


def names_which(date: DateExpression, span: Span) -> bool:
    """True for the year in `Piala Dunia 2022` or `Nomor 2 Tahun 2002`, and for the day in `kondisi hari ini`."""
    if date.type != "DATE" or span.start == 0:
        return False
    before = span.doc[span.start - 1]
    if before.idx + len(before.text) + 1 < span.start_char:
        return False
    if before.lower_ in clause_words("naming", "nouns"):
        return True
    if len(date.value or "") != len("2022"):
        return False
    if before.text_with_ws.endswith(NUMBER_MARK):
        return True
    if before.pos_ not in clause_words("naming", "tags"):
        return False
    return before.pos_ == "NUM" or len(span) == 1 or (before.pos_ == "PROPN" and len(span) == 2 and span[1].is_digit)


def is_compared(span: Span) -> bool:
    """True for a date behind a comparison (`dibandingkan Mei 2022`) or a superlative (`tertinggi sejak 2014`)."""
    first = max(span.start - FARTHEST, 0)
    before = [token.lower_ for token in span.doc[first : span.start]]
    for place in range(len(before) - 1, -1, -1):
        token = span.doc[first + place]
        if before[place] in clause_words("comparing"):
            return True
        if token.pos_ in ("VERB", "PUNCT"):
            break
    if not before or before[-1] not in clause_words("bounding"):
        return False
    return bool(set(before[-4:-1]) & clause_words("superlative"))
