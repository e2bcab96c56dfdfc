"""Treebank sentences -> the paragraphs and character labels that Stanza's tokenizer learns from.

Beside the gold treebanks the sentences of the 2018 GSD train set are used that have no multiword token in today's
annotation. A twentieth of the sentences follow the one before without a blank (`selesai.Ia pulang`), as in
scraped news.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path

from training.treebanks import SPLITS, Sentence, read_sentences, surface
from training.treebanks_2018 import needs_splitting, unsplit_words

GLUED = 0.05


def tokenizer_example(
    sentences: Iterable[Sentence], draw: random.Random | None = None
) -> tuple[str, str, list[tuple[str, list[str]]]]:
    """Text of one paragraph, a label a character (1 token end, 2 sentence end; 3, 4 of a multiword), its multiwords."""
    text, labels, multiwords = "", "", []
    for sentence in sentences:
        tokens = surface(sentence)
        for number, (token, space, pieces) in enumerate(tokens):
            last = number == len(tokens) - 1
            end = (3 if pieces else 1) + last
            text += token
            labels += "0" * (len(token) - 1) + str(end)
            if pieces:
                multiwords.append((token, [piece.lower() for piece in pieces]))
            glued = last and draw is not None and token in ".?!" and draw.random() < GLUED
            if (space or last) and not glued:
                text += " "
                labels += "0"
    return text.strip(), labels[: len(text.rstrip())], multiwords


def write_tokenizer(sentences: list[Sentence], stem: Path, seed: int) -> None:
    """Write `STEM.txt`, `STEM.toklabels` and `STEM-mwt.json`: paragraphs of one to eight sentences."""
    draw = random.Random(seed)
    texts, labels, multiwords = [], [], []
    position = 0
    while position < len(sentences):
        size = draw.randint(1, 8)
        text, label, multiword = tokenizer_example(sentences[position : position + size], draw)
        assert len(text) == len(label), text
        texts.append(text)
        labels.append(label)
        multiwords += multiword
        position += size
    stem.with_suffix(".txt").write_text("\n\n".join(texts), encoding="utf-8")
    stem.with_suffix(".toklabels").write_text("\n\n".join(labels), encoding="utf-8")
    counted: dict[tuple[str, tuple[str, ...]], int] = {}
    for token, pieces in multiwords:
        counted[token, tuple(pieces)] = counted.get((token, tuple(pieces)), 0) + 1
    rows = [[[token, list(pieces)], count] for (token, pieces), count in counted.items()]
    stem.with_name(stem.name + "-mwt.json").write_text(json.dumps(rows), encoding="utf-8")


def write_all(ud: Path, work: Path) -> None:
    """Write what Stanza's tokenizer learns from into `work`, where the treebanks lie split into parts already."""
    parts = {part: read_sentences(work / f"{part}.conllu") for part in SPLITS}
    whole, parted = unsplit_words(parts["train"])
    parts["train"] += [
        sentence
        for sentence in read_sentences(ud / "id_gsd-2018-train.conllu")
        if not needs_splitting(sentence, whole, parted) and sentence.words[-1][1] in (".", "?", "!", '"', "”")
    ]
    for seed, (part, sentences) in enumerate(parts.items()):
        write_tokenizer(sentences, work / part, seed)
