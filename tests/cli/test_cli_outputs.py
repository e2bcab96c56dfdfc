"""`--format` and `-o FILE`: which format, where it goes, and what is never written over."""

from __future__ import annotations

import csv
import json
import os
import stat
from pathlib import Path
from xml.etree import ElementTree

import pytest
from growth import calls

from cli.conftest import Run, StubPipeline, objects
from factcli.cli import outputs
from factcli.formats.registry import FORMATS, Kind, formats_of

pytestmark = pytest.mark.usefixtures("stub")
ARTICLES = '{"id": "a/b", "text": "Satu, Senin 3/2/2020."}\n{"id": "A_b", "text": "Dua."}\n'


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pasar.txt"
    path.write_text("Pasar Dibuka\nPasar itu dibuka, kata Budi, Senin (3/2/2020).", encoding="utf-8")
    return path


@pytest.mark.parametrize("format", [f.name for f in formats_of(Kind.FACTS).values()])
def test_extract_writes_every_format(run: Run, article: Path, tmp_path: Path, format: str) -> None:
    output = tmp_path / "keluar"
    result = run("extract", article, "--published", "2020-02-03", "--format", format, "-o", output)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert output.read_text(encoding="utf-8").strip()
    assert run("extract", article, "--format", format).stdout.strip()


@pytest.mark.parametrize("format", [f.name for f in formats_of(Kind.TIMELINE).values()])
def test_timeline_writes_every_format(run: Run, article: Path, tmp_path: Path, format: str) -> None:
    output = tmp_path / "keluar"
    result = run("timeline", article, "--format", format, "-o", output)
    assert (result.exit_code, result.stdout) == (0, "")
    assert output.read_text(encoding="utf-8").strip()


