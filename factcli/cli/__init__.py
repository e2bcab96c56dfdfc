"""The command `factcli`: one file a command; each parses, calls the room that knows, and prints."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager


def main() -> None:
    """Run the command with the arguments of the process; ends the process with an exit code of `exits`."""
    if "_FACTCLI_COMPLETE" in os.environ:
        # A shell asks for completion: typer breaks long descriptions at the width, and fish takes each line for a word.
        os.environ["COLUMNS"] = "10000"
    try:
        with _leaving_at_once():
            from factcli.cli.app import app
            from factcli.cli.terminal import use_utf8

        use_utf8()
        app(prog_name="factcli")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


@contextmanager
def _leaving_at_once() -> Iterator[None]:
    """While modules are loaded, Ctrl-C ends the process: an exception would come out of the import as another."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(130))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


__all__ = ["main"]
