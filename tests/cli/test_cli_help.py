"""Help, version, and the examples that the help gives."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
from typer.main import get_command

from cli.conftest import Run
from factcli import __version__
from factcli.cli.app import app

ROOT: Any = get_command(app)


def commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it."""
    children = getattr(command, "commands", {})
    return [(path, command), *(pair for name, child in children.items() for pair in commands(child, (*path, name)))]


COMMANDS = commands(ROOT)
EXAMPLES = [line.strip() for _, command in COMMANDS for line in (command.epilog or "").splitlines()[2:]]


@pytest.mark.parametrize("path", [path for path, _ in COMMANDS], ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself_with_examples(run: Run, path: tuple[str, ...], option: str) -> None:
    result = run(*path, option)
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: factcli")
    examples = result.stdout.split("Examples:\n")[1].strip().splitlines()
    assert examples and all("factcli" in line for line in examples)


@pytest.mark.parametrize("path", [path for path, command in COMMANDS if hasattr(command, "commands")], ids=" ".join)
def test_the_list_of_commands_is_cut_nowhere(run: Run, path: tuple[str, ...]) -> None:
    lists = re.findall(r"^Commands[^\n]*:\n(.*?)\n\n", run(*path, "--help").stdout, re.DOTALL | re.MULTILINE)
    listed = [line.split()[0] for part in lists for line in part.splitlines()]
    (command,) = (command for names, command in COMMANDS if names == path)
    assert sorted(listed) == sorted(command.commands)
    assert not any("..." in part for part in lists)


def arguments_of(example: str) -> list[list[str]]:
    """The arguments of each call of factcli in a line for the shell."""
    calls = []
    for part in re.split(r"\||&&", re.sub(r"'[^']*'", lambda quoted: quoted[0].replace("|", "¦"), example)):
        words = shlex.split(part.split(" > ")[0])
        if words and words[0] == "factcli":
            calls.append(words[1:])
    return calls


def parse(command: Any, name: str, arguments: list[str]) -> None:
    """Parse the arguments as the command would, without running it."""
    if "--help" in arguments:
        arguments.remove("--help")
    if hasattr(command, "commands"):
        if arguments:
            parse(command.commands[arguments[0]], arguments[0], arguments[1:])
        return
    command.make_context(name, arguments)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_can_be_run(example: str) -> None:
    calls = arguments_of(example)
    assert calls
    for arguments in calls:
        parse(ROOT, "factcli", arguments)


def test_an_example_with_a_mistake_would_be_found() -> None:
    with pytest.raises(Exception, match="--publishd"):
        parse(ROOT, "factcli", arguments_of("factcli dates a.txt --publishd 2020-01-01 | jq")[0])


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"factcli {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [["extrac"], ["extract", "--nope"], ["extract", "a", "--format", "xml"], ["gazetteer", "show"]]
)
def test_wrong_use(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("factcli: ") and "--help'" in line and "?;" not in line


@pytest.mark.parametrize("arguments", [[], ["store"]])
def test_without_a_command_the_help_is_shown(run: Run, arguments: list[str]) -> None:
    assert "Examples:" in run(*arguments).output
