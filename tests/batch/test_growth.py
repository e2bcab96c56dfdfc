"""An archive that has grown since the last run: what is new or changed is done, the rest is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

import pytest

from batch.stubs import BROKEN, at_once, ids, problems, write_lines
from factcli.batch import Options, chunks, run_batch
from factcli.batch.manifest import Changes
from factcli.batch.work import Answer, Chunk

Change = Callable[[Path], object]


class BrokenOffError(Exception):
    """The end of the process, as near as one process can come to it."""


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SHARD_PIECES", 10)
    monkeypatch.setattr(chunks, "CHUNK_PIECES", 4)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Files of one article each and one of twelve, some of which cannot be worked off, one in English."""
    folder = tmp_path / "arsip"
    folder.mkdir()
    for number in range(14):
        text = BROKEN if number % 5 == 2 else f"Pasar ke-{number} dibuka."
        (folder / f"n{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "n03.txt").write_text(
        "The minister said that she would open the market and the school.", encoding="utf-8"
    )
    write_lines(folder / "m.jsonl", [BROKEN if n == 4 else f"Berita {n}." for n in range(12)])
    return folder


def read(out: Path) -> tuple[list[str], list[str]]:
    """The facts of an output, and its problems, whatever their order."""
    facts = sorted(line for shard in out.glob("facts-*.jsonl") for line in shard.read_text().splitlines())
    return facts, sorted(map(str, problems(out)))


