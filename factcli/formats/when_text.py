"""A time in words, as precise as it is known and no more."""

from __future__ import annotations

import datetime
import re

from factcli.formats.words import words
from factcli.schema import TimelineEntry, When

# How wide a column of times is: long ones (`akhir pekan 20–21 Jan 2024`) go onto two lines, so that the event has the
# width.
WIDEST_TIME = 18
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(?:(\d{2}):(\d{2}).*|([A-Z]{2})))?")
_WEEK = re.compile(r"\d{4}-W\d{2}(-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-([QH])(\d)")
# A stretch between years or months, and a duration of several years.
_STRETCH = re.compile(r"(\d{4}(?:-\d{2})?)/(\d{4}(?:-\d{2})?)")
_LONG_DURATION = re.compile(r"P(?!1Y)\d+Y")
_DECADE = re.compile(r"\d{3}")
_CENTURY = re.compile(r"\d{2}")
# What sorts as its days do.
_PLAIN = re.compile(r"\d{2,4}(?:-\d{2}){0,2}")


def when_text(when: When | None, *, mod: str | None = None) -> str:
    """Return the time as a reader writes it (`Juli 2000`, `18 Jan 2024`), open ranges and unknown times too.

    `mod` is the TIMEX3 modifier of its date expression: `± 2000`, `awal 2024`.
    """
    template = words()["when"]
    if when is None:
        return str(template["undated"])
    if when.basis == "published" and when.latest:
        return str(template["published"].format(date=_range_text(when.latest, when.latest)))
    text = _value_text(when) or _range_text(when.earliest or when.latest, when.latest or when.earliest)
    if text is None or not (when.earliest or when.latest):
        return str(template["undated"])
    if mod in words()["modifiers"]:
        text = str(words()["modifiers"][mod].format(date=text))
    if when.latest is None:
        return str(template["since"].format(date=text))
    if when.earliest is None:
        return str(template["before" if _is_over_by(when) else "until"].format(date=text))
    return text


def _is_over_by(when: When) -> bool:
    """Whether the last day lies before what the value names: 16 March of `sebelum 17 Maret`."""
    value = when.value or ""
    if part := _PART_OF_YEAR.fullmatch(value):
        months = 3 if part[2] == "Q" else 6
        value = f"{part[1]}-{(int(part[3]) - 1) * months + 1:02}"
    return bool(_PLAIN.fullmatch(value)) and (when.latest or value) < value


def otherwise_texts(entry: TimelineEntry) -> list[str]:
    """Return the times that are stated against that of an entry, each with the words that say so."""
    template = words()["when"]["otherwise"]
    return [str(template.format(date=when_text(other))) for other in entry.otherwise]


def day_text(day: str) -> str:
    """Return an ISO 8601 day as a reader writes it."""
    return when_text(When(value=day, earliest=day, latest=day))


def _value_text(when: When) -> str | None:
    """Return the words for a TIMEX3 value, or None where only its days can be given."""
    value, template = when.value or "", words()["when"]
    if match := _DAY.fullmatch(value):
        return _day_text(match)
    if _WEEK.fullmatch(value) and when.earliest and when.latest:
        kind = "weekend" if value.endswith("WE") else "week"
        return str(template[kind].format(range=_range_text(when.earliest, when.latest)))
    if match := _MONTH.fullmatch(value):
        number = int(match[2])
        return f"{words()['months']['full'][number - 1]} {match[1]}" if 1 <= number <= 12 else None
    if match := _STRETCH.fullmatch(value):
        return _stretch_text(*match.groups())
    if _LONG_DURATION.fullmatch(value) and when.earliest and when.latest:
        return _stretch_text(when.earliest[:4], when.latest[:4])
    if match := _PART_OF_YEAR.fullmatch(value):
        kind = "quarter" if match[2] == "Q" else "half"
        return str(template[kind].format(number=match[3], year=match[1]))
    if _YEAR.fullmatch(value):
        return value
    if _DECADE.fullmatch(value):
        return str(template["decade"].format(year=f"{value}0"))
    if _CENTURY.fullmatch(value) and int(value) < len(template["ordinals"]):
        return str(template["century"].format(ordinal=template["ordinals"][int(value)]))
    return None


def _stretch_text(first: str, last: str) -> str | None:
    """Return a stretch from one year or month to another, a year that they share written once."""
    texts = [_value_text(When(value=value)) for value in (first, last)]
    if texts[0] is None or texts[1] is None:
        return None
    if texts[0] == texts[1]:
        return texts[0]
    shared = f" {last[:4]}"
    return f"{texts[0].removesuffix(shared) if shared in texts[1] else texts[0]}–{texts[1]}"


def _day_text(match: re.Match[str]) -> str | None:
    """Return the words for a day, with its clock time or part of the day."""
    iso_day, hour, minute, part = match.groups()
    date = _range_text(iso_day, iso_day)
    if date is None:
        return None
    if hour:
        return str(words()["when"]["clock"].format(date=date, hour=hour, minute=minute))
    if part and (name := words()["parts"].get(f"T{part}")):
        return str(words()["when"]["part"].format(date=date, part=name))
    return date


def _range_text(earliest: str | None, latest: str | None) -> str | None:
    """Return first and last day with what they share written once."""
    if earliest is None or latest is None:
        return None
    try:
        first, last = datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(latest)
    except ValueError:
        return None
    months = words()["months"]["short"]
    end = f"{last.day} {months[last.month - 1]} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {months[first.month - 1]} {first.year}–{end}"
    if first.month != last.month:
        return f"{first.day} {months[first.month - 1]}–{end}"
    return f"{first.day}–{end}"
