"""Train the word vectors that all models share: fastText skip-gram (Bojanowski et al. 2017), 100 dimensions.

    python -m training.vectors --data ../shared/data --work /tmp/factcli-training

Writes WORK/vectors.pt, a Stanza pretrain with the most frequent words of the raw text and every word of
the treebanks and entity sets (those through their character n-grams).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import fasttext
import numpy as np
from stanza.models.common.pretrain import Pretrain

from training.corpus import write_corpus


def training_words(data: Path) -> set[str]:
    """The lower-cased words of the annotated sets, which must not be unknown to the models trained on them."""
    words: set[str] = set()
    for path in sorted((data / "ud").glob("*.conllu")):
        if "2018" in path.name:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) == 10:
                words.add(fields[1].lower())
    for path in sorted((data / "ner").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                words.add(line.split()[0].lower())
    return words


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--size", type=int, default=40_000, help="how many words of the raw text to keep")
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--threads", type=int, default=2)
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    corpus = options.work / "corpus.txt"
    counts: Counter[str] = write_corpus(options.data / "text", corpus)
    print(f"{counts.total()} tokens, {len(counts)} words", flush=True)
    model = fasttext.train_unsupervised(
        str(corpus),
        model="skipgram",
        dim=100,
        minCount=5,
        epoch=options.epochs,
        minn=3,
        maxn=6,
        bucket=500_000,
        thread=options.threads,
    )
    kept = dict.fromkeys(word for word, _ in counts.most_common(options.size))
    kept |= dict.fromkeys(sorted(word for word in training_words(options.data) if counts[word] >= 2))
    text = options.work / "vectors.txt"
    with text.open("w", encoding="utf-8") as out:
        out.write(f"{len(kept)} 100\n")
        for word in kept:
            vector = np.asarray(model.get_word_vector(word), dtype=np.float32)
            out.write(word + " " + " ".join(f"{value:.4f}" for value in vector) + "\n")
    target = options.work / "vectors.pt"
    target.unlink(missing_ok=True)
    Pretrain(str(target), str(text), save_to_file=True).load()
    print(f"{len(kept)} vectors, {target.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
