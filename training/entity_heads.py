"""Entity sets of different conventions -> one training set with a column of tags for each convention.

    python -m training.entity_heads --data DATA --work WORK --copies 2

idner, NERGrit and NERUI draw the edges of names differently (`Mahkamah Konstitusi (MK)` is one mention or two, titles
in or out, countries marked or not), so one output layer learns the mean of three habits. Stanza's tagger can have an
output layer for each (`multi_ner`; a column without tags gives no gradient): layer 0 follows factcli's guidelines and
is the one that ships, the others keep each set's own way and lend their sentences to the shared encoder.

Layer 0 learns from idner and NERGrit with their spans put through the rules of `factcli.entities` and countries
marked wherever they stand, and from WORK/silver.jsonl. Writes WORK/gold-heads.json and WORK/train-heads.json.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

from factcli.entities.mentions import mentions_of
from factcli.entities.spans import TaggedSpan
from factcli.gazetteer import Gazetteer
from factcli.schema import Label
from training.entity_sets import Row, read_sentences
from training.evaluate import spans

HEADS = ("factcli", "idner", "nergrit", "nerui")
FILES = {"idner": "idner-news-2k.train.txt", "nergrit": "nergrit.train.txt", "nerui": "nerui.txt"}
RULED = ("idner", "nergrit")
# How often a silver sentence is written as a headline (Title Case), in capitals, or all small.
CASES = ((0.06, str.title), (0.03, str.upper), (0.03, str.lower))


def ruled_tags(words: list[str], tags: list[str], gazetteer: Gazetteer) -> list[str]:
    """The tags of one sentence after factcli's rules, BIO."""
    starts, place = [], 0
    for word in words:
        starts.append(place)
        place += len(word) + 1
    text = " ".join(words)
    marked = [
        TaggedSpan(start=starts[first], end=starts[last - 1] + len(words[last - 1]), label=_label(label))
        for first, last, label in sorted(spans(tags))
    ]
    mentions = mentions_of(text, marked, (), gazetteer.label_of)
    result = ["O"] * len(words)
    for mention in mentions:
        inside = [n for n, start in enumerate(starts) if mention.start <= start < mention.end]
        for n in inside:
            result[n] = f"{'B' if n == inside[0] else 'I'}-{mention.label}"
    return result


def _label(label: str) -> Label:
    assert label in ("PER", "ORG", "LOC")
    return label  # type: ignore[return-value]


def with_heads(words: list[str], columns: dict[str, list[str]]) -> list[dict[str, Any]]:
    """The rows of one sentence; a head without a column in `columns` learns nothing from it."""
    empty = ["-"] * len(words)
    by_head = [columns.get(head, empty) for head in HEADS]
    return [{"text": word, "multi_ner": list(tags)} for word, *tags in zip(words, *by_head, strict=True)]


def gold_sentences(folder: Path, gazetteer: Gazetteer) -> list[list[dict[str, Any]]]:
    """The hand-marked sentences, each in its own head and, where its habits allow, in factcli's."""
    sentences = []
    for head, file in FILES.items():
        for rows in read_sentences(folder / file):
            words, tags = [row["text"] for row in rows], [row["ner"] for row in rows]
            columns = {head: tags}
            if head in RULED:
                columns["factcli"] = ruled_tags(words, tags, gazetteer)
            sentences.append(with_heads(words, columns))
    return sentences


def silver_sentences(path: Path, draw: random.Random) -> list[list[dict[str, Any]]]:
    """The silver sentences with a mention, or one in three without, some in another case."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        rows: list[Row] = json.loads(line)
        words, tags = [row["text"] for row in rows], [row["ner"] for row in rows]
        if len(words) < 3 or (set(tags) == {"O"} and draw.random() > 1 / 3):
            continue
        chance = draw.random()
        for share, cased in CASES:
            chance -= share
            if chance < 0:
                words = [cased(word) for word in words]
                break
        sentences.append(with_heads(words, {"factcli": tags}))
    return sentences


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--copies", type=int, default=2, help="how often each hand-marked sentence stands there")
    arguments.add_argument("--seed", type=int, default=20)
    options = arguments.parse_args()
    gold = gold_sentences(options.data / "ner", Gazetteer.load())
    silver = silver_sentences(options.work / "silver.jsonl", random.Random(options.seed))
    for name, sentences in (("gold-heads", gold), ("train-heads", [*gold * options.copies, *silver])):
        (options.work / f"{name}.json").write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
        print(f"{name}: {len(sentences)} sentences, {sum(map(len, sentences))} tokens")


if __name__ == "__main__":
    main()
