"""Files, folders and standard input: what is read, what is refused, and that nothing good is lost."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from cli.conftest import Run, objects

pytestmark = pytest.mark.usefixtures("stub")

RECORD = json.dumps({"text": "Banjir surut.", "published": "2020-02-03", "penulis": "Budi"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good input of every kind, and bad input of every kind, in folders."""
    folder = tmp_path / "arsip"
    (folder / "2020" / ".cache").mkdir(parents=True)
    (folder / "b.txt").write_text("Jalan dibuka.", encoding="utf-8")
    (folder / "a.jsonl").write_text(f"{RECORD}\n{{broken\n{RECORD}\n", encoding="utf-8")
    (folder / "2020" / "c.txt.gz").write_bytes(gzip.compress("Pasar “ditutup”.".encode("utf-16")))
    (folder / "2020" / "d.htm").write_text(RECORD, encoding="utf-8")
    (folder / "2020" / "e.json").write_text(f"[{RECORD}]", encoding="utf-8")
    (folder / "f.txt").write_bytes("Kata “Budi”.".encode("cp1252"))
    (folder / "g.TXT").write_bytes(b"\xef\xbb\xbfJembatan dibuka.")
    (folder / "h.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "i.txt").touch()
    (folder / "j.gz").write_bytes(gzip.compress(b"Banjir.")[:-9])
    (folder / "2020" / ".cache" / "k.txt").write_text("Tersembunyi.", encoding="utf-8")
    (folder / "catatan.md").write_text("# bukan berita", encoding="utf-8")
    return folder


def test_a_folder_is_read_through_by_name_and_recognised_by_content(run: Run, folder: Path) -> None:
    result = run("extract", folder)
    found = [facts["id"] for facts in objects(result.stdout)]
    assert found == ["c", "d-1", "e-1", "a-1", "a-3", "b", "f", "g"]
    assert result.exit_code == 3
    errors = [line for line in result.stderr.splitlines() if str(folder) in line.split(": ")[1]]
    assert [line.removeprefix(f"factcli: {folder}/").split(": ")[0] for line in errors] == [
        "a.jsonl, line 2",
        "h.txt",
        "i.txt",
        "j.gz",
    ]


def test_encodings_are_reported_once_each(run: Run, folder: Path) -> None:
    errors = run("extract", folder).stderr
    assert f"factcli: read as UTF-16: {folder}/2020/c.txt.gz\n" in errors
    assert f"factcli: read as Windows-1252: {folder}/f.txt\n" in errors
    assert f"factcli: read as UTF-8 with a mark (BOM): {folder}/g.TXT\n" in errors
    many = [folder / f"{number}.txt" for number in range(5)]
    for path in many:
        path.write_bytes("Kata “Budi”.".encode("cp1252"))
    assert f"{many[2]} and 2 more\n" in run("extract", *many).stderr
    assert "read as" not in run("extract", "-q", folder).stderr


def test_standard_input_may_be_packed(run: Run) -> None:
    assert objects(run("extract", "-", stdin=gzip.compress(b"Banjir surut.")).stdout)[0]["text"] == "Banjir surut."


def test_a_web_page(run: Run) -> None:
    page = Path(__file__).parents[1] / "reading" / "pages" / "kompas.html"
    (facts,) = objects(run("extract", "-", stdin=page.read_bytes()).stdout)
    assert facts["published"] == {"value": "2024-01-22", "basis": "metadata", "start": None, "end": None}
    assert facts["source"] == "Kompas.com"
    (dates,) = objects(run("dates", page, "--published", "2024-01-30").stdout)
    assert dates["published"]["basis"] == "option"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_cannot_be_read_is_reported(run: Run, folder: Path) -> None:
    (folder / "2020").chmod(0)
    result = run("extract", folder)
    (folder / "2020").chmod(0o700)
    assert result.exit_code == 3
    assert f"{folder}/2020: permission denied" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["dates", ""],
        ["extract", ""],
        ["timeline", ""],
        ["timeline", "--db", ""],
        ["store", "list", "--db", ""],
        ["extract", "a.txt", "-o", ""],
        ["batch", "", "--out", "x"],
        ["batch", ".", "--out", ""],
        ["dates", "--gazetteer", ""],
    ],
)
def test_an_empty_name_is_wrong_use(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, stdin="Pasar itu dibuka.")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_link_in_a_circle_costs_no_other_file(run: Run, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"n{number}.txt").write_text("Pasar itu dibuka 3 Mei 2024.", encoding="utf-8")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    result = run("dates", "-q", tmp_path)
    assert (result.exit_code, len(objects(result.stdout))) == (3, 40)
    assert sorted(line.split(": ")[1] for line in result.stderr.splitlines()) == [
        str(tmp_path / "circle.txt"), str(tmp_path / "nowhere.txt"),
    ]  # fmt: skip


