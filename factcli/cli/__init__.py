"""The command `factcli`: one file a command; each parses, calls the room that knows, and prints."""

from __future__ import annotations


def main() -> None:
    """Run the command with the arguments of the process; ends the process with an exit code of `exits`."""
    try:
        from factcli.cli.app import app
        from factcli.cli.terminal import use_utf8

        use_utf8()
        app(prog_name="factcli")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


__all__ = ["main"]
