"""Ordered entries of a timeline: by first day, then last day, then place in the text; what has no date stands last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from factcli.schema import Evidence, Facts, Status, TimelineEntry, When
from factcli.timeline.figures import figures_of
from factcli.timeline.filters import Wanted
from factcli.timeline.happenings import Happening, happenings_of, is_dated
from factcli.timeline.identities import Identities
from factcli.timeline.merging import groups_of, other_times, told_time
from factcli.timeline.times import first_day, last_day

# A summary of so many words says enough and is read at a glance.
SHORT, LONG = 5, 25


def timeline_of(facts: Facts) -> list[TimelineEntry]:
    """The timeline of one article; entries name its events by their ids."""
    return merge_timeline([facts])


def merge_timeline(
    documents: Sequence[Facts],
    *,
    about: str | None = None,
    place: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    types: Collection[str] = (),
    statuses: Collection[Status] = (),
    with_quotes: bool = False,
) -> list[TimelineEntry]:
    """The timeline of several articles, each happening once.

    `about` keeps what the person, organisation or place of that name or id takes part in, `place` what is told of that
    place or one in it; `earliest` and `latest` (ISO days) keep what can fall between them; `types` and `statuses` keep
    these. `with_quotes` takes in sayings that only carry a quotation. Of several documents an event is named
    `DOCUMENT#v1`, of one `v1`, and each entry tells the document whose date `when.date` is.
    """
    several = len(documents) > 1
    identities = Identities(documents)
    wanted = Wanted(about, place, earliest, latest, types, statuses)
    chooser = wanted.chooser(documents)
    happenings = [
        happening
        for number, facts in enumerate(documents)
        for happening in happenings_of(
            facts, number, f"{facts.id}#" if several else "", identities, with_quotes=with_quotes
        )
        if chooser.keeps(happening)
    ]
    named = {
        number: frozenset(identities.of(entity) for entity in facts.entities) for number, facts in enumerate(documents)
    }
    names = {number: facts.id for number, facts in enumerate(documents)} if several else {}
    groups = sorted(_without_repeats(groups_of(happenings, named)), key=_order)
    entries = [_entry(group, names) for group in groups]
    for entry, figures in zip(entries, figures_of(groups, documents), strict=True):
        entry.figures = figures
    return entries


def _without_repeats(groups: Iterable[list[Happening]]) -> list[list[Happening]]:
    """The groups, those of one article joined that a reader could not tell apart: one sentence, one time."""
    joined: dict[tuple[object, ...], list[Happening]] = {}
    for number, group in enumerate(groups):
        when = told_time(group).event.when
        articles = {happening.place[0] for happening in group}
        only = articles.pop() if len(articles) == 1 else f"several {number}"
        key = (only, max(group, key=_telling).event.summary, first_day(when), last_day(when))
        joined.setdefault(key, []).extend(group)
    return [sorted(group, key=lambda happening: happening.place) for group in joined.values()]


def _entry(group: Sequence[Happening], documents: Mapping[int, str]) -> TimelineEntry:
    source = told_time(group)
    when = source.event.when
    best = max(group, key=_telling)
    return TimelineEntry(
        when=when,
        events=[happening.name for happening in group],
        summary=best.event.summary,
        document=documents.get(source.place[0]) if when is not None else None,
        otherwise=other_times(group, when),
        evidence=_evidence(best, documents),
    )


def _evidence(happening: Happening, documents: Mapping[int, str]) -> Evidence | None:
    sentence = happening.sentence
    if sentence is None:
        return None
    return Evidence(document=documents.get(happening.place[0]), start=sentence.start, end=sentence.end)


def _order(group: Sequence[Happening]) -> tuple[bool, str, str, tuple[int, int]]:
    when: When | None = told_time(group).event.when
    first, last = first_day(when), last_day(when)
    if when is not None and when.earliest is None:
        first = last
    return not is_dated(when), first, last, group[0].place


def _telling(happening: Happening) -> tuple[bool, bool, bool, int, float, int]:
    """How much a telling says: of what was done first, then in a sentence of a good length, with most participants,
    surest, earliest."""
    event = happening.event
    told = event.status == "actual", not happening.is_headline, SHORT <= len(event.summary.split()) <= LONG
    return *told, len(happening.participants), event.score or 0.0, -happening.place[1]