def test_folders_as_deep_as_a_path_can_be_are_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path
    try:
        for _ in range(1100):
            folder = folder / "d"
            folder.mkdir()
        (folder / "a.txt").write_text("Pasar itu dibuka 3 Mei 2024.", encoding="utf-8")
        found = objects(run("dates", "-q", tmp_path).stdout)
    except OSError:
        pytest.skip("this file system takes no path so long")
    finally:
        # pytest cannot remove what is so deep.
        (folder / "a.txt").unlink(missing_ok=True)
        for each in (folder, *folder.parents):
            if each == tmp_path:
                break
            if each.exists():
                each.rmdir()
    assert len(found) == 1


@pytest.mark.usefixtures("stub")
def test_the_folder_of_a_batch_is_read_without_its_list_of_problems(run: Run, tmp_path: Path) -> None:
    facts = run("extract", "-", stdin='{"id": "a", "text": "Pasar dibuka."}').stdout
    for name, text in (
        ("facts-000000.jsonl", facts), ("manifest.sqlite", ""),
        ("errors.jsonl", '{"source": "b.txt", "position": null, "article": null, "reason": "x"}'),
    ):  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("timeline", tmp_path, "--format", "json")
    assert (result.exit_code, [each["id"] for each in objects(result.stdout)[0]["documents"]]) == (0, ["a"])
    named = run("timeline", tmp_path / "facts-000000.jsonl", tmp_path / "errors.jsonl", "--format", "json")
    assert (named.exit_code, named.stdout) == (0, result.stdout)
    assert "errors.jsonl: skipped: the list of what a batch could not read" in named.stderr


def test_an_address_is_no_file(run: Run) -> None:
    result = run("dates", "https://berita.example/pasar")
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert "https://berita.example/pasar: no such file" in line and "factcli fetches nothing: save the page" in line


def test_many_lines_with_one_fault_are_counted_behind_the_first(run: Run, tmp_path: Path) -> None:
    faulty = json.dumps({"uraian": "Banjir surut."})
    file = tmp_path / "arsip.jsonl"
    file.write_text("\n".join([*[faulty] * 5, RECORD, "{rusak"]), encoding="utf-8")
    result = run("extract", file)
    assert (result.exit_code, len(objects(result.stdout))) == (3, 1)
    told = [line.removeprefix(f"factcli: {file}").split(": ")[0] for line in result.stderr.splitlines()]
    assert told == [", line 1", ", line 2", ", line 3", ", line 7", ""]
    assert result.stderr.splitlines()[-1].endswith(': 2 more: no "text" (it has uraian)')
    assert f"{file}, line 5: " in run("extract", file, "--verbose").stderr


def test_the_articles_without_a_day_are_named_since_published_holds_for_all(run: Run, tmp_path: Path) -> None:
    (tmp_path / "banjir.txt").write_text("Kemarin banjir merendam Demak.", encoding="utf-8")
    (tmp_path / "surut.json").write_text(RECORD, encoding="utf-8")
    (warning,) = run("extract", tmp_path).stderr.splitlines()
    assert warning.startswith("factcli: 1 of 2 without a known day of publication")
    assert warning.endswith("(--published gives every article one): banjir")
