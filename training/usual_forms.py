"""Count how the press writes its words: `factcli/syntax/usual_forms.txt`.

    python -m training.usual_forms --data ../shared/data

Only sentences count, and of these only what stands inside: a capital there tells a name. Kept are words seen often
enough in their usual form, pairs of words that are parts of one name though one of them is a common word, and common
words that have a capital before most names.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

SOURCES = ("news.txt", "news2.txt", "wiki.txt", "parallel.txt")
TARGET = Path(__file__).parents[1] / "factcli" / "syntax" / "usual_forms.txt"
HEADER = """\
# How the press writes words: `kota`, `Surabaya`, `KPK`, `iPhone`; pairs of words that are parts of one name: `Selandia
# Baru`; words that have a capital before any name: `Jembatan *`. Made by training/usual_forms.py from shared/data/text.
"""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
INSIDE_SENTENCE = re.compile(r"[a-z,] ?$")
SHORTEST_SENTENCE = 6
SHARE_OF_SMALL = 0.55
FEWEST_SMALL = 8
FEWEST_NAMES = 10
FEWEST_HEADS = 20
# Verbs of headlines (`tinjau`) are seldom seen bare in sentences; their passive (`ditinjau`) is.
PASSIVE = "di"

Pair: TypeAlias = tuple[str, str]


@dataclass
class Counts:
    """Folded words by case, words of mixed case as they are, pairs with capitals, and all pairs folded."""

    small: Counter[str] = field(default_factory=Counter)
    titled: Counter[str] = field(default_factory=Counter)
    capitals: Counter[str] = field(default_factory=Counter)
    mixed: Counter[str] = field(default_factory=Counter)
    names: Counter[Pair] = field(default_factory=Counter)
    pairs: Counter[Pair] = field(default_factory=Counter)

    def forms(self) -> dict[str, str]:
        """Folded word -> usual form."""
        found: dict[str, str] = {}
        for word in {*self.small, *self.titled, *self.capitals}:
            small, titled, capitals = self.small[word], self.titled[word], self.capitals[word]
            if (small >= FEWEST_SMALL and small > titled + capitals) or (
                self.small[PASSIVE + word] >= FEWEST_SMALL and small >= titled + capitals
            ):
                found[word] = word
            elif titled >= FEWEST_NAMES and titled >= max(small, capitals):
                found[word] = word.title() if "'" in word else word.capitalize()
            elif capitals >= FEWEST_NAMES and capitals > titled:
                found[word] = word.upper()
        for form, count in sorted(self.mixed.items(), key=lambda item: item[1]):
            word = form.lower()
            if count >= FEWEST_SMALL and count > self.small[word] + self.titled[word] + self.capitals[word]:
                found[word] = form
        return found


def sentences(path: Path) -> Iterator[tuple[str, list[re.Match[str]]]]:
    """The lines that are sentences, most of their words small, with their words."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            words = list(WORD.finditer(line))
            small = sum(word[0].islower() for word in words)
            if len(words) >= SHORTEST_SENTENCE and small >= SHARE_OF_SMALL * len(words):
                yield line, words


def is_inside(line: str, word: re.Match[str]) -> bool:
    """Whether the word stands inside a sentence."""
    return INSIDE_SENTENCE.search(line[max(0, word.start() - 2) : word.start()]) is not None


def count(paths: list[Path]) -> Counts:
    """The counts of all sentences."""
    counts = Counts()
    for path in paths:
        for line, words in sentences(path):
            for previous, match in zip([None, *words], words, strict=False):
                word, folded = match[0], match[0].lower()
                if word.islower():
                    counts.small[folded] += 1
                elif previous is not None and is_inside(line, match):
                    if word.isupper() and len(word) > 1:
                        counts.capitals[folded] += 1
                    elif word.istitle():
                        counts.titled[folded] += 1
                    else:
                        counts.mixed[word] += 1
                if previous is not None and line[previous.end() : match.start()] == " ":
                    if previous[0][0].isupper() and word[0].isupper():
                        counts.names[previous[0], word] += 1
                    counts.pairs[previous[0].lower(), folded] += 1
    return counts


def name_pairs(counts: Counts, forms: dict[str, str]) -> set[str]:
    """Pairs with capitals in which one word is a common one: `Selandia Baru`."""
    return {
        f"{one} {other}"
        for (one, other), number in counts.names.items()
        if number >= FEWEST_SMALL
        and any(forms.get(word.lower(), "").islower() for word in (one, other))
        and number > counts.pairs[one.lower(), other.lower()] / 2
    }


def heads(paths: list[Path], forms: dict[str, str]) -> set[str]:
    """Common words that have a capital before most names: `Jembatan`."""
    big: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for path in paths:
        for line, words in sentences(path):
            for match, following in pairwise(words):
                word, name = match[0].lower(), following[0]
                beside = line[match.end() : following.start()] == " " and name[0].isupper()
                if not beside or forms.get(name.lower(), "").islower() or not forms.get(word, "X").islower():
                    continue
                if match[0].islower():
                    small[word] += 1
                elif match[0].istitle() and is_inside(line, match):
                    big[word] += 1
    return {word.capitalize() for word in big if big[word] >= FEWEST_HEADS and big[word] > small[word]}


def main() -> None:
    """Write the file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True, help="the folder shared/data")
    folder: Path = arguments.parse_args().data / "text"
    paths = [folder / name for name in SOURCES]
    counts = count(paths)
    forms = counts.forms()
    lines = [
        *sorted(set(forms.values())),
        *sorted(name_pairs(counts, forms)),
        *sorted(f"{head} *" for head in heads(paths[:2], forms)),
    ]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
