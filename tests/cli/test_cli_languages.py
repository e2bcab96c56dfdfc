"""`--lang`, and the language where it is not given."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run, StubPipeline
from factcli.cli.languages import language_of_locale
from factcli.formats.languages import Language

ARTICLE = "Bandung (5/3/2024). Wali kota membuka pasar pada Agustus 2023."


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "id"),
        ({"LANG": ""}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LANG": "POSIX"}, "id"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "in_ID"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_ID"}, "en"),
        ({"LANG": "nl_NL@euro"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id_ID", "LC_MESSAGES": "id_ID", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "id_ID"}, "en"),
    ],
)
def test_the_locale_decides(environment: dict[str, str], code: str) -> None:
    assert language_of_locale(environment) is Language(code)


def heading(run: Run, *arguments: object) -> str:
    """The first heading of the table of time expressions."""
    result = run("dates", "--format", "table", *arguments, stdin=ARTICLE)
    assert result.exit_code == 0
    return str(result.stdout.split()[0])


def test_the_option_goes_before_the_environment_and_this_before_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert heading(run) == "Ungkapan"
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert heading(run) == "Expression"
    monkeypatch.setenv("FACTCLI_LANG", "id")
    assert heading(run) == "Ungkapan"
    assert heading(run, "--lang", "en") == "Expression"


def test_a_language_that_there_is_not(run: Run) -> None:
    result = run("dates", "--lang", "nl", stdin=ARTICLE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--lang" in result.stderr


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_a_timeline_in_each_language(run: Run, stub: type[StubPipeline], tmp_path: Path, format: str) -> None:
    _ = stub
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    english = run("timeline", article, "--published", "2024-05-01", "--format", format, "--lang", "en").stdout
    indonesian = run("timeline", article, "--published", "2024-05-01", "--format", format, "--lang", "id").stdout
    assert "1 May 2024" in english and "1 Mei 2024" in indonesian
    assert "Mei" not in english and "May" not in indonesian


def test_what_machines_read_is_the_same_in_every_language(
    run: Run, stub: type[StubPipeline], monkeypatch: pytest.MonkeyPatch
) -> None:
    _ = stub
    for format in ("json", "csv", "geojson"):
        written = set()
        for locale in ("en_US.UTF-8", "id_ID.UTF-8"):
            monkeypatch.setenv("LC_ALL", locale)
            written.add(run("timeline", "--published", "2024-05-01", "--format", format, stdin=ARTICLE).stdout)
        assert len(written) == 1


def test_the_store_and_the_gazetteer_have_the_setting_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCLI_LANG", "nl")
    for command in (("gazetteer", "search", "Bandung"), ("store", "list")):
        result = run(*command)
        assert result.exit_code == 2
        assert "'nl'" in result.stderr
