"""The command line: its commands, and how all of them end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from factcli import __version__
from factcli.cli import (
    batch,
    config,
    dates,
    doctor,
    explain,
    extract,
    gazetteer,
    interruption,
    messages,
    numbers,
    schema,
    store,
    timeline,
)
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.options import Quiet, Verbose, wrong_use
from factcli.cli.settings import use_settings
from factcli.cli.terminal import drop_output, flush_or_drop_output
from factcli.system_errors import refusal

TASKS = {
    "to read articles": ("extract", "timeline", "dates", "numbers"),
    "for many articles": ("batch", "store"),
    "to look things up": ("gazetteer", "explain", "schema"),
    "about this installation": ("config", "doctor"),
}


# What typer raises for arguments that it does not understand; `typer` has no name for it.
WrongUse: Any = typer.BadParameter.__base__


class Commands(TyperGroup):
    """Ends every command the same way: a closed pipe quietly, an interruption without a traceback."""

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        """Read the command line; `--help` and `--version` print here."""
        with _ended():
            return super().make_context(*arguments, **options)

    def format_commands(self, _context: Any, formatter: Any) -> None:
        """Write the commands of the help, grouped by what they are for."""
        for task, names in TASKS.items():
            with formatter.section(f"Commands {task}"):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(60)) for name in names])

    def invoke(self, ctx: Any) -> object:
        """Run the command that was named."""
        with _ended():
            use_settings(ctx)
            result = super().invoke(ctx)
            sys.stdout.flush()
            interruption.check()
            return result


@contextmanager
def _ended() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        drop_output()
        raise typer.Exit(ExitCode.DONE) from None
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except MemoryError:
        messages.error("not enough memory")
        raise typer.Exit(ExitCode.FAILED) from None
    except WrongUse as error:
        _refuse(error)
    except OSError as error:
        messages.error(refusal(error))
        flush_or_drop_output()
        raise typer.Exit(ExitCode.FAILED) from error


def _refuse(error: Any) -> NoReturn:
    """End the command with one line in place of its usage; where nothing was asked for, with the whole help."""
    message = error.format_message()
    if "\n" in message:
        raise error
    parameter = getattr(error, "param", None)
    if parameter is not None and error.message:
        name = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar
        message = f"{name}: {error.message}"
    wrong_use(f"{message.rstrip('.?')}; see '{error.ctx.command_path if error.ctx else 'factcli'} --help'")


# Plain help: rich would take more time than the rest of the help together.
app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "factcli timeline article.txt",
        "factcli extract article.txt | jq .events",
        "factcli dates article.txt --published 2024-01-22",
        "factcli extract --help",
    ),
)


def _print_version(is_asked: bool) -> None:
    if not is_asked:
        return
    typer.echo(f"factcli {__version__}")
    raise typer.Exit


@app.callback()
def factcli(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Extract facts from Indonesian news: who, where, when, what happened, on a timeline.

    Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 failed, 2 wrong use,
    3 some inputs failed (the output of the others is whole), 4 a model is missing or damaged.
    """
    messages.set_level(quiet=quiet, verbose=verbose)


for command in (extract, timeline, dates, numbers, explain, batch, schema, config, doctor):
    command.register(app)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(store.app, name="store")
