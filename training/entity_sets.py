"""Public entity sets -> the JSON that Stanza's entity tagger reads, one label set: PER, ORG, LOC.

python -m training.entity_sets --data ../shared/data --work /tmp/factcli-training
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

LABELS = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "ORGANISATION": "ORG",
    "ORGANIZATION": "ORG",
    "LOC": "LOC",
    "PLACE": "LOC",
    "LOCATION": "LOC",
}
SETS = {
    "train": ("idner-news-2k.train.txt", "nergrit.train.txt"),
    "train-wide": ("idner-news-2k.train.txt", "nergrit.train.txt", "nerui.txt"),
    "dev": ("idner-news-2k.dev.txt", "nergrit.valid.txt"),
    "idner": ("idner-news-2k.dev.txt",),
    "nergrit": ("nergrit.valid.txt",),
}

Row = dict[str, str]


def unified(tag: str) -> str:
    """`B-PERSON` -> `B-PER`."""
    return tag if tag == "O" else f"{tag[:2]}{LABELS[tag[2:]]}"


def read_sentences(path: Path) -> list[list[Row]]:
    """The sentences of a file of `token ... tag` lines, blank lines between sentences."""
    sentences: list[list[Row]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if fields := line.split():
            sentences[-1].append({"text": fields[0], "ner": unified(fields[-1])})
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    for name, files in SETS.items():
        sentences = [sentence for file in files for sentence in read_sentences(options.data / "ner" / file)]
        (options.work / f"{name}.json").write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
        print(f"{name}: {len(sentences)} sentences, {sum(map(len, sentences))} tokens")


if __name__ == "__main__":
    main()
