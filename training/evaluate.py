"""Score the assembled models on held-back data: raw text to tree (CoNLL 2018 measures), and entities (strict F1).

python -m training.evaluate --models models --work WORK --entities WORK-ner
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

import stanza
from stanza.models.common.doc import Document
from stanza.utils.conll import CoNLL
from udtools.udeval import evaluate, load_conllu_file

from training.tokenizer_data import tokenizer_example
from training.treebanks import read_sentences

TREEBANKS = ("id_csui.test", "id_pud.test", "id_gsd.test", "test")
METRICS = ("Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS")
ENTITY_SETS = ("idner", "nergrit", "dev")


def score_trees(pipeline: stanza.Pipeline, gold: Path) -> dict[str, float]:
    """The F1 of each measure on one CoNLL-U file, parsed from its raw text."""
    text = raw_text(gold)
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as predicted:
        CoNLL.write_doc2conll(pipeline(text), predicted.name)
        scores = evaluate(load_conllu_file(str(gold)), load_conllu_file(predicted.name))
    return {metric: 100 * scores[metric].f1 for metric in METRICS}


def raw_text(gold: Path) -> str:
    """The text of a CoNLL-U file: its sentences joined by a blank, five to a paragraph."""
    sentences = read_sentences(gold)
    paragraphs = [sentences[start : start + 5] for start in range(0, len(sentences), 5)]
    return "\n\n".join(tokenizer_example(paragraph)[0] for paragraph in paragraphs)


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """BIO tags -> (first token, token after the last, label)."""
    found = set()
    start, label = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        if label and (tag == "O" or tag.startswith("B-") or tag[2:] != label):
            found.add((start, position, label))
            label = ""
        if tag != "O" and not label:
            start, label = position, tag[2:]
    return found


def score_entities(tagger: stanza.Pipeline, path: Path) -> dict[str, float]:
    """Strict F1, in all and by label, on one set, given its tokens."""
    sentences = json.loads(path.read_text(encoding="utf-8"))
    document = Document([[{"id": (n,), "text": row["text"]} for n, row in enumerate(s, 1)] for s in sentences])
    tagger.processors["ner"].process(document)
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence, rows in zip(document.sentences, sentences, strict=True):
        found = spans([bio(token.ner) for token in sentence.tokens])
        truth = spans([row["ner"] for row in rows])
        for counter, chosen in ((right, found & truth), (said, found), (gold, truth)):
            counter.update(label for *_, label in chosen)
            counter["all"] += len(chosen)
    return {label: 200 * right[label] / max(said[label] + gold[label], 1) for label in ("all", "PER", "ORG", "LOC")}


def bio(tag: str) -> str:
    """BIOES -> BIO."""
    return tag if tag == "O" else {"S": "B", "E": "I"}.get(tag[0], tag[0]) + tag[1:]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--models", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--entities", type=Path, required=True)
    options = arguments.parse_args()
    settings = {"dir": str(options.models), "download_method": None, "use_gpu": False, "logging_level": "ERROR"}
    pipeline = stanza.Pipeline("id", processors="tokenize,mwt,pos,lemma,depparse", **settings)
    print("| test | " + " | ".join(METRICS) + " |\n|---" * 1 + "|---" * len(METRICS) + "|")
    for name in TREEBANKS:
        scores = score_trees(pipeline, options.work / f"{name}.conllu")
        print(f"| {name} | " + " | ".join(f"{scores[metric]:.2f}" for metric in METRICS) + " |", flush=True)
    tagger = stanza.Pipeline("id", processors="tokenize,ner", tokenize_pretokenized=True, **settings)
    for name in ENTITY_SETS:
        scores = score_entities(tagger, options.entities / f"{name}.json")
        print(f"{name}: " + "  ".join(f"{label} {value:.2f}" for label, value in scores.items()), flush=True)


if __name__ == "__main__":
    main()
