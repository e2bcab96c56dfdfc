"""The days of an event from its date: `sejak 2014` has no last day, `hingga Maret` no first, a range has two ends."""

from __future__ import annotations

from factcli.schema import DateExpression, When


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
