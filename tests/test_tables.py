"""The data files of all rooms: each rule and each list of words has an example, which the tests of its room run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcli.tables import read_table

PACKAGE = Path(__file__).resolve().parents[1] / "factcli"
# The words of a grammar (`words/`) have their examples in its rules; the gazetteer's builder reads no text.
FILES = [path for path in sorted(PACKAGE.rglob("*.toml")) if path.parent.name not in ("words", "builder")]


def without_example(value: Any, place: str) -> Iterator[str]:
    """The places of the entries with words or a pattern and no example."""
    if isinstance(value, dict):
        if {"words", "pattern"} & value.keys() and not {"example", "examples"} & value.keys():
            yield place
        for key, each in value.items():
            yield from without_example(each, f"{place}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from without_example(each, f"{place}[{number}]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_rule_has_an_example(path: Path) -> None:
    assert list(without_example(read_table(path), "")) == []
