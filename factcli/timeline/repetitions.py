"""Entries that would say a thing twice: in the same words, or in some of the words of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcli.timeline.account import Account
from factcli.timeline.group import Group
from factcli.timeline.times import ends_of

# With so many groups of one sentence another is compared: a sentence of more is a list.
BESIDE = 30


def without_repetitions(groups: Sequence[Group], worth: Mapping[Group, float]) -> dict[Group, Account]:
    """The groups less those that would only repeat one worth more, each with the account that gives it its words.

    Where one says all that the other does, the longer words are shown.
    """
    shown: dict[Group, Account] = {}
    found: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -worth[group]):
        mine = group.best
        beside = (other for key in _keys(group) for other in islice(found[key], BESIDE))
        said = next((other for other in beside if _says(group, other, shown[other])), None)
        if said is None:
            shown[group] = mine
            for key in _keys(group):
                found[key].append(group)
        elif _is_fuller(group, said, shown[said]):
            shown[said] = mine
    return shown


def _keys(group: Group) -> Iterator[tuple[object, ...]]:
    """What a group has in common with those that it may repeat: the sentence, or the article and the time."""
    article = group.best.article
    if group.best.sentence is not None:
        yield article, group.best.sentence.start
    yield article, ends_of(group.when)


def _says(one: Group, other: Group, theirs: Account) -> bool:
    """True where a reader of both, which have a key in common, would read one thing twice.

    `theirs` gives the other its words. The same words of one sentence, its days aside, say one thing even under two
    times: one of these belongs to something else in it. Of two sentences they say one thing where they are of one time
    and place.
    """
    mine = one.best
    is_of_one_sentence = mine.sentence == theirs.sentence
    if is_of_one_sentence and mine.undated_words == theirs.undated_words:
        return True
    is_of_one_kind = is_of_one_sentence or mine.event.status == theirs.event.status
    if not is_of_one_kind or ends_of(one.when) != ends_of(other.when):
        return False
    if mine.words == theirs.words:
        return mine.places == theirs.places
    return mine.words < theirs.words or theirs.words < mine.words


def _is_fuller(one: Group, other: Group, theirs: Account) -> bool:
    """True where a group says more than another of its time, which `theirs` gives its words."""
    mine = one.best
    is_of_one_time = ends_of(one.when) == ends_of(other.when)
    return is_of_one_time and mine.event.status == theirs.event.status and len(mine.words) > len(theirs.words)
