"""The table of formats: one row per format, with the function that writes it for each kind of data.

A new format is a file in this folder, a row here, and a test that reads its output with a reader of another project.
A format is imported only when it is used.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """The kinds of data that a command writes, and what their writers take.

    `DATES`: `(Article, list[DateExpression]) -> str`, an article at a time. `QUANTITIES`, `FACTS` and `DOCS`: an
    iterable of pairs of `Article` and `list[Quantity]`, of `Facts` or of spaCy `Doc` to an iterator of pieces of text.
    `TIMELINE`: `(list[TimelineEntry], list[Facts]) -> str`.
    Writers of tables return a rich `Table` instead of text.
    """

    DATES = "dates"
    QUANTITIES = "quantities"
    FACTS = "facts"
    DOCS = "docs"
    TIMELINE = "timeline"


@dataclass(frozen=True, kw_only=True)
class Format:
    """One format: its name, the endings of its files, and where its writers are (`module:function` of this folder).

    `one_article`: a file holds one article, several go into a folder. `is_table`: a table for the terminal (rich).
    `selects` names a function `(entries, documents) -> entries` that keeps what the format can hold, `holds` says it.
    """

    name: str
    suffixes: tuple[str, ...]
    dates: str | None = None
    quantities: str | None = None
    facts: str | None = None
    docs: str | None = None
    timeline: str | None = None
    one_article: bool = False
    is_table: bool = False
    selects: str | None = None
    holds: str = ""

    def writes(self, kind: Kind) -> bool:
        """Return whether there is a writer for this kind of data."""
        return getattr(self, kind) is not None

    def writer(self, kind: Kind) -> Callable[..., Any]:
        """Return the function that writes this kind of data; raises KeyError where there is none."""
        place = getattr(self, kind)
        if place is None:
            raise KeyError(f"{self.name} does not hold {kind}")
        return _loaded(place)

    def selector(self) -> Callable[..., Any] | None:
        """Return the function that keeps what the format can hold, None where it holds everything."""
        return _loaded(self.selects) if self.selects else None


FORMATS = (
    # A compact object holds no line break, so an article's JSON is a line of JSON Lines as it stands.
    Format(
        name="json",
        suffixes=(".json",),
        dates="dates_json:dates_json",
        quantities="quantities_json:quantities_lines",
        facts="facts_json:facts_lines",
        timeline="timeline_json:timeline_json",
    ),
    Format(
        name="jsonl",
        suffixes=(".jsonl", ".ndjson"),
        dates="dates_json:dates_json",
        quantities="quantities_json:quantities_lines",
        facts="facts_json:facts_lines",
        timeline="timeline_json:timeline_lines",
    ),
    Format(
        name="table",
        suffixes=(".txt",),
        dates="dates_table:dates_table",
        quantities="quantities_table:quantities_tables",
        facts="facts_table:facts_tables",
        timeline="timeline_table:timeline_table",
        is_table=True,
    ),
    Format(
        name="csv",
        suffixes=(".csv",),
        quantities="quantities_csv:quantities_csv",
        facts="facts_csv:facts_csv",
        timeline="timeline_csv:timeline_csv",
    ),
    Format(
        name="markdown",
        suffixes=(".md", ".markdown"),
        facts="facts_markdown:facts_markdown",
        timeline="timeline_markdown:timeline_markdown",
    ),
    Format(
        name="html",
        suffixes=(".html", ".htm"),
        facts="report.page:facts_report",
        timeline="report.page:timeline_report",
    ),
    Format(
        name="timeml",
        suffixes=(".tml", ".timeml", ".xml"),
        dates="timeml:dates_timeml",
        facts="timeml:facts_timeml",
        one_article=True,
    ),
    Format(name="geojson", suffixes=(".geojson",), facts="geojson:facts_geojson", timeline="geojson:timeline_geojson"),
    Format(
        name="timelinejs",
        suffixes=(".timelinejs",),
        timeline="timelinejs:timelinejs",
        selects="timelinejs:dated",
        holds="what has a date",
    ),
    Format(name="conllu", suffixes=(".conllu",), docs="conllu:conllu"),
    Format(
        name="ics",
        suffixes=(".ics",),
        timeline="ics:ics",
        selects="ics:planned",
        holds="what is planned and has a date",
    ),
)


def formats_of(*kinds: Kind) -> dict[str, Format]:
    """Return the formats that hold one of these kinds of data, by name."""
    return {format.name: format for format in FORMATS if any(format.writes(kind) for kind in kinds)}


def _loaded(place: str) -> Callable[..., Any]:
    module, _, function = place.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(f"factcli.formats.{module}"), function)
    return found
