"""What a time expression is resolved against: publication, the times given before it, the sentence that it is in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factcli.dates.direction import FUTURE
from factcli.dates.meaning import Meaning

PUBLISHED = "published"
# Times kept for later expressions to refer to: more than an article gives, few enough that a book takes linear time.
_KEPT = 200
# How many segments back `sebulan kemudian` and the like may refer.
_FAR = 3
# A clock time before the first hour, given after one from the second hour on, is past midnight.
_MORNING, _EVENING = 6, 18
# The same after `malam`, which may be said of a whole day's end.
_DAWN = 5
# An event within so many days of publication is the news: times anywhere in the article may refer to its day.
_NEWS_DAYS = 7


@dataclass(frozen=True, slots=True)
class GivenTime:
    """A time that the text has given: its id, value and days (ISO 8601), where it stands, and how it was expressed.

    `segment` is the number of its segment; `sentence` are the first token of its sentence and the one past its last,
    counted in the segment. `explicit` is false for words such as `kemarin`; `attribution` is true for the day of a
    statement; `names_day` is false for a clock time alone, whose day was given before. `weekday` is the one given with
    a date (1 Monday to 7 Sunday); `year_named`: the words name a year and no weekday; `full` is true for a day with its
    month and year and no weekday, `heading` for what opens a line of its own (`Sabtu, 14 September 2024`, `17.45
    WIB:`), `framing` where the year named is that of whatever the sentence reports.
    """

    id: str
    value: str
    earliest: str
    latest: str
    segment: int
    sentence: tuple[int, int]
    explicit: bool
    attribution: bool
    names_day: bool
    weekday: int | None
    year_named: bool
    full: bool
    heading: bool = False
    framing: bool = False

    @property
    def first_day(self) -> date:
        """Its first day, as a date."""
        return date.fromisoformat(self.earliest)

    @property
    def is_day(self) -> bool:
        """Whether it covers one day."""
        return self.earliest == self.latest


@dataclass(slots=True)
class Context:
    """What is known at one expression: publication, the times before it, the tense of its sentence, the quotation.

    `segment` and `sentence` say where the expression stands, as in GivenTime; `tense` is PAST, UNKNOWN or FUTURE of
    direction.py; `habit_until` is the last segment in which clock times are those of any day, None where they are not.
    `over` is true where what happened is not of next year, `onward` where a month may as well be;
    `habitual` is true where a clock time is one of any day, a month one of any year; `stretch` where it is one end of a
    part of the day (`malam hingga pagi`); `heading` where it is a line of its own or opens one; `begun` is the first
    day of the range that the expression ends; `quoted` is true in a quotation; `spoken` is the day on which that was
    spoken, and the id of the expression that gives the day.
    """

    published: date | None
    times: list[GivenTime] = field(default_factory=list)
    habit_until: int | None = None
    segment: int = 0
    sentence: tuple[int, int] = (0, 0)
    tense: int = 0
    over: bool = False
    onward: bool = False
    habitual: bool = False
    stretch: bool = False
    heading: bool = False
    begun: date | None = None
    quoted: bool = False
    spoken: tuple[date, str] | None = None

    def add(self, time: GivenTime) -> None:
        """Add a time that later expressions may refer to; only the latest are kept."""
        if time.names_day and time.explicit and not time.attribution:
            self.habit_until = None
        self.times.append(time)
        del self.times[:-_KEPT]

    def begin_habit(self, reach: int) -> None:
        """From here on, in this segment and `reach` more, clock times are those of any day, until a day is named."""
        self.habit_until = self.segment + reach

    def of_any_day(self) -> bool:
        """Whether a clock time here is that of any day."""
        if self.habitual or (self.habit_until is not None and self.segment <= self.habit_until):
            return True
        return self.stretch and not self._near_day()

    def time_of(self, name: str | None) -> GivenTime | None:
        """The time with this id."""
        if name is None or name == PUBLISHED:
            return None
        return next((time for time in reversed(self.times) if time.id == name), None)

    def last_time(self, unit: str) -> GivenTime | None:
        """The last time that is fine enough to count in `unit` from; days of events come before days of statements."""
        for fitting in (self._fitting(unit, False), self._fitting(unit, True)):
            if fitting is not None:
                return fitting
        return None

    def last_day(self) -> GivenTime | None:
        """The day that `saat itu` refers to: an explicit one, or any of this sentence.

        It stands here or in the segment before.
        """
        for time in reversed(self.times):
            if time.segment < self.segment - 1:
                return None
            if time.is_day and (time.explicit or self._here(time)):
                return time
        return None

    def day_of_event(self) -> GivenTime | None:
        """The day of the event at hand: one of this sentence, or the last that is not the day of a statement.

        A day far back counts if it is near publication, or for a heading. A day given only by a word such as `kemarin`
        in another paragraph, or as the day of a statement, counts where there is no other; so does for a heading one
        that the text gives as days long past are written.
        """
        others: list[GivenTime] = []
        for time in reversed(self.times):
            is_far = time.segment < self.segment - _FAR and not self._is_news(time) and not self.heading
            if not time.is_day or is_far:
                continue
            if self._here(time):
                return time
            if not time.names_day or self._against_tense(time):
                continue
            is_past = self.heading and time.full and not time.heading
            if (time.explicit or time.segment == self.segment) and not time.attribution and not is_past:
                return time
            others.append(time)
        return next((time for time in others if not time.attribution), others[0] if others else None)

    def last_clock(self) -> GivenTime | None:
        """The last clock time, here or in the segment before."""
        near = (time for time in reversed(self.times) if time.segment >= self.segment - 1)
        return next((time for time in near if ":" in time.value), None)

    def past_midnight(self, time: GivenTime, meaning: Meaning) -> bool:
        """Whether a clock time or `dini hari`, given after one of the evening or night, is on the day after it."""
        last = self.times[-1]
        is_far = last.segment < self.segment - 1 and not self.heading
        if last.earliest != time.earliest or is_far or meaning.part in ("AF", "EV"):
            return False
        hour = 0 if meaning.hour is None and meaning.part == "DT" else meaning.hour
        _, at, clock = last.value.partition("T")
        if not at or hour is None:
            return False
        if clock == "NI":
            return hour < _DAWN
        return hour < _MORNING and clock[:2].isdigit() and int(clock[:2]) >= _EVENING

    def _near_day(self) -> bool:
        """Whether this sentence gives a day, or this segment the day of an event."""
        for time in reversed(self.times):
            if time.segment != self.segment:
                return False
            if time.is_day and (self._here(time) or not time.attribution):
                return True
        return False

    def _against_tense(self, time: GivenTime) -> bool:
        """Whether the sentence speaks of the future and the day is over."""
        return self.tense == FUTURE and self.published is not None and time.first_day < self.published

    def _is_news(self, time: GivenTime) -> bool:
        return self.published is not None and abs((self.published - time.first_day).days) <= _NEWS_DAYS

    def today(self, unit: str) -> tuple[date | None, str | None]:
        """The day of `hari ini` and what gives it: publication, or for days in a quotation the day of speaking."""
        if self.spoken is not None and unit == "D":
            return self.spoken
        return self.published, PUBLISHED

    def year_here(self) -> int | None:
        """The year of what this sentence reports, as far as it has named one.

        Not one to come (`anggaran 2026 disahkan November`), nor a past one that only names a thing (`juara 2010`).
        """
        this = self.published.year if self.published else None
        for time in reversed(self.times):
            if not self._here(time):
                return None
            year = time.first_day.year
            if time.year_named and this is not None and year >= this:
                return year if year == this else None
            if time.year_named and time.framing and self.tense != FUTURE:
                return year
        return None

    def year_given(self, month: int, day: int) -> int | None:
        """The year last given with that day and month and no weekday, as dates long past are written."""
        for time in reversed(self.times):
            if time.full and (time.first_day.month, time.first_day.day) == (month, day):
                return time.first_day.year
        return None

    def weekday_given(self, weekday: int) -> GivenTime | None:
        """The last day that was given with that weekday and its date."""
        return next((time for time in reversed(self.times) if time.weekday == weekday and time.is_day), None)

    def day_of_news(self) -> GivenTime | None:
        """The last day that was given with a weekday and its date, as days of the news are."""
        return next((time for time in reversed(self.times) if time.weekday is not None and time.is_day), None)

    def _here(self, time: GivenTime) -> bool:
        return (time.segment, time.sentence) == (self.segment, self.sentence)

    def _fitting(self, unit: str, attributions: bool) -> GivenTime | None:
        longest = {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "S": 184}.get(unit, 366)
        for time in reversed(self.times):
            if time.segment < self.segment - (_FAR if attributions else 1):
                return None
            days = (date.fromisoformat(time.latest) - time.first_day).days + 1
            if days <= longest and (attributions or not time.attribution):
                return time
        return None
