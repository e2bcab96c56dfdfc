"""The trees of annotated articles, by the heads in training: nobody marked them, and the heads for events use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import torch
from torch import Tensor

from factcli.events.paths import WordTree
from factcli.syntax.reading import SyntaxReader
from training.examples import Events, Example
from training.model import Joint


@torch.no_grad()
def parsed(model: Joint, articles: Sequence[Example]) -> list[Example]:
    """The articles with the trees that the heads for syntax see in them."""
    reader = SyntaxReader(model.eval().syntax, model.labels)
    found: list[Example] = []
    for article, vectors in zip(articles, model.read(list(articles)), strict=True):
        assert article.events is not None
        tree = _tree(reader, article.events, vectors)
        found.append(replace(article, events=replace(article.events, tree=tree)))
    return found


def _tree(reader: SyntaxReader, events: Events, vectors: Tensor) -> WordTree:
    lengths = [len(list(words)) for _, words in groupby(events.places, key=lambda place: place.sentence)]
    heads: list[int] = []
    relations: list[str] = []
    for tagged in reader(torch.split(vectors, lengths)):
        first = len(heads)
        heads += [first + (head - 1 if head else number) for number, head in enumerate(tagged.heads)]
        relations += tagged.deprels
    return WordTree(heads, relations)
