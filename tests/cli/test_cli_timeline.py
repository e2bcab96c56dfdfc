"""`factcli timeline`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from growth import assert_linear

from cli.conftest import Run, StubPipeline
from factcli.cli.filters import names_asked
from factcli.cli.stretches import first_day, last_day
from factcli.cli.timeline import distinct
from factcli.formats.encoding import to_json
from factcli.schema import Entity, Event, Facts, Mention, Trigger

pytestmark = pytest.mark.usefixtures("stub")

ARTICLE = "Pasar Dibuka\nPasar itu dibuka, kata Budi, Senin (3/2/2020)."


def test_a_table_of_one_article(run: Run) -> None:
    result = run("timeline", stdin=ARTICLE)
    assert result.exit_code == 0
    assert "3 Feb 2020" in result.stdout
    assert "Pasar Dibuka" in result.stdout
    assert "\x1b" not in result.stdout


def test_facts_are_read_without_the_pipeline(run: Run, stub: type[StubPipeline]) -> None:
    piped = run("extract", stdin=ARTICLE).stdout
    stub.loads = 0
    result = run("timeline", "--json", stdin=piped)
    assert json.loads(result.stdout)["timeline"][0]["when"]["value"] == "2020-02-03"
    assert stub.loads == 0


def test_articles_and_facts_together_keep_their_order(run: Run, tmp_path: Path) -> None:
    facts, article = tmp_path / "b.jsonl", tmp_path / "a.txt"
    facts.write_text(run("extract", stdin=ARTICLE).stdout * 2, encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    found = json.loads(run("timeline", "--json", facts, article, facts).stdout)
    ids = [document["id"] for document in found["documents"]]
    digest = ids[0]
    assert ids == [digest, f"{digest}-2", "a", f"{digest}-3", f"{digest}-4"]
    assert found["timeline"][2]["events"] == ["a#v1"]


def test_filters_reach_the_timeline(run: Run) -> None:
    result = run("timeline", "--json", "--about", "Budi", "--from", "2000", "--to", "2024-02", stdin=ARTICLE)
    assert "[Budi 2000-01-01 2024-02-29]" in json.loads(result.stdout)["timeline"][0]["summary"]


def test_every_filter_reaches_the_timeline(run: Run) -> None:
    filters = "--place Bitung --type visit --type meeting --status planned --all --top 3"
    result = run("timeline", "--json", *filters.split(), stdin=ARTICLE)
    summary = json.loads(result.stdout)["timeline"][0]["summary"]
    assert "[Bitung ['visit', 'meeting'] ['planned'] True 3]" in summary


@pytest.mark.parametrize(("option", "value"), [("--type", "visit"), ("--status", "planned")])
def test_an_unknown_value_is_reported_with_the_known_ones(run: Run, option: str, value: str) -> None:
    result = run("timeline", option, f"{value}x", stdin=ARTICLE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert value in result.stderr.split("choose from")[1]


def test_a_name_stands_for_all_whom_the_gazetteer_knows_by_it() -> None:
    assert names_asked(None) == []
    assert names_asked("Jokowi")[0] == "Jokowi"
    assert set(names_asked("Jokowi")) & set(names_asked("Joko Widodo")) != set()


@pytest.mark.parametrize("spelt", ["Budi", None])
def test_several_of_one_name_are_listed(run: Run, tmp_path: Path, spelt: str | None) -> None:
    def article(id: str, name: str) -> str:
        who = Entity(id="e1", label="PER", name=name, mentions=[Mention(start=0, end=4, text=spelt or name)])
        trigger = Trigger(start=5, end=9, text="tiba", lemma="tiba")
        event = Event(id="v1", trigger=trigger, class_="OCCURRENCE", agents=["e1"], summary=f"{name} tiba")
        return to_json(Facts(id=id, text="Budi tiba", entities=[who], events=[event]))

    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join([article("a", "Budi Hartono"), article("b", "Budi Santoso")]), encoding="utf-8")
    listed = run("timeline", "--json", path, "--about", "Budi").stderr
    assert "PER:budi hartono Budi Hartono (events: 1, articles: 1)" in listed
    assert "PER:budi santoso" in listed


@pytest.mark.parametrize("option", ["--about", "--place"])
def test_a_name_that_nobody_has_is_reported_beside_the_data(run: Run, option: str) -> None:
    result = run("timeline", "--json", option, "Bitumg", stdin=ARTICLE)
    assert result.exit_code == 0
    assert f"{option} Bitumg" in result.stderr


@pytest.mark.parametrize("arguments", [["--from", "kemarin"], ["--to", "2024-13"], ["--from", "2024", "--to", "2023"]])
def test_stretches_that_are_none(run: Run, arguments: list[str]) -> None:
    result = run("timeline", *arguments, stdin=ARTICLE)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_damaged_facts_among_good_ones(run: Run) -> None:
    facts = run("extract", stdin=ARTICLE).stdout
    result = run("timeline", stdin=f'{facts}{{"schema": "factcli/1", "text"\n{facts}')
    assert result.exit_code == 3
    assert "line 2" in result.stderr
    assert result.stdout.count("Pasar Dibuka") == 2


def test_nothing_found_is_said_beside_the_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.timeline.merge_timeline", lambda *_, **__: [])
    result = run("timeline", stdin=ARTICLE)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing" in result.stderr
    assert run("timeline", "-q", stdin=ARTICLE).stderr == ""
    assert json.loads(run("timeline", "--json", stdin=ARTICLE).stdout)["timeline"] == []


def test_ids_become_distinct() -> None:
    assert [facts.id for facts in distinct([Facts(id="a"), Facts(id="b"), Facts(id="a"), Facts(id="a-2")])] == [
        "a",
        "b",
        "a-2",
        "a-2-2",
    ]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-05", "2024-02-05", "2024-02-05"),
    ],
)
def test_edges(written: str, first: str, last: str) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


def test_what_cannot_be_searched_for_or_written_is_wrong_use(run: Run) -> None:
    for arguments in (
        ["--about", ""],
        ["--place", " "],
        ["--top", "0"],
        ["--top", "9" * 5000],
        ["--json", "--format", "csv"],
    ):
        result = run("timeline", *arguments, stdin=ARTICLE)
        assert (result.exit_code, result.stdout) == (2, "")
        (line,) = result.stderr.splitlines()
        assert arguments[0] in line


@pytest.mark.parametrize("day", ["2024-02-30", "0000", "24", "kemarin"])
def test_a_bound_that_is_no_day_month_or_year(run: Run, day: str) -> None:
    for option in ("--from", "--to"):
        result = run("timeline", option, day, stdin=ARTICLE)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(
            f"factcli: {option}: '{day}' is not a day, month or year; write it as 2024-01-22"
        )


def test_articles_of_one_id_get_names_of_their_own_in_time_that_grows_with_their_number() -> None:
    documents = [Facts(id="a"), Facts(id="a-2"), *(Facts(id="a") for _ in range(3))]
    assert [facts.id for facts in distinct(documents)] == ["a", "a-2", "a-3", "a-4", "a-5"]
    assert_linear(lambda n: [Facts(id="a")] * n, distinct, 5000)
