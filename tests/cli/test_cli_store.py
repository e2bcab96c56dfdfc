"""`extract --save`, `timeline` on what is saved, and `factcli store`."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
from pathlib import Path

import pytest

from cli.conftest import Run, objects
from factcli.cli import saved
from factcli.store import StoreError

pytestmark = pytest.mark.usefixtures("stub")

ARTICLE = '{"id": "pasar", "text": "Pasar itu dibuka.", "published": "2020-02-03"}\n'
OTHER = '{"id": "banjir", "text": "Banjir surut.", "published": "2021-05-06"}\n'


@pytest.fixture
def db(tmp_path: Path, run: Run) -> Path:
    """A store with two articles in it."""
    path = tmp_path / "facts.db"
    assert run("extract", "-", "--save", "--db", path, stdin=ARTICLE + OTHER).exit_code == 0
    return path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is a terminal."""
    monkeypatch.setattr(saved, "stdin_is_terminal", lambda: True)


def test_saving_prints_nothing_but_says_where(run: Run) -> None:
    result = run("extract", "-", "--save", stdin=ARTICLE)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("factcli: articles saved in") and "factcli/facts.db: 1\n" in result.stderr
    again = run("extract", "-", "--save", stdin=ARTICLE)
    assert "(1 of them again)" in again.stderr
    changed = run("extract", "-", "--save", stdin=ARTICLE.replace("dibuka", "ditutup"))
    assert "article pasar: another text" in changed.stderr
    assert run("extract", "-", "--save", "-q", stdin=ARTICLE).stderr == ""


def test_two_texts_of_one_name_are_both_saved_and_found_again(run: Run, tmp_path: Path) -> None:
    for outlet, text in [
        ("harian", "Pasar Lahat dibuka."),
        ("radio", "Jembatan Lahat putus."),
        ("tv", "Pasar Lahat dibuka."),
    ]:
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "berita.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "cerita.db"
    assert "berita: another text has this id too; saved as berita-2" in run("extract", tmp_path, "--db", store).stderr
    again = run("extract", tmp_path, "--db", store).stderr
    assert "it was replaced" not in again and "(3 of them again)" in again
    listed = [row["article"] for row in objects(run("store", "list", "--db", store).stdout)]
    assert sorted(listed) == ["berita", "berita-2"]


def test_saving_and_printing(run: Run, tmp_path: Path) -> None:
    result = run("extract", "-", "--save", "--format", "jsonl", stdin=ARTICLE)
    assert [facts["id"] for facts in objects(result.stdout)] == ["pasar"]
    run("extract", "-", "--db", tmp_path / "f.db", "-o", tmp_path / "f.jsonl", stdin=ARTICLE)
    assert (tmp_path / "f.db").exists() and (tmp_path / "f.jsonl").exists()


