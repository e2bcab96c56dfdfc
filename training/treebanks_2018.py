"""The GSD train set of 2018: which of its sentences teach the tokenizer, though its guidelines split no clitics."""

from __future__ import annotations

from training.treebanks import Sentence

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")


def unsplit_words(modern: list[Sentence]) -> tuple[set[str], set[str]]:
    """The words that today's treebanks leave whole, and those that they split."""
    whole: set[str] = set()
    parted: set[str] = set()
    for sentence in modern:
        for row in sentence.rows:
            (parted if "-" in row[0] else whole).add(row[1].lower())
    return whole - parted, parted


def needs_splitting(sentence: Sentence, whole: set[str], parted: set[str]) -> bool:
    """True where a word would be a multiword token today (or might be)."""
    for row in sentence.words:
        word = row[1].lower()
        if word in parted or (word not in whole and len(word) > 4 and word.endswith(CLITICS)):
            return True
    return False
