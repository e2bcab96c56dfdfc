"""The tutorial: every command in it prints what stands there."""

from __future__ import annotations

import importlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script that makes the page."""
    monkeypatch.syspath_prepend(DOCS)
    return importlib.import_module("make_tutorial")


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_the_commands_print_what_stands_there(script: Any, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.pipeline.Pipeline.load", lambda _gazetteer=None: pipeline)
    assert script.tutorial() == (DOCS / "tutorial.md").read_text(encoding="utf-8"), "python docs/make_tutorial.py"


def test_it_has_three_articles_and_uses_each(script: Any) -> None:
    articles = sorted(path.name for path in (DOCS / "tutorial").iterdir())
    assert len(articles) == 3
    page = script.PAGE.read_text(encoding="utf-8")
    assert all(any(article in block for block in script.BLOCK.findall(page)) for article in articles)
