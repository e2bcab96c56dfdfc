"""What the heads say of an article's words -> its events: the one place where their answers are put together.

The constraints: an entity has one role in an event; two words side by side name one event; a date is chosen among
those with days; what is planned is not over before publication; a range has its ends in order; an event repeats only
one that was kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from factcli.events.network import BOUNDS, CLASSES, DATED, NONE, STATUSES, UNDATED
from factcli.events.scoring import EventScores, Floats
from factcli.odds import log_odds, probability
from factcli.schema import PARTICIPANT_ROLES, EventClass, Status

PLANNED = STATUSES.index("planned")
# From this probability on a date can be that of a plan.
LIKELY_DATE = 0.2


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """How likely an event is right, by the log odds that word and days are both right (`slope`), and of the days alone
    (`days`), after Platt 1999, Probabilistic Outputs for SVMs."""

    slope: float = 1.0
    days: float = 0.0
    intercept: float = 0.0

    def of(self, event: float, days: float | None = None) -> float:
        """The probability for a word that names an event with this one, of these days with that one; None: undated."""
        both, alone = odds_of(event, days)
        return probability(self.slope * both + self.days * alone + self.intercept)


def odds_of(event: float, days: float | None) -> tuple[float, float]:
    """The log odds that word and days are both right, and that the days are; 0 for those of an undated event."""
    return (log_odds(event), 0.0) if days is None else (log_odds(event * days), log_odds(days))


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """The scales of the scores of events with and without a date."""

    dated: Scale = Scale()
    undated: Scale = Scale()


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """From which probability on a word names an event of these days, or an undated one, an entity has a role, an event
    is the article's news; and the scales of the scores. `models/events.json` holds what held-back articles gave."""

    dated: float = 0.4
    undated: float = 0.4
    role: float = 0.45
    main: float = 0.2
    calibration: Calibration = Calibration()


@dataclass(frozen=True)
class Decoded:
    """One event by numbers: its word, dates and entities as they stand in the article; `same` among the events.

    `score`: the probability that the word names an event, and one of these days where it is dated.
    """

    word: int
    class_: EventClass
    status: Status
    date: int | None
    end: int | None
    bound: str
    roles: dict[str, list[int]]
    timeline: float
    main: bool
    same: int
    score: float


def decode(scores: EventScores, decision: Decision) -> list[Decoded]:
    """The events of an article, in the order of the text."""
    decided = [_date_and_status(scores, number, decision) for number in range(len(scores.words))]
    is_event = 1 - scores.kinds[:, NONE]
    in_opening = np.array(scores.in_opening, dtype=bool) & (is_event >= decision.undated)
    stated = [number for number, (date, _) in enumerate(decided) if date is not None or in_opening[number]]
    kept = _without_neighbours(scores, stated)
    main = max(kept, key=lambda number: scores.main[number] * is_event[number], default=-1)
    # The first column of `earlier` is that of a new event.
    columns = 1 + np.array(kept, dtype=np.intp)
    same: list[int] = []
    events: list[Decoded] = []
    for number in kept:
        same.append(_repeated(scores.earlier[number], columns[: len(same)], same))
        date, status = decided[number]
        end = int(scores.ends[number].argmax()) - 1 if date is not None else -1
        scale = decision.calibration.undated if date is None else decision.calibration.dated
        events.append(
            Decoded(
                word=scores.words[number],
                class_=CLASSES[int(scores.classes[number].argmax())],
                status=STATUSES[status],
                date=date,
                end=end if end >= 0 and end != date else None,
                bound=BOUNDS[int(scores.bounds[number].argmax())] if date is not None else BOUNDS[0],
                roles=_roles(scores, number, decision),
                timeline=float(scores.timeline[number]),
                main=number == main and float(scores.main[number]) >= decision.main,
                same=same[-1],
                score=scale.of(*chances_of(scores, number, date)),
            )
        )
    return events


def chances_of(scores: EventScores, number: int, date: int | None) -> tuple[float, float | None]:
    """The probabilities that a word names an event, a dated one where it has a date, and that this has its days."""
    if date is None:
        return float(1 - scores.kinds[number, NONE]), None
    return float(scores.kinds[number, DATED]), float(scores.dates[number, date])


def _repeated(earlier: Floats, columns: NDArray[np.intp], same: Sequence[int]) -> int:
    """Which event is reported, by the first of its reports: the likeliest, for which they all speak, or a new one.

    `same` are the events of the reports before it, `columns` where `earlier` says how likely it repeats each of them.
    """
    if not same:
        return 0
    likely = np.bincount(same, weights=earlier[columns])
    first = int(likely.argmax())
    return first if likely[first] > earlier[0] else len(same)


def _date_and_status(scores: EventScores, number: int, decision: Decision) -> tuple[int | None, int]:
    """The date of an event, if it has one, and its status, which go together: what is planned is not over.

    Where the past is likelier than the plan, it is the status that gives way; else another date is looked for, or none.
    """
    status = int(scores.statuses[number].argmax())
    likelier_undated = scores.in_opening[number] and scores.kinds[number, UNDATED] > scores.kinds[number, DATED]
    if not _is_dated(scores, number, decision) or (status == PLANNED and likelier_undated):
        return None, status
    date = int(scores.dates[number].argmax())
    if status != PLANNED or not scores.over[date]:
        return date, status
    if scores.dates[number][np.array(scores.over)].sum() > scores.statuses[number, PLANNED]:
        others = scores.statuses[number].copy()
        others[PLANNED] = 0
        return date, int(others.argmax())
    to_come = np.where(scores.over, 0, scores.dates[number])
    return (int(to_come.argmax()) if to_come.max() >= LIKELY_DATE else None), status


def _without_neighbours(scores: EventScores, numbers: Sequence[int]) -> list[int]:
    """Of two words side by side the likelier one: `melakukan kunjungan`, `angkat bicara` name one event."""
    kept: list[int] = []
    for number in numbers:
        if kept and scores.words[number] == scores.words[kept[-1]] + 1:
            if scores.kinds[number, NONE] >= scores.kinds[kept[-1], NONE]:
                continue
            kept.pop()
        kept.append(number)
    return kept


def _is_dated(scores: EventScores, number: int, decision: Decision) -> bool:
    likely = float(scores.kinds[number, DATED] * scores.dates[number].max(initial=0))
    return likely > 0 and likely >= decision.dated


def _roles(scores: EventScores, number: int, decision: Decision) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {role: [] for role in PARTICIPANT_ROLES}
    probabilities = scores.roles[number]
    for entity in np.flatnonzero(probabilities[:, 0] <= 1 - decision.role).tolist():
        found[PARTICIPANT_ROLES[int(probabilities[entity, 1:].argmax())]].append(entity)
    return found
