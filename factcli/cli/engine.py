"""The pipeline, loaded when the first article needs it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from factcli.cli import messages
from factcli.cli.exits import ExitCode

if TYPE_CHECKING:
    from factcli.schema import Article, Facts


def extract_facts(articles: Iterable[Article]) -> Iterator[Facts]:
    """Yield the facts of each article; no model is loaded where there is no article.

    Ends the command where a model is missing or damaged.
    """
    stream = iter(articles)
    first = next(stream, None)
    if first is None:
        return
    messages.detail("loading the models")
    import torch

    from factcli.pipeline import Pipeline
    from factcli.syntax import ModelError

    # A second thread gains nothing on one article and fights over the cores with whatever else runs (measured).
    torch.set_num_threads(1)
    try:
        yield from Pipeline.load().extract(itertools.chain([first], stream))
    except ModelError as error:
        messages.error(" ".join(str(error).split()))
        raise typer.Exit(ExitCode.MODEL_UNUSABLE) from error
