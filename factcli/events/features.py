"""What the heads for pairs know beside the words' vectors: how far apart, in what order, of what kind.

Each feature of a pair is a number; all features of one kind of pair share one table, so that each has its own rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple, get_args

import torch
from torch import Tensor

from factcli.events.paths import PATHS
from factcli.schema import LABELS, DateExpression, TimexType

# Distances beyond these count as these: in sentences, in powers of two of words, in dates between.
FAR_SENTENCES = 8
FAR_WORDS = 9
FAR_RANK = 4
TIMEX_TYPES: tuple[TimexType, ...] = get_args(TimexType)

# How many values each feature has.
SENTENCES = 2 * FAR_SENTENCES + 1
WORDS = 2 * FAR_WORDS + 1
RANKS = 2 * FAR_RANK
TITLES = 4
TYPES = 2 * len(TIMEX_TYPES)
DAYS = 8

FEW = 3
SEVERAL = 4
DEEP = 10
SIDES = 3
NEAREST = 3
OFTEN = 4

# How many values the features of a word, and of each kind of pair, have together.
WORD_FEATURES = FEW + SEVERAL + 2 + DEEP
DATE_FEATURES = SENTENCES + WORDS + RANKS + TITLES + TYPES + DAYS + SIDES + NEAREST + OFTEN + PATHS
MENTION_FEATURES = SENTENCES + WORDS + TITLES + len(LABELS) + PATHS
SAME_DAYS = 4
SHARED = 5
ALIKE = 4
EARLIER_FEATURES = SENTENCES + WORDS + TITLES + SAME_DAYS + SHARED + 2 + ALIKE


class Place(NamedTuple):
    """Where something stands: its word, its sentence, and whether that is the title."""

    word: int
    sentence: int
    title: bool


class DateFeatures(NamedTuple):
    """A date expression as the heads see it: its place, its type with its days known or not, its distance in days.

    `usable`: it can date an event; `span` is its first and last day.
    """

    place: Place
    type: int
    days: int
    usable: bool
    span: tuple[str | None, str | None]


class MentionFeatures(NamedTuple):
    """A mention as the heads see it."""

    place: Place
    label: int


class EventFeatures(NamedTuple):
    """An event as the heads see it: its place, its word, its first and last day (None: no date), who takes part.

    `manner` is a number of its class and status.
    """

    place: Place
    word: str
    days: tuple[str | None, str | None] | None
    participants: frozenset[int]
    manner: int


def date_features(expression: DateExpression, place: Place, published: str | None) -> DateFeatures:
    """The features of a date expression in an article published on that day (ISO 8601), or at no known time."""
    known = expression.earliest is not None or expression.latest is not None
    kind = TIMEX_TYPES.index(expression.type) * 2 + known
    span = (expression.earliest, expression.latest)
    return DateFeatures(place, kind, _days(expression, published), has_days(expression), span)


def has_days(expression: DateExpression) -> bool:
    """Whether an expression says a day or a stretch of days, which can date an event."""
    return expression.type != "SET" and bool(expression.earliest or expression.latest)


def _days(expression: DateExpression, published: str | None) -> int:
    """0 unknown, 1 the day of publication, 2 the day before, 3 the week before, 4 the year before, 5 earlier,
    6 a stretch around publication, 7 later."""
    try:
        today, first, last = (
            date.fromisoformat((day or "")[:10]).toordinal()
            for day in (published, expression.earliest, expression.latest)
        )
    except ValueError:
        return 0
    if first > today:
        return 7
    if last >= today:
        return 1 if first == last else 6
    ago = today - last
    return 2 if ago == 1 else 3 if ago <= 7 else 4 if ago <= 366 else 5


def event_date_features(events: Sequence[Place], dates: Sequence[DateFeatures], tree_paths: Tensor) -> Tensor:
    """(events, dates, kinds) of features; `tree_paths` (events, dates) come from paths.py."""
    sentences, words, titles = _apart(events, [one.place for one in dates])
    places = torch.tensor([one.place.word for one in dates], dtype=torch.long)
    before = places < torch.tensor([event.word for event in events], dtype=torch.long)[:, None]
    rank = (torch.arange(len(dates)) - before.sum(dim=1)[:, None]).clamp(-FAR_RANK, FAR_RANK - 1)
    usable = torch.tensor([one.usable for one in dates], dtype=torch.bool)
    beside = (sentences == FAR_SENTENCES) & usable
    # 2 in the event's sentence, 1 elsewhere though that sentence has a date, 0 where it has none.
    sides = torch.where(beside, 2, beside.any(dim=1, keepdim=True).long())
    numbers = torch.arange(1, len(dates) + 1)
    last = torch.where(before & usable, numbers, 0).amax(dim=1, keepdim=True) if dates else rank.new_zeros(len(rank), 1)
    # 2 the last date before the event, 1 an earlier one, 0 behind it or of no use.
    nearest = torch.where(numbers == last, 2, (before & usable).long())
    often = Counter(one.span for one in dates)
    return _rows(
        (sentences, SENTENCES),
        (words, WORDS),
        (FAR_RANK + rank, RANKS),
        (titles, TITLES),
        (_each(events, [one.type for one in dates]), TYPES),
        (_each(events, [one.days for one in dates]), DAYS),
        (sides, SIDES),
        (nearest, NEAREST),
        (_each(events, [min(often[one.span], OFTEN) - 1 for one in dates]), OFTEN),
        (tree_paths, PATHS),
    )


def event_mention_features(events: Sequence[Place], mentions: Sequence[MentionFeatures], tree_paths: Tensor) -> Tensor:
    """(events, mentions, kinds) of features; `tree_paths` (events, mentions) come from paths.py."""
    sentences, words, titles = _apart(events, [one.place for one in mentions])
    labels = _each(events, [one.label for one in mentions])
    return _rows((sentences, SENTENCES), (words, WORDS), (titles, TITLES), (labels, len(LABELS)), (tree_paths, PATHS))


def word_features(places: Sequence[Place], dates: Sequence[DateFeatures]) -> Tensor:
    """(words, kinds) of features: the dates of the word's sentence and of those before it, and its place."""
    usable = [one.place for one in dates if one.usable]
    own = Counter(place.sentence for place in usable)
    sentences = torch.tensor([place.sentence for place in places], dtype=torch.long)
    beside = torch.tensor([min(own[place.sentence], FEW - 1) for place in places], dtype=torch.long)
    so_far = torch.tensor([place.sentence for place in usable], dtype=torch.long)
    before = torch.searchsorted(so_far.sort().values, sentences).clamp(max=SEVERAL - 1)
    titles = torch.tensor([place.title for place in places], dtype=torch.long)
    return _rows((beside, FEW), (before, SEVERAL), (titles, 2), (sentences.clamp(max=DEEP - 1), DEEP))