def test_a_store_that_cannot_be_used_is_reported_before_any_model_is_loaded(run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Catatan. " * 100, encoding="utf-8")
    result = run("extract", "-", "--save", "--db", notes, stdin=ARTICLE)
    assert result.exit_code == 1
    assert result.stderr == f"factcli: {notes}: not a database; give another file\n"
    assert notes.read_text(encoding="utf-8").startswith("Catatan.")


def test_the_timeline_of_a_named_store(run: Run, db: Path) -> None:
    found = json.loads(run("timeline", "--db", db, "--json").stdout)
    assert [document["id"] for document in found["documents"]] == ["pasar", "banjir"]
    assert [entry["when"]["value"] for entry in found["timeline"]] == ["2020-02-03", "2021-05-06"]
    found = json.loads(run("timeline", "--db", db, "--json", "--from", "2021").stdout)
    assert [document["id"] for document in found["documents"]] == ["banjir"]


@pytest.mark.usefixtures("terminal")
def test_without_a_file_on_a_terminal_the_timeline_is_of_what_is_saved(run: Run) -> None:
    empty = run("timeline")
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert "'factcli extract article.txt --save' fills it" in empty.stderr
    run("extract", "-", "--save", stdin=ARTICLE)
    filled = run("timeline")
    assert "3 Feb 2020" in filled.stdout
    assert filled.stderr == ""


def test_a_named_store_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("timeline", "--db", tmp_path / "tiada.db")
    assert result.exit_code == 1
    assert "no such store" in result.stderr
    assert not (tmp_path / "tiada.db").exists()


def test_a_store_and_files_together_are_wrong_use(run: Run, db: Path) -> None:
    assert run("timeline", db, "--db", db).exit_code == 2


def test_a_setting_says_where_the_store_is_and_no_more(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_DB", str(db))
    assert objects(run("extract", "-", stdin=ARTICLE).stdout)
    assert "pasar" in run("store", "list", "--db", db).stdout
    found = json.loads(run("timeline", "--json", stdin=run("extract", "-", stdin=ARTICLE).stdout).stdout)
    assert [document["id"] for document in found["documents"]] == ["pasar"]


def test_reading_a_store_loads_nothing_heavy(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for heavy in ("torch", "stanza", "spacy", "sqlite_utils"):
        monkeypatch.setitem(sys.modules, heavy, None)
    assert run("timeline", "--db", db).exit_code == 0


def test_what_is_saved_is_listed_searched_and_removed(run: Run, db: Path) -> None:
    assert [each["article"] for each in objects(run("store", "list", "--db", db).stdout)] == ["pasar", "banjir"]
    (found,) = objects(run("store", "search", "BANJIR", "surut", "--db", db).stdout)
    assert found["article"] == "banjir"
    assert run("store", "search", "gempa", "--db", db).exit_code == 1
    assert run("store", "remove", "banjir", "tiada", "--db", db).exit_code == 3
    assert [each["article"] for each in objects(run("store", "list", "--db", db).stdout)] == ["pasar"]
    assert run("store", "remove", "tiada", "--db", db).exit_code == 1


def test_a_folder_is_no_store(run: Run, tmp_path: Path) -> None:
    for command in (["store", "list"], ["extract", "--save"]):
        result = run(*command, "--db", tmp_path, stdin=ARTICLE)
        assert (result.exit_code, result.stderr) == (1, f"factcli: {tmp_path}: this is a folder; name a file\n")


def test_words_in_another_encoding_are_in_no_article(run: Run, db: Path) -> None:
    latin_1 = b"caf\xe9".decode("utf-8", "surrogateescape")
    result = run("store", "search", "banjir", latin_1, "--db", db)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "factcli: banjir caf\ufffd: in no saved article\n"


def test_the_metadata_for_datasette_carry_the_name_of_the_store(run: Run) -> None:
    result = run("store", "datasette", "--db", "berita.db")
    assert "\n  'berita':\n" in result.stdout


def test_facts_that_do_not_fit_together_are_reported_and_the_others_saved(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcli import store

    def save(*_: object) -> None:
        raise store.InconsistentError("article pasar: e9 is not one of its entities")

    monkeypatch.setattr(store, "save", save)
    result = run("extract", "-", "--save", "--db", tmp_path / "f.db", stdin=ARTICLE)
    assert result.exit_code == 3
    assert "not saved: article pasar: e9" in result.stderr
    assert issubclass(store.InconsistentError, StoreError)


def test_a_damaged_article_is_named_and_the_others_are_shown(run: Run, db: Path) -> None:
    with contextlib.closing(sqlite3.connect(db)) as store:
        store.execute("UPDATE documents SET published = '2020-02-31' WHERE article = 'pasar'")
        store.commit()
    result = run("timeline", "--db", db, "--json")
    assert result.exit_code == 3
    assert [document["id"] for document in json.loads(result.stdout)["documents"]] == ["banjir"]
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"factcli: {db}: damaged (article pasar: published.value '2020-02-31' is no day)")
    run("store", "remove", "pasar", "--db", db)
    assert run("timeline", "--db", db, "--json").exit_code == 0


def test_a_saved_line_that_makes_no_sense_costs_one_line(run: Run, tmp_path: Path) -> None:
    line = run("extract", "-", stdin=ARTICLE).stdout
    evidence = {"document": "rusak", "start": 0, "end": 2**63}
    wrong = json.loads(line) | {
        "id": "rusak",
        "timeline": [{"when": None, "events": [], "summary": "Pasar itu dibuka", "evidence": evidence}],
    }
    store = tmp_path / "f.db"
    result = run("extract", "-", "--save", "--db", store, stdin=json.dumps(wrong) + "\n" + line)
    assert result.exit_code == 3
    assert "standard input, line 1: damaged facts (timeline[0].evidence: " in result.stderr
    assert run("timeline", "--db", store, "--json").exit_code == 0


def test_what_is_quoted_in_a_line_is_short(run: Run, db: Path) -> None:
    result = run("store", "search", "gempa" * 4000, "--db", db)
    assert result.stderr.startswith("factcli: gempagempa")
    assert result.stderr.endswith("in no saved article\n") and len(result.stderr) < 1100


def test_a_file_named_as_stores_are_is_the_store_to_save_in(run: Run, tmp_path: Path) -> None:
    article, store = tmp_path / "a.jsonl", tmp_path / "kisah.db"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("extract", str(article), "--save", str(store)).exit_code == 0
    assert "Pasar itu dibuka" in run("timeline", "--db", str(store), "--format", "json").stdout
    result = run("extract", str(article), "--save", str(store), "--db", str(tmp_path / "lain.db"))
    assert result.exit_code == 2
    assert "more than one store" in result.stderr
