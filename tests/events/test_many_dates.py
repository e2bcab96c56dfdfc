"""An article of thousands of dates costs seconds, however they are spread over its sentences."""

from __future__ import annotations

import time

from factcli.events.predicates import predicates_in
from factcli.events.quotes import quoted_depth
from factcli.events.timing import dated_predicates
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcli.events.finding import find_events
from factcli.schema import DateExpression
from factcli.tokens.document import extend_doc

DATES = 5000
SECONDS = 20.0
CLAUSE = [
    ("Warga", "NOUN", "nsubj", 1),
    ("bertemu", "VERB", "root", 0),
    ("pada", "ADP", "case", 1),
    ("Mei", "PROPN", "obl", -2),
    (",", "PUNCT", "punct", -3),
]


def dated_clauses(*, sentences: bool) -> tuple[Doc, list[DateExpression]]:
    """`Warga bertemu pada Mei,` DATES times over: each a sentence, or all joined to the first of one sentence."""
    words = [word for _ in range(DATES) for word in CLAUSE]
    size = len(CLAUSE)
    heads = [index + offset for index, (*_, offset) in enumerate(words)]
    relations = [relation for _, _, relation, _ in words]
    if not sentences:
        for clause in range(1, DATES):
            heads[clause * size + 1], relations[clause * size + 1] = 1, "conj"
    extend_doc()
    doc = Doc(
        Vocab(),
        words=[word for word, *_ in words],
        pos=[tag for _, tag, *_ in words],
        lemmas=[word for word, *_ in words],
        deps=relations,
        heads=heads,
    )
    days = {"value": "2021-05", "earliest": "2021-05-01", "latest": "2021-05-31"}
    dates = [
        DateExpression(id=f"t{number}", start=token.idx, end=token.idx + 3, text="Mei", type="DATE", **days)
        for number, token in enumerate(list(doc)[3::size], 1)
    ]
    return doc, dates


def test_thousands_of_dates_take_seconds() -> None:
    doc, dates = dated_clauses(sentences=True)
    begun = time.perf_counter()
    events = find_events(doc, [], dates, {})
    assert time.perf_counter() - begun < SECONDS
    assert len([event for event in events if event.when]) == DATES


def test_thousands_of_dates_of_one_sentence_find_their_happenings_in_seconds() -> None:
    doc, dates = dated_clauses(sentences=False)
    known = predicates_in(doc)
    begun = time.perf_counter()
    dated = dated_predicates(doc, dates, known, quoted_depth(doc))
    assert time.perf_counter() - begun < SECONDS
    assert len(dated) == DATES
