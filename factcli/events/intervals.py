"""The days of an event from its date: `sejak 2014` has no last day, `hingga Maret` no first, a range has two ends."""

from __future__ import annotations

import datetime
import re

from msgspec.structs import replace

from factcli.events.tables import tables
from factcli.schema import DateExpression, When

# Characters before or behind a date that are looked at.
LONGEST_LEAD = 60
EDGES = frozenset({"START", "MID", "END"})


def with_days(date: DateExpression, published: str | None) -> DateExpression:
    """The expression with the days that it gives an event in an article published on that day (ISO 8601).

    A stretch of no known length is open on one side: `beberapa bulan terakhir` ends with the day of publication. What
    has days of its own, or dates no event, stays as it is.
    """
    if date.earliest or date.latest or not published:
        return date
    day = published[:10]
    earliest, latest = {"in": (day, day), "since": (day, None), "until": (None, day)}.get(
        _bound_of(date.type, date.text.lower()), (None, None)
    )
    return replace(date, earliest=earliest, latest=latest)


def when_beside(date: DateExpression, before: str, behind: str, bound: str) -> When:
    """The time of what the sentence of a date dates by it: what it says before and behind the date goes before `bound`.

    What is `sebelum 14 November` ends with 13 November.
    """
    stated = _bound_beside(date, before, behind, bound)
    if stated == "before":
        return When(value=date.value, latest=_last_day_before(date), date=date.id)
    return when_of(date, stated or bound)


def _bound_beside(date: DateExpression, before: str, behind: str, bound: str) -> str | None:
    """The bound that the words beside a date state, or None."""
    # A line may end between two words.
    sides = {
        "before": re.sub(r"\s+", " ", before[-LONGEST_LEAD:].lower()),
        "behind": re.sub(r"\s+", " ", behind[:LONGEST_LEAD].lower()),
    }
    for rule in tables("bounds.toml").values():
        is_of_kind = date.type in rule["types"] and (rule.get("edge", True) or date.mod not in EDGES)
        is_meant = re.search(rule.get("of", ""), date.text.lower()) and rule.get("instead_of", bound) == bound
        stands_beside = (re.search(rule[side], words) for side, words in sides.items() if side in rule)
        if is_of_kind and is_meant and any(stands_beside):
            return str(rule["bound"])
    return None


def _last_day_before(date: DateExpression) -> str | None:
    # Of `sebelum akhir Mei` the day is not known, only that it is in May at the latest.
    if not date.earliest or date.mod in ("MID", "END"):
        return date.latest
    first = datetime.date.fromisoformat(date.earliest[:10])
    return (first - datetime.timedelta(days=1)).isoformat() if first > datetime.date.min else None


def _bound_of(timex_type: str, text: str) -> str:
    """How what an expression covers lies to the day of publication; empty where it does not say."""
    rules = tables("spans.toml").items()
    return next((bound for bound, rule in rules if timex_type in rule and re.search(rule[timex_type], text)), "")


def are_ends(one: DateExpression, between: str, other: DateExpression) -> bool:
    """True for two dates that what stands between them makes the ends of a range of days: `19—21 Desember`."""
    is_in_a_row = one.latest is not None and _last_day_before(other) == one.latest
    joins = ("range", "in_a_row") if is_in_a_row else ("range",)
    patterns = (tables("ranges.toml")[join]["pattern"] for join in joins)
    is_joined = any(re.fullmatch(rf"({pattern})\s*", between, re.IGNORECASE) for pattern in patterns)
    return is_joined and not is_same_day(one, other)


def is_range(one: DateExpression, other: DateExpression) -> bool:
    """True for two dates of which the earlier is said first: `periode 2024-2029 dilantik 1 Oktober 2024` is none."""
    first, last = sorted((one, other), key=lambda date: date.start)
    return (first.earliest or first.latest or "") <= (last.earliest or last.latest or "")


def is_same_day(one: DateExpression, other: DateExpression) -> bool:
    """True for two times of one and the same day."""
    return one.earliest is not None and one.earliest == one.latest == other.earliest == other.latest


def when_of(date: DateExpression, bound: str, end: DateExpression | None = None) -> When:
    """The time of an event dated by `date`: in, since or until it, or from it to `end` where that is later."""
    if end is not None:
        first, last = sorted((date, end), key=lambda one: one.earliest or one.latest or "")
        value = f"{first.value}/{last.value}" if first.value and last.value else None
        return When(value=value, earliest=first.earliest, latest=last.latest, date=date.id)
    return When(
        value=date.value,
        earliest=None if bound == "until" else date.earliest,
        latest=None if bound == "since" else date.latest,
        date=date.id,
    )
