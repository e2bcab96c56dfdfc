"""The report as a page: the timeline, then the articles."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import jinja2

from factcli.formats.one_line import one_line
from factcli.formats.report.marked_text import paragraphs_of
from factcli.formats.report.rows import Row, rows_of
from factcli.formats.sources import address
from factcli.formats.when_text import day_text
from factcli.formats.words import words
from factcli.schema import Facts, TimelineEntry
from factcli.timeline import merge_timeline

FOLDER = Path(__file__).parent


def timeline_report(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """The page of a timeline and of the articles that it comes from: HTML, complete in itself.

    What stands in the articles is never markup: every piece of it is escaped, and a Content-Security-Policy lets
    nothing run or load but the page's own style and script, named by their hashes.
    """
    style, script = _asset("report.css"), _asset("report.js")
    rows = rows_of(entries, documents)
    return _template().render(
        words=words(),
        title=one_line(_title(documents)),
        language=next((facts.language for facts in documents), words()["report"]["language"]),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        rows=rows,
        types=sorted({kind for row in rows for kind in row.types}),
        statuses=list(dict.fromkeys(row.status for row in rows)),
        people=_most_named(rows),
        documents=[
            {
                "number": number,
                "title": one_line(facts.title or facts.id),
                "origin": [one_line(part) for part in _origin(facts)],
                "url": address(facts.url),
                "paragraphs": list(paragraphs_of(facts, number)),
            }
            for number, facts in enumerate(documents, 1)
        ],
    )


def facts_report(documents: Iterable[Facts]) -> Iterator[str]:
    """The page of some articles, with the timeline of each in order."""
    read = list(documents)
    yield timeline_report(merge_timeline(read), read)


def _title(documents: Sequence[Facts]) -> str:
    if len(documents) == 1:
        return documents[0].title or documents[0].id
    return str(words()["report"]["several"].format(count=len(documents)))


def _origin(facts: Facts) -> Iterator[str]:
    """The outlet and the day of publication, as far as they are known."""
    if facts.source:
        yield facts.source
    if day := facts.published.value:
        yield day_text(day)


def _most_named(rows: Sequence[Row]) -> list[tuple[str, str, int]]:
    """Key, name and number of rows of each who takes part, the most frequent first."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for row in rows:
        for person in row.people:
            names.setdefault(person.key, person.name)
            counts[person.key] = counts.get(person.key, 0) + 1
    return sorted(((key, names[key], count) for key, count in counts.items()), key=lambda some: (-some[2], some[1]))


def _hash(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    return environment.get_template("report.html.j2")
