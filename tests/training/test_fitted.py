"""`python -m training` from the trained heads on: what stories and editors teach, on the gold set of our own prose.

The heads are those that ship; of our own annotation there is so little that nothing good is learned.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from factcli.pipeline import Pipeline
from factcli.timeline import need as reader_needs
from factcli.timeline import sameness, words, worth
from factcli.timeline.network import read_network
from factcli.tokens.models import FOLDER_VARIABLE
from training import __main__ as command
from training import need, printable, sets
from training.editors import articles, judged, judgements
from training.standoff import digest, keep, own_rows

ROOT = Path(__file__).resolve().parents[2]
TIMELINE = ROOT / "factcli" / "timeline"
MADE = ("words.npz", "sameness.npz", "need.json", "worth.json")
Row = dict[str, Any]


def gold_rows() -> list[Row]:
    """The articles, each of one headline and one line, as our own annotation has them."""
    rows = map(json.loads, (ROOT / "tests" / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    return [row | {"text": flat(row["text"]), "undated": []} for row in rows]


def flat(text: str) -> str:
    """A text of one line below its headline, every character where it was."""
    title, body = text.split("\n", 1)
    return title + "\n" + body.replace("\n", " ")


def line_of(row: Row) -> str:
    """The article without its headline, as it stands in text/."""
    return str(row["text"].split("\n", 1)[1])


def story(rows: list[Row], number: int) -> Row:
    """Two reports of one story, the one as the other."""
    row = rows[number]
    events = [
        {
            "start": event["trigger"]["start"],
            "end": event["trigger"]["end"],
            "happening": str(place),
            "needed": place < 3,
        }
        for place, event in enumerate(row["events"])
    ]
    report = {"line": digest(line_of(row)), "title": row["title"], "published": row["published"], "events": events}
    return {"story": f"s{number}", "held": False, "articles": [report, report]}


def judgement(row: Row, number: int) -> str:
    """What an editor says of an event: the first two of an article are right."""
    start = row["events"][number]["trigger"]["start"] - len(row["title"]) - 1
    return f"{digest(line_of(row))}\t{row['published']}\t{start}\t{'R' if number < 2 else 'U'}\t\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with text/ and events/, and our own annotation of it in place of what is in the repository."""
    rows, folder = gold_rows(), tmp_path / "data"
    for name in ("text", "events"):
        (folder / name).mkdir(parents=True)
    (folder / "text" / "news.txt").write_text("".join(line_of(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "text" / "news2.txt").write_text("", encoding="utf-8")
    for name in ("train", "dev60"):
        sets.write_rows(folder / "events" / f"{name}.jsonl", rows[:3])
    keep([row | {"held": True} for row in rows[3:5]], news := tmp_path / "news.jsonl.gz")
    for name, numbers in (("stories", range(3)), ("sorted", range(3, 6))):
        lines = "".join(json.dumps(story(rows, number)) + "\n" for number in numbers)
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    table = tmp_path / "editors.tsv"
    said = (judgement(row, number) for row in rows for number in range(len(row["events"])))
    table.write_text("line\tpublished\ttrigger\tverdict\tcodes\n" + "".join(said), encoding="utf-8")
    ours = ((name, tmp_path / f"{file}.jsonl.gz", False) for name, file in (("own", "stories"), ("sorted", "sorted")))
    monkeypatch.setattr(sets, "OURS", tuple(ours))
    monkeypatch.setattr(sets, "own_rows", partial(own_rows, paths=(news,)))
    monkeypatch.setattr(printable, "judgements", partial(judgements, table))
    monkeypatch.setattr(printable, "articles", partial(articles, path=table))
    monkeypatch.setattr(need, "judged", partial(judged, path=table))
    return folder


@pytest.fixture
def work(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which everything up to the heads lies already, and the command line that goes on in it."""
    work = tmp_path / "work"
    (work / "base").mkdir(parents=True)
    (work / "joint.6.pt").touch()
    shutil.copytree(ROOT / "models", work / "models")
    (work / "scores.txt").touch()
    arguments = ["--data", data, "--events", data / "events", "--package", tmp_path, "--work", work]
    monkeypatch.setattr(sys, "argv", ["training", *map(str, arguments)])
    # The command sets these; set here first, they are taken back when the test ends.
    monkeypatch.setenv(FOLDER_VARIABLE, str(work / "models"))
    monkeypatch.setattr(words, "PATH", words.PATH)
    monkeypatch.setattr(sameness, "PATH", sameness.PATH)
    forget_words()
    yield work
    forget_words()


def forget_words() -> None:
    """Words are read once in a process; those of this test are no others'."""
    words._table.cache_clear()
    words.rarity.cache_clear()


def test_from_the_heads_on_all_is_made_once_and_the_repository_stays_as_it_is(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = {name: (TIMELINE / name).read_bytes() for name in MADE}
    command.main()
    steps = [
        line.removeprefix(f"{work}/") for line in capsys.readouterr().out.splitlines() if line.startswith(str(work))
    ]
    assert steps == [
        "factcli/timeline/words.npz", "sets/held/articles.jsonl", "sets/editors/facts.jsonl",
        *(f"sets/{name}/facts.jsonl" for name in ("train", "dev60", "held", "own", "sorted")),
        "factcli/timeline/sameness.npz", "factcli/timeline/worth.json",
    ]  # fmt: skip
    assert {name: (TIMELINE / name).read_bytes() for name in MADE} == kept
    # What was made is what factcli reads.
    Pipeline.load()
    folder = work / "factcli" / "timeline"
    assert read_network(folder / "sameness.npz").names == read_network(TIMELINE / "sameness.npz").names
    for path in (reader_needs.PATH, worth.PATH):
        made, ships = (msgspec.json.decode((one / path.name).read_bytes()) for one in (folder, TIMELINE))
        assert {key: list(made[key]) for key in made} == {key: list(ships[key]) for key in ships}
    command.main()
    assert str(work) not in capsys.readouterr().out
