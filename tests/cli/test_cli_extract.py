"""`factcli extract`."""

from __future__ import annotations

import json
import re
import sys
import types
from pathlib import Path

import pytest

from cli.conftest import Run, StubPipeline, objects
from factcli.tokens import ModelError

pytestmark = pytest.mark.usefixtures("stub")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pasar.txt"
    path.write_text("Pasar “Dibuka”\nPasar itu dibuka, kata Budi, Senin (3/2/2020).", encoding="utf-8")
    return path


def test_a_file(run: Run, article: Path) -> None:
    result = run("extract", article)
    (facts,) = objects(result.stdout)
    assert result.exit_code == 0
    assert result.stderr == (
        "factcli: 1 of 1 with a day of publication guessed from the text (--published gives every article one): pasar\n"
    )
    assert run("extract", article, "--published", "2020-02-03").stderr == ""
    assert "“Dibuka”" in result.stdout
    assert (facts["id"], facts["published"]["value"], facts["published"]["basis"]) == ("pasar", "2020-02-03", "text")


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input(run: Run, arguments: list[str]) -> None:
    result = run("extract", *arguments, "--published", "2020-02-04", stdin="Pasar dibuka.")
    (facts,) = objects(result.stdout)
    assert facts["text"] == "Pasar dibuka."
    assert facts["published"]["basis"] == "option"


def test_json_lines_in_json_lines_out(run: Run) -> None:
    records = "\n".join(json.dumps({"id": name, "text": "Pasar dibuka."}) for name in "ab")
    result = run("extract", "-", "--format", "jsonl", stdin=records)
    assert [facts["id"] for facts in objects(result.stdout)] == ["a", "b"]


def test_a_bad_line_among_good_ones(run: Run) -> None:
    good = '{{"text": "{}.", "published": "2024-01-22"}}'
    result = run("extract", "-", stdin=f'{good.format("Satu")}\n{{"text"\n{good.format("Dua")}\n')
    assert [facts["text"] for facts in objects(result.stdout)] == ["Satu.", "Dua."]
    assert result.exit_code == 3
    assert result.stderr.startswith("factcli: standard input, line 2: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_file_among_good_ones(run: Run, article: Path, tmp_path: Path) -> None:
    result = run("extract", tmp_path / "tiada.txt", article, "--published", "2020-02-03")
    assert len(objects(result.stdout)) == 1
    assert result.exit_code == 3
    assert result.stderr == f"factcli: {tmp_path / 'tiada.txt'}: no such file or directory\n"


def test_nothing_good_is_failure_and_loads_no_model(run: Run, stub: type[StubPipeline], tmp_path: Path) -> None:
    assert run("extract", tmp_path / "tiada.txt").exit_code == 1
    assert run("extract", "-", stdin="  \n").exit_code == 1
    assert stub.loads == 0


def test_a_folder_is_what_is_in_it(run: Run, article: Path) -> None:
    article.with_name("a.jsonl").write_text('{"text": "Satu."}', encoding="utf-8")
    article.with_name("catatan.md").write_text("# bukan berita", encoding="utf-8")
    assert [facts["id"] for facts in objects(run("extract", article.parent).stdout)] == ["a-1", "pasar"]


def test_a_folder_without_articles_is_reported(run: Run, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kosong"
    folder.mkdir()
    (folder / "catatan.md").write_text("# bukan berita", encoding="utf-8")
    result = run("extract", folder)
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"factcli: {folder}: no file in this folder ends in .txt, .html, .htm, .json, .jsonl, .csv, .tsv, .gz\n"
    )
    assert run("extract", folder, article).exit_code == 3


def test_a_file_for_the_output(run: Run, article: Path, tmp_path: Path) -> None:
    output = tmp_path / "facts.json"
    result = run("extract", article, "-o", output)
    assert result.stdout == ""
    assert objects(output.read_text(encoding="utf-8"))[0]["id"] == "pasar"


def test_the_input_is_never_written_over(run: Run, article: Path) -> None:
    before = article.read_bytes()
    assert run("extract", article, "-o", article).exit_code == 2
    assert article.read_bytes() == before


def test_an_output_that_cannot_be_written_is_reported_in_one_line(run: Run, article: Path, tmp_path: Path) -> None:
    result = run("extract", article, "-o", tmp_path / "tiada" / "facts.json")
    assert result.exit_code == 1
    assert "tiada" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_day_that_is_none(run: Run, article: Path) -> None:
    result = run("extract", article, "--published", "kemarin")
    assert result.exit_code == 2
    assert result.stderr == (
        "factcli: --published: 'kemarin' is not a day; write it as 2024-01-22; see 'factcli extract --help'\n"
    )


def test_a_model_that_cannot_be_used(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(gazetteer: object = None) -> object:  # noqa: ARG001
        raise ModelError("model pos/news.pt is damaged:\nfetch it again")

    module = types.ModuleType("factcli.pipeline")
    module.Pipeline = types.SimpleNamespace(load=load)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcli.pipeline", module)
    result = run("extract", article)
    assert result.exit_code == 4
    assert result.stderr == "factcli: model pos/news.pt is damaged: fetch it again\n"


def test_what_is_done_is_reported_on_demand(run: Run, article: Path) -> None:
    assert "2020-02-03 (basis: text)" in run("extract", "-v", article).stderr
    assert "2020-02-03 (basis: text)" in run("-v", "extract", article).stderr


def test_verbose_says_what_each_step_found(run: Run, article: Path) -> None:
    found = (
        r"article pasar: sentences: \d+; entities: \d+ \(mentions: \d+, linked: \d+\); dates: \d+ \(with days: \d+\); "
        r"events: \d+ \(dated: \d+, on its timeline: \d+\)"
    )
    assert re.search(found, run("extract", "-v", article).stderr)


def test_control_characters_of_a_file_name_do_nothing(run: Run, tmp_path: Path) -> None:
    assert "\x1b" not in run("extract", tmp_path / "a\x1b[31m").stderr


def test_articles_without_a_day_of_publication_are_reported_once(run: Run) -> None:
    result = run("extract", "-", stdin='{"text": "Satu."}\n{"text": "Dua."}\n')
    assert result.exit_code == 0
    [line] = result.stderr.splitlines()
    assert "2 of 2" in line and "--published" in line
    assert run("extract", "-", "-q", stdin='{"text": "Satu."}\n').stderr == ""
