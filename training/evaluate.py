"""Raw text to tree by factcli itself, on the sentences of the treebanks that were held back (CoNLL 2018 measures).

python -m training.evaluate --work WORK      # where the step `stanza` wrote NAME.test.conllu
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from udtools.udeval import evaluate, load_conllu_file

from factcli.formats.conllu import conllu
from factcli.pipeline import Pipeline
from factcli.schema import Article, Block
from training.tokenizer_data import tokenizer_example
from training.treebanks import read_sentences

TREEBANKS = ("id_csui.test", "id_pud.test", "id_gsd.test", "test")
METRICS = ("Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS")
PARAGRAPH = 5


def article_of(gold: Path) -> Article:
    """The text of a CoNLL-U file: its sentences joined by a blank, five to a paragraph."""
    sentences = read_sentences(gold)
    texts = [
        tokenizer_example(sentences[start : start + PARAGRAPH])[0] for start in range(0, len(sentences), PARAGRAPH)
    ]
    blocks, place = [], 0
    for text in texts:
        blocks.append(Block(start=place, end=place + len(text), kind="body"))
        place += len(text) + 2
    return Article(id=gold.stem, text="\n\n".join(texts), blocks=tuple(blocks))


def tree_scores(pipeline: Pipeline, gold: Path) -> dict[str, float]:
    """The F1 of each measure on one CoNLL-U file, from its raw text."""
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as predicted:
        predicted.write("".join(conllu(pipeline.parse([article_of(gold)]))))
        predicted.flush()
        scores = evaluate(load_conllu_file(str(gold)), load_conllu_file(predicted.name))
    return {metric: 100 * scores[metric].f1 for metric in METRICS}


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    pipeline = Pipeline.of_words()
    print("| kept from | " + " | ".join(METRICS) + " |\n" + "|---" * (1 + len(METRICS)) + "|")
    for name in TREEBANKS:
        scores = tree_scores(pipeline, options.work / f"{name}.conllu")
        print(f"| {name} | " + " | ".join(f"{scores[metric]:.2f}" for metric in METRICS) + " |", flush=True)


if __name__ == "__main__":
    main()
