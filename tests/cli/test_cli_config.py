"""Settings: the file, the environment, the command line, in this order of weight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run, objects
from factcli.cli.configuration import configuration_path
from factcli.cli.toml_lines import line_of

ARTICLE = "Pasar itu dibuka kemarin."


@pytest.fixture
def file() -> Path:
    """The configuration file; its folder is there."""
    path = configuration_path()
    path.parent.mkdir(parents=True)
    return path


def resolved(run: Run, *arguments: str) -> str | None:
    """What `kemarin` is."""
    (found,) = objects(run("dates", *arguments, stdin=ARTICLE).stdout)
    value: str | None = found["dates"][0]["value"]
    return value


def test_the_file_lies_where_xdg_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Run) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run("config", "--path").stdout == f"{tmp_path}/factcli/config.toml\n"
    monkeypatch.setenv("XDG_CONFIG_HOME", "not/absolute")
    assert configuration_path() == Path.home() / ".config" / "factcli" / "config.toml"


def test_the_command_line_goes_before_the_environment_and_this_before_the_file(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert resolved(run) is None
    file.write_text('published = "2020-01-11"\n', encoding="utf-8")
    assert resolved(run) == "2020-01-10"
    file.write_text('published = "2020-01-11"\n[dates]\npublished = "2020-02-11"\n', encoding="utf-8")
    assert resolved(run) == "2020-02-10"
    monkeypatch.setenv("FACTCLI_PUBLISHED", "2020-03-11")
    assert resolved(run) == "2020-03-10"
    monkeypatch.setenv("FACTCLI_DATES_PUBLISHED", "2020-04-11")
    assert resolved(run) == "2020-04-10"
    assert resolved(run, "--published", "2020-05-11") == "2020-05-10"


def test_a_setting_of_another_command_does_nothing(run: Run, file: Path) -> None:
    file.write_text('[extract]\npublished = "2020-01-11"\n', encoding="utf-8")
    assert resolved(run) is None


def test_flags(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("quiet = true\n", encoding="utf-8")
    assert run("dates", stdin=ARTICLE).stderr == ""
    assert "published" in run("dates", "-v", stdin=ARTICLE).stderr
    monkeypatch.setenv("FACTCLI_QUIET", "no")
    assert "--published" in run("dates", stdin=ARTICLE).stderr
    monkeypatch.setenv("FACTCLI_QUIET", "perhaps")
    result = run("dates", stdin=ARTICLE)
    assert (result.exit_code, result.stderr) == (
        2,
        "factcli: FACTCLI_QUIET=perhaps: neither true nor false; write 1 or 0\n",
    )


def test_a_path_may_begin_at_home(run: Run, file: Path) -> None:
    file.write_text('db = "~/berita.db"\n', encoding="utf-8")
    assert f'db = "{Path.home()}/berita.db"' in run("config").stdout


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('# a\nabuot = "x"\n', "line 2: factcli has no option 'abuot'; is it 'about'?"),
        ('[timeline]\n\n  "abuot" = "x"\n', "line 3: factcli timeline has no option 'abuot'; is it 'about'?"),
        ('timeline.abuot = "x"\n', "line 1: factcli timeline has no option 'abuot'; is it 'about'?"),
        ('[tmeline]\nabout = "x"\n', "line 2: factcli has no command 'tmeline'; is it 'timeline'?"),
        ("[tmeline]\n", "factcli has no command 'tmeline'; is it 'timeline'?"),
        ('quiet = "yes"\n', "line 1: quiet takes true or false"),
        ("published = true\n", "line 1: published takes a text in quotes"),
        ("published = [1]\n", "line 1: published takes a text in quotes"),
        ("quiet = \n", "not TOML: Invalid value (at line 1, column 9)"),
        ('[timeline]\ntop = "lima"\n', "line 2: top: 'lima' is not a whole number, 1 or more"),
        ('published = "kemarin"\n', "line 1: published: 'kemarin' is not a day; write it as 2024-01-22"),
        ('[timeline]\ntop = "1_0"\n', "line 2: top: '1_0' is not a whole number, 1 or more"),
        ('[batch]\nworkers = "１０"\n', "line 2: workers: '１０' is not a whole number, 1 to 4096"),
        (
            '[timeline]\nfrom = "２０２４"\n',
            "'２０２４' is not a day, month or year; write it as 2024-01-22, 2024-01 or 2024",
        ),
        ('[timeline]\nfrom = "mei"\n', "'mei' is not a day, month or year; write it as 2024-01-22, 2024-01 or 2024"),
        ('[timeline]\nstatus = ["batal"]\n', "'batal' is not a status; choose from actual, planned, possible, negated"),
        ('[dates]\nformat = "xml"\n', "'xml' is not a format of this command; choose from json, jsonl, table, timeml"),
        ('[timeline]\nplace = " "\n', "line 2: place: ' ' is empty"),
        ('db = "/"\n', "line 1: db: '/' names no file"),
    ],
)
def test_what_is_not_understood_is_named_with_its_line(run: Run, file: Path, text: str, reason: str) -> None:
    file.write_text(text, encoding="utf-8")
    result = run("dates", stdin=ARTICLE)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"factcli: {file}") and line.endswith(reason)


@pytest.mark.parametrize(
    ("command", "setting", "reason"),
    [
        (
            "gazetteer",
            'gazetteer = ["DIR/tiada.tsv"]',
            "DIR/tiada.tsv: no such file or directory; give a tab-separated",
        ),
        ("gazetteer", 'gazetteer = ["DIR/./a.txt"]', "DIR/a.txt:1: no column 'label'"),
        ("dates", 'output = "DIR/tiada/a.json"', "DIR/tiada/a.json: there is no folder DIR/tiada; create it first"),
        ("dates", 'output = "DIR/a.odt"', "DIR/a.odt: no format ends in .odt"),
        ("store", 'db = "DIR/tiada.db"', "DIR/tiada.db: no such store"),
        ("store", 'db = "DIR/a.txt"', "DIR/a.txt: not a database"),
        ("batch", 'out = "DIR/a.txt"', "DIR/a.txt: this is a file; name a folder"),
        ("batch", 'out = "DIR"', "DIR: holds other files; name a new folder"),
    ],
)
def test_a_file_that_a_setting_names_is_reported_with_the_setting(
    run: Run, file: Path, tmp_path: Path, command: str, setting: str, reason: str
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    file.write_text(f"[{command}]\n{setting}\n".replace("DIR", str(tmp_path)), encoding="utf-8")
    article = str(tmp_path / "a.txt")
    asked = {"gazetteer": ["search", "Jokowi"], "dates": [article], "store": ["list"], "batch": [article]}
    result = run(command, *asked[command])
    assert result.exit_code in (1, 2)
    (line,) = result.stderr.splitlines()
    option = setting.partition(" ")[0]
    assert line.startswith(f"factcli: {file}, line 2: {option}: {reason.replace('DIR', str(tmp_path))}")


def test_a_mark_of_the_encoding_may_stand_before_the_settings(run: Run, file: Path) -> None:
    file.write_text('\ufeffpublished = "2020-01-11"\n', encoding="utf-8")
    assert resolved(run) == "2020-01-10"


def test_a_setting_does_nothing_where_it_does_not_fit(run: Run, file: Path) -> None:
    file.write_text('format = "csv"\n', encoding="utf-8")
    assert run("numbers", stdin=ARTICLE).stdout.startswith("document,")
    assert resolved(run, "--published", "2020-01-11") == "2020-01-10"
    file.write_text('[numbers]\nfields = "text"\nno-headers = true\n', encoding="utf-8")
    assert objects(run("numbers", stdin=ARTICLE).stdout)
    assert run("numbers", "--format", "csv", stdin="Tewas 12 orang.").stdout == "12 orang\n"


def test_an_option_that_is_given_overrides_a_setting_of_another(run: Run, file: Path) -> None:
    file.write_text("[timeline]\njson = true\n", encoding="utf-8")
    assert run("timeline", stdin=ARTICLE).stdout.startswith("{")
    assert run("timeline", "--format", "csv", stdin=ARTICLE).stdout.startswith("when,")
    file.write_text('[timeline]\nformat = "csv"\n', encoding="utf-8")
    assert run("timeline", "--json", stdin=ARTICLE).stdout.startswith("{")


def test_a_misspelt_variable_is_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_PUBLISHD", "2020-01-11")
    monkeypatch.setenv("FACTCLI_MODELS", "/models")
    result = run("dates", "--published", "2020-05-11", stdin=ARTICLE)
    assert (result.exit_code, bool(result.stdout)) == (0, True)
    assert result.stderr == "factcli: FACTCLI_PUBLISHD: factcli has no such variable; is it 'FACTCLI_PUBLISHED'?\n"
    assert run("dates", "--published", "2020-05-11", "-q", stdin=ARTICLE).stderr == ""


def test_help_works_whatever_the_file_says(run: Run, file: Path) -> None:
    file.write_text("nonsense = 1\n", encoding="utf-8")
    assert run("dates", "--help").exit_code == 0
    assert run("--version").exit_code == 0


def test_every_setting_is_shown_and_the_output_is_a_file_again(run: Run, file: Path) -> None:
    file.write_text('[timeline]\nabout = "Kim \\"Jong\\" Un"\n', encoding="utf-8")
    shown = run("config")
    assert f'about = "Kim \\"Jong\\" Un"  # {file}, line 2' in shown.stdout
    assert '# published = ""' in shown.stdout
    file.write_text(shown.stdout, encoding="utf-8")
    assert 'about = "Kim \\"Jong\\" Un"' in run("config").stdout


def test_a_bad_line_is_shown_with_the_settings(run: Run, file: Path) -> None:
    file.write_text("nonsense = 1\n", encoding="utf-8")
    result = run("config")
    assert result.exit_code == 1
    assert "line 1" in result.stderr and "[timeline]" in result.stdout


def test_the_line_of_a_key() -> None:
    text = 'a = 1\n[t]\n"a" = 2\nb.c = 3\n\n[ t . d ] # d\na=4\n'
    lines = {("a",): 1, ("t", "a"): 3, ("t", "b", "c"): 4, ("t", "d", "a"): 7, ("t", "x"): None}
    assert {key: line_of(text, key) for key in lines} == lines


def test_json_of_the_settings_is_not_needed_where_there_are_none(run: Run) -> None:
    assert json.loads(run("dates", stdin=ARTICLE).stdout)["dates"]


def test_a_setting_holds_for_the_commands_of_a_command(run: Run, file: Path, tmp_path: Path) -> None:
    file.write_text(f'db = "{tmp_path / "none.db"}"\n', encoding="utf-8")
    assert f"{tmp_path / 'none.db'}" in run("store", "list").stderr
    file.write_text(f'[store]\ndb = "{tmp_path / "other.db"}"\n', encoding="utf-8")
    assert f"{tmp_path / 'other.db'}" in run("store", "search", "pasar").stderr
    assert "given.db" in run("store", "list", "--db", tmp_path / "given.db").stderr
    file.write_text('[gazetteer]\nlimit = "2"\n', encoding="utf-8")
    assert len(run("gazetteer", "search", "Kota").stdout.splitlines()) == 2


@pytest.mark.parametrize("command", [["schema"], ["store", "list"], ["timeline"]])
@pytest.mark.parametrize("value", ["", "~nosuchuser/x", "a\\u0007b"])
def test_a_path_that_is_none_is_named_with_its_place(run: Run, file: Path, command: list[str], value: str) -> None:
    file.write_text(f'\ndb = "{value}"\n', encoding="utf-8")
    result = run(*command, stdin="")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"factcli: {file}, line 2: db")
    assert run("config").exit_code == 1
    assert "db" in run("doctor").stdout


def test_a_variable_with_a_path_that_is_none_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_DB", "~nosuchuser/x")
    result = run("schema")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("factcli: FACTCLI_DB: db: ~nosuchuser/x")


def test_what_is_no_path_is_left_as_it_is(run: Run, file: Path) -> None:
    file.write_text('[timeline]\nabout = "~nosuchuser"\n', encoding="utf-8")
    assert run("schema").exit_code == 0
    assert 'about = "~nosuchuser"' in run("config").stdout


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 5000 + "]" * 5000,
        "a." * 5000 + "a = 1",
        "db = " + "9" * 5000,
        "# " + "x" * 2**21,
        "".join(f"key{number} = 1\n" for number in range(20_000)),
    ],
    ids=["deep lists", "deep keys", "long number", "large", "many keys"],
)
def test_a_file_that_nobody_would_write_is_refused_in_a_few_lines(run: Run, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    result = run("schema")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 0 < len(result.stderr.splitlines()) <= 21
    assert all(str(file) in line and len(line) < 300 for line in result.stderr.splitlines())


def test_a_user_without_a_home_has_no_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable)
    monkeypatch.setattr(Path, "home", unknown)
    assert run("schema").exit_code == 0
    assert run("store", "list").exit_code == 1
