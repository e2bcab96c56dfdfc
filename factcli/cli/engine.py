"""The pipeline, loaded when the first article needs it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from factcli.cli import messages
from factcli.cli.exits import ExitCode

if TYPE_CHECKING:
    from factcli.schema import Article, Facts


def extract_facts(articles: Iterable[Article], failed: Callable[[str], None]) -> Iterator[Facts]:
    """Yield the facts of each article; no model is loaded where there is no article.

    An article that gives none is told to `failed` in one line. Ends the command where a model is missing or damaged.
    """
    stream = iter(articles)
    first = next(stream, None)
    if first is None:
        return
    messages.detail("loading the models")
    import torch

    from factcli.pipeline import Pipeline
    from factcli.schema import Failure
    from factcli.syntax import ModelError

    # A second thread gains nothing on one article and fights over the cores with whatever else runs (measured).
    torch.set_num_threads(1)
    try:
        for found in Pipeline.load().extract(itertools.chain([first], stream)):
            if isinstance(found, Failure):
                failed(f"article {found.article}: {' '.join(found.reason.split())}")
            else:
                yield found
    except ModelError as error:
        messages.error(" ".join(str(error).split()))
        raise typer.Exit(ExitCode.MODEL_UNUSABLE) from error
