"""The whole pipeline on the gold set: no figure may fall below its floor."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec
import pytest
from gold_scores import f1, paired, percent, scores
from gold_set import FOLDER, Span, gold_articles

from factcli.reading import read_articles
from factcli.schema import Article, Facts

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

SHARED_SCORER = Path(__file__).parents[2] / "shared" / "eval" / "score.py"
FLOORS: dict[str, float] = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))["floors"]
# What the shared scorer prints, by the name of our figure.
PRINTED = {
    "date_strict": "date_strict_f1",
    "date_value": "date_value_f1",
    "entity_strict": "entity_strict_f1",
    "event_found": "event_found_f1",
    "event_dated": "event_dated_f1",
    "event_args": "event_args_f1",
}


@pytest.fixture(scope="module")
def facts(pipeline: Pipeline) -> list[Facts]:
    """What the pipeline makes of the articles of the gold set, given their text, title and day of publication."""
    records = [
        {key: getattr(article, key) for key in ("id", "source", "published", "title", "text")}
        for article in gold_articles()
    ]
    data = "\n".join(json.dumps(record) for record in records).encode()
    articles = [article for article in read_articles(data, name="gold") if isinstance(article, Article)]
    found = [facts for facts in pipeline.extract(articles) if isinstance(facts, Facts)]
    assert len(found) == len(articles)
    return found


def test_no_figure_falls_below_its_floor(facts: list[Facts], capsys: pytest.CaptureFixture[str]) -> None:
    figures = scores(gold_articles(), facts)
    with capsys.disabled():
        print("\n" + "\n".join(f"{name:16} {figures[name]:6.2f}   (floor {floor})" for name, floor in FLOORS.items()))
    assert set(FLOORS) == set(figures)
    assert {name: figure for name, figure in figures.items() if figure < FLOORS[name]} == {}


def test_our_scorer_agrees_with_the_shared_one(
    facts: list[Facts], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not SHARED_SCORER.exists():
        pytest.skip(f"the project's evaluation is not at hand: no {SHARED_SCORER}")
    shared_scorer = _module(SHARED_SCORER)
    written = tmp_path / "facts.jsonl"
    written.write_bytes(b"\n".join(map(msgspec.json.encode, facts)))
    gold, predicted = shared_scorer.load(FOLDER / "articles.jsonl"), shared_scorer.load(written)
    for score in ("score_dates", "score_entities", "score_links", "score_events"):
        getattr(shared_scorer, score)(gold, predicted, 0)
    printed = dict(re.findall(r"^(\w+) (\d+\.\d+)", capsys.readouterr().out, flags=re.MULTILINE))
    for name, figure in scores(gold_articles(), facts).items():
        assert f"{figure:.2f}" == printed[PRINTED.get(name, name)], name


def test_equal_stretches_pair_before_larger_overlaps() -> None:
    gold = [Span(start=0, end=10), Span(start=4, end=8)]
    predicted = [Span(start=4, end=8)]
    assert paired(gold, predicted) == [(gold[1], predicted[0])]


def test_figures_of_nothing_are_nothing() -> None:
    assert percent(0, 0) == f1(0, 0, 0) == 0
    assert f1(1, 1, 3) == 50


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
