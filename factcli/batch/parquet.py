"""Facts as a Parquet file: the columns are the keys of the JSON object, nested as they are there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Set
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import msgspec.inspect as types
import pyarrow
from pyarrow.parquet import ParquetWriter, read_table

from factcli.schema import Facts

# Rows that are turned into columns at once.
ROWS = 256
AMOUNT = ("value", "low", "high")
_SURROGATE_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}")
_SIMPLE = {
    types.StrType: pyarrow.string(),
    types.IntType: pyarrow.int64(),
    types.FloatType: pyarrow.float64(),
    types.BoolType: pyarrow.bool_(),
}


def write_parquet(lines: Iterable[str], stream: BinaryIO) -> None:
    """Write facts, each a line of JSON, as one Parquet file.

    A lone surrogate, which UTF-8 does not have, becomes U+FFFD; offsets stay true.
    """
    waiting = iter(lines)
    with ParquetWriter(stream, facts_schema(), compression="zstd") as writer:
        while rows := [_row(line) for line in islice(waiting, ROWS)]:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=facts_schema()))


def copy_rows(source: Path, stream: BinaryIO, gone: Set[int]) -> bool:
    """Write the rows of a Parquet file without those of these numbers (from 0); return whether any are left."""
    table = read_table(source)
    kept = [number for number in range(table.num_rows) if number not in gone]
    with ParquetWriter(stream, facts_schema(), compression="zstd") as writer:
        writer.write_table(table.take(kept))
    return bool(kept)


def _row(line: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(_SURROGATE_ESCAPE.sub(r"\1\\ufffd", line))
    for entity in row["entities"]:
        # Not every version takes a dictionary for a map.
        entity["ids"] = list(entity["ids"].items())
    figures = [figure for entry in row["timeline"] for figure in entry.get("figures", ())]
    stated = [statement for figure in figures for statement in figure["otherwise"]]
    for amount in [*row.get("quantities", ()), *figures, *stated]:
        # A column of numbers takes no whole number that a float does not hold exactly.
        amount.update({key: float(amount[key]) for key in AMOUNT if amount[key] is not None})
    return row


@cache
def facts_schema() -> pyarrow.Schema:
    """Return the columns, derived from the schema of facts, so that every shard has the same."""
    return pyarrow.schema(list(_fields(types.type_info(Facts))))


def _fields(record: types.Type) -> Iterable[pyarrow.Field]:
    assert isinstance(record, types.StructType)
    return [pyarrow.field(field.encode_name, _column(field.type)) for field in record.fields]


def _column(kind: types.Type) -> pyarrow.DataType:
    """Return the type of a column; everything may be null."""
    if isinstance(kind, types.UnionType):
        # A number that may be whole is a number.
        skipped = (types.NoneType, types.IntType) if _is_number(kind) else types.NoneType
        (kind,) = (each for each in kind.types if not isinstance(each, skipped))
    if isinstance(kind, types.ListType):
        return pyarrow.list_(_column(kind.item_type))
    if isinstance(kind, types.DictType):
        return pyarrow.map_(_column(kind.key_type), _column(kind.value_type))
    if isinstance(kind, types.StructType):
        return pyarrow.struct(_fields(kind))
    if isinstance(kind, types.LiteralType):
        return pyarrow.string()
    return _SIMPLE[type(kind)]


def _is_number(kind: types.UnionType) -> bool:
    return any(isinstance(each, types.FloatType) for each in kind.types)
