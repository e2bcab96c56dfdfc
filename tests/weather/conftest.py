"""The command in this process, with the models that the session has loaded already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli.conftest import own_folders, run

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

__all__ = ["own_folders", "run"]


@pytest.fixture
def loaded(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the command the loading of the models."""
    from factcli.pipeline import Pipeline

    monkeypatch.setattr(Pipeline, "load", lambda _gazetteer=None: pipeline)
