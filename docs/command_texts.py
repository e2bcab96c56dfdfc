"""The help texts of the commands, taken from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer
from typer.main import get_command

from factcli.cli.app import app


@dataclass(frozen=True)
class CommandText:
    """The help of one command; `parameters` and `options` are pairs of how it is written and what it does."""

    name: str
    usage: str
    paragraphs: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


def command_texts() -> list[CommandText]:
    """Return the help of `factcli`, then that of every command, those of a group after their group."""
    return list(_texts(get_command(app), None, "factcli"))


def _texts(command: Any, parent: Any, name: str) -> Iterator[CommandText]:
    context = typer.Context(command, info_name=name, parent=parent)
    path = context.command_path
    children = {child: below for child, below in getattr(command, "commands", {}).items() if not below.hidden}
    parameters = [each for each in command.get_params(context) if each.param_type_name == "argument"]
    options = [each for each in command.get_params(context) if each.param_type_name == "option"]
    _, _, examples = (command.epilog or "").partition("Examples:\n")
    arguments = ["COMMAND [ARGUMENTS]"] if children else [_written_argument(each) for each in parameters]
    yield CommandText(
        name=path,
        usage=" ".join([path, "[OPTIONS]", *arguments]),
        paragraphs=tuple(" ".join(part.split()) for part in (command.help or "").split("\n\n")),
        parameters=tuple((each.metavar, _help(each)) for each in parameters),
        options=tuple((_written_option(each), _help(each)) for each in options),
        examples=tuple(line.strip() for line in examples.splitlines()),
    )
    for child, below in children.items():
        yield from _texts(below, context, child)


def _written_argument(argument: Any) -> str:
    """Return an argument as a synopsis has it: in brackets if it can be left out."""
    return str(argument.metavar) if argument.required else f"[{argument.metavar}]"


def _written_option(option: Any) -> str:
    """Return an option's names, the short one first, with what it takes."""
    names = ", ".join(sorted({"-h", "--help"} if option.name == "help" else option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar}"


def _help(parameter: Any) -> str:
    text = " ".join((parameter.help or "").split())
    is_shown = bool(parameter.show_default) and parameter.default is not None and not getattr(parameter, "is_flag", 0)
    default = getattr(parameter.default, "value", parameter.default)
    return f"{text} Default: {default}." if is_shown and not callable(default) else text
