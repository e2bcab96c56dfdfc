"""Run the commands of the tutorial and put in what they print: `python docs/make_tutorial.py [--check]`.

A block of docs/tutorial.md that is marked `console` holds commands, a line each after `$ `, and what they print.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from pages import DOCS, put
from typer.testing import CliRunner

from factcli.cli.app import app

PAGE = DOCS / "tutorial.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
# The same on every machine: the width of the page, the language, and no settings or store of whoever runs this.
SETTINGS = {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nowhere", "XDG_DATA_HOME": "/nowhere"}


def tutorial() -> str:
    """Return the page with the output of its commands as they print it now."""
    with tempfile.TemporaryDirectory() as scratch, patch.dict(os.environ, SETTINGS):
        folder = shutil.copytree(DOCS / "tutorial", Path(scratch, "tutorial"))
        with chdir(folder):
            return BLOCK.sub(lambda block: "\n".join(_run_all(block[0])) + "\n", PAGE.read_text(encoding="utf-8"))


def _run_all(block: str) -> Iterator[str]:
    """Yield the commands of a block, after each the lines that it prints."""
    for line in block.splitlines():
        if line.startswith("$ "):
            yield line
            yield from (printed.rstrip() for printed in run(line.removeprefix("$ ")).splitlines())


def run(line: str) -> str:
    """Return what a line for the shell prints; factcli runs in this process, the rest in a shell."""
    first, _, rest = line.partition(" | ")
    program, *arguments = shlex.split(first)
    if program != "factcli":
        return _in_shell(line, "")
    result = CliRunner().invoke(app, arguments, prog_name="factcli")
    return result.stderr + _in_shell(rest, result.stdout) if rest else result.output


def _in_shell(line: str, given: str) -> str:
    return subprocess.run(line, shell=True, check=True, capture_output=True, text=True, input=given).stdout


if __name__ == "__main__":
    put(PAGE.name, tutorial())
