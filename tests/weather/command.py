"""The command as a process of its own, with folders of its own, and small or unwritable file systems for it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hanging import HANG_SECONDS
from store.some_facts import article

from factcli.formats.facts_json import facts_lines

ROOT = Path(__file__).resolve().parents[2]
# Says that it is ready once it listens to signals: before, the interpreter would take them its own way.
# With $SAVES it saves so many articles and waits at the next: it has not ended, however slow the test is.
PROGRAM = """
import itertools, os, signal, sys
from factcli.cli import interruption, main
if "SAVES" in os.environ:
    import factcli.store
    save, saved = factcli.store.save, itertools.count()
    def save_or_wait(*given):
        if next(saved) == int(os.environ["SAVES"]):
            signal.pause()
        return save(*given)
    factcli.store.save = save_or_wait
listen = interruption.listen
interruption.listen = lambda: (listen(), print("ready", file=sys.stderr, flush=True))
main()
"""


def start(
    *arguments: object, home: Path, before: Callable[[], None] | None = None, **environment: str
) -> subprocess.Popen[bytes]:
    """`factcli` with these arguments; its home, settings and store lie in `home`, and `before` runs in it first."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    # What stops it shall be the weather, not the bytecode that it would like to keep.
    # Nor shall it write at once what others write at the end.
    inherited.pop("PYTHONUNBUFFERED", None)
    surroundings = {**inherited, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        env={**surroundings, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=before,
    )


def finish(
    *arguments: object, home: Path, before: Callable[[], None] | None = None, **environment: str
) -> tuple[int, bytes, list[str]]:
    """The exit code, standard output and the lines of standard error of `factcli`."""
    process = start(*arguments, home=home, before=before, **environment)
    out, err = process.communicate(timeout=HANG_SECONDS)
    return process.returncode, out, messages(err)


def at_most(megabytes: int) -> Callable[[], None]:
    """What limits the memory (address space) of the process in which it is called."""

    def limit() -> None:
        size = megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))

    return limit


def messages(err: bytes) -> list[str]:
    """The lines of standard error, after the one that says that the process is there."""
    ready, *lines = err.decode().splitlines()
    assert ready == "ready"
    assert not any("Traceback" in line for line in lines), "\n".join(lines)
    return lines


def write_facts(path: Path, count: int) -> Path:
    """A file with the facts of so many articles, `a1`, `a2`, ...: what needs no model to be written and saved."""
    path.write_text("".join(facts_lines(article(f"a{number}") for number in range(1, count + 1))), encoding="utf-8")
    return path


@contextmanager
def mounted(place: Path, options: str) -> Iterator[Path]:
    """A file system in memory, as long as the block lasts; skips the test where none can be mounted."""
    place.mkdir()
    try:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip("a file system can be mounted only as root")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def remount(place: Path, options: str) -> None:
    """Give the file system at `place` other options."""
    subprocess.run(["mount", "-o", f"remount,{options}", place], check=True)
