"""What several test modules share: the models, loaded once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.gazetteer import Gazetteer

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline
    from factcli.syntax.parser import Parser

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "putin-korea-utara.txt"


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Every step with the models that ship with factcli."""
    from factcli.pipeline import Pipeline

    return Pipeline.load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of the package."""
    return Gazetteer.load()


@pytest.fixture(scope="session")
def parser(pipeline: Pipeline) -> Parser:
    """Syntax alone."""
    return pipeline.parser
