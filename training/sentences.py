"""Treebanks and sets of names -> examples of one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from factcli.schema import LABELS
from factcli.syntax.network import SyntaxLabels
from training.examples import Example, Tree, Word
from training.treebanks import TREEBANKS, Sentence, read_sentences, split, unify

ALIASES = {"PERSON": "PER", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "PLACE": "LOC", "LOCATION": "LOC"}


def treebank_parts(folder: Path) -> dict[str, list[Sentence]]:
    """The sentences of all treebanks as train, dev and test."""
    parts: dict[str, list[Sentence]] = {}
    for name in TREEBANKS:
        for part, sentences in split([unify(one) for one in read_sentences(folder / name)]).items():
            parts.setdefault(part, []).extend(sentences)
    return parts


def labels_of(sentences: Iterable[Sentence]) -> SyntaxLabels:
    """Every label of the sentences, in alphabetical order."""
    words = [row for sentence in sentences for row in sentence.words]
    return SyntaxLabels(
        upos=tuple(sorted({row[3] for row in words})),
        feats=tuple(sorted({_feats(row) for row in words})),
        deprel=tuple(sorted({row[7] for row in words})),
    )


def tree_examples(sentences: Sequence[Sentence], labels: SyntaxLabels) -> list[Example]:
    """An example for each sentence, with its tree; labels never seen in training become the first one."""

    def number(names: Sequence[str], name: str) -> int:
        return names.index(name) if name in names else 0

    return [
        Example(
            words=_words(sentence),
            trees=[
                Tree(
                    [number(labels.upos, row[3]) for row in sentence.words],
                    [number(labels.feats, _feats(row)) for row in sentence.words],
                    [int(row[6]) for row in sentence.words],
                    [number(labels.deprel, row[7]) for row in sentence.words],
                )
            ],
        )
        for sentence in sentences
    ]


def _feats(row: Sequence[str]) -> str:
    return "" if row[5] == "_" else row[5]


def _words(sentence: Sentence) -> list[Word]:
    """The words, each glued where it continues a token: inside a multiword token after its first word."""
    glued = {
        number
        for row in sentence.rows
        if "-" in row[0]
        for number in range(int(row[0].split("-")[0]) + 1, int(row[0].split("-")[1]) + 1)
    }
    return [Word(row[1], int(row[0]) in glued) for row in sentence.words]


def name_examples(path: Path, habit: str) -> list[Example]:
    """The sentences of a file of `token ... tag` lines (BIO), blank lines between them."""
    examples = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [fields for line in block.splitlines() if (fields := line.split())]
        if rows:
            names = list(_spans([row[-1] for row in rows]))
            examples.append(Example(words=[Word(row[0]) for row in rows], habit=habit, names=names))
    return examples


def _spans(tags: Sequence[str]) -> Iterable[tuple[int, int, int]]:
    start = None
    for place, tag in enumerate([*tags, "O"]):
        if start is not None and (not tag.startswith("I-") or tag[2:] != tags[start][2:]):
            kind = tags[start][2:]
            yield start, place - 1, LABELS.index(ALIASES.get(kind, kind))
            start = None
        if tag != "O" and start is None:
            start = place
