"""What can go wrong in reading, said in one line."""

from __future__ import annotations

import msgspec


class ReadingError(ValueError):
    """The request itself is wrong (a publication date that is not a date); the message is one line for the user."""


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of the input that is not an article: the input's name, its line (from 1; None: all of it), and why."""

    name: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = _shown(self.name) if self.line is None else f"{_shown(self.name)}, line {self.line}"
        return f"{place}: {self.reason}"


class Converted(msgspec.Struct, frozen=True, kw_only=True):
    """An input that was in another encoding than UTF-8: its name, and which."""

    name: str
    encoding: str

    def __str__(self) -> str:
        return f"{_shown(self.name)}: read as {self.encoding}"


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name
