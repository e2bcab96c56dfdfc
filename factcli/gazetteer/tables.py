"""Reading the gazetteer's tab-separated tables: lines are kept whole and taken apart only when asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from factcli.gazetteer.records import GazetteerError, GazetteerRecord
from factcli.schema import Label
from factcli.system_errors import reason_of

DATA = Path(__file__).parent / "data"
ENTITY_COLUMNS = (
    "key", "label", "kind", "name", "country", "lat", "lon", "wikidata", "geonames", "iso", "kemendagri", "bps",
    "prior", "sources",
)  # fmt: skip
ALIAS_COLUMNS = ("folded", "key", "alias", "kind", "sources")


def text_of(path: Path) -> str:
    """The text of a table; GazetteerError where the file cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "not UTF-8 text"
        raise GazetteerError(f"{path}: {reason}; give a tab-separated file") from error


def lines(path: Path) -> list[str]:
    """The lines of a table without its header; GazetteerError where the file cannot be read as UTF-8."""
    return text_of(path).splitlines()[1:]


def entity_lines(path: Path) -> dict[str, str]:
    """Key -> whole line of an entities table."""
    return {line[: line.index("\t")]: line for line in lines(path)}


def alias_lines(path: Path) -> dict[str, str]:
    """Folded form -> the rest of its line (key, alias, kind, sources); several such lines are joined by newlines."""
    table: dict[str, str] = {}
    for line in lines(path):
        folded, _, rest = line.partition("\t")
        table[folded] = f"{table[folded]}\n{rest}" if folded in table else rest
    return table


def record(line: str, extra_ids: dict[str, str]) -> GazetteerRecord:
    """The record of one line of an entities table; `extra_ids` are Wikidata ids that stand in tables apart, by key."""
    cells = line.split("\t")
    key, label, kind, name, country, lat, lon = cells[:7]
    ids = {column: cell for column, cell in zip(ENTITY_COLUMNS[7:12], cells[7:12], strict=True) if cell}
    if key in extra_ids:
        ids["wikidata"] = extra_ids[key]
    if "wikidata" not in ids:
        ids["factcli"] = key
    return GazetteerRecord(
        key=key,
        label=checked(label, Label, "entities.tsv"),
        kind=kind,
        name=name,
        ids=ids,
        country=country or None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        prior=float(cells[12]),
        sources=tuple(cells[13].split(";")),
    )


def checked(cell: str, kinds: Any, table: str) -> Any:
    """The cell as one of the strings of the Literal `kinds`; GazetteerError where it is none of them."""
    try:
        return msgspec.convert(cell, kinds)
    except msgspec.ValidationError as error:
        raise GazetteerError(f"{DATA / table}: {error}; build the gazetteer again") from error
