"""`factcli batch`: what it says and how it ends; the work itself is tested in tests/batch."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch.stubs import BROKEN, at_once, ids, write_lines

from cli.conftest import Run
from factcli.cli import batch
from factcli.cli.exits import ExitCode
from factcli.reading.patterns import load


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers in this process, without models."""
    monkeypatch.setattr(batch, "_engine", lambda *_: at_once)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "a.jsonl", ["Satu.", f"Dua. {BROKEN}", "Tiga."])


def test_a_run_ends_with_one_line_and_the_code_for_failures(run: Run, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    result = run("batch", archive, "--out", out)
    assert result.exit_code == ExitCode.SOME_INPUTS_FAILED
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first == f"factcli: {out}: 2 articles in 1 shard, 1 failed ({out / 'errors.jsonl'} says why)"
    assert second.startswith("factcli: 2 of 2 without a known day of publication")
    assert ids(out) == ["1", "3"]
    (problem,) = (json.loads(line) for line in (out / "errors.jsonl").read_text().splitlines())
    assert problem == {"source": str(archive), "position": 2, "article": "2", "reason": "ValueError: rusak"}


def test_one_article_is_counted_in_the_singular(run: Run, tmp_path: Path) -> None:
    archive = write_lines(tmp_path / "a.jsonl", ["Satu."])
    result = run("batch", archive, "--out", tmp_path / "fakta", "--published", "2024-01-22")
    assert result.stderr == f"factcli: {tmp_path / 'fakta'}: 1 article in 1 shard\n"


def test_a_shard_whose_facts_are_all_replaced_is_counted_no_more(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcli.batch.chunks.SHARD_PIECES", 1)
    folder, out = tmp_path / "arsip", tmp_path / "fakta"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Pasar dibuka.", encoding="utf-8")
    assert f"{out}: 2 articles in 2 shards" in run("batch", folder, "--out", out).stderr
    for text in ("Pasar itu ditutup.", "Pasar itu dibuka lagi."):
        (folder / "a.txt").write_text(text, encoding="utf-8")
        assert f"{out}: 2 articles in 2 shards" in run("batch", folder, "--out", out).stderr
    assert len(list(out.glob("facts-*.jsonl"))) == 2
    assert "nothing to do: 2 articles in 2 shards" in run("batch", folder, "--out", out).stderr


def test_articles_in_other_languages_are_counted_in_one_line(run: Run, tmp_path: Path) -> None:
    english, malay = (" ".join(each["examples"]) for each in load("languages.toml")["language"][:2])
    archive = write_lines(tmp_path / "a.jsonl", [english, "Satu.", malay, english, f"{english} {BROKEN}"])
    done = run("batch", archive, "--out", tmp_path / "fakta", "--published", "2024-01-22")
    _, line = done.stderr.splitlines()
    assert line == (
        "factcli: 3 of 4 probably not in Indonesian, but read as Indonesian: 2 English, 1 Malay "
        "(the facts give the language)"
    )
    assert "English" not in run("batch", archive, "--out", tmp_path / "diam", "--quiet").stderr


def test_a_finished_run_says_so(run: Run, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    run("batch", archive, "--out", out)
    result = run("batch", archive, "--out", out)
    assert result.exit_code == ExitCode.SOME_INPUTS_FAILED
    assert "finished before, nothing to do: 2 articles" in result.stderr


def test_a_setting_for_the_address_does_nothing_without_a_cluster(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCLI_BATCH_ADDRESS", "auto")
    assert run("batch", archive, "--out", tmp_path / "fakta").exit_code == ExitCode.SOME_INPUTS_FAILED
    assert ids(tmp_path / "fakta") == ["1", "3"]


def test_quiet_says_nothing_of_what_went_well(run: Run, archive: Path, tmp_path: Path) -> None:
    (line,) = run("batch", archive, "--out", tmp_path / "fakta", "-q").stderr.splitlines()
    assert "1 failed" in line and line.endswith("errors.jsonl says why)")
    whole = write_lines(tmp_path / "b.jsonl", ["Satu."])
    assert run("batch", whole, "--out", tmp_path / "lain", "-q").stderr == ""


def test_the_day_of_publication_reaches_the_articles(run: Run, tmp_path: Path) -> None:
    archive, out = write_lines(tmp_path / "a.jsonl", ["Satu."]), tmp_path / "fakta"
    result = run("batch", archive, "--out", out, "--published", "2024-01-22")
    assert result.exit_code == ExitCode.DONE
    assert json.loads((out / "facts-000000.jsonl").read_text())["published"]["value"] == "2024-01-22"
    other = run("batch", archive, "--out", out)
    assert other.exit_code == ExitCode.WRONG_USE
    (line,) = other.stderr.splitlines()
    assert "begun with --published 2024-01-22, now it is none: give the same, or name another --out" in line


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["-", "--out", "fakta"], "standard input cannot be read again"),
        (["tiada/", "--out", "fakta"], "tiada: no such file or directory"),
        (["a.jsonl", "--out", "fakta", "--address", "auto"], "--address is for --engine ray"),
        (["a.jsonl", "--out", "fakta", "--published", "besok"], "--published: 'besok' is not a day"),
        (["a.jsonl", "--out", "fakta", "--gazetteer", "tiada.tsv"], "tiada.tsv"),
        (["a.jsonl", "--out", "fakta", "--engine", "ray"], "--engine ray needs Ray: pip install 'factcli[ray]'"),
        (["a.jsonl", "--out", "fakta", "--format", "parquet"], "--format parquet needs pyarrow: pip install"),
    ],
)
def test_wrong_use_is_reported_before_anything_is_written(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str
) -> None:
    monkeypatch.chdir(archive.parent)
    monkeypatch.setattr(batch, "_is_installed", lambda _: False)
    result = run("batch", *arguments)
    assert result.exit_code == ExitCode.WRONG_USE
    (line,) = result.stderr.splitlines()
    assert reason in line
    assert not Path("fakta").exists()


def test_changed_inputs_are_done_again_and_other_files_left_alone(run: Run, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    run("batch", archive, "--out", out)
    write_lines(archive, ["Lain."])
    changed = run("batch", archive, "--out", out)
    assert changed.exit_code == ExitCode.DONE
    assert f"factcli: {out}: files since the run before: 0 new, 1 changed" in changed.stderr.splitlines()
    assert ids(out) == ["1"]
    archive.unlink()
    other = write_lines(archive.with_name("b.jsonl"), ["Baru."])
    added = run("batch", other, "--out", out)
    assert f"factcli: {out}: no longer among the inputs, their facts are kept: {archive}" in added.stderr.splitlines()
    assert len(ids(out)) == 2
    foreign = run("batch", other, "--out", tmp_path)
    assert foreign.exit_code == ExitCode.FAILED
    assert f"{tmp_path}: holds other files; name a new folder" in foreign.stderr


def test_nothing_but_failures_is_a_failure(run: Run, tmp_path: Path) -> None:
    archive = write_lines(tmp_path / "a.jsonl", [BROKEN])
    assert run("batch", archive, "--out", tmp_path / "fakta").exit_code == ExitCode.FAILED


def test_a_folder_that_cannot_be_written_is_reported(run: Run, archive: Path) -> None:
    result = run("batch", archive, "--out", archive / "fakta")
    assert result.exit_code == ExitCode.FAILED
    (line,) = result.stderr.splitlines()
    assert "not a directory" in line or "file exists" in line


def test_a_bad_row_of_a_table_is_a_failure_too(run: Run, tmp_path: Path) -> None:
    archive, table = write_lines(tmp_path / "a.jsonl", ["Satu."]), tmp_path / "nama.tsv"
    table.write_text("label\tname\nORANG\tBudi Santoso\n", encoding="utf-8")
    result = run("batch", archive, "--out", tmp_path / "fakta", "--published", "2024-01-22", "--gazetteer", table)
    assert result.exit_code == ExitCode.SOME_INPUTS_FAILED
    assert f"{table}:2: label 'ORANG'" in result.stderr


def test_a_manifest_that_names_other_files_is_damaged_and_nothing_is_deleted(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "fakta"
    run("batch", archive, "--out", out)
    with closing(sqlite3.connect(out / "manifest.sqlite")) as manifest, manifest:
        manifest.execute("insert into replaced values (?, 0)", (f"../{archive.name}",))
    result = run("batch", archive, "--out", out)
    assert result.exit_code == ExitCode.FAILED
    assert f"{out}: its manifest is damaged" in result.stderr
    assert archive.exists()


def test_a_manifest_that_cannot_be_opened_is_one_line(run: Run, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    (out / "manifest.sqlite").mkdir(parents=True)
    result = run("batch", archive, "--out", out)
    assert result.exit_code == ExitCode.FAILED
    assert "Traceback" not in result.stderr
