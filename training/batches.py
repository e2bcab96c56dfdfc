"""Examples -> batches in random order: each of one kind, so that one pass of the encoder serves it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from training.examples import Example, Word, joined
from training.thinning import thinned

# A code point that no text has, so that its piece is the unknown one.
MASK = "\u0378"


def sentence_batches(
    examples: Sequence[Example], words: int, draw: random.Random, most: int = 300
) -> list[list[Example]]:
    """Sentences joined to texts of up to `most` words, as they follow each other, in batches of about `words`."""
    texts: list[Example] = []
    together: list[Example] = []
    longest = draw.randint(1, most)
    for example in examples:
        together.append(example)
        if sum(len(one.words) for one in together) >= longest:
            texts.append(joined(together))
            together, longest = [], draw.choice((1, 1, most // 4, most))
    if together:
        texts.append(joined(together))
    draw.shuffle(texts)
    texts.sort(key=lambda text: len(text.words) // 20)
    batches: list[list[Example]] = [[]]
    for text in texts:
        if sum(len(one.words) for one in batches[-1]) >= words:
            batches.append([])
        batches[-1].append(text)
    return batches


def article_batches(examples: Sequence[Example], words: int, draw: random.Random) -> list[list[Example]]:
    """Articles of like length in batches of up to `words`, a longer one alone."""
    order = sorted(examples, key=lambda example: len(example.words) * draw.uniform(0.9, 1.1))
    batches: list[list[Example]] = []
    for example in order:
        if not batches or sum(len(one.words) for one in batches[-1]) + len(example.words) > words:
            batches.append([])
        batches[-1].append(example)
    return batches


def varied(example: Example, odds: Mapping[str, float], draw: random.Random) -> Example:
    """The example as it might have stood elsewhere.

    At the odds `headline` and `whole` its headline or all of it is in another case; `sentence` is the share of an
    article's sentences that are left out, `mask` of words that cannot be read.
    """
    example = thinned(example, odds["sentence"], draw)
    words = _recased(example, odds["headline"], odds["whole"], draw)
    return replace(example, words=[Word(MASK, word.glued) if draw.random() < odds["mask"] else word for word in words])


def _recased(example: Example, headline: float, whole: float, draw: random.Random) -> list[Word]:
    chance = draw.random()
    if chance < whole:
        change = draw.choice((str.upper, str.lower, str.title))
        return [Word(change(word.text), word.glued) for word in example.words]
    if chance < whole + headline and example.title:
        change = draw.choice((str.upper, str.title))
        words = [Word(change(word.text), word.glued) for word in example.words[: example.title]]
        return words + example.words[example.title :]
    return example.words
