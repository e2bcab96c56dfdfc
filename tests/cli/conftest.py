"""A pipeline that needs no model, and the command run in this process."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from factcli.cli import messages
from factcli.cli.app import app
from factcli.schema import Article, Event, Facts, TimelineEntry, Trigger, When

Run = Callable[..., Result]


class StubPipeline:
    """Finds one event an article, on its day of publication."""

    loads = 0

    @classmethod
    def load(cls, gazetteer: object = None) -> StubPipeline:  # noqa: ARG003
        cls.loads += 1
        return cls()

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            day = article.published.value
            when = When(value=day, earliest=day, latest=day) if day else None
            trigger = Trigger(start=0, end=4, text="tiba", lemma="tiba")
            event = Event(
                id="v1", trigger=trigger, class_="OCCURRENCE", when=when, summary=article.title or article.text
            )
            yield Facts(
                id=article.id, source=article.source, published=article.published, text=article.text, events=[event]
            )

    def explain(self, article: Article, *, at: int | None = None) -> list[object]:  # noqa: ARG002
        return []


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> type[StubPipeline]:
    """The pipeline of the command, replaced."""
    StubPipeline.loads = 0
    module = types.ModuleType("factcli.pipeline")
    module.Pipeline = StubPipeline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcli.pipeline", module)
    monkeypatch.setattr("factcli.timeline.merge_timeline", merge_timeline)
    return StubPipeline


def merge_timeline(
    documents: list[Facts],
    *,
    about: Sequence[str] = (),
    place: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    types: Sequence[str] = (),
    statuses: Sequence[str] = (),
    everything: bool = False,
    top: int | None = None,
) -> list[TimelineEntry]:
    """An entry an event; its summary names the filters."""
    return [
        TimelineEntry(
            when=event.when,
            events=[f"{facts.id}#{event.id}" if len(documents) > 1 else event.id],
            summary=" ".join(
                [
                    event.summary,
                    f"[{'; '.join(about)} {earliest} {latest}]",
                    f"[{place} {types} {statuses} {everything} {top}]",
                ]
            ),
        )
        for facts in documents
        for event in facts.events
    ]


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No settings and no store of whoever runs the tests, here and in the processes started from here."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path_factory.mktemp(variable.lower())))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command with these arguments, and this as standard input."""
    monkeypatch.setattr(messages, "_level", ContextVar("level of a test", default=messages.Level.WARNINGS))

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, prog_name="factcli")

    return invoke


def objects(output: str) -> list[dict[str, Any]]:
    """The JSON objects of an output, one a line."""
    return [json.loads(line) for line in output.splitlines()]
