"""Problems that cost a part of the input: each is reported, and they are counted for the exit code."""

from __future__ import annotations

from factcli.cli import messages


class Failures:
    """How many problems were reported."""

    def __init__(self) -> None:
        self.count = 0

    def report(self, line: str) -> None:
        """Print a problem and count it."""
        self.count += 1
        messages.error(line)
