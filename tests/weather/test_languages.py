"""Texts in other languages: reported on standard error in one line, and read all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.conftest import Run, objects

from factcli.reading.language import language_of
from factcli.reading.patterns import load

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT.parent / "shared" / "eval"
LANGUAGES = {each["code"]: each for each in load("languages.toml")["language"]}
INDONESIAN = "Menteri Siti Aminah membuka pasar di Solo pada 3 Juli 2020."


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_recognised_by_its_function_words(code: str) -> None:
    for example in LANGUAGES[code]["examples"]:
        assert language_of(example) == code
    for stays in LANGUAGES[code]["stays"]:
        assert language_of(stays) == "id"


@pytest.mark.parametrize("text", ["", "2024", "سلام", "Ya.", "The Beatles", "the " * 50, INDONESIAN])
def test_what_tells_nothing_is_taken_for_indonesian(text: str) -> None:
    assert language_of(text) == "id"


def test_no_article_of_ours_is_taken_for_foreign() -> None:
    paths = [*EVALUATION.glob("*/*.jsonl"), ROOT / "tests" / "gold" / "articles.jsonl"]
    texts = [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    assert [text[:80] for text in texts if language_of(text) != "id"] == []


@pytest.mark.usefixtures("loaded")
def test_facts_and_standard_error_say_the_language(run: Run) -> None:
    texts = {code: " ".join(language["examples"]) for code, language in LANGUAGES.items()} | {"id": INDONESIAN}
    lines = "".join(json.dumps({"id": f"berita-{code}", "text": text}) + "\n" for code, text in texts.items())
    done = run("extract", "-", "--published", "2024-01-22", stdin=lines)
    assert done.exit_code == 0
    assert {each["id"]: each["language"] for each in objects(done.stdout)} == {f"berita-{code}": code for code in texts}
    assert done.stderr == (
        "factcli: probably not in Indonesian, but read as Indonesian "
        "(English: berita-en; Malay: berita-ms; Javanese: berita-jv)\n"
    )
    assert run("extract", "-", "--quiet", stdin=lines).stderr == ""


def test_many_are_reported_in_one_line_too(run: Run) -> None:
    lines = (json.dumps({"text": LANGUAGES["en"]["examples"][0]}) + "\n") * 500
    done = run("dates", "-", "--published", "2024-01-22", stdin=lines)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 500
    (line,) = done.stderr.splitlines()
    assert line.endswith(" and 497 more)")
