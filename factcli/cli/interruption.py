"""Ctrl-C, and SIGTERM or SIGHUP: nothing is left half written, and no traceback is shown.

As a rule the command ends by KeyboardInterrupt. While a module is imported, that exception may come out as another one
or be swallowed, and the command would go on with half a library. So the process then ends at once, after it has
deleted what it was writing; an interruption that was swallowed elsewhere is raised again by `check`.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from factcli.cli.exits import ExitCode

# This module is loaded first: while it imports others, Ctrl-C is not handled yet.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

# A second signal after so many seconds ends at once a command that has not ended by itself.
PATIENCE_SECONDS = 2.0
_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
_IMPORTING = "<frozen importlib._bootstrap>"
_SHOW_CURSOR = "\x1b[?25h"

# Files that are being written and have no name of their own yet.
unfinished: set[str] = set()
# The signal that came first, and when.
_came: int | None = None
_came_at = 0.0
_is_loading = False


def listen() -> None:
    """Handle the signals from here on; one that is ignored (`nohup`) stays ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _take)
    for number in _ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _take)


class AtOnce:
    """A block in which models are loaded: an interruption ends the process at once."""

    def __enter__(self) -> None:
        global _is_loading
        _is_loading = True

    def __exit__(self, *_error: object) -> None:
        global _is_loading
        _is_loading = False


def check() -> None:
    """Raise KeyboardInterrupt where one came before, and was swallowed."""
    if _came is not None:
        raise KeyboardInterrupt


def finish(code: object) -> object:
    """Return the exit code of a command that ended with `code`; a SIGTERM or SIGHUP that came ends the process.

    Signals are ignored from here on: everything is written.
    """
    for number in (signal.SIGINT, *_ENDING):
        if signal.getsignal(number) is _take:
            signal.signal(number, signal.SIG_IGN)
    if _came is None:
        return code
    if _came != signal.SIGINT:
        _obey(_came)
    # Where it came during an `eval` of a text, Python would end `python -m` by SIGINT; the next `eval` makes it forget.
    eval("0")
    return ExitCode.INTERRUPTED


def _take(number: int, frame: FrameType | None) -> None:
    global _came, _came_at
    now = time.monotonic()
    is_first = _came is None
    if is_first:
        _came, _came_at = number, now
    if _is_loading or _is_importing(frame) or (not is_first and now - _came_at > PATIENCE_SECONDS):
        _leave(number)
    if is_first:
        raise KeyboardInterrupt


def _is_importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename == _IMPORTING:
            return True
        frame = frame.f_back
    return False


def _leave(number: int) -> NoReturn:
    for path in unfinished:
        try:  # noqa: SIM105
            os.unlink(path)  # noqa: PTH108
        except OSError:
            pass
    if sys.stderr is not None and sys.stderr.isatty():
        # A progress bar hides the cursor.
        os.write(sys.stderr.fileno(), _SHOW_CURSOR.encode())
    if number != signal.SIGINT:
        _obey(number)
    os._exit(ExitCode.INTERRUPTED)


def _obey(number: int) -> None:
    """End this process as the signal would have ended it by itself."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
