"""Tables that users bring along: entities of their own, with their names, in one tab-separated file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from factcli.gazetteer.folding import fold
from factcli.gazetteer.records import GazetteerError
from factcli.gazetteer.tables import ENTITY_COLUMNS, LABELS

NEEDED = ("label", "name")
KNOWN = (*ENTITY_COLUMNS, "aliases")
NUMBERS = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "prior": (0.0, 1.0)}


def read_extra(path: Path, failed: Callable[[str], None] | None = None) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each row as a line of the entities table and its aliases as (folded form, rest of the alias line).

    The file is UTF-8, tab-separated, with a header; `label` and `name` are needed, every other column of the
    entities table and `aliases` (forms separated by `|`) may be there. A row whose `key` the gazetteer has takes the
    place of that entity and keeps its names. A bad row is told to `failed` in one line that names file and line, and
    passed over; without `failed`, and for a file that is no such table, raises GazetteerError.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: cannot be read as UTF-8 text ({error}); give a tab-separated file") from error
    reader = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader, [])
    missing = [column for column in NEEDED if column not in header]
    unknown = [column for column in header if column not in KNOWN]
    if missing or unknown:
        wrong = f"no column {missing[0]!r}" if missing else f"unknown column {unknown[0]!r}"
        raise GazetteerError(f"{path}:1: {wrong}; the columns are {', '.join(KNOWN)}")
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            row = _row(header, cells, f"{path}:{number}")
        except GazetteerError as error:
            if failed is None:
                raise
            failed(str(error))
        else:
            yield row


def _row(header: list[str], cells: list[str], where: str) -> tuple[str, list[tuple[str, str]]]:
    if len(cells) != len(header):
        raise GazetteerError(f"{where}: {len(cells)} cells, the header has {len(header)}; check the tabs")
    row = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    if row["label"] not in LABELS:
        raise GazetteerError(f"{where}: label {row['label']!r}; it is one of {', '.join(LABELS)}")
    if not fold(row["name"]):
        raise GazetteerError(f"{where}: the name is empty; give one")
    for column, (low, high) in NUMBERS.items():
        cell = row.get(column, "")
        try:
            good = not cell or low <= float(cell) <= high
        except ValueError:
            good = False
        if not good:
            raise GazetteerError(f"{where}: {column} {cell!r}; it is a number from {low:g} to {high:g}")
    item = row.get("wikidata", "")
    if item and not (item[0] == "Q" and item[1:].isascii() and item[1:].isdigit()):
        raise GazetteerError(f"{where}: wikidata {item!r}; an id is Q and digits")
    key = row.get("key") or item or f"own-{row['label'].lower()}-{fold(row['name']).replace(' ', '-')}"
    filled = {"kind": "own", "prior": "0.95", "sources": "own", **{k: v for k, v in row.items() if v}, "key": key}
    line = "\t".join(filled.get(column, "") for column in ENTITY_COLUMNS)
    names = [(row["name"], "name")]
    for form in filter(None, (form.strip() for form in row.get("aliases", "").split("|"))):
        names.append((form, "abbreviation" if form.isupper() and " " not in form else "short"))
    return line, [(fold(form), f"{key}\t{form}\t{kind}\town") for form, kind in names]
