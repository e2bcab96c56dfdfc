"""What the lemmatiser learns of the words of raw text, so that it need not spell their lemmas letter by letter.

Stanza's lemmatiser spells the lemma of a word that no treebank has, a third of all words that name events, and often
spells it wrong (`menaikan`: `taik`, `sebutkan`: `butk`). Here the roots of frequent words are found by what is known of
affixes and of other words (roots.py), and entered in its dictionary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from stanza.models.lemma.trainer import Trainer

from training.roots import Roots
from training.treebanks import Sentence, read_sentences

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words that stand so often in the raw text in small letters are entered.
FREQUENT = 5
# The tags of words that are built on roots.
BUILT = {"VERB", "NOUN", "ADJ", "ADV"}
# The part of a dictionary of Stanza's for words of any tag.
ANY_TAG = "*"


def enter_words(model: Path, text: Path, treebank: Path) -> None:
    """Enter the frequent words of the raw text in the folder `text` in Stanza's lemmatiser, which learned from
    `treebank`, where they do not stand yet.
    """
    roots = Roots(counts_of(text))
    roots.learn(lemmas_of(read_sentences(treebank)))
    trainer = Trainer(model_file=str(model))
    entered = trainer.pos_dict[ANY_TAG]
    for word in sorted(roots.counts):
        entered.setdefault(word, roots.root_of(word))
    trainer.save(str(model))


def counts_of(text: Path) -> dict[str, int]:
    """How often each frequent word stands in the raw text in small letters."""
    counts: Counter[str] = Counter()
    for path in sorted(text.glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            counts.update(word for line in lines for word in WORD.findall(line) if word.islower())
    return {word: count for word, count in counts.items() if count >= FREQUENT}


def lemmas_of(sentences: Iterable[Sentence]) -> Mapping[str, str]:
    """Words in small letters with the lemma that each has most often."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for _, word, lemma, tag, *_ in sentence.words:
            if tag in BUILT and word.islower():
                counts.setdefault(word, Counter())[lemma.lower()] += 1
    return {word: found.most_common(1)[0][0] for word, found in counts.items()}
