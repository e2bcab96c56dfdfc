"""What every format for the eye shows of a time: how precise it is, and what other accounts say against it."""

from __future__ import annotations

import io

import msgspec
import pytest
from lxml import html
from rich.console import Console

from factcli.formats.cited_events import cited_events, cited_in, modifier_of_entry
from factcli.formats.report.page import timeline_report
from factcli.formats.timeline_markdown import timeline_markdown
from factcli.formats.timeline_table import timeline_table
from factcli.formats.timelinejs import timelinejs
from factcli.schema import Facts, TimelineEntry, When
from factcli.timeline.lookup import Lookup
from formats import made

YEAR = When(value="2020", earliest="2020-01-01", latest="2020-12-31", date="t1")


@pytest.fixture
def article() -> Facts:
    """The article, its first day given as the beginning of a year."""
    facts = made.facts()
    stated_vaguely = {"value": YEAR.value, "earliest": YEAR.earliest, "latest": YEAR.latest, "mod": "START"}
    facts.dates[0] = msgspec.structs.replace(facts.dates[0], **stated_vaguely)
    return facts


@pytest.fixture
def entry() -> TimelineEntry:
    """An entry with that time, and a day that another account gives."""
    return msgspec.structs.replace(made.entries()[0], when=YEAR, otherwise=[made.on("2019-12-30")])


def table(entry: TimelineEntry, facts: Facts) -> str:
    stream = io.StringIO()
    Console(file=stream, width=90).print(timeline_table([entry], [facts]))
    return stream.getvalue()


def report(entry: TimelineEntry, facts: Facts) -> str:
    (shown,) = html.fromstring(timeline_report([entry], [facts])).find_class("when")
    return str(shown.text_content())


def test_a_time_that_is_not_exact_says_so(article: Facts, entry: TimelineEntry) -> None:
    for written in (
        table(entry, article),
        report(entry, article),
        timeline_markdown([entry], [article]),
        timelinejs([entry], [article]),
    ):
        assert "awal 2020" in written


def test_times_stated_against_it_are_shown(article: Facts, entry: TimelineEntry) -> None:
    for written in (table(entry, article), report(entry, article), timeline_markdown([entry], [article])):
        assert "atau 30 Des 2019" in written


def test_the_modifier_is_that_of_the_same_time(article: Facts, entry: TimelineEntry) -> None:
    lookup = Lookup(article)
    assert lookup.modifier_of(YEAR) == "START"
    assert lookup.modifier_of(made.on("2020-02-03", "t1")) is None, "a range of which the expression is one end"
    assert lookup.modifier_of(None) is None
    cited = cited_in(entry, cited_events([article]))
    assert modifier_of_entry(entry, cited) == "START"
    assert modifier_of_entry(msgspec.structs.replace(entry, document="another"), cited) is None
