"""An article of as many dated events as a test wants, and heads that find them."""

from __future__ import annotations

import numpy as np
import torch
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from factcli.events.features import FAR_RANK, SENTENCES, WORDS
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


def heads_for_clauses() -> EventHeads:
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
