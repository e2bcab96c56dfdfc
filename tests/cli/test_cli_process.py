"""The command as a process of its own: pipes, terminals, encodings, and what it costs to start."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hanging import HANG_SECONDS

ROOT = Path(__file__).resolve().parents[2]

COMMAND = (sys.executable, "-c", "from factcli.cli import main; main()")
# Prints a line once it listens to signals: before, the interpreter would take them its own way.
LISTENING = """
from factcli.cli import interruption, main
listen = interruption.listen
interruption.listen = lambda: (listen(), print(flush=True))
main()
"""
HEAVY = {"torch", "stanza", "spacy", "rich", "msgspec", "factcli.pipeline"}


def call(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, env=surroundings, timeout=HANG_SECONDS
    )


def shell(redirection: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """The command in that folder, as a shell calls it that closes some of its streams."""
    return subprocess.run(
        ["bash", "-c", f'"$@" {redirection}', "bash", *COMMAND, *arguments],
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=HANG_SECONDS,
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["extract", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    program = "import sys\nfrom factcli.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, cwd=ROOT, timeout=HANG_SECONDS
    )
    assert done.returncode == 0
    assert done.stdout
    assert not HEAVY & set(done.stderr.decode().split())


def test_utf8_whatever_the_locale() -> None:
    done = call("dates", stdin="Pada “Juli 2000” – é".encode(), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(done.stdout.decode("utf-8"))["dates"][0]["value"] == "2000-07"
    table = call("dates", "--format", "table", stdin=b"Juli 2000", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "2000-07-01 – 2000-07-31" in " ".join(table.stdout.decode("utf-8").split())


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "banyak.jsonl"
    path.write_text('{"text": "Pasar itu dibuka pada Juli 2000."}\n' * 3000, encoding="utf-8")
    command = " ".join(["'" + part + "'" for part in (*COMMAND, "dates", "--format", "json", str(path))])
    shell = f"set -o pipefail; {command} | head -n 1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, cwd=ROOT, timeout=HANG_SECONDS)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [["dates", "a.txt"], ["schema"], ["--version"], ["gazetteer", "show", "Q252"]])
def test_a_closed_standard_output_is_reported(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Pasar itu dibuka pada Juli 2000.", encoding="utf-8")
    done = shell(">&-", *arguments, folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"factcli: standard output: closed\n")
    assert shell(">&- 2>&-", *arguments, folder=tmp_path).returncode == 1
    assert shell("2>&-", *arguments, folder=tmp_path).returncode == 0


def test_a_message_with_nowhere_to_go_is_not_among_the_data(tmp_path: Path) -> None:
    done = shell("2>&-", "dates", "tiada.txt", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    (tmp_path / "a.txt").write_text("Pasar itu dibuka pada Juli 2000.", encoding="utf-8")
    assert shell("<&- >&- 2>&-", "dates", "a.txt", "-o", "a.json", folder=tmp_path).returncode == 0
    assert json.loads((tmp_path / "a.json").read_bytes())["dates"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("arguments", [["extract"], ["timeline", "-"], ["dates"], ["extract", "-"]])
def test_a_terminal_as_standard_input_shows_the_help(arguments: list[str]) -> None:
    import pty

    leader, follower = pty.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, *arguments], stdin=follower, capture_output=True, cwd=ROOT, timeout=HANG_SECONDS
        )
    finally:
        os.close(leader)
        os.close(follower)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Examples:" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_an_interruption_leaves_no_traceback() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, "dates", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdin and process.stdout
    with process:
        process.stdout.readline()
        # Waiting for its input, or on the way there: both are right moments.
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=HANG_SECONDS)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_no_colour_off_a_terminal() -> None:
    assert b"\x1b" not in call("dates", "--format", "table", stdin=b"Juli 2000").stdout
