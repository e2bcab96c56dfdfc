"""Completion in the shells: what they ask for, and what they get."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hanging import HANG_SECONDS

from factcli.formats.registry import Kind, formats_of

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "import sys; sys.argv[0] = 'factcli'; from factcli.cli import main; main()"


def answer(instruction: str, **asked: str) -> str:
    """What a shell gets that asks through the environment."""
    environment = {**os.environ, "_FACTCLI_COMPLETE": instruction, **asked}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=HANG_SECONDS, check=False)
    assert done.stderr == ""
    return done.stdout


def completed(shell: str, line: str) -> str:
    """What the shell gets for the words of a line, the last of which is begun."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    return answer(f"complete_{shell}", **asked)


def offered(shell: str, line: str) -> set[str]:
    """The words that the shell gets, without their descriptions."""
    given = completed(shell, line)
    if shell == "zsh":
        return {first for first, *_ in re.findall(r'"([^"]+)"(:"[^"]*")?', given)}
    return {word.split("\t")[0] for word in given.splitlines()}


@pytest.mark.parametrize("shell", SHELLS)
def test_commands(shell: str) -> None:
    assert offered(shell, "factcli ti") == {"timeline"}
    assert offered(shell, "factcli gazetteer s") == {"search", "show"}


@pytest.mark.parametrize("shell", SHELLS)
def test_values_of_options(shell: str) -> None:
    assert offered(shell, "factcli timeline --format ") == set(formats_of(Kind.TIMELINE))
    assert offered(shell, "factcli timeline --format m") == {"markdown"}
    assert offered(shell, "factcli dates --lang ") == {"id", "en"}


@pytest.mark.parametrize("shell", SHELLS)
def test_names_of_options(shell: str) -> None:
    assert offered(shell, "factcli timeline --pu") == {"--published"}


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """`factcli` as a command of the shell."""
    path = tmp_path / "factcli"
    path.write_text(f"#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(PROGRAM)}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(("words", "found"), [("factcli ti", "timeline"), ("factcli timeline --format m", "markdown")])
def test_in_bash(command: Path, words: str, found: str) -> None:
    script = answer("source_bash")
    line = (
        f'COMP_WORDS=({words}); COMP_CWORD={words.count(" ")}; _factcli_completion {command}; echo "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{line}"], capture_output=True, text=True, check=True, timeout=HANG_SECONDS
    )
    assert done.stdout == f"{found}\n"


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
@pytest.mark.parametrize(("words", "found"), [("factcli ti", "timeline"), ("factcli timeline --format m", "markdown")])
def test_in_fish(command: Path, words: str, found: str) -> None:
    script = answer("source_fish")
    line = f"set -x PATH {command.parent} $PATH; {script}; complete -C {shlex.quote(words)}"
    done = subprocess.run(["fish", "-c", line], capture_output=True, text=True, check=True, timeout=HANG_SECONDS)
    assert done.stdout.split("\t")[0].strip() == found


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
@pytest.mark.parametrize(("words", "found"), [("factcli ti", "timeline"), ("factcli timeline --pu", "--published")])
def test_in_zsh(command: Path, words: str, found: str) -> None:
    script = answer("source_zsh")
    stubs = f"compdef() {{ : }}; _arguments() {{ print -r -- $1 }}; path=({command.parent} $path)"
    line = f"{stubs}\n{script}\nwords=({words}); CURRENT={len(words.split())}; _factcli_completion"
    done = subprocess.run(["zsh", "-fc", line], capture_output=True, text=True, check=True, timeout=HANG_SECONDS)
    assert done.stderr == "" and f'"{found}"' in done.stdout
