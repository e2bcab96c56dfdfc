"""What an entry is worth to a reader: how likely it is needed, and says what no more needed entry has said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcli.timeline.group import Group
from factcli.timeline.happenings import Happening
from factcli.timeline.need import Setting, need_of
from factcli.timeline.repeats import newness_of

CERTAIN = 1.0


def worth_of(groups: Sequence[Group], setting: Setting) -> dict[Group, float]:
    """The probability, for each happening of a story, that a reader needs an entry of its own for it."""
    needs = {group: need_of(group.accounts, setting) for group in groups}
    # What else is new is measured beside the news.
    newness = newness_of({group: CERTAIN if _is_news(group) else need for group, need in needs.items()})
    return {group: CERTAIN if _is_wanted(group) else needs[group] * newness[group] for group in groups}


def without_echoes(groups: Sequence[Group], worth: Mapping[Group, float]) -> Iterator[Group]:
    """The groups less those that one worth more reports in the same words of one sentence, of the same time."""
    stated: dict[tuple[object, ...], list[Happening]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -worth[group]):
        best, when = group.best, group.when
        same = stated[best.place[0], best.event.sentence, when and (when.earliest, when.latest)]
        if not any(best.words == other.words for other in same):
            same.append(best)
            yield group


def _is_wanted(group: Group) -> bool:
    """True for the news of an article, and for events that no model has judged: whoever gives them wants them."""
    return _is_news(group) or all(one.event.salience is None for one in group.accounts)


def _is_news(group: Group) -> bool:
    return any(one.event.main for one in group.accounts)
