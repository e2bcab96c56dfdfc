"""A run from its inputs to its shards, with an engine in this process."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from pathlib import Path

import pytest

from batch.stubs import BROKEN, at_once, ids, problems, shard_bytes, write_lines
from factcli.batch import BatchError, Options, OptionsError, Summary, chunks, run_batch
from factcli.batch.run import Engine
from factcli.batch.work import Answer, Chunk

OPTIONS = Options()


class BrokenOffError(Exception):
    """The end of the process, as near as one process can come to it."""


def breaking_off(after: int) -> Engine:
    """An engine whose run ends after so many answers."""

    def engine(chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
        for number, answer in enumerate(at_once(chunks, options)):
            if number == after:
                raise BrokenOffError
            yield answer

    return engine


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SHARD_PIECES", 10)
    monkeypatch.setattr(chunks, "CHUNK_PIECES", 4)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """37 articles, two of which cannot be worked off and one of which cannot be read."""
    folder = tmp_path / "arsip"
    (folder / "dalam").mkdir(parents=True)
    write_lines(folder / "a.jsonl", [f"{'Isi. ' * (n % 7)}{BROKEN if n in (3, 20) else ''}" for n in range(30)])
    for number in range(7):
        (folder / "dalam" / f"berita-{number}.txt").write_text(f"Berita ke-{number}." * number, encoding="utf-8")
    (folder / "catatan.md").write_text("Bukan artikel.", encoding="utf-8")
    return folder


def test_every_article_is_written_once_in_the_order_of_the_input(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    seen: list[Summary] = []
    summary = run_batch([str(archive)], out, engine=at_once, options=OPTIONS, watch=seen.append)
    numbers = [str(number) for number in range(1, 31) if number not in (4, 21)]
    assert ids(out) == [*numbers, *(f"berita-{number}" for number in range(1, 7))]
    assert [each[:3] for each in problems(out)] == [
        ("a.jsonl", 4, "4"),
        ("a.jsonl", 21, "21"),
        ("berita-0.txt", None, None),
    ]
    assert (summary.articles, summary.problems, summary.shards, summary.inputs) == (34, 3, 4, 8)
    assert summary.share == summary.size
    assert sorted(path.name for path in out.iterdir()) == [
        "errors.jsonl",
        *(f"facts-00000{number}.jsonl" for number in range(4)),
        "manifest.sqlite",
    ]
    done = [each.articles + each.problems for each in seen]
    assert done == sorted(done) and done[-1] == 37


@pytest.mark.parametrize("after", range(11))
def test_a_run_that_broke_off_anywhere_is_gone_on_with(archive: Path, tmp_path: Path, after: int) -> None:
    whole, out = tmp_path / "utuh", tmp_path / "fakta"
    run_batch([str(archive)], whole, engine=at_once, options=OPTIONS)
    with pytest.raises(BrokenOffError):
        run_batch([str(archive)], out, engine=breaking_off(after), options=OPTIONS)
    answers: list[Answer] = []

    def counting(chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
        for answer in at_once(chunks, options):
            answers.append(answer)
            yield answer

    summary = run_batch([str(archive)], out, engine=counting, options=OPTIONS)
    assert shard_bytes(out) == shard_bytes(whole)
    assert len(answers) == 11 - after
    assert summary.before == 37 - sum(len(answer.outcomes) for answer in answers)


def test_a_run_that_breaks_off_after_every_answer_comes_to_its_end(archive: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "utuh", tmp_path / "fakta"
    run_batch([str(archive)], whole, engine=at_once, options=OPTIONS)
    for _ in range(11):
        with pytest.raises(BrokenOffError):
            run_batch([str(archive)], out, engine=breaking_off(1), options=OPTIONS)
            raise BrokenOffError
    run_batch([str(archive)], out, engine=at_once, options=OPTIONS)
    assert shard_bytes(out) == shard_bytes(whole)


def test_an_id_of_a_megabyte_is_shortened_in_the_list_of_problems(tmp_path: Path) -> None:
    lines = [{"id": "\x00é\u2028" * 400_000, "text": BROKEN}, {"id": "a", "text": "Pasar dibuka."}]
    archive = tmp_path / "a.jsonl"
    archive.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    run_batch([str(archive)], tmp_path / "fakta", engine=at_once, options=OPTIONS)
    ((_, position, article, reason),) = problems(tmp_path / "fakta")
    assert (position, reason) == (1, "ValueError: rusak")
    assert article is not None and article.startswith("\x00é") and len(article) <= 200
    assert ids(tmp_path / "fakta") == ["a"]


@pytest.mark.parametrize("after", [1, 3, 5])
def test_articles_in_other_languages_are_counted_across_a_break(tmp_path: Path, after: int) -> None:
    english = "The minister said that she would open the market and the school on Monday."
    archive = write_lines(tmp_path / "a.jsonl", [english if n % 3 == 0 else "Pasar dibuka." for n in range(24)])
    out = tmp_path / "fakta"
    with pytest.raises(BrokenOffError):
        run_batch([str(archive)], out, engine=breaking_off(after), options=OPTIONS)
    assert run_batch([str(archive)], out, engine=at_once, options=OPTIONS).foreign == {"en": 8}
    assert run_batch([str(archive)], out, engine=at_once, options=OPTIONS).foreign == {"en": 8}, "finished before"


@pytest.mark.parametrize("step", ["write", "append", "record", "forget"])
def test_a_shard_that_was_being_sealed_is_sealed_again(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    whole, out = tmp_path / "utuh", tmp_path / "fakta"
    run_batch([str(archive)], whole, engine=at_once, options=OPTIONS)
    place = {
        "write": "factcli.batch.shards.whole_file",
        "append": "factcli.batch.shards.append_whole",
        "record": "factcli.batch.manifest.Manifest.seal",
        "forget": "factcli.batch.shards.Output.forget",
    }[step]

    def break_off(*_arguments: object, **_options: object) -> None:
        raise BrokenOffError

    with monkeypatch.context() as patch:
        patch.setattr(place, break_off)
        with pytest.raises(BrokenOffError):
            run_batch([str(archive)], out, engine=at_once, options=OPTIONS)
    run_batch([str(archive)], out, engine=at_once, options=OPTIONS)
    assert shard_bytes(out) == shard_bytes(whole)


def test_a_finished_run_is_left_alone(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    first = run_batch([str(archive)], out, engine=at_once, options=OPTIONS)
    before = shard_bytes(out)
    again = run_batch([str(archive)], out, engine=breaking_off(0), options=OPTIONS)
    assert again.was_finished and not first.was_finished
    assert (again.articles, again.problems) == (first.articles, first.problems)
    assert shard_bytes(out) == before


@pytest.mark.parametrize("after", [2, 11])
def test_other_options_are_refused(archive: Path, tmp_path: Path, after: int) -> None:
    out = tmp_path / "fakta"
    table = tmp_path / "kami.tsv"
    table.write_text("label\tname\nPER\tBudi Uji\n", encoding="utf-8")
    begin = breaking_off(after)
    if after < 11:
        with pytest.raises(BrokenOffError):
            run_batch([str(archive)], out, engine=begin, options=OPTIONS)
    else:
        run_batch([str(archive)], out, engine=begin, options=OPTIONS)
    for options, reason in (
        (Options(published="2024-01-22"), "begun with --published none, now it is 2024-01-22"),
        (Options(gazetteer=(str(table),)), "begun with --gazetteer none, now it is .*kami.tsv"),
        (Options(format="parquet"), "begun with --format jsonl, now it is parquet"),
    ):
        with pytest.raises(OptionsError, match=reason):
            run_batch([str(archive)], out, engine=at_once, options=options)


def test_a_table_that_was_changed_is_another_option(archive: Path, tmp_path: Path) -> None:
    out, table = tmp_path / "fakta", tmp_path / "kami.tsv"
    table.write_text("label\tname\nPER\tBudi Uji\n", encoding="utf-8")
    options = Options(gazetteer=(str(table),))
    run_batch([str(archive)], out, engine=at_once, options=options)
    table.write_text("label\tname\nPER\tBudi Coba\n", encoding="utf-8")
    with pytest.raises(OptionsError, match="--gazetteer"):
        run_batch([str(archive)], out, engine=at_once, options=options)


def test_a_folder_with_other_files_is_refused(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    out.mkdir()
    (out / "penting.txt").write_text("Jangan disentuh.", encoding="utf-8")
    with pytest.raises(BatchError, match="holds other files"):
        run_batch([str(archive)], out, engine=at_once, options=OPTIONS)
    assert [path.name for path in out.iterdir()] == ["penting.txt"]


def test_no_article_can_say_where_it_is_written(tmp_path: Path) -> None:
    out = tmp_path / "dalam" / "fakta"
    names = ["../../luar", "/tmp/luar", "..\\luar", "a/../../luar", "\x00", "luar\n"]
    path = tmp_path / "..%2f..%2fluar.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": "Isi."}) + "\n" for name in names), encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    run_batch([str(path)], out, engine=at_once, options=OPTIONS)
    written = set(tmp_path.rglob("*")) - before - {out, out.parent}
    assert {each.name for each in written} == {"facts-000000.jsonl", "manifest.sqlite"}
    assert all(each.parent == out for each in written)
    assert ids(out) == names


def test_lost_work_is_reported(archive: Path, tmp_path: Path) -> None:
    def forgetful(chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
        for number, answer in enumerate(at_once(chunks, options)):
            if number != 1:
                yield answer

    out = tmp_path / "fakta"
    with pytest.raises(BatchError, match="resumes it"):
        run_batch([str(archive)], out, engine=forgetful, options=OPTIONS)
    assert run_batch([str(archive)], out, engine=at_once, options=OPTIONS).articles == 34
