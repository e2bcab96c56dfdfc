"""What a time expression says, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(slots=True)
class Meaning:
    """The parts of a time that the words name; None where they are silent.

    `kind` is `date`, `duration`, `set`, `vague`, `about` (a modifier alone), `none` (no time at all) or `person`
    (somebody named for a month).

    On the calendar: `year_of_century` and `decade_of_century` are given with two figures; `weekday` is 1 (Monday) to 7;
    `part` is a part of the day as TIMEX3 writes it (`MO`); `half_to` is the hour to which half an hour is left
    (`setengah tujuh`: 7); `feast` has its name in the `holidays` library; with `eve` the day before is meant; `spelt`:
    the month is a word, so that a day is no year (`19-Nov-12`, not `12/11/19`). `first_day` and `first_month` are those
    on which the range of weekdays begins that a day ends; `last_day` and `last_month` are those on which the range ends
    that a day or month begins.

    Seen from another time: `unit` and `shift` say which one of a stretch (`tahun lalu`: Y, -1); `unit`, `count` and
    `sign` how many of them away (`tiga hari lalu`: D, 3, -1); `anaphoric` that both count from a time given before, not
    from publication, and `year_before` that they lie a year before that (`kuartal yang sama tahun lalu`). `direction`
    is where a date lies that leaves out its year, month or week: -1 past, 0 this one, 1 to come; `reach` which way a
    duration goes from publication: -1 up to it (`tiga tahun terakhir`), 1 on from it.

    `mod` and `value` are TIMEX3's, where a rule gives them; `unresolved`: the words alone name no day (`H-3`).
    """

    kind: str
    year: int | None = None
    year_of_century: int | None = None
    decade: int | None = None
    decade_of_century: int | None = None
    century: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    first_day: int | None = None
    first_month: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    weekday: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    half_to: int | None = None
    feast: str | None = None
    hijri_month: int | None = None
    hijri_year: int | None = None
    before_christ: int | None = None
    unit: str | None = None
    shift: int | None = None
    count: str | None = None
    sign: int | None = None
    direction: int | None = None
    reach: int | None = None
    mod: str | None = None
    value: str | None = None
    anaphoric: bool | None = None
    year_before: bool | None = None
    spelt: bool | None = None
    eve: bool | None = None
    unresolved: bool | None = None

    def named(self) -> frozenset[str]:
        """The names of the parts that the words name."""
        return frozenset([name for name in PARTS if getattr(self, name) is not None])

    def names_day(self) -> bool:
        """Whether the words name a day: by its weekday, its number, or as seen from another (`kemarin`)."""
        return self.weekday is not None or self.day is not None or self.unit == "D"

    def is_bare_month(self) -> bool:
        """Whether the words name a month and nothing else."""
        return self.month is not None and self.kind == "date" and self.named() - {"last_month", "last_day"} == {"month"}

    def names_hour(self) -> bool:
        """Whether the words name an hour or a part of the day."""
        return self.part is not None or self.hour is not None or self.half_to is not None

    def with_parts_of(self, other: Meaning) -> Meaning:
        """This meaning, completed by what only `other` names."""
        merged = Meaning(self.kind)
        for name in PARTS:
            mine = getattr(self, name)
            setattr(merged, name, getattr(other, name) if mine is None else mine)
        return merged


PARTS = tuple(field.name for field in fields(Meaning) if field.name != "kind")


@dataclass(slots=True)
class Expression:
    """A meaning and the tokens that say it: tokens[first:last] of its segment; `alone` if it may stand by itself."""

    first: int
    last: int
    meaning: Meaning
    alone: bool = True
