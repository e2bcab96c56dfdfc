"""Words -> pieces of the vocabulary: a unigram language model (Kudo 2018, Subword Regularization).

Each word is cut by itself, so that its pieces can be kept, and its first piece stands for it.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from pathlib import Path

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
# SentencePiece writes the blank before a word so.
BLANK = "\u2581"
# What is longer is no word of a language; a vector of its beginning is enough.
LONGEST_WORD = 48
MOST_PIECES = 16
# The words that one cache holds; the rest is cut again.
KEPT = 200_000
UNKNOWN_PENALTY = 10.0


class Pieces:
    """A vocabulary of pieces with their log probabilities, in the order of the embedding's rows."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        # The special pieces stand for no text, whatever the text holds.
        self.scores = {piece: score for piece, score in scores.items() if piece not in SPECIAL}
        self.ids = {piece: row for row, piece in enumerate(scores)}
        self.longest = max(map(len, scores))
        self.unknown = min(scores.values()) - UNKNOWN_PENALTY
        self._cut: dict[tuple[str, bool], tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """The vocabulary of a TSV file (piece, log probability); raises OSError or ValueError."""
        rows = (line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").split("\n") if line)
        pieces = cls({piece: float(score) for piece, score in rows})
        if tuple(pieces.ids)[: len(SPECIAL)] != SPECIAL:
            raise ValueError(f"{path} does not begin with {', '.join(SPECIAL)}")
        return pieces

    def save(self, path: Path) -> None:
        """Write the vocabulary as `load` reads it."""
        path.write_text(
            "".join(f"{piece}\t{self.scores.get(piece, 0.0):.6f}\n" for piece in self.ids), encoding="utf-8"
        )

    def of(self, word: str, glued: bool = False) -> tuple[int, ...]:
        """The ids of the pieces of a word, at least one.

        `glued`: the word continues the one before it (`nya` of `rumahnya`).
        """
        key = (word, glued)
        found = self._cut.get(key)
        if found is None:
            found = self._best(_marked(word[:LONGEST_WORD], glued))[:MOST_PIECES]
            if len(self._cut) < KEPT:
                self._cut[key] = found
        return found

    def _best(self, text: str) -> tuple[int, ...]:
        """The ids of the pieces of the most probable way to cut `text` (Viterbi)."""
        best = [0.0] + [-math.inf] * len(text)
        origin: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            if (unknown := best[start] + self.unknown) > best[start + 1]:
                best[start + 1], origin[start + 1] = unknown, (start, UNKNOWN)
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                score = self.scores.get(text[start:end])
                if score is not None and best[start] + score > best[end]:
                    best[end], origin[end] = best[start] + score, (start, self.ids[text[start:end]])
        cut: list[int] = []
        end = len(text)
        while end:
            end, piece = origin[end]
            cut.append(piece)
        return tuple(reversed(cut)) or (UNKNOWN,)


def _marked(word: str, glued: bool) -> str:
    """The word as the vocabulary writes it: with a blank before it, punctuation and continuations without."""
    text = unicodedata.normalize("NFKC", word).replace(" ", "")
    return text if glued or not any(map(str.isalnum, text)) else BLANK + text
