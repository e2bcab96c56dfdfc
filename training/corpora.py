"""The data folder -> everything to learn from and to choose by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcli.reading import read_articles
from factcli.schema import Article
from factcli.syntax.network import SyntaxLabels
from factcli.tokens.sentences import SentenceSplitter, TokenSentence, stanza_processors
from training.articles import HABIT, OWN, Row, article_example, read_rows
from training.examples import Example
from training.fit import Corpus
from training.sentences import labels_of, name_examples, tree_examples, treebank_parts
from training.standoff import BRIEF, NEWS, own_rows

TOGETHER = 50
KEYS = ("id", "source", "published", "title", "text")


class Corpora(NamedTuple):
    """What is learned from, what is watched (`dev` and held-back `test` trees, sets of names, articles), the labels."""

    train: Corpus
    trees: dict[str, list[Example]]
    names: dict[str, list[Example]]
    articles: list[Example]
    labels: SyntaxLabels


def read_corpora(data: Path, events: Path, models: Path) -> Corpora:
    """All examples of the data folder and of the annotated articles in the folder `events`."""
    banks = treebank_parts(data / "ud")
    labels = labels_of(banks["train"])
    trees = {part: tree_examples(sentences, labels) for part, sentences in banks.items()}
    ner = data / "ner"
    names = [
        name_examples(ner / "idner-news-2k.train.txt", "idner"),
        name_examples(ner / "nergrit.train.txt", "nergrit"),
        name_examples(ner / "nerui.txt", "nerui"),
    ]
    watched = {
        "idner": name_examples(ner / "idner-news-2k.dev.txt", "idner"),
        "nergrit": name_examples(ner / "nergrit.valid.txt", "nergrit"),
    }
    splitter = SentenceSplitter(stanza_processors(models, ("tokenize", "mwt")))
    articles = article_examples(read_rows(events / "train.jsonl"), splitter)
    own = article_examples(own_rows(data / "text", (NEWS, BRIEF)), splitter, OWN)
    train = Corpus(trees["train"], names, [*articles, *own])
    held_back = article_examples(read_rows(events / "dev60.jsonl"), splitter)
    return Corpora(train, trees, watched, held_back, labels)


def article_examples(rows: Sequence[Row], splitter: SentenceSplitter, habit: str = HABIT) -> list[Example]:
    """Articles annotated by a habit, cut into words as factcli cuts them."""
    lines = "".join(json.dumps({key: row[key] for key in KEYS}) + "\n" for row in rows).encode()
    articles = [article for article in read_articles(lines, name="articles.jsonl") if isinstance(article, Article)]
    split: list[list[TokenSentence]] = []
    for start in range(0, len(articles), TOGETHER):
        split += splitter(articles[start : start + TOGETHER])
    return [article_example(row, sentences, habit) for row, sentences in zip(rows, split, strict=True)]
