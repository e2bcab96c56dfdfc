"""The store in real Datasette, where one is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hanging import HANG_SECONDS

from factcli.store import open_store, save
from factcli.store.datasette import metadata
from factcli.store.tables import TABLES
from store.some_facts import article

# Beside the Python that runs the tests, which need not be on the PATH.
DATASETTE = shutil.which("datasette", path=Path(sys.executable).parent) or shutil.which("datasette")


def test_the_metadata_name_every_table_and_the_database() -> None:
    text = metadata("berita 'ku'")
    assert "  'berita ''ku''':" in text
    assert all(f"\n      {table.name}:\n" in text for table in TABLES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store and its metadata."""
    folder = tmp_path_factory.mktemp("datasette")
    with open_store(folder / "facts.db") as store:
        save(store, article("pasar"))
        save(store, article("surrogate", "Pasar \ud800 dibuka."))
    (folder / "metadata.yaml").write_text(metadata("facts"), encoding="utf-8")
    return folder


def get(folder: Path, address: str) -> dict[str, Any]:
    """What Datasette answers."""
    assert DATASETTE
    command = [DATASETTE, "facts.db", "-m", "metadata.yaml", "--get", f"/{address}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=HANG_SECONDS)
    assert done.returncode == 0, done.stderr + done.stdout
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.skipif(DATASETTE is None, reason="Datasette is not installed (pip install datasette)")
class TestDatasette:
    """What a reader sees there."""

    def test_references_show_their_labels(self, folder: Path) -> None:
        (row, *_) = get(folder, "facts/participants.json?_labels=on&_shape=objects")["rows"]
        assert row["event"]["label"] == "Siti Aminah membuka pasar di Solo"
        assert row["entity"]["label"] == "Siti Aminah"
        (row, *_) = get(folder, "facts/events.json?_labels=on&_shape=objects")["rows"]
        assert (row["document"]["label"], row["date"]["label"]) == ("Pasar Dibuka", "Juli 2020")

    def test_facets_count_what_a_reader_asks_for(self, folder: Path) -> None:
        facets = get(folder, "facts/dated_events.json")["facet_results"]
        counted = {name: {each["value"]: each["count"] for each in facet["results"]} for name, facet in facets.items()}
        assert counted["type"] == {"opening": 2}
        assert counted["who"] == {"Siti Aminah": 2}
        assert counted["place"] == {"Solo": 2}

    def test_articles_are_searched_by_words(self, folder: Path) -> None:
        (row,) = get(folder, "facts/documents.json?_search=aminah&_shape=objects")["rows"]
        assert row["article"] == "pasar"

    def test_helping_tables_stay_out_of_sight(self, folder: Path) -> None:
        tables = {table["name"] for table in get(folder, "facts.json")["tables"] if not table["hidden"]}
        seen = {"documents", "entities", "mentions", "dates", "events", "participants", "quantities", "entries"}
        assert tables == seen
