"""Ordered entries of a timeline: by first day, then last day, then place in the text; what has no date stands last.

Those of one day that have an hour take their places by it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from heapq import nlargest

from factcli.schema import Evidence, Facts, Status, TimelineEntry
from factcli.timeline.account import Account, every_account
from factcli.timeline.choice import other_times
from factcli.timeline.clock import by_the_clock
from factcli.timeline.figures import figures_of
from factcli.timeline.filters import Wanted
from factcli.timeline.group import Group
from factcli.timeline.merging import groups_of
from factcli.timeline.need import Setting
from factcli.timeline.repetitions import without_repetitions
from factcli.timeline.times import is_dated, order_of
from factcli.timeline.worth import is_news, worth_of

# From this probability on, that a reader needs an entry of its own for it, an event is shown: of one article, of
# several. A story's events stand in several groups more often, so that each is less likely the one to be shown.
WORTH_OF_ONE, WORTH_OF_SEVERAL = 0.35, 0.22
# Of one article what is not its news is shown only where an editor would print it so often; of several, where nobody
# else may report it, that would cost too much.
PRINTABLE_OF_ONE = 0.15


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
    """The timeline of several articles, reports of one event joined.

    `about` keeps what the person, organisation or place of one of these names or ids takes part in, `place` what is
    reported of that place or one in it; `earliest` and `latest` (ISO days) keep what can fall between them; `types` and
    `statuses` keep these. What a reader hardly needs is left out, `everything` takes it in; `top` keeps so many, the
    most needed. Of several documents an event is named `DOCUMENT#v1`, of one `v1`, and each entry names the document
    whose date `when.date` is.
    """
    wanted = Wanted(documents, (about,) if isinstance(about, str) else about, place, earliest, latest, types, statuses)
    accounts = every_account(documents)
    names = {number: facts.id for number, facts in enumerate(documents)} if len(documents) > 1 else {}
    asked = [group for group in groups_of(accounts) if _is_asked(group, wanted)]
    setting = Setting(accounts)
    worth = worth_of(asked, setting)
    if top is not None:
        words = without_repetitions(asked, worth)
        words = {group: words[group] for group in nlargest(top, words, key=worth.__getitem__)}
    elif everything:
        words = {group: group.best for group in asked}
    else:
        words = without_repetitions([group for group in asked if _is_shown(group, worth[group], setting)], worth)
    ordered = by_the_clock(sorted(words, key=_order))
    entries = [_entry(group, words[group], names, worth[group]) for group in ordered]
    for entry, figures in zip(entries, figures_of(ordered, documents), strict=True):
        entry.figures = figures
    return entries


def _is_asked(group: Group, wanted: Wanted) -> bool:
    """True where one of the accounts can be an entry, and is asked for."""
    return any(account.stands_alone and wanted.keeps(account) for account in group.accounts)


def _is_shown(group: Group, worth: float, setting: Setting) -> bool:
    """True for an entry that is worth it to a reader of one article, or of several."""
    if setting.articles > 1:
        return worth >= WORTH_OF_SEVERAL and not _only_quotes(group)
    is_printed = is_news(group) or group.best.printable >= PRINTABLE_OF_ONE
    return worth >= WORTH_OF_ONE and is_printed and not _only_quotes(group)


def _only_quotes(group: Group) -> bool:
    """True for sayings that only carry a quotation."""
    return all(account.event.type == "quote" for account in group.accounts)


def _entry(group: Group, words: Account, documents: Mapping[int, str], worth: float) -> TimelineEntry:
    """The entry of a group, in the words of one account."""
    when = group.when
    return TimelineEntry(
        when=when,
        events=[account.name for account in group.accounts],
        summary=words.event.summary,
        document=documents.get(group.dated.article) if when is not None else None,
        otherwise=other_times(group.accounts, when),
        evidence=_evidence(words, documents),
        need=round(worth, 3),
    )


def _evidence(account: Account, documents: Mapping[int, str]) -> Evidence | None:
    sentence = account.sentence
    if sentence is None:
        return None
    return Evidence(document=documents.get(account.article), start=sentence.start, end=sentence.end)


def _order(group: Group) -> tuple[bool, str, str, tuple[int, int]]:
    return not is_dated(group.when), *order_of(group.when), group.accounts[0].position
