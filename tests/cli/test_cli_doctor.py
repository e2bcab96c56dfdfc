"""`factcli doctor`."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run
from factcli.cli.checks import LIBRARIES
from factcli.cli.configuration import configuration_path
from factcli.gazetteer import Gazetteer, GazetteerError
from factcli.store import default_path, open_store
from factcli.tokens import models

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two small files in the place of the models."""
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "a.pt").write_bytes(b"a")
    (folder / "b.pt").write_bytes(b"b")
    digests = {
        "a.pt": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
        "b.pt": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
    }
    text = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    (folder / models.CHECKSUMS).write_text(text, encoding="utf-8")
    monkeypatch.setenv(models.FOLDER_VARIABLE, str(folder))
    return folder


def checks(run: Run, code: int) -> dict[str, dict[str, Any]]:
    """The checks by name; the command ended with that code."""
    result = run("doctor", "--json")
    assert result.exit_code == code, result.stdout
    return {check["name"]: check for check in json.loads(result.stdout)["checks"]}


@pytest.fixture
def healthy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that lacks nothing."""
    assert folder.is_dir()
    monkeypatch.setitem(sys.modules, "lxml.html", sys)


@pytest.mark.usefixtures("healthy")
def test_a_whole_installation(run: Run) -> None:
    found = checks(run, 0)
    assert {found[name]["state"] for name in ("factcli", "Python", "spacy", "a.pt", "b.pt", "entries")} == {"ok"}
    assert (found["facts.db"]["state"], found["config.toml"]["state"]) == ("absent", "absent")
    assert "--save" in found["facts.db"]["advice"]


@pytest.mark.usefixtures("healthy")
def test_the_table_says_what_to_do(run: Run, folder: Path) -> None:
    (folder / "a.pt").write_bytes(b"x")
    result = run("doctor")
    assert result.exit_code == 4
    assert "damaged" in result.stdout and "unset" in result.stdout and "bad" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("healthy")
def test_every_damaged_model_is_named(run: Run, folder: Path) -> None:
    (folder / "a.pt").write_bytes(b"x")
    (folder / "b.pt").unlink()
    found = checks(run, 4)
    assert (found["a.pt"]["state"], found["b.pt"]["state"]) == ("bad", "bad")
    assert "damaged" in found["a.pt"]["found"] and "missing" in found["b.pt"]["found"]
    shutil.rmtree(folder)
    assert checks(run, 4)["checksums"]["state"] == "bad"


@pytest.mark.usefixtures("healthy")
def test_a_gazetteer_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> Gazetteer:
        raise GazetteerError("entities.tsv, line 3: no label")

    monkeypatch.setattr(Gazetteer, "load", load)
    assert checks(run, 1)["entries"]["found"] == "entities.tsv, line 3: no label"


@pytest.mark.usefixtures("healthy")
def test_the_store_and_the_settings(run: Run) -> None:
    with open_store(default_path()):
        pass
    configuration_path().parent.mkdir(parents=True)
    configuration_path().write_text('about = "Budi"\n', encoding="utf-8")
    found = checks(run, 0)
    assert found["facts.db"]["found"].startswith("0 articles")
    assert found["config.toml"]["found"].startswith("about set")
    with open_store(default_path()) as store:
        store.execute("ALTER TABLE events RENAME COLUMN type TO kind")
    assert checks(run, 1)["facts.db"]["found"].endswith("facts.db: table events: no column type")
    default_path().write_text("no database" * 100, encoding="utf-8")
    configuration_path().write_text("nonsense = 1\n", encoding="utf-8")
    found = checks(run, 1)
    assert (found["facts.db"]["state"], found["config.toml"]["state"]) == ("bad", "bad")
    assert "line 1" in found["config.toml"]["found"]


@pytest.mark.usefixtures("healthy")
def test_libraries_that_are_missing_or_not_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.cli.checks.LIBRARIES", ("typer", "no-such-library", "lxml"))
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    found = checks(run, 1)
    assert found["no-such-library"]["advice"] == "pip install no-such-library"
    assert found["lxml"]["state"] == "bad"


@pytest.mark.usefixtures("healthy")
@pytest.mark.parametrize(
    ("variable", "value", "bad"),
    [("XDG_DATA_HOME", "/" + "x" * 300, "facts.db"), ("FACTCLI_DB", "/", "config.toml")],
)
def test_every_check_is_shown_whatever_one_of_them_meets(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, bad: str
) -> None:
    names = set(checks(run, 0))
    monkeypatch.setenv(variable, value)
    found = checks(run, 1)
    assert set(found) == names
    assert found[bad]["state"] == "bad" and value in found[bad]["found"] and found[bad]["advice"]


def test_the_libraries_are_those_that_the_package_needs() -> None:
    needed = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    assert sorted(LIBRARIES) == sorted(re.split(r"[^\w-]", one)[0] for one in needed)


@pytest.mark.usefixtures("healthy")
def test_no_model_is_loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for heavy in ("torch", "stanza", "spacy"):
        monkeypatch.setitem(sys.modules, heavy, None)
    checks(run, 0)
