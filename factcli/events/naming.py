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
    if before.pos_ == "NUM" or len(span) == 1:
        return True
    return before.pos_ == "PROPN" and len(span) == 2 and span[1].is_digit and not is_behind_entity(span)


def is_behind_entity(span: Span) -> bool:
    """True for `lahir di Magelang tahun 1974`: behind a name alone that a verb has for its object or place.

    `Piala AFF tahun 2020` holds a word more than the name, `UU Polri Tahun 2002` a capital, and in `bantuan untuk Solo
    tahun 2011` a noun has it.
    """
    place = span.start - 1
    while place > span.sent.start and span.doc[place - 1].is_title and span.doc[place].text[:1].isupper():
        place -= 1
    name = span.doc[place : span.start]
    of_verb = name.root.dep_.startswith(("obl", "obj")) and name.root.head.pos_ == "VERB"
    return of_verb and all(token.ent_type_ for token in name) and not span[0].is_title


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
