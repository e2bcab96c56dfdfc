"""Hard ends, done for real: kill -9 of the run and of its workers, Ctrl-C, and articles that kill."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hanging import HANG_SECONDS

from batch.driver import finish, start, wait_for_end, workers_of
from batch.stubs import BROKEN, DEADLY, HELD, SLOW, ids, problems, shard_bytes, write_lines

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds worker processes in /proc")

COUNT = 160
# No run gets past this article as long as the file is not there.
HELD_ARTICLE, GATE = 150, "terbuka"
# So often a run is killed before the file is there. Three shards are written without it, which count for so much.
SURE_KILLS, BEFORE_GATE = 3, 30
KILLED = "the worker process died on it each time (SIGKILL: out of memory?)"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("arsip")
    texts = [f"Berita {number}. {SLOW}{BROKEN if number % 50 == 7 else ''}" for number in range(COUNT)]
    texts[HELD_ARTICLE] = f"{HELD}{folder / GATE}"
    (folder / GATE).touch()
    return write_lines(folder / "a.jsonl", texts)


@pytest.fixture
def gate(archive: Path) -> Iterator[Path]:
    """A file without which no run over the archive comes to its end, however slow the test is."""
    shut = archive.parent / GATE
    shut.unlink()
    yield shut
    shut.touch()


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run leaves that nobody disturbs."""
    out = tmp_path_factory.mktemp("utuh") / "fakta"
    code, _ = finish(archive, "--out", out)
    assert code == 3
    assert len(ids(out)) == len(set(ids(out))) == COUNT - 4
    return shard_bytes(out)


def answers_in(out: Path) -> int:
    # The run takes the folder away when it ends, perhaps while it is being read here.
    with suppress(FileNotFoundError):
        return len(list((out / ".answers").glob("0*"))) + 10 * len(list(out.glob("facts-*")))
    return 10 * len(list(out.glob("facts-*")))


def wait_for(out: Path, answers: int, process: subprocess.Popen[str]) -> None:
    """Return when so many answers are kept, or the run is over."""
    until = time.monotonic() + HANG_SECONDS
    while answers_in(out) < answers and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_killed_again_and_again_loses_and_doubles_nothing(
    archive: Path, whole: dict[str, bytes], tmp_path: Path, gate: Path, workers: int
) -> None:
    out = tmp_path / "fakta"
    chance = random.Random(workers)
    kills = 0
    while True:
        if kills == SURE_KILLS:
            gate.touch()
        process = start(archive, "--out", out, "--workers", workers)
        answers = answers_in(out) + chance.randint(5, 20)
        wait_for(out, answers if gate.exists() else min(answers, BEFORE_GATE), process)
        time.sleep(chance.random() / 20)
        left = workers_of(process)
        if process.poll() is None:
            process.kill()
        process.communicate()
        wait_for_end(left)
        if process.returncode == 3:
            break
        assert process.returncode == -signal.SIGKILL
        kills += 1
    assert kills >= SURE_KILLS
    assert shard_bytes(out) == whole


def test_a_run_whose_workers_are_killed_goes_on(archive: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    chance = random.Random(5)
    process = start(archive, "--out", out, "--workers", 2)
    for kills in range(1, 7):
        wait_for(out, 7 * kills, process)
        # Right after a kill there may be none for a moment, until the run has seen it and started another.
        while not (running := workers_of(process)) and process.poll() is None:
            time.sleep(0.01)
        if running:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(running), signal.SIGKILL)
    _, err = process.communicate(timeout=HANG_SECONDS)
    assert process.returncode == 3, err
    assert shard_bytes(out) == whole


def test_an_article_that_kills_its_worker_costs_no_other(tmp_path: Path) -> None:
    texts = [f"Berita {number}." + (DEADLY if number in (5, 30) else "") for number in range(50)]
    archive, out = write_lines(tmp_path / "a.jsonl", texts), tmp_path / "fakta"
    code, err = finish(archive, "--out", out, "--workers", 2)
    assert code == 3
    assert ids(out) == [str(number) for number in range(1, 51) if number not in (6, 31)]
    assert problems(out) == [("a.jsonl", 6, None, KILLED), ("a.jsonl", 31, None, KILLED)]
    assert "48 articles in 2 shards, 2 failed" in err
    assert "Traceback" not in err


def test_an_interruption_says_how_to_go_on(archive: Path, whole: dict[str, bytes], gate: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    process = start(archive, "--out", out, "--workers", 2)
    wait_for(out, 5, process)
    workers = workers_of(process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HANG_SECONDS)
    wait_for_end(workers)
    assert process.returncode == 130
    (line,) = err.splitlines()
    assert line.startswith("factcli: interrupted after ") and line.endswith("the same command resumes it")
    gate.touch()
    code, _ = finish(archive, "--out", out)
    assert code == 3
    assert shard_bytes(out) == whole


@pytest.mark.usefixtures("gate")
def test_an_interruption_from_the_terminal_reaches_no_worker(archive: Path, tmp_path: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    code = "import os; os.setsid(); import fcntl, termios; fcntl.ioctl(2, termios.TIOCSCTTY, 0); "
    code += "import runpy, sys; sys.path[:0] = ['', '..']; sys.argv = sys.argv[1:]; "
    code += "runpy.run_module('batch.driver', run_name='__main__', alter_sys=True)"
    out = tmp_path / "fakta"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "driver", "load", "batch", str(archive), "--out", str(out), "--workers", "2"],
        cwd=Path(__file__).resolve().parents[1],
        # Without one there is no bar.
        env={**os.environ, "TERM": "xterm"},
        stdin=follower,
        stdout=follower,
        stderr=follower,
        text=True,
    )
    os.close(follower)
    wait_for(out, 12, process)
    os.write(leader, b"\x03")
    shown = b""
    with suppress(OSError):
        while piece := os.read(leader, 65536):
            shown += piece
    os.close(leader)
    assert process.wait(timeout=HANG_SECONDS) == 130
    text = shown.decode()
    assert "Traceback" not in text and "KeyboardInterrupt" not in text
    assert "the same command resumes it" in text
    assert "a second" in text and "left" in text


def test_workers_that_cannot_work_end_the_run(tmp_path: Path) -> None:
    archive, out = write_lines(tmp_path / "a.jsonl", ["Berita."]), tmp_path / "fakta"
    code, err = finish(archive, "--out", out, load="load_without_models")
    assert (code, err) == (4, "factcli: the model file of jsonl is missing: reinstall factcli\n")
    code, err = finish(archive, "--out", out, load="load_and_die")
    assert (code, err) == (1, "factcli: worker processes die before their models are loaded (exit code 7)\n")
    code, err = finish(archive, "--out", out)
    assert code == 0
    assert ids(out) == ["1"]


@pytest.mark.usefixtures("gate")
def test_a_second_run_waits_for_the_first(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "fakta"
    process = start(archive, "--out", out)
    wait_for(out, 1, process)
    code, err = finish(archive, "--out", out)
    assert (code, err) == (1, f"factcli: {out}: another run is writing there\n")
    process.kill()
    process.communicate()
