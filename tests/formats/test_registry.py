"""The list of the formats."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcli.formats.registry import FORMATS, Format, Kind, formats_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_every_writer_is_there(format: Format) -> None:
    kinds = [kind for kind in Kind if format.writes(kind)]
    assert kinds
    assert all(callable(format.writer(kind)) for kind in kinds)
    assert (format.selector() is None) == (format.holds == "")


def test_names_and_endings_are_distinguished() -> None:
    assert len({format.name for format in FORMATS}) == len(FORMATS)
    suffixes = [suffix for format in FORMATS for suffix in format.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_each_command_has_its_formats() -> None:
    assert set(formats_of(Kind.DATES)) == {"json", "jsonl", "table", "timeml"}
    assert {"csv", "conllu", "geojson"} <= set(formats_of(Kind.FACTS, Kind.DOCS))
    assert {"ics", "timelinejs"} <= set(formats_of(Kind.TIMELINE))
    with pytest.raises(KeyError, match="ics does not hold facts"):
        formats_of(Kind.TIMELINE)["ics"].writer(Kind.FACTS)


def test_the_list_costs_nothing() -> None:
    program = "import sys, factcli.formats.registry; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT, text=True, check=True)
    assert not {"msgspec", "rich", "csv", "html", "factcli.schema", "factcli.formats.ics"} & set(done.stdout.split())
