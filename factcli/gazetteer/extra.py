"""Tables that users bring along: entities of their own, with their names, in one tab-separated file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from factcli.gazetteer.folding import fold
from factcli.gazetteer.forms import is_abbreviation
from factcli.gazetteer.records import GazetteerError
from factcli.gazetteer.tables import ENTITY_COLUMNS, text_of
from factcli.schema import LABELS
from factcli.shown import shown

NEEDED = ("label", "name")
KNOWN = (*ENTITY_COLUMNS, "aliases")
NUMBERS = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "prior": (0.0, 1.0)}
# How the ids are written, and how that is said to whoever wrote one in another way.
IDS = {
    "key": (re.compile(r"[\w.:-]+"), "an id is letters, digits, '.', ':', '_' and '-'"),
    "country": (re.compile("[A-Z]{2}"), "a country is two capital letters (ISO 3166-1)"),
    "wikidata": (re.compile("Q[1-9][0-9]*"), "an id is Q and digits"),
    "geonames": (re.compile("[0-9]+"), "an id is digits"),
    "iso": (re.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?"), "a code is as ID or ID-JB (ISO 3166)"),
    "kemendagri": (re.compile(r"[0-9]{2}(\.[0-9]{2,4}){0,3}"), "a code is as 33, 33.72 or 33.72.01"),
    "bps": (re.compile("[0-9]+"), "a code is digits"),
}
# Key (and table, where the key is given) -> where it stands first, and the line of its entity.
Places: TypeAlias = dict[object, tuple[str, str]]
# How a key begins that is made of label and name.
MADE = "own-"
# Control characters, surrogates and what is no character at all.
_NOT_TEXT = frozenset({"Cc", "Cs", "Cn"})
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


def read_extra(
    path: Path, failed: Callable[[str], None] | None = None, places: Places | None = None
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each row as a line of the entities table and its aliases as (folded form, rest of the alias line).

    The file is UTF-8, tab-separated, with a header; `label` and `name` are needed, every other column of the
    entities table and `aliases` (forms separated by `|`) may be there. A row whose `key` the gazetteer has takes the
    place of that entity and keeps its names; two rows of the table that differ in more than aliases have two keys.
    `places` remembers, from table to table, where each key stands: such rows of two tables have two keys too where
    these are made of names. A bad row is reported to `failed` in one line that names file and line, and passed over;
    without `failed`, and for a file that is no such table, raises GazetteerError.
    """
    header, *rows = map(_cells, text_of(path).split("\n"))
    if (wrong := _wrong_with(header)) is not None:
        raise GazetteerError(f"{path}:1: {wrong}; the columns are {', '.join(KNOWN)}")
    places = {} if places is None else places
    for number, cells in enumerate(rows, start=2):
        if not any(cells):
            continue
        where = f"{path}:{number}"
        try:
            row = _row(header, cells, where)
            key = row[0].partition("\t")[0]
            # A key that is given in two tables names one entity, as one that the gazetteer has.
            place, entity = places.setdefault(key if key.startswith(MADE) else (path, key), (where, row[0]))
            if entity != row[0]:
                same = f"the key {shown(key)} is that of {place}"
                raise GazetteerError(f"{where}: {same}; give each a key of its own (column 'key')")
        except GazetteerError as error:
            if failed is None:
                raise
            failed(str(error))
        else:
            yield row


def _cells(line: str) -> list[str]:
    """Return the cells of a row, without the quotation marks that spreadsheets write around them."""
    cells = (cell.strip() for cell in line.split("\t"))
    return [quoted[1].replace('""', '"').strip() if (quoted := _QUOTED.fullmatch(cell)) else cell for cell in cells]


def _wrong_with(header: list[str]) -> str | None:
    """Return what is wrong with the columns, or None."""
    for column in NEEDED:
        if column not in header:
            return f"no column {column!r} (tabs separate columns)"
    for column in header:
        if column not in KNOWN:
            return f"unknown column {shown(column)}"
        if header.count(column) > 1:
            return f"two columns {column!r}"
    return None


def _row(header: list[str], cells: list[str], where: str) -> tuple[str, list[tuple[str, str]]]:
    if len(cells) != len(header):
        raise GazetteerError(f"{where}: {len(cells)} cells, the header has {len(header)}; check the tabs")
    row = dict(zip(header, cells, strict=True))
    for column, cell in row.items():
        if any(unicodedata.category(character) in _NOT_TEXT for character in cell):
            raise GazetteerError(f"{where}: {column} {shown(cell)}; remove the control characters")
    if row["label"] not in LABELS:
        raise GazetteerError(f"{where}: label {shown(row['label'])}; it is one of {', '.join(LABELS)}")
    if not fold(row["name"]):
        raise GazetteerError(f"{where}: the name is empty; give one")
    for column, (low, high) in NUMBERS.items():
        cell = row.get(column, "")
        try:
            # Python itself takes `1_0`.
            good = not cell or ("_" not in cell and low <= float(cell) <= high)
        except ValueError:
            good = False
        if not good:
            raise GazetteerError(f"{where}: {column} {shown(cell)}; it is a number from {low:g} to {high:g}")
    for column, (pattern, rule) in IDS.items():
        cell = row.get(column, "")
        if cell and pattern.fullmatch(cell) is None:
            raise GazetteerError(f"{where}: {column} {shown(cell)}; {rule}")
    key = row.get("key") or row.get("wikidata") or f"{MADE}{row['label'].lower()}-{fold(row['name']).replace(' ', '-')}"
    filled = {"kind": "own", "prior": "0.95", "sources": "own", **{k: v for k, v in row.items() if v}, "key": key}
    line = "\t".join(filled.get(column, "") for column in ENTITY_COLUMNS)
    names = [(row["name"], "name")]
    for form in filter(None, (form.strip() for form in row.get("aliases", "").split("|"))):
        names.append((form, "abbreviation" if is_abbreviation(form) else "short"))
    return line, [(fold(form), f"{key}\t{form}\t{kind}\town") for form, kind in names]
