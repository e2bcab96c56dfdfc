"""Commands that end before their end: kill -9, Ctrl-C, a reader that has seen enough (for `batch`: tests/batch)."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hanging import HANG_SECONDS
from store.some_facts import article

from factcli.store import StoreError, documents, find, open_existing
from weather.command import PROGRAM, ROOT, finish, messages, start, write_facts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")

COUNT = 400
# So many of them are saved before the command waits.
SAVES = "300"
SENTENCE = "Menteri Siti Aminah membuka pasar di Solo pada 3 Juli 2020."


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_facts(tmp_path_factory.mktemp("fakta") / "a.jsonl", COUNT)


def saved(db: Path) -> list[str]:
    """The ids of the articles in a store, which is whole; none where it is not there yet, or empty."""
    try:
        with open_existing(db) as store:
            assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert store.execute("PRAGMA foreign_key_check").fetchall() == []
            return [document.article for document in documents(store)]
    except StoreError as error:
        assert "no such store" in str(error) or "nothing was ever saved" in str(error)
        return []


def wait_for_more(db: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Return when the store holds more articles, or the process is over."""
    until = time.monotonic() + HANG_SECONDS
    while process.poll() is None and len(saved(db)) <= count:
        assert time.monotonic() < until
        time.sleep(0.005)