def event_pair_features(events: Sequence[EventFeatures]) -> Tensor:
    """(events, events, kinds) of features."""
    places = [event.place for event in events]
    sentences, words, titles = _apart(places, places)
    manners = torch.tensor([event.manner for event in events], dtype=torch.long)
    return _rows(
        (sentences, SENTENCES),
        (words, WORDS),
        (titles, TITLES),
        (_same_days([event.days for event in events]), SAME_DAYS),
        (_shared([event.participants for event in events]), SHARED),
        ((manners == manners[:, None]).long(), 2),
        (_alike([event.word for event in events]), ALIKE),
    )


def _same_days(days: Sequence[tuple[str | None, str | None] | None]) -> Tensor:
    """0 one has no date, 1 other days, 2 some days in common, 3 the same."""
    known = torch.tensor([one is not None for one in days], dtype=torch.bool)
    numbers: dict[object, int] = {}
    same = torch.tensor([numbers.setdefault(one, len(numbers)) for one in days], dtype=torch.long)
    first, last = (
        torch.tensor([_ordinal(one[side] if one else None, open_) for one in days], dtype=torch.long)
        for side, open_ in enumerate((0, date.max.toordinal()))
    )
    in_common = (first <= last[:, None]) & (first[:, None] <= last)
    return torch.where(same == same[:, None], 3, 1 + in_common.long()) * (known & known[:, None])


def _ordinal(day: str | None, otherwise: int) -> int:
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return otherwise


def _shared(participants: Sequence[frozenset[int]]) -> Tensor:
    """How many take part in both: 0 one has none, 1 nobody, 2 one, 3 several, 4 the very same."""
    table = torch.zeros(len(participants), max((max(one, default=-1) + 1 for one in participants), default=0))
    for row, one in enumerate(participants):
        table[row, list(one)] = 1
    counts, sizes = table @ table.T, table.sum(dim=1)
    same = (counts == sizes) & (counts == sizes[:, None])
    shared = torch.where(same, 4, 1 + counts.clamp(max=2).long())
    return shared * ((sizes > 0) & (sizes > 0)[:, None])


def _each(events: Sequence[Place], numbers: Sequence[int]) -> Tensor:
    """The same numbers for every event."""
    return torch.tensor(numbers, dtype=torch.long).expand(len(events), -1)


def _rows(*features: tuple[Tensor, int]) -> Tensor:
    """(n, m) features, each with how many numbers it has, as (n, m, features) rows of one table."""
    starts = torch.tensor([0, *accumulate(size for _, size in features[:-1])])
    return torch.stack([numbers for numbers, _ in features], dim=-1) + starts


def _apart(ones: Sequence[Place], others: Sequence[Place]) -> tuple[Tensor, Tensor, Tensor]:
    """How many sentences and words (by powers of two) the second stands behind the first, and which are titles."""
    one, other = (torch.tensor(places, dtype=torch.long).view(-1, 3) for places in (ones, others))
    words, sentences, _ = (other[None] - one[:, None]).unbind(-1)
    size = torch.frexp(words.abs().double()).exponent.clamp(max=FAR_WORDS)
    return (
        FAR_SENTENCES + sentences.clamp(-FAR_SENTENCES, FAR_SENTENCES),
        FAR_WORDS + size * words.sign(),
        2 * one[:, None, 2] + other[None, :, 2],
    )


def _alike(words: Sequence[str]) -> Tensor:
    """0 nothing in common, 1 the beginning, 2 a stretch of five letters and more, as of one root, 3 the same."""
    spelt = [word.lower() for word in words]
    table = torch.zeros(len(words), len(words), dtype=torch.long)
    beginnings: dict[str, set[int]] = defaultdict(set)
    stretches: dict[str, set[int]] = defaultdict(set)
    whole: dict[str, set[int]] = defaultdict(set)
    for number, word in enumerate(spelt):
        beginnings[word[:3]].add(number)
        whole[word].add(number)
        for start in range(len(word) - 4):
            stretches[word[start : start + 5]].add(number)
    for value, groups in ((1, beginnings), (2, stretches), (3, whole)):
        for group in groups.values():
            if len(group) > 1 or value == 3:
                members = torch.tensor(sorted(group))
                table[members[:, None], members] = value
    return table
