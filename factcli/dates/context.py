"""What has been told so far, and where the reader stands: what a time expression is resolved against."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factcli.dates.direction import FUTURE

PUBLISHED = "published"
# Times told that later ones may go back to: more than an article holds, few enough that a book stays linear.
_REMEMBERED = 200
# Segments back beyond which nothing that goes on (`sebulan kemudian`) is tied to what was told.
_FAR = 3
# The days from publication of an event that is the news, and goes on through the whole article.
_NEWS_DAYS = 7


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the text has told: its id, value and first day, where it stands, and how it was told.

    `explicit` is false for words such as `kemarin`; `attribution` true for the day on which somebody said something;
    `names_day` false for clock times alone, which go on with a day told before. `weekday` is the one said with a date;
    `full` is true for a day said with its month and year and no weekday.
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

    @property
    def first_day(self) -> date:
        return date.fromisoformat(self.earliest)

    @property
    def is_day(self) -> bool:
        return self.earliest == self.latest


@dataclass(slots=True)
class Context:
    """The place of one expression: publication, what was told before it, the tense of its sentence, who speaks.

    `habitual` is true where a clock time is that of any day; `begun` is the first day of the range that the expression
    ends; `quoted` is true in a quotation; `spoken` is the day on which that was spoken, and the id of the expression
    that tells the day.
    """

    published: date | None
    told: list[Told] = field(default_factory=list)
    habit: tuple[int, int] | None = None
    segment: int = 0
    sentence: tuple[int, int] = (0, 0)
    tense: int = 0
    habitual: bool = False
    begun: date | None = None
    quoted: bool = False
    spoken: tuple[date, str] | None = None

    def tell(self, told: Told) -> None:
        """Adds a time to what has been told; only the latest are remembered."""
        if told.names_day and told.explicit and not told.attribution:
            self.habit = None
        self.told.append(told)
        del self.told[:-_REMEMBERED]

    def tell_habit(self, reach: int) -> None:
        """Says that from here on, through `reach` segments, days of any week are told of; until a day is named."""
        self.habit = (self.segment, reach)

    def of_any_day(self) -> bool:
        """Whether a clock time here is that of any day."""
        return self.habitual or (self.habit is not None and self.segment <= sum(self.habit))

    def told_as(self, name: str | None) -> Told | None:
        """The time told under this id."""
        if name is None or name == PUBLISHED:
            return None
        return next((told for told in reversed(self.told) if told.id == name), None)

    def last_told(self, unit: str) -> Told | None:
        """The time last told that is fine enough to count in `unit` from; sayings come after happenings."""
        for fitting in (self._fitting(unit, False), self._fitting(unit, True)):
            if fitting is not None:
                return fitting
        return None

    def last_day(self) -> Told | None:
        """The day of the event being told: an explicit one, or any of this sentence.

        It stands here or in the segment before.
        """
        for told in reversed(self.told):
            if told.segment < self.segment - 1:
                return None
            if told.is_day and (told.explicit or self._here(told)):
                return told
        return None

    def day_of_event(self) -> Told | None:
        """The day of the event being told: one of this sentence, or the last that is no mere day of saying.

        A day far back counts if it is a day of the news, near publication. A day that only words such as `kemarin`
        tell, or on which only something was said, counts where there is no other.
        """
        others: list[Told] = []
        for told in reversed(self.told):
            if not told.is_day or (told.segment < self.segment - _FAR and not self._is_news(told)):
                continue
            if self._here(told):
                return told
            if not told.names_day or self._against_tense(told):
                continue
            if told.explicit and not told.attribution:
                return told
            others.append(told)
        return next((told for told in others if not told.attribution), others[0] if others else None)

    def last_clock(self) -> Told | None:
        """The clock time told last, here or in the segment before."""
        near = (told for told in reversed(self.told) if told.segment >= self.segment - 1)
        return next((told for told in near if ":" in told.value), None)

    def _against_tense(self, told: Told) -> bool:
        """Whether what is told to come here cannot be on that day, which is over."""
        return self.tense == FUTURE and self.published is not None and told.first_day < self.published

    def _is_news(self, told: Told) -> bool:
        return self.published is not None and abs((self.published - told.first_day).days) <= _NEWS_DAYS

    def today(self, unit: str) -> tuple[date | None, str | None]:
        """The day that `hari ini` is, and what tells it: publication, or for days in a quotation that of speaking."""
        if self.spoken is not None and unit == "D":
            return self.spoken
        return self.published, PUBLISHED

    def year_here(self) -> int | None:
        """The year that this sentence has named last, unless it is one to come (`anggaran 2026 disahkan November`)."""
        for told in reversed(self.told):
            if not self._here(told):
                return None
            if told.year_named:
                year = told.first_day.year
                return year if self.published is None or year <= self.published.year else None
        return None

    def year_told(self, month: int, day: int) -> int | None:
        """The year with which that day of the year was last told in full, as days long past are: with no weekday."""
        for told in reversed(self.told):
            if told.full and (told.first_day.month, told.first_day.day) == (month, day):
                return told.first_day.year
        return None

    def weekday_told(self, weekday: int) -> date | None:
        """The day last told with that weekday's name and its date."""
        for told in reversed(self.told):
            if told.weekday == weekday and told.is_day:
                return told.first_day
        return None

    def _here(self, told: Told) -> bool:
        return (told.segment, told.sentence) == (self.segment, self.sentence)

    def _fitting(self, unit: str, attributions: bool) -> Told | None:
        longest = {"D": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "S": 184}.get(unit, 366)
        for told in reversed(self.told):
            if told.segment < self.segment - (_FAR if attributions else 1):
                return None
            days = (date.fromisoformat(told.latest) - told.first_day).days + 1
            if days <= longest and (attributions or not told.attribution):
                return told
        return None
