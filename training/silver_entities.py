"""Raw news tagged by several entity models and by the rules of factcli/entities: silver sentences to learn from.

    python -m training.silver_entities --data DATA --work WORK --voters A.pt B.pt C.pt

A span counts where most of the voters mark it; then the rules of `factcli.entities` move its edges, complete names
that the voters saw in one sentence and missed in the next, and ask the gazetteer: what one article says in two places
teaches the tagger to see it in one (self-training with the whole document as witness). Writes WORK/silver.jsonl.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import stanza
import torch

from factcli.entities.mentions import mentions_of
from factcli.entities.spans import TaggedSpan
from factcli.gazetteer import Gazetteer
from factcli.reading import read_articles
from factcli.schema import Article
from factcli.syntax.name_tagger import NameTagger
from factcli.syntax.parser import Parser
from factcli.syntax.tokens import Token

Sentence = list[dict[str, str]]
SHORTEST_ARTICLE, LONGEST_ARTICLE = 700, 6000


def raw_articles(texts: Path, count: int, headlines: int, seed: int) -> Iterator[Article]:
    """`count` paragraphs of the news long enough to be articles, and `headlines` headlines, drawn by chance."""
    draw = random.Random(seed)
    for names, wanted, lengths in (
        (("news.txt", "news2.txt"), count, range(SHORTEST_ARTICLE, LONGEST_ARTICLE)),
        (("headlines.txt",), headlines, range(20, SHORTEST_ARTICLE)),
    ):
        lines = [
            line
            for name in names
            for line in (texts / name).read_text(encoding="utf-8", errors="replace").splitlines()
            if len(line) in lengths
        ]
        for line in draw.sample(lines, min(wanted, len(lines))):
            yield from (a for a in read_articles(line.encode(), name="raw") if isinstance(a, Article))


def voted(votes: Sequence[Iterable[TaggedSpan]]) -> list[TaggedSpan]:
    """The spans that more than half of the voters mark, with the same edges and label."""
    counts = Counter(span for spans in votes for span in set(spans))
    return sorted((span for span, n in counts.items() if 2 * n > len(votes)), key=lambda span: span.start)


def tagged_sentence(tokens: Sequence[Token], text: str, labels: dict[int, tuple[int, str]]) -> Sentence:
    """Rows of token and BIO tag; `labels` holds, for each code point inside a mention, its start and label."""
    rows: Sentence = []
    for token in tokens:
        start, label = labels.get(token.start, (-1, ""))
        tag = "O" if not label else f"{'B' if start == token.start else 'I'}-{label}"
        rows.append({"text": text[token.start : token.end], "ner": tag})
    return rows


def entity_processor(model: Path) -> Any:
    """Stanza's processor with this model and the vectors of `models`."""
    pipeline = stanza.Pipeline(
        "id",
        processors="tokenize,ner",
        tokenize_pretokenized=True,
        dir="models",
        ner_model_path=str(model),
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
    )
    return pipeline.processors["ner"]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--voters", type=Path, nargs="+", required=True)
    arguments.add_argument("--articles", type=int, default=3000)
    arguments.add_argument("--headlines", type=int, default=4000)
    arguments.add_argument("--seed", type=int, default=20)
    options = arguments.parse_args()
    parser = Parser.load()
    voters = [NameTagger(entity_processor(model), torch.float32) for model in options.voters]
    gazetteer = Gazetteer.load()
    articles = list(raw_articles(options.data / "text", options.articles, options.headlines, options.seed))
    written = 0
    with (options.work / "silver.jsonl").open("w", encoding="utf-8") as out:
        for first in range(0, len(articles), 32):
            chunk = articles[first : first + 32]
            split = parser.split(chunk)
            votes: list[list[list[TaggedSpan]]] = [[] for _ in chunk]
            for voter in voters:
                for number, (article, sentences) in enumerate(zip(chunk, split, strict=True)):
                    named = voter([[article.text[t.start : t.end] for t in tokens] for tokens, _ in sentences])
                    spans = [
                        TaggedSpan(tokens[name.first].start, tokens[name.last].end, name.label)
                        for (tokens, _), names in zip(sentences, named, strict=True)
                        for name in names
                    ]
                    votes[number].append(spans)
            for article, sentences, given in zip(chunk, split, votes, strict=True):
                mentions = mentions_of(article.text, voted(given), article.blocks, gazetteer.label_of)
                labels = {
                    place: (mention.start, str(mention.label))
                    for mention in mentions
                    for place in range(mention.start, mention.end)
                }
                for tokens, _ in sentences:
                    out.write(json.dumps(tagged_sentence(tokens, article.text, labels), ensure_ascii=False) + "\n")
                    written += 1
            print(f"{first + len(chunk)} of {len(articles)} articles, {written} sentences", flush=True)


if __name__ == "__main__":
    main()
