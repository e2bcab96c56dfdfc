"""Ordered entries of a timeline: by first day, then last day, then place in the text; what has no date stands last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest

from factcli.schema import Evidence, Facts, Status, TimelineEntry, When
from factcli.timeline.figures import figures_of
from factcli.timeline.filters import Wanted
from factcli.timeline.happenings import Happening, happenings_of, is_dated
from factcli.timeline.identities import Identities
from factcli.timeline.kinds import pointing
from factcli.timeline.merging import groups_of, other_times, told_time
from factcli.timeline.need import Setting, need_of
from factcli.timeline.times import first_day, last_day

# From this probability on a reader is shown an entry.
NEEDED = 0.5
# No sentence that anybody wrote has more events of one time.
BESIDE = 20
# A summary of so many words says enough and is read at a glance.
SHORT, LONG = 5, 25


def timeline_of(facts: Facts) -> list[TimelineEntry]:
    """The timeline of one article; entries name its events by their ids."""
    return merge_timeline([facts])


def merge_timeline(
    documents: Sequence[Facts],
    *,
    about: str | Collection[str] = (),
    place: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    types: Collection[str] = (),
    statuses: Collection[Status] = (),
    everything: bool = False,
    top: int | None = None,
) -> list[TimelineEntry]:
    """The timeline of several articles, each happening once.

    `about` keeps what the person, organisation or place of one of these names or ids takes part in, `place` what is
    reported of that place or one in it; `earliest` and `latest` (ISO days) keep what can fall between them; `types` and
    `statuses` keep these. What a reader hardly needs is left out, `everything` takes it in; `top` keeps so many, the
    most needed. Of several documents an event is named `DOCUMENT#v1`, of one `v1`, and each entry names the document
    whose date `when.date` is.
    """
    several = len(documents) > 1
    identities = Identities(documents)
    wanted = Wanted((about,) if isinstance(about, str) else about, place, earliest, latest, types, statuses)
    chooser = wanted.chooser(documents)
    happenings = [
        happening
        for number, facts in enumerate(documents)
        for happening in happenings_of(facts, number, f"{facts.id}#" if several else "", identities)
    ]
    names = {number: facts.id for number, facts in enumerate(documents)} if several else {}
    setting = Setting(happenings)
    asked = [group for group in _without_repeats(groups_of(happenings)) if any(map(chooser.keeps, group))]
    needs = {id(group): need_of(group, setting) for group in asked}
    if top is not None:
        asked = nlargest(top, asked, key=lambda group: needs[id(group)])
    elif not everything:
        asked = [group for group in asked if needs[id(group)] >= NEEDED or _is_wanted(group)]
        asked = [group for group in asked if not _only_quotes(group)]
    groups = sorted(asked, key=_order)
    entries = [_entry(group, names, needs[id(group)]) for group in groups]
    for entry, figures in zip(entries, figures_of(groups, documents), strict=True):
        entry.figures = figures
    return entries


def _without_repeats(groups: Iterable[list[Happening]]) -> list[list[Happening]]:
    """The groups, those of one article joined that a reader could not tell apart (see `_is_repeat`)."""
    joined: list[list[Happening]] = []
    beside: dict[tuple[object, ...], list[tuple[Happening, list[Happening]]]] = {}
    for group in groups:
        when, best = told_time(group).event.when, max(group, key=_telling)
        alike = beside.setdefault((best.place[0], best.event.sentence, first_day(when), last_day(when)), [])
        is_alone = len({happening.place[0] for happening in group}) == 1
        found = next((other for shown, other in alike[-BESIDE:] if _is_repeat(best, shown)), None)
        if found is not None and is_alone:
            found.extend(group)
        else:
            alike.append((best, group))
            joined.append(group)
    return [sorted(group, key=lambda happening: happening.place) for group in joined]


def _is_repeat(one: Happening, other: Happening) -> bool:
    """True for two events of one sentence and time that are reported in the same words, or, if of one type, one in the
    words of the other: `Hujan deras`, `Hujan deras mengguyur Ambon`.
    """
    if one.event.type is None or one.event.type != other.event.type:
        return one.words == other.words
    return one.words <= other.words or other.words <= one.words


def _is_wanted(group: Sequence[Happening]) -> bool:
    """True for the news of an article, and for events that no model judged: whoever gives them wants them."""
    events = [happening.event for happening in group]
    return any(event.main for event in events) or all(event.salience is None for event in events)


def _only_quotes(group: Sequence[Happening]) -> bool:
    """True for sayings that only carry a quotation."""
    return all(happening.event.type == "quote" for happening in group)


def _entry(group: Sequence[Happening], documents: Mapping[int, str], need: float) -> TimelineEntry:
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
        need=round(need, 3),
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


def _telling(happening: Happening) -> tuple[bool, bool, bool, bool, int, float, int]:
    """How much an account says: what was done first, then what can be read alone, in a sentence of a good length, with
    most participants, surest, earliest.
    """
    event = happening.event
    is_short_enough = SHORT <= len(event.summary.split()) <= LONG
    merits = event.status == "actual", not happening.is_headline, not happening.words & pointing(), is_short_enough
    return *merits, len(happening.participants), event.score or 0.0, -happening.place[1]