def test_saving_is_killed_and_done_again(facts: Path, tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    chance = random.Random(3)
    for kills in range(5):
        before = len(saved(db))
        process = start("extract", facts, "--save", "--db", db, home=tmp_path, SAVES=SAVES)
        wait_for_more(db, 40 * kills, process)
        time.sleep(chance.random() / 30)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert saved(db) == [f"a{number}" for number in range(1, len(saved(db)) + 1)]
        assert len(saved(db)) >= before
    kept = len(saved(db))
    assert 0 < kept < COUNT
    code, _, lines = finish("extract", facts, "--save", "--db", db, home=tmp_path)
    assert (code, lines) == (0, [f"factcli: articles saved in {db}: {COUNT} ({kept} of them again)"])
    with open_existing(db) as store:
        assert list(find(store)) == [article(f"a{number}") for number in range(1, COUNT + 1)]


def test_two_commands_save_in_one_store(tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    first, second = write_facts(tmp_path / "a.jsonl", 60), write_facts(tmp_path / "b.jsonl", 90)
    both = [start("extract", each, "--save", "--db", db, home=tmp_path) for each in (first, second)]
    for process in both:
        _, err = process.communicate(timeout=HANG_SECONDS)
        assert process.returncode == 0, err
    assert sorted(saved(db)) == sorted(f"a{number}" for number in range(1, 91))


def test_a_file_that_was_being_written_is_not_there(facts: Path, tmp_path: Path) -> None:
    output = tmp_path / "keluaran" / "baru.jsonl"
    output.parent.mkdir()
    output.write_text("old\n")
    process = start("extract", facts, "-o", output, "--save", home=tmp_path, SAVES=SAVES)
    while process.poll() is None and len(list(output.parent.iterdir())) < 2:
        time.sleep(0.001)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert output.read_text() == "old\n"
    assert finish("extract", facts, "-o", output, home=tmp_path)[0] == 0
    assert output.read_bytes() == facts.read_bytes()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_of_saving_keeps_what_is_saved(facts: Path, tmp_path: Path, number: signal.Signals) -> None:
    db = tmp_path / "facts.db"
    process = start("extract", facts, "--save", "--db", db, home=tmp_path, SAVES=SAVES)
    wait_for_more(db, 20, process)
    process.send_signal(number)
    _, err = process.communicate(timeout=HANG_SECONDS)
    assert messages(err) == []
    assert process.returncode == (130 if number == signal.SIGINT else -signal.SIGTERM)
    kept = saved(db)
    assert kept == [f"a{number}" for number in range(1, len(kept) + 1)]
    assert 20 < len(kept) < COUNT


def test_an_interruption_at_any_moment_leaves_no_traceback(facts: Path, tmp_path: Path) -> None:
    output = tmp_path / "keluaran" / "a.csv"
    output.parent.mkdir()
    for delay in (0.0, 0.02, 0.1, 0.2, 0.3, 0.4, 0.8):
        process = start("extract", facts, "-o", output, home=tmp_path)
        assert process.stderr
        assert process.stderr.readline() == b"ready\n"
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=HANG_SECONDS)
        assert b"Traceback" not in err, err.decode()
        # The command was over before the signal came, or ended by it.
        assert process.returncode in (0, 130), err.decode()
        left = [path.name for path in output.parent.iterdir()]
        assert left == ["a.csv"] or (left == [] and process.returncode == 130)
        output.unlink(missing_ok=True)


HELD = """
import os, signal, sys
from factcli.cli import interruption
from factcli.cli.outputs import opened
interruption.listen()
with opened(sys.argv[1]) as stream:
    stream.write("half")
    import swallowing
    print("goes on with half a library")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_while_a_library_loads_is_not_swallowed(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "loading.py").write_text(f"import os\nos.kill(os.getpid(), {int(number)})\n")
    (tmp_path / "swallowing.py").write_text("try:\n    import loading\nexcept BaseException:\n    pass\n")
    folder = tmp_path / "keluaran"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", HELD, folder / "a.json"],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"},
        capture_output=True,
        timeout=HANG_SECONDS,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    assert done.returncode == (130 if number == signal.SIGINT else -signal.SIGTERM)
    assert list(folder.iterdir()) == []


SWALLOWED = """
import os, signal
from factcli.cli import interruption
interruption.listen()
try:
    os.kill(os.getpid(), signal.SIGINT)
except BaseException:
    print("swallowed")
try:
    interruption.check()
except KeyboardInterrupt:
    print("raised again")
raise SystemExit(interruption.finish(0))
"""


def test_an_interruption_that_a_library_swallows_is_raised_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SWALLOWED],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=HANG_SECONDS,
    )
    assert (done.returncode, done.stdout.split(b"\n")[:2]) == (130, [b"swallowed", b"raised again"])


EVALUATED = """
import os, signal
from factcli.cli import interruption
interruption.listen()
try:
    eval("os.kill(os.getpid(), signal.SIGINT)")
except KeyboardInterrupt:
    raise SystemExit(interruption.finish(130)) from None
"""


def test_an_interruption_while_a_text_is_evaluated_has_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "evaluating.py").write_text(EVALUATED)
    done = subprocess.run(
        [sys.executable, "-m", "evaluating"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=HANG_SECONDS,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interruption_of_the_models(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": SENTENCE}) + "\n") * 2000, encoding="utf-8")
    process = start("extract", path, "--published", "2020-07-05", home=tmp_path)
    assert process.stdout
    first = process.stdout.readline()
    assert json.loads(first)["text"] == SENTENCE
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=HANG_SECONDS)
    assert messages(err) == []
    assert process.returncode == 130
    assert all(json.loads(line)["text"] == SENTENCE for line in out.splitlines())


@pytest.mark.parametrize("options", [[], ["--format", "csv"], ["--format", "jsonl", "--save"]])
def test_a_reader_that_has_seen_enough(facts: Path, tmp_path: Path, options: list[str]) -> None:
    program = [sys.executable, "-c", PROGRAM, "extract", str(facts), *options]
    quoted = " ".join("'" + part.replace("'", "'\\''") + "'" for part in program)
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {quoted} | head -1"],
        env={"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        timeout=HANG_SECONDS,
    )
    assert (done.returncode, messages(done.stderr)) == (0, [])
    assert len(done.stdout.splitlines()) == 1
    if "--save" in options:
        kept = saved(tmp_path / ".local" / "share" / "factcli" / "facts.db")
        assert kept == [f"a{number}" for number in range(1, len(kept) + 1)]
        assert kept
