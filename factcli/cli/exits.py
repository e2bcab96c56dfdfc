"""How a command ends: its exit code."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of `factcli`."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    SOME_INPUTS_FAILED = 3
    MODEL_UNUSABLE = 4
    INTERRUPTED = 130
