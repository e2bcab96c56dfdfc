"""The GSD train set of 2018 (old guidelines) -> trees in today's relations, for the parser.

    python -m training.convert_2018 --data ../shared/data --work WORK --tagged WORK/gsd2018.tagged.conllu

Its heads are kept (93.6 % agree with today's). Words and features come from our own tagger (`--tagged`), but where the
tagger wavers on a word the majority of what it says for that word and old tag decides. Relations come from a
classifier over an arc's words, tags and children, learnt on the treebanks of today and joined with what each old
relation mostly became (a noisy channel: the classifier's own first pass estimates it). Sentences with a word that
today's guidelines split (`-nya`, `-lah`, `-pun`) are left out.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from training.treebanks import Sentence, read_sentences, unify

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
Features = dict[str, str | bool]


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


def arc_features(sentence: Sentence) -> list[Features]:
    """For each word what its relation depends on: itself, its head, its children, the way between."""
    words = sentence.words
    children: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(words, 1):
        children[int(row[6])].append(number)
    found = []
    for number, row in enumerate(words, 1):
        head = int(row[6])
        above = words[head - 1] if head else ["0", "ROOT", "_", "ROOT", "_", "_", "0", "root", "_", "_"]
        before = "left" if head > number else "right"
        features: Features = {
            "word": row[1].lower(),
            "tag": row[3],
            "feats": row[5],
            "suffix": row[1].lower()[-3:],
            "head word": above[1].lower(),
            "head tag": above[3],
            "head feats": above[5],
            "tags": f"{row[3]} {above[3]} {before}",
            "tags and feats": f"{row[3]} {above[3]} {before} {above[5]}",
            "words": f"{row[1].lower()} {above[1].lower()}",
            "distance": f"{before} {min(abs(head - number), 6)}" if head else "root",
            "title case": row[1][:1].isupper() and above[1][:1].isupper(),
            "alone": not children[number],
        }
        for child in children[number]:
            side = "left" if child < number else "right"
            features[f"child {words[child - 1][3]} {side}"] = True
            if words[child - 1][3] in ("ADP", "SCONJ", "CCONJ", "PRON", "PUNCT"):
                features[f"child word {words[child - 1][1].lower()} {side}"] = True
                features[f"tags, child {words[child - 1][1].lower()}"] = f"{row[3]} {above[3]} {side}"
        siblings = children[head]
        place = siblings.index(number)
        for offset, name in ((-1, "sibling before"), (1, "sibling after")):
            if 0 <= place + offset < len(siblings):
                features[name] = words[siblings[place + offset] - 1][3]
        features["previous"] = words[number - 2][1].lower() if number > 1 else "BEGIN"
        features["next"] = words[number][1].lower() if number < len(words) else "END"
        found.append(features)
    return found


def steady_tags(old: list[Sentence], tagged: list[Sentence]) -> None:
    """Write today's tags into `old`: the majority for (word, old tag) where it is clear, else the tagger's own."""
    votes: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for before, after in zip(old, tagged, strict=True):
        for row, new in zip(before.words, after.words, strict=True):
            votes[row[1].lower(), row[3]][new[3], new[5]] += 1
    for before, after in zip(old, tagged, strict=True):
        for row, new in zip(before.words, after.words, strict=True):
            counts = votes[row[1].lower(), row[3]]
            (tag, feats), most = counts.most_common(1)[0]
            steady = most >= 3 and most / counts.total() >= 0.7
            row[2], row[3], row[5] = new[2], *((tag, feats) if steady else (new[3], new[5]))


def relabel(modern: list[Sentence], old: list[Sentence]) -> None:
    """Write today's relations into `old`."""
    classifier = make_pipeline(DictVectorizer(), LogisticRegression(max_iter=60, C=2.0))
    train = [sentence for number, sentence in enumerate(modern) if number % 12]
    held = [sentence for number, sentence in enumerate(modern) if number % 12 == 0]
    classifier.fit(
        [features for sentence in train for features in arc_features(sentence)],
        [row[7] for sentence in train for row in sentence.words],
    )
    truth = [row[7] for sentence in held for row in sentence.words]
    said = classifier.predict([features for sentence in held for features in arc_features(sentence)])
    print(f"relations from gold heads, held-out: {sum(map(str.__eq__, truth, said)) / len(truth):.3f}", flush=True)

    arcs = [features for sentence in old for features in arc_features(sentence)]
    before = [row[7] for sentence in old for row in sentence.words]
    chances = classifier.predict_log_proba(arcs)
    names = list(classifier.classes_)
    channel: dict[str, Counter[str]] = defaultdict(Counter)
    for old_name, row in zip(before, chances, strict=True):
        channel[names[row.argmax()]][old_name] += 1
    kinds = len(set(before))
    logs = {
        (name, old_name): math.log((channel[name][old_name] + 0.5) / (channel[name].total() + 0.5 * kinds))
        for name in names
        for old_name in set(before)
    }
    changed = iter(
        names[max(range(len(names)), key=lambda index: row[index] + logs[names[index], old_name])]
        for old_name, row in zip(before, chances, strict=True)
    )
    for sentence in old:
        for row in sentence.words:
            relation = next(changed)
            row[7] = "root" if row[6] == "0" else relation


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument(
        "--tagged", type=Path, help="the output of the tagger; without it the sentences to tag are written"
    )
    options = arguments.parse_args()
    modern = read_sentences(options.work / "train.conllu")
    whole, parted = unsplit_words(modern)
    old = [unify(sentence) for sentence in read_sentences(options.data / "ud" / "id_gsd-2018-train.conllu")]
    old = [sentence for sentence in old if not needs_splitting(sentence, whole, parted)]
    if options.tagged is None:
        target = options.work / "gsd2018.conllu"
        target.write_text("".join(map(str, old)), encoding="utf-8")
        print(f"{len(old)} sentences to tag in {target}")
        return
    tagged = read_sentences(options.tagged)
    steady_tags(old, tagged)
    relabel(modern, old)
    for before, after in zip(old, tagged, strict=True):
        # The parser is to learn from tags with the tagger's own errors in them, as it will meet them.
        for row, new in zip(before.words, after.words, strict=True):
            row[3], row[5] = new[3], new[5]
    (options.work / "silver-trees.conllu").write_text("".join(map(str, old)), encoding="utf-8")
    print(f"{len(old)} sentences in silver-trees.conllu")


if __name__ == "__main__":
    main()
