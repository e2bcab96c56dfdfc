"""The dateline: the outlet, the place and sometimes the day with which an article opens (`datelines.toml`)."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from factcli.reading.outlets import outlet_name
from factcli.reading.patterns import filled, load

LONGEST_DATELINE = 160


class Dateline(NamedTuple):
    """How many characters of the paragraph the dateline takes, and the outlet that it names."""

    length: int
    outlet: str | None


class _Shape(NamedTuple):
    pattern: re.Pattern[str]
    is_weak: bool


def find_dateline(paragraph: str, *, is_first: bool) -> Dateline | None:
    """Return the dateline at the beginning of a paragraph, or None; without an outlet only in the first paragraph."""
    opening = paragraph[:LONGEST_DATELINE]
    for shape in _shapes():
        if shape.is_weak and not is_first:
            continue
        match = shape.pattern.match(opening)
        if match is not None and match.end() < LONGEST_DATELINE:
            return Dateline(match.end(), _outlet(match))
    return None


def find_stamp(paragraph: str) -> Dateline | None:
    """Return the dateline that a whole paragraph is: a line that says when the article was published, and by whom."""
    return _whole(paragraph, "stamp")


def find_published(paragraph: str) -> Dateline | None:
    """Return the dateline that a whole paragraph is, where a word says so: `Diterbitkan 22 Januari 2024`."""
    return _whole(paragraph, "published")


def is_day(paragraph: str) -> bool:
    """Return whether a whole line is a day without a time, as a heading or the first cell of a row."""
    return _whole(paragraph, "day") is not None


def is_of_change(paragraph: str) -> bool:
    """Return whether a line gives the time at which the article was last changed."""
    return re.search(load("pages.toml")["changed"], paragraph) is not None


def _whole(paragraph: str, kind: str) -> Dateline | None:
    if len(paragraph) > LONGEST_DATELINE or not any(map(str.isdigit, paragraph)):
        return None
    for pattern in _lines(kind):
        match = pattern.fullmatch(paragraph)
        if match is not None:
            return Dateline(match.end(), _outlet(match))
    return None


def _outlet(match: re.Match[str]) -> str | None:
    form = match.groupdict().get("outlet")
    return None if form is None else outlet_name(form)


@functools.cache
def _shapes() -> list[_Shape]:
    data = load("datelines.toml")
    return [
        _Shape(re.compile(filled(shape["pattern"], data["parts"])), shape.get("weak", False)) for shape in data["shape"]
    ]


@functools.cache
def _lines(kind: str) -> list[re.Pattern[str]]:
    data = load("datelines.toml")
    return [re.compile(filled(line["pattern"], data["parts"])) for line in data[kind]]