def run_on(archive: Path, out: Path, *, counting: list[str] | None = None, after: int | None = None) -> Changes:
    """Run the batch, with the names of the files that were worked on; break off after so many answers."""

    def engine(chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
        def seen() -> Generator[Chunk]:
            for chunk in chunks:
                if counting is not None:
                    counting.extend(Path(piece.name).name for piece in chunk.pieces)
                yield chunk

        for number, answer in enumerate(at_once(seen(), options)):
            if number == after:
                raise BrokenOffError
            yield answer

    return run_batch([str(archive)], out, engine=engine, options=Options()).changes


def rewrite(path: Path, text: str) -> None:
    """Give a file another text, and another time, as happens sooner or later."""
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def rewrite_all(paths: Iterable[Path]) -> None:
    """Give each file a text of its own."""
    for path in paths:
        rewrite(path, f"Pasar {path.stem}.")


CHANGES: dict[str, tuple[Change, Changes]] = {
    "new": (lambda folder: (folder / "a.txt").write_text("Baru."), Changes(new=1)),
    "changed": (lambda folder: rewrite(folder / "n05.txt", "Pasar lain."), Changes(changed=1)),
    "mended": (lambda folder: rewrite(folder / "n02.txt", "Pasar itu jadi."), Changes(changed=1)),
    "broken": (lambda folder: rewrite(folder / "n13.txt", BROKEN), Changes(changed=1)),
    "english": (lambda folder: rewrite(folder / "n03.txt", "Pasar."), Changes(changed=1)),
    "appended": (
        lambda folder: rewrite(folder / "m.jsonl", (folder / "m.jsonl").read_text() + '{"id": "99", "text": "Isi."}\n'),
        Changes(changed=1),
    ),
    "many": (
        lambda folder: rewrite_all(sorted(folder.glob("n*.txt"))),
        Changes(changed=14),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("after", [None, 1, 4])
def test_the_output_is_that_of_a_run_of_everything(
    archive: Path, tmp_path: Path, change: str, after: int | None
) -> None:
    out, whole = tmp_path / "fakta", tmp_path / "utuh"
    if after is None:
        run_on(archive, out)
    else:
        with pytest.raises(BrokenOffError):
            run_on(archive, out, after=after)
    alter, expected = CHANGES[change]
    alter(archive)
    assert run_on(archive, out)[:2] == expected[:2]
    run_on(archive, whole)
    assert read(out) == read(whole)
    assert {path.suffix for path in out.iterdir()} <= {".jsonl", ".sqlite"}
    again = run_batch([str(archive)], out, engine=at_once, options=Options())
    fresh = run_batch([str(archive)], whole, engine=at_once, options=Options())
    assert again.was_finished and again.changes == Changes()
    assert (again.articles, again.problems, again.undated, again.foreign, again.share, again.size) == (
        fresh.articles, fresh.problems, fresh.undated, fresh.foreign, fresh.share, fresh.size,
    )  # fmt: skip


def test_what_is_unchanged_is_not_done_again(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    run_on(archive, out)
    (archive / "a.txt").write_text("Baru.", encoding="utf-8")
    rewrite(archive / "n05.txt", "Pasar lain.")
    worked: list[str] = []
    assert run_on(archive, out, counting=worked) == Changes(new=1, changed=1)
    assert sorted(worked) == ["a.txt", "n05.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_is_read_once_that_is_permitted(archive: Path, tmp_path: Path) -> None:
    out, closed = tmp_path / "fakta", archive / "n05.txt"
    closed.chmod(0)
    run_on(archive, out)
    assert not any("Pasar ke-5" in line for line in read(out)[0])
    assert run_on(archive, out) == Changes()
    closed.chmod(0o644)
    assert run_on(archive, out) == Changes(changed=1)
    assert any("Pasar ke-5" in line for line in read(out)[0])
    assert not any("n05.txt" in line for line in read(out)[1])


def test_what_is_gone_is_named_and_kept(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    run_on(archive, out)
    before = read(out)
    for name in ("n05.txt", "n06.txt"):
        (archive / name).unlink()
    changes = run_on(archive, out)
    assert changes == Changes(gone=2, example=str(archive / "n05.txt"))
    assert read(out) == before


def test_what_is_gone_before_its_turn_is_not_missed(archive: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "fakta", tmp_path / "utuh"
    with pytest.raises(BrokenOffError):
        run_on(archive, out, after=1)
    (archive / "n13.txt").unlink()
    assert run_on(archive, out).gone == 1
    run_on(archive, whole)
    assert read(out) == read(whole)


def test_another_archive_is_added(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    run_on(archive, out)
    known = ids(out)
    other = tmp_path / "lain"
    other.mkdir()
    (other / "baru.txt").write_text("Baru.", encoding="utf-8")
    assert run_on(other, out)[:3] == (1, 0, 15)
    assert ids(out) == [*known, "baru"]
    assert run_on(other, out)[:3] == (0, 0, 15)


@pytest.mark.parametrize(
    "place",
    [
        "factcli.batch.shards.Output.without",
        "factcli.batch.manifest.Manifest.take_up",
        "factcli.batch.shards.Output.replace",
        "factcli.batch.manifest.Manifest.forget_replaced",
    ],
)
def test_taking_up_what_changed_can_break_off_anywhere(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    out, whole = tmp_path / "fakta", tmp_path / "utuh"
    run_on(archive, out)
    for name in ("n02.txt", "n05.txt", "n12.txt"):
        rewrite(archive / name, f"Pasar {name}.")
    calls = 0

    def break_off(*_arguments: object, **_options: object) -> None:
        nonlocal calls
        calls += 1
        raise BrokenOffError

    with monkeypatch.context() as patch:
        patch.setattr(place, break_off)
        for _ in range(2):
            with pytest.raises(BrokenOffError):
                run_on(archive, out)
    assert calls == 2
    run_on(archive, out)
    run_on(archive, whole)
    assert read(out) == read(whole)
    assert not list(out.glob(".*"))


def test_a_shard_of_which_nothing_is_left_goes(tmp_path: Path) -> None:
    folder, out = tmp_path / "arsip", tmp_path / "fakta"
    folder.mkdir()
    (folder / "a.txt").write_text("Isi.", encoding="utf-8")
    run_on(folder, out)
    rewrite(folder / "a.txt", "Isi lain.")
    run_on(folder, out)
    assert [path.name for path in sorted(out.glob("facts-*"))] == ["facts-000001.jsonl"]
    rewrite(folder / "a.txt", BROKEN)
    run_on(folder, out)
    assert list(out.glob("facts-*")) == []
    assert len(problems(out)) == 1
    rewrite(folder / "a.txt", "Isi.")
    run_on(folder, out)
    assert (ids(out), problems(out)) == (["a"], [])


def test_a_line_that_is_rewritten_under_the_reader_is_reported_and_read_again(tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "fakta"
    write_lines(path, [f"Berita {n}." for n in range(40)])
    lines = path.read_text(encoding="utf-8")

    def engine(chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
        for number, answer in enumerate(at_once(chunks, options)):
            yield answer
            if number == 0:
                rewrite(path, "".join(json.dumps({"id": str(n), "text": f"Lain {n}."}) + "\n" for n in range(1, 41)))

    run_batch([str(path)], out, engine=engine, options=Options())
    texts = [json.loads(line)["text"] for shard in out.glob("facts-*") for line in shard.read_text().splitlines()]
    assert texts and set(texts) <= {json.loads(line)["text"] for line in lines.splitlines()}
    assert len(texts) + len(problems(out)) == 40
    assert all("rewritten while it was read" in reason for *_, reason in problems(out))
    assert run_batch([str(path)], out, engine=at_once, options=Options()).changes == Changes(changed=1)
    assert problems(out) == [] and len(ids(out)) == 40
