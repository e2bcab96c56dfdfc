"""A model of one small layer with all its heads, and a few sentences and an article to learn from."""

from __future__ import annotations

import torch
from own_article import own_example

from factcli.encoder.config import EncoderConfig
from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import BLANK, SPECIAL, Pieces
from factcli.schema import LABELS
from factcli.syntax.network import SyntaxLabels
from training.articles import HABIT
from training.examples import Example, Tree, Word
from training.fit import Corpus
from training.model import Joint

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,"
SYNTAX_LABELS = SyntaxLabels(
    upos=("NOUN", "PRON", "VERB"), feats=("", "Person=3"), deprel=("nmod:poss", "nsubj", "root")
)
TREES = [
    Example(
        [Word("rumah"), Word("nya", glued=True), Word("roboh")],
        trees=[Tree([0, 1, 2], [0, 1, 0], [3, 1, 0], [1, 0, 2])],
    ),
    Example([Word("hujan"), Word("turun")], trees=[Tree([0, 2], [0, 0], [2, 0], [1, 2])]),
]
NAMES = [
    Example([Word("Siti"), Word("Aminah"), Word("tiba")], habit="idner", names=[(0, 1, LABELS.index("PER"))]),
    Example([Word("di"), Word("Ambon")], habit="idner", names=[(1, 1, LABELS.index("LOC"))]),
]


def tiny_joint(seed: int = 0) -> Joint:
    """The model; its vocabulary is letters."""
    torch.manual_seed(seed)
    pieces = Pieces({**dict.fromkeys(SPECIAL, 0.0), **dict.fromkeys((BLANK, *LETTERS), -5.0)})
    config = EncoderConfig(pieces=len(pieces.ids), layers=1, hidden=32, heads=2, feedforward=64)
    return Joint(Encoder(config), pieces, SYNTAX_LABELS)


def tiny_corpus() -> Corpus:
    """The two sentences with trees, two with names, and the article."""
    assert own_example().habit == HABIT
    return Corpus(trees=TREES, names=[NAMES], articles=[own_example()])