def test_the_ending_tells_the_format(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("extract", article, "-o", tmp_path / "a.CSV").exit_code == 0
    with (tmp_path / "a.CSV").open(encoding="utf-8", newline="") as lines:
        assert next(csv.DictReader(lines))["document"] == "pasar"
    assert run("dates", article, "-o", tmp_path / "a.tml").exit_code == 0
    assert ElementTree.parse(tmp_path / "a.tml").getroot().tag == "TimeML"
    assert run("extract", article, "-o", tmp_path / "data").exit_code == 0
    assert json.loads((tmp_path / "data").read_text(encoding="utf-8"))["id"] == "pasar"


@pytest.mark.parametrize("command", ["extract", "timeline", "dates"])
@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.data", "a.jsonl.gz", "laporan.2024", "a.XLSX"])
def test_an_ending_that_no_format_has_is_wrong_use(
    run: Run, article: Path, tmp_path: Path, command: str, name: str
) -> None:
    result = run(command, article, "-o", tmp_path / "baru" / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert Path(name).suffix.lower() in result.stderr and ".jsonl" in result.stderr
    result = run(command, article, "--format", "json", "-o", tmp_path / name)
    assert result.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([article.name, name])


@pytest.mark.parametrize("command", ["extract", "timeline", "dates"])
def test_a_folder_that_is_not_there_is_named_before_anything_is_read(
    run: Run, article: Path, tmp_path: Path, command: str
) -> None:
    for output in (tmp_path / "tidak" / "a.json", tmp_path / "tidak" / "ada" / "a.json", article / "a.json"):
        result = run(command, article, "-o", output)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"factcli: {output}: there is no folder {output.parent}; create it first\n"
    assert list(tmp_path.iterdir()) == [article]


def test_the_name_goes_before_the_ending(run: Run, article: Path, tmp_path: Path) -> None:
    run("timeline", article, "--format", "json", "-o", tmp_path / "a.csv")
    assert json.loads((tmp_path / "a.csv").read_text(encoding="utf-8"))["schema"] == "factcli/1"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["extract", "--format", "ics"], "factcli timeline writes it"),
        (["timeline", "--format", "conllu"], "factcli extract writes it"),
        (["dates", "-o", "a.geojson"], "factcli timeline writes it"),
        (["extract", "--format", "docx"], "choose from json"),
    ],
)
def test_a_format_that_the_command_has_not(run: Run, arguments: list[str], hint: str) -> None:
    result = run(*arguments, stdin="Pasar dibuka.")
    assert (result.exit_code, result.stdout) == (2, "")
    assert hint in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_of_one_article_takes_no_second(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "a.tml"
    result = run("dates", "-o", output, stdin=ARTICLES)
    assert result.exit_code == 2
    assert "-o FOLDER/" in result.stderr
    assert not output.exists()


@pytest.mark.parametrize("command", ["dates", "extract"])
def test_a_folder_takes_a_file_an_article(run: Run, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "baru" / "tml"
    assert run(command, "-q", "--format", "timeml", "-o", f"{folder}/", stdin=ARTICLES).exit_code == 0
    # Names that differ in the case of letters alone are one file on some systems.
    assert sorted(path.name for path in folder.iterdir()) == ["A_b-2.tml", "a_b.tml"]
    assert ElementTree.parse(folder / "a_b.tml").findtext("DOCID") == "a/b"


@pytest.mark.parametrize(
    "name",
    ["..", "../../x", "", "/etc/passwd", "a\0b", "~", "-rf", "x" * 400, "con:aux", "\x1b[2J", "a\x9bb", "\u202etxt"],
)
def test_an_id_never_leaves_the_folder(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "tml"
    line = json.dumps({"id": name, "text": "Satu."})
    assert run("dates", "-q", "--format", "timeml", "-o", f"{folder}/", stdin=line).exit_code == 0
    (written,) = folder.iterdir()
    assert written.suffix == ".tml" and not written.name.startswith((".", "-", "~"))
    assert written.name.isprintable()
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("command", ["extract", "timeline", "dates"])
def test_an_input_is_never_written_over(run: Run, article: Path, command: str) -> None:
    before = article.read_bytes()
    link = article.with_name("tautan.txt")
    link.symlink_to(article)
    for output in (article, link):
        result = run(command, article, "-o", output)
        assert result.exit_code == 2
        assert "this is one of the inputs" in result.stderr
    assert article.read_bytes() == before


def test_an_input_is_not_written_over_in_a_folder_of_outputs_either(run: Run, tmp_path: Path) -> None:
    own, other = tmp_path / "b.tml", tmp_path / "a.tml"
    own.write_text("Pasar dibuka.", encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Pasar ditutup.", encoding="utf-8")
    result = run("dates", article, own, "--format", "timeml", "-o", f"{tmp_path}/")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        f"factcli: {own}: this is one of the inputs; name another file",
    )
    assert own.read_text(encoding="utf-8") == "Pasar dibuka."
    assert ElementTree.parse(other).getroot().tag == "TimeML"


def test_each_input_is_looked_at_once_however_many_outputs_there_are(tmp_path: Path) -> None:
    inputs = [str(tmp_path / f"{number}.txt") for number in range(100)]
    format = formats_of(Kind.DATES)["timeml"]

    def write(count: int) -> None:
        texts = [(str(number), "") for number in range(count)]
        outputs.write_apart(texts, format, f"{tmp_path}/", inputs[:count])

    write(2)
    assert calls(write, 100) < 3 * calls(write, 50)


def test_a_folder_is_no_file(run: Run, article: Path, tmp_path: Path) -> None:
    result = run("extract", article, "-o", tmp_path)
    assert (result.exit_code, result.stderr) == (2, f"factcli: {tmp_path}: this is a folder; name a file\n")


def test_a_dash_is_standard_output(run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    for command in ("dates", "extract", "timeline"):
        assert run(command, article, "-o", "-").stdout == run(command, article).stdout != ""
    assert run("extract", article, "--save", "-o", "-").stdout == run("extract", article).stdout
    assert run("batch", article, "--out", "-").exit_code == 2
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "arguments", [["dates", "-o", "a.json"], ["extract", "-o", "a.json/b.json"], ["batch", "--out", "a.json"]]
)
def test_links_in_a_circle_are_no_output(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").symlink_to("b.json")
    Path("b.json").symlink_to("a.json")
    result = run(*arguments, article)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"factcli: {arguments[-1]}: too many levels of symbolic links\n"


def test_what_fails_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("lama", encoding="utf-8")

    def interrupted() -> None:
        with outputs.opened(str(target)) as stream:
            stream.write("baru")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert target.read_text(encoding="utf-8") == "lama"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_keeps_the_rights_of_the_old_and_a_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "a.json", tmp_path / "tautan.json"
    target.write_text("lama", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    with outputs.opened(str(link)) as stream:
        stream.write("baru")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "baru"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_to(run: Run, article: Path) -> None:
    assert run("extract", article, "-o", os.devnull).exit_code == 0
    assert Path(os.devnull).exists()


def test_what_a_format_cannot_hold_is_reported(run: Run) -> None:
    result = run("timeline", "--format", "timelinejs", stdin='{"text": "Satu."}')
    assert "1 of 1 entries left out: timelinejs holds what has a date" in result.stderr
    assert json.loads(result.stdout)["events"] == []


def test_facts_are_written_again_without_any_model(run: Run, stub: type[StubPipeline], article: Path) -> None:
    written = run("extract", article).stdout
    stub.loads = 0
    assert run("extract", stdin=written).stdout == written
    assert run("extract", "--format", "csv", stdin=written).stdout == run("extract", article, "--format", "csv").stdout
    assert stub.loads == 1


def test_facts_and_articles_keep_their_order(run: Run, article: Path, tmp_path: Path) -> None:
    facts = tmp_path / "fakta.jsonl"
    facts.write_text(run("extract", "-", stdin=ARTICLES).stdout, encoding="utf-8")
    found = objects(run("extract", article, facts, article, facts).stdout)
    assert [document["id"] for document in found] == ["pasar", "a/b", "A_b", "pasar", "a/b", "A_b"]


def test_help_names_the_formats(run: Run) -> None:
    for command, kinds in (
        ("extract", (Kind.FACTS, Kind.DOCS)),
        ("timeline", (Kind.TIMELINE,)),
        ("dates", (Kind.DATES,)),
    ):
        shown = "".join(run(command, "--help").stdout.split())
        assert "|".join(formats_of(*kinds)) in shown
    assert {format.name for format in FORMATS} >= {"json", "timeml", "conllu"}


@pytest.mark.parametrize("command", ["extract", "timeline"])
def test_csv_with_the_columns_that_are_asked_for(run: Run, article: Path, command: str) -> None:
    whole = list(csv.DictReader(run(command, article, "--format", "csv").stdout.splitlines()))
    chosen = run(command, article, "--format", "csv", "--fields", "summary, when").stdout.splitlines()
    assert list(csv.reader(chosen)) == [["summary", "when"], *([row["summary"], row["when"]] for row in whole)]
    bare = run(command, article, "--format", "csv", "--fields", "when", "--no-headers").stdout.splitlines()
    assert bare == [row["when"] for row in whole]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--format", "csv", "--fields", "when,nothing"], "--fields: 'nothing' is not a column; choose from"),
        (["--format", "json", "--fields", "when"], "--fields is for --format csv, not json"),
        (["--format", "markdown", "--no-headers"], "--no-headers is for --format csv, not markdown"),
    ],
)
def test_columns_that_are_none_are_wrong_use(run: Run, article: Path, arguments: list[str], hint: str) -> None:
    for command in ("extract", "timeline"):
        result = run(command, article, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert hint in result.stderr
