"""Stanza's lemmatiser remembers every word that it has worked out; here it forgets them when they grow too many."""

from __future__ import annotations

from typing import Any

# Ten megabytes, or the words of some thousands of articles.
REMEMBERED = 100_000


class LemmaMemory:
    """The lemmatiser's dictionary: what it was trained with for good, what it met since up to a bound."""

    def __init__(self, processor: Any, remembered: int = REMEMBERED) -> None:
        self.trainer = processor.trainer
        self.trained = {tag: dict(lemmas) for tag, lemmas in self.trainer.pos_dict.items()}
        self.most = self._size() + remembered

    def _size(self) -> int:
        return sum(map(len, self.trainer.pos_dict.values()))

    def bound(self) -> None:
        """Forget all that was not trained once there is too much of it."""
        if self._size() > self.most:
            self.trainer.pos_dict.clear()
            self.trainer.pos_dict.update((tag, dict(lemmas)) for tag, lemmas in self.trained.items())
