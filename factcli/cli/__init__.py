"""The command `factcli`, one file a command: each parses its options, calls another room, and prints."""

from __future__ import annotations

import os

from factcli.cli import interruption
from factcli.cli.exits import ExitCode


def main() -> None:
    """Run the command with the arguments of the process; ends the process with an exit code of `exits`."""
    if "_FACTCLI_COMPLETE" in os.environ:
        # A shell asks for completion: typer breaks long descriptions at the width, and fish takes each line for a word.
        os.environ["COLUMNS"] = "10000"
    code: object = 0
    try:
        interruption.listen()
        from factcli.cli.app import app
        from factcli.cli.terminal import stand_in_for_closed_streams, use_utf8

        stand_in_for_closed_streams()
        use_utf8()
        app(prog_name="factcli")
    except SystemExit as ending:
        code = ending.code
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    raise SystemExit(interruption.finish(code))


__all__ = ["main"]
