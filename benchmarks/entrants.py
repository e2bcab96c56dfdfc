"""Who takes part in throughput.py: factcli and Stanza, each loaded in a process of its own and asked round by round."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias, cast

from articles import read, read_texts
from figures import BULK, FACTCLI, PARSER, STOCK, Round
from gauges import environment, timed

# Works off the articles from one to before another, and returns how many words it found, 0 if it counts none.
Work: TypeAlias = Callable[[int, int], int]
# The same from outside, with what it took.
Turn: TypeAlias = Callable[[int, int], tuple[Round, int]]


def article_by_article(articles: Path, warm: Path) -> Work:
    """Stanza's own Pipeline, called article by article."""
    from stock import stock_pipeline

    pipeline, texts = stock_pipeline(), read_texts(articles)
    for text in read_texts(warm):
        pipeline(text)
    return lambda start, end: sum(pipeline(text).num_words for text in texts[start:end])


def bulk(articles: Path, warm: Path) -> Work:
    """Stanza's own Pipeline, given all articles of a round at once."""
    from stock import stock_pipeline

    pipeline, texts = stock_pipeline(), read_texts(articles)
    pipeline.bulk_process(read_texts(warm))
    return lambda start, end: sum(document.num_words for document in pipeline.bulk_process(texts[start:end]))


def whole(articles: Path, warm: Path) -> Work:
    """factcli from the text to the facts."""
    from factcli.pipeline import Pipeline

    pipeline, given = Pipeline.load(), read(articles)
    list(pipeline.extract(read(warm)))

    def work(start: int, end: int) -> int:
        list(pipeline.extract(given[start:end]))
        return 0

    return work


def parser(articles: Path, warm: Path) -> Work:
    """The steps that read words alone, in the batches that the whole gives them."""
    from factcli.pipeline import BATCH, Pipeline

    loaded, given = Pipeline.of_words(), read(articles)
    loaded.parse(read(warm))

    def work(start: int, end: int) -> int:
        waiting = iter(given[start:end])
        while chunk := list(islice(waiting, BATCH)):
            loaded.parse(chunk)
        return 0

    return work


ENTRANTS: dict[str, Callable[[Path, Path], Work]] = {
    FACTCLI: whole,
    PARSER: parser,
    STOCK: article_by_article,
    BULK: bulk,
}


def serve(connection: Connection, name: str, threads: int | None, articles: Path, warm: Path) -> None:
    """Load, get warm, then work off what each message asks for; the life of an entrant's process."""
    if threads is not None:
        import torch

        torch.set_num_threads(threads)
    work = ENTRANTS[name](articles, warm)
    connection.send(None)
    while True:
        taken, words = timed(work, *connection.recv())
        connection.send((taken, words))


@contextmanager
def entered(name: str, threads: int | None, articles: Path, warm: Path) -> Iterator[Turn]:
    """Give a function that has the entrant work off some articles, and returns what it took and the words it found."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there, name, threads, articles, warm), daemon=True)
    with environment(threads):
        process.start()
    there.close()

    def turn(start: int, end: int) -> tuple[Round, int]:
        here.send((start, end))
        return cast(tuple[Round, int], answer())

    def answer() -> object:
        try:
            return here.recv()
        except EOFError:
            raise SystemExit(f"{name}: ended before it was done; what it said stands above") from None

    answer()
    try:
        yield turn
    finally:
        process.terminate()
        process.join()
