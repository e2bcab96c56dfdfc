"""Reading the source folders: one row a dict, nothing decided here."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcli.tables import read_table

QID = re.compile(r"Q[1-9]\d*")
SETTINGS = read_table(Path(__file__).with_name("settings.toml"))
# Sources found after the folder of sources was made: each in a folder of its own, with its SOURCE.txt.
OWN = Path(__file__).parent / "evidence"


class Sources:
    """The folder of sources; a folder in it is found by the code that begins its name (`g1`, `p1`, `derived`)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        found = [*sorted(folder.iterdir()), *sorted(OWN.iterdir())]
        self.folders = {path.name.split("_")[0]: path for path in found if path.is_dir()}

    def path(self, code: str, name: str) -> Path:
        """The file `name` of the source `code`; FileNotFoundError names the folder that should hold it."""
        if code not in self.folders:
            raise FileNotFoundError(f"{self.folder}: no folder of source {code!r}")
        return self.folders[code] / name

    def rows(self, code: str, name: str) -> Iterator[dict[str, str]]:
        """Each row of a CSV (`.csv`) or plain tab-separated (`.tsv`) file with a header, values stripped."""
        with self.path(code, name).open(encoding="utf-8", newline="") as file:
            comma = name.endswith(".csv")
            reader = csv.DictReader(
                file, delimiter="," if comma else "\t", quoting=csv.QUOTE_MINIMAL if comma else csv.QUOTE_NONE
            )
            for row in reader:
                yield {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}

    def lines(self, code: str, name: str) -> Iterator[list[str]]:
        """Each line of a headerless tab-separated file, split."""
        with self.path(code, name).open(encoding="utf-8") as file:
            for line in file:
                yield line.rstrip("\n").split("\t")

    def json(self, code: str, name: str) -> Any:
        """The content of a JSON file."""
        return json.loads(self.path(code, name).read_text(encoding="utf-8"))


def number(text: str) -> float | None:
    """A decimal degree rounded to about ten metres, None where the text is no number."""
    try:
        return round(float(text), 4)
    except ValueError:
        return None


def integer(text: str) -> str:
    """An id that a spreadsheet may have written as `123.0`; empty for sentinels below one."""
    value = number(text)
    return str(int(value)) if value is not None and value > 0 else ""


def qid(text: str) -> str:
    """The Wikidata id in a text (`Q5` or an address ending in it), empty where there is none."""
    last = text.rsplit("/", 1)[-1]
    return last if QID.fullmatch(last) else ""


def country_code(text: str) -> str:
    """The ISO 3166-1 code of two letters, empty for the sentinels (`-99`) of Natural Earth."""
    return text if len(text) == 2 and text.isalpha() and text.isupper() else ""


def slug(text: str) -> str:
    """The text as a key may hold it: ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
