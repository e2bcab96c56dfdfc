"""What can do without spaCy, torch and Stanza does: importing it loads none of them, nor the rooms after it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hanging import HANG_SECONDS

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"spacy", "torch", "stanza"}
LIGHT = (
    "factcli",
    "factcli.schema",
    "factcli.grammar",
    "factcli.dates",
    "factcli.quantities",
    "factcli.reading",
    "factcli.gazetteer",
    "factcli.gazetteer.linker",
    "factcli.timeline",
    "factcli.events.types",
    "factcli.formats",
    "factcli.formats.timeline_table",
    "factcli.store",
    "factcli.cli.app",
)
# Imports one after the other and prints a line each: its name, and what of the heavy is loaded by then.
PROGRAM = """
import importlib, sys
for name in sys.argv[2:]:
    importlib.import_module(name)
    print(name, *sorted(set(sys.argv[1].split(",")) & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """For each light module, the heavy ones loaded once it is imported, all in one process."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(sorted(HEAVY)), *LIGHT],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=HANG_SECONDS,
        text=True,
    )
    return {name: heavy for name, *heavy in (line.split() for line in done.stdout.splitlines())}


@pytest.mark.parametrize("module", LIGHT)
def test_what_is_light_loads_nothing_heavy(loaded: dict[str, list[str]], module: str) -> None:
    assert loaded[module] == []
