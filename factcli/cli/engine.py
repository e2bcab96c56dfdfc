"""The pipeline, loaded when the first article needs it."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from factcli.cli import interruption, messages
from factcli.cli.exits import ExitCode

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factcli.cli.inputs import Inputs
    from factcli.gazetteer import Gazetteer
    from factcli.schema import Article, Facts


def extract_facts(
    articles: Iterable[Article], failed: Callable[[str], None], gazetteer: Gazetteer | None = None
) -> Iterator[Facts]:
    """Yield the facts of each article, by factcli's gazetteer or the one given; without an article no model is loaded.

    An article without facts is reported to `failed` in one line. Ends the command where a model is missing or damaged.
    """
    stream = iter(articles)
    first = next(stream, None)
    if first is None:
        return
    with loading_models():
        from factcli.pipeline import Pipeline
        from factcli.schema import Failure

        pipeline = Pipeline.load(gazetteer)
    for found in pipeline.extract(itertools.chain([first], stream)):
        interruption.check()
        if isinstance(found, Failure):
            failed(f"article {found.article}: {' '.join(found.reason.split())}")
        else:
            messages.detail(f"article {found.id}: {_found_by_each_step(found)}")
            yield found


def _found_by_each_step(facts: Facts) -> str:
    mentions = sum(len(entity.mentions) for entity in facts.entities)
    linked = sum(entity.kb_id is not None for entity in facts.entities)
    with_days = sum(date.earliest is not None or date.latest is not None for date in facts.dates)
    dated = sum(event.when is not None for event in facts.events)
    return (
        f"sentences: {len(facts.sentences)}; entities: {len(facts.entities)} (mentions: {mentions}, linked: {linked}); "
        f"dates: {len(facts.dates)} (with days: {with_days}); events: {len(facts.events)} (dated: {dated}, "
        f"on its timeline: {len(facts.timeline)})"
    )


@contextmanager
def loading_models() -> Iterator[None]:
    """Announce that the block loads models; ends the command where one is missing or damaged."""
    messages.detail("loading the models")
    import torch

    from factcli.tokens import ModelError

    # A second thread gains nothing on one article and competes with other processes for the cores (measured).
    torch.set_num_threads(1)
    try:
        with interruption.AtOnce():
            yield
    except ModelError as error:
        messages.error(" ".join(str(error).split()))
        raise typer.Exit(ExitCode.MODEL_UNUSABLE) from error


def facts_of(inputs: Inputs, gazetteer: Gazetteer | None = None) -> Iterator[Facts]:
    """Yield facts for everything found, in its order: those read as they are, those of the articles extracted, by
    factcli's gazetteer or the one given. Where there are only facts no model is loaded.
    """
    from factcli.schema import Facts

    # What was read while articles were gathered for the models; None stands for an article.
    waiting: deque[Facts | None] = deque()

    def articles() -> Iterator[Article]:
        for item in inputs.articles_or_facts():
            if isinstance(item, Facts):
                waiting.append(item)
            else:
                waiting.append(None)
                yield item

    for extracted in extract_facts(articles(), inputs.fail, gazetteer):
        while (facts := waiting.popleft()) is not None:
            yield facts
        yield extracted
    yield from (facts for facts in waiting if facts is not None)


def parse_articles(articles: Iterable[Article], failed: Callable[[str], None]) -> Iterator[Doc]:
    """Yield the parsed text of each article; like `extract_facts`, but of all models only the parser's are loaded."""
    stream = iter(articles)
    first = next(stream, None)
    if first is None:
        return
    with loading_models():
        from factcli.pipeline import Pipeline

        pipeline = Pipeline.of_words()
    for article in itertools.chain([first], stream):
        try:
            (doc,) = pipeline.parse([article])
        except Exception as error:  # one strange article must not end the command
            interruption.check()
            failed(f"article {article.id}: {type(error).__name__}: {' '.join(str(error).split())}")
        else:
            yield doc
