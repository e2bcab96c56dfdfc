"""The calls grow with the number of dates and events of an article, and each event has the days of its own date."""

from __future__ import annotations

import numpy as np
import torch
from growth import calls
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from factcli.events.decode import Decision
from factcli.events.features import FAR_RANK, SENTENCES, WORDS
from factcli.events.finding import find_events
from factcli.events.network import CLASSES, DATED, NONE, STARTS, EventHeads
from factcli.schema import Article, DateExpression, Entity, Mention
from factcli.tokens.document import extend_doc

HIDDEN = 16
CLAUSE = [
    ("Warga", "NOUN", "nsubj", 1),
    ("bertemu", "VERB", "root", 0),
    ("pada", "ADP", "case", 1),
    ("Mei", "PROPN", "obl", -2),
    (".", "PUNCT", "punct", -3),
]


def dated_clauses(count: int) -> tuple[Doc, list[Entity], list[DateExpression]]:
    """`Warga bertemu pada Mei.` so many times over, each May of another year; all second words have one vector."""
    words = [word for _ in range(count) for word in CLAUSE]
    extend_doc()
    doc = Doc(
        create_vocab("id", BaseDefaults),
        words=[word for word, *_ in words],
        pos=[tag for _, tag, *_ in words],
        lemmas=[word for word, *_ in words],
        deps=[relation for _, _, relation, _ in words],
        heads=[index + offset for index, (*_, offset) in enumerate(words)],
    )
    doc._.article = Article(text=doc.text)
    doc.tensor = np.zeros((len(doc), HIDDEN), dtype=np.float32)
    doc.tensor[1 :: len(CLAUSE), 0] = 1.0
    dates = [
        DateExpression(
            id=f"t{number}",
            start=token.idx,
            end=token.idx + 3,
            text="Mei",
            type="DATE",
            value=f"{1000 + number}-05",
            earliest=f"{1000 + number}-05-01",
            latest=f"{1000 + number}-05-31",
        )
        for number, token in enumerate(list(doc)[3 :: len(CLAUSE)], 1)
    ]
    mentions = [Mention(start=token.idx, end=token.idx + 5, text="Warga") for token in list(doc)[:: len(CLAUSE)]]
    return doc, [Entity(id="e1", label="ORG", name="Warga", mentions=mentions)], dates


def heads() -> EventHeads:
    """Heads that know nothing but that such a word is a dated event, and that its date is the next one behind it."""
    torch.manual_seed(1)
    made = EventHeads(HIDDEN).eval()
    with torch.no_grad():
        for parameter in made.kind.parameters():
            parameter.zero_()
        # The first number of a word's vector reaches the logit of what is dated, by the first hidden one.
        made.kind.output.bias[NONE] = 5.0
        made.kind.input.weight[0, 0] = 1.0
        made.kind.output.weight[DATED, 0] = 20.0
        made.of_class.output.bias[CLASSES.index("OCCURRENCE")] = 50.0
        assert made.dates.features is not None
        for parameter in made.dates.parameters():
            parameter.zero_()
        made.dates.features.weight[SENTENCES + WORDS + FAR_RANK, 0] = 1.0
        made.dates.output.weight[STARTS, 0] = 20.0
    return made


def test_twice_the_dates_take_twice_the_calls() -> None:
    # Each event is scored beside each date, in a few calls over all of them.
    made = heads()

    def find(given: tuple[Doc, list[Entity], list[DateExpression]]) -> object:
        return find_events(*given, made, Decision())

    find(dated_clauses(2))
    assert calls(find, dated_clauses(200)) < 3 * calls(find, dated_clauses(100))


def test_of_a_thousand_dates_each_event_has_its_own() -> None:
    doc, entities, dates = dated_clauses(1000)
    events = find_events(doc, entities, dates, heads(), Decision())
    assert [event.when.date for event in events if event.when] == [date.id for date in dates]


def test_each_event_stands_where_its_word_stands() -> None:
    doc, entities, dates = dated_clauses(3)
    events = find_events(doc, entities, dates, heads(), Decision())
    assert [doc.text[event.trigger.start : event.trigger.end] for event in events] == ["bertemu"] * 3
    assert [event.id for event in events] == ["v1", "v2", "v3"]
    assert [event.sentence for event in events] == [0, 1, 2]
    assert [event.type for event in events if event.class_ == "OCCURRENCE"] == ["meeting"] * 3
    assert [(event.when.earliest, event.when.latest) for event in events if event.when] == [
        (date.earliest, date.latest) for date in dates
    ]
    assert all(0 <= (event.score or 0) <= 1 for event in events)


def test_a_date_without_days_dates_nothing() -> None:
    doc, entities, dates = dated_clauses(2)
    open_dates = [
        DateExpression(id="t1", start=dates[0].start, end=dates[0].end, text="Mei", type="SET", value="XXXX-05")
    ]
    assert all(event.when is None for event in find_events(doc, entities, open_dates, heads(), Decision()))


def test_an_article_without_dates_and_names_has_events_without() -> None:
    doc, _, _ = dated_clauses(2)
    events = find_events(doc, [], [], heads(), Decision())
    assert [event.when for event in events] == [None, None]
    assert all(not (event.agents or event.patients or event.places) for event in events)
