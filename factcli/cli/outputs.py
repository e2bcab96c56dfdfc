"""Where a command writes, and in which format."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcli.cli import interruption, messages
from factcli.cli.exits import ExitCode
from factcli.cli.options import wrong_use
from factcli.cli.unique import UniqueNames
from factcli.formats.one_line import STEERING
from factcli.formats.registry import FORMATS, Kind, formats_of

if TYPE_CHECKING:
    from typing import TextIO

    from factcli.formats.registry import Format


def _file(value: str | None) -> str | None:
    if value == "":
        raise typer.BadParameter("'' names no file")
    return None if value == "-" else value


OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=_file,
        help="Write here instead of standard output ('-'); the ending of the name gives the format.",
        show_default=False,
    ),
]
# Characters that no file system takes, that a shell or a path reads as something else, or that would steer a terminal
# on which the folder is listed.
_NOT_IN_NAMES = re.compile(rf'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u2028\u2029{STEERING}\ud800-\udfff]+|^[.~-]+')
# File systems take 255 bytes.
_LONGEST_NAME = 200


def format_option(*kinds: Kind, help: str) -> Any:
    """Return the `--format` option of a command that writes these kinds of data."""
    offered = formats_of(*kinds)
    names = list(offered)

    def known(value: str) -> str:
        if value not in offered:
            raise typer.BadParameter(_not_offered(value, offered))
        return value

    return typer.Option(
        "--format",
        parser=known,
        metavar="[" + "|".join(names) + "]",
        help=help,
        autocompletion=lambda: names,
        show_default=False,
    )


def format_for(name: str | None, output: str | None, *kinds: Kind, default: str) -> Format:
    """Return the format named, else the one that the ending of `output` says, else the default.

    Ends the command where no format has the ending, or this command does not write the format.
    """
    offered = formats_of(*kinds)
    suffix = _ending(output)
    if name is None and suffix:
        name = next((format.name for format in FORMATS if suffix in format.suffixes), None)
        if name is None:
            endings = ", ".join(ending for format in offered.values() for ending in format.suffixes)
            wrong_use(f"{output}: no format ends in {suffix}; name a --format, or end in one of {endings}")
        if name not in offered:
            wrong_use(f"{output}: {_not_offered(name, offered)}")
    return offered[name or default]


def check_output(output: str | None, inputs: Sequence[str], format: Format) -> None:
    """End the command where the output would overwrite an input, is a folder but may not be, or has no folder.

    Raises OSError where it cannot be looked at: a loop of links, a name too long.
    """
    if output is None:
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        Path(output).stat()
    folder = Path(output).parent
    if not _is_folder(output) and not folder.is_dir():
        messages.error(f"{output}: there is no folder {folder}; create it first")
        raise typer.Exit(ExitCode.FAILED)
    if _is_folder(output) and not format.one_article:
        wrong_use(f"{output}: this is a folder; name a file")
    _spare(output, _identities(inputs))


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """Give the stream for the data: standard output, or a file that is complete at the end or not there at all."""
    if output is None:
        yield sys.stdout
        return
    target = Path(output).resolve()
    if target.exists() and not target.is_file():
        # A pipe or a device is written to directly: it cannot be replaced.
        with target.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    interruption.unfinished.add(str(part))
    try:
        with part.open("x", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        interruption.check()
        if target.exists():
            part.chmod(target.stat().st_mode)
        part.replace(target)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(part)):
            error.filename = output
        raise
    finally:
        interruption.unfinished.discard(str(part))


def write_apart(texts: Iterable[tuple[str, str]], format: Format, output: str | None, inputs: Sequence[str]) -> None:
    """Write articles, each an id and its text, one to a file: several need a folder.

    Ends the command where there are several and the output is not a folder.
    """
    if output is not None and _is_folder(output):
        folder = Path(output)
        folder.mkdir(parents=True, exist_ok=True)
        # Some file systems do not distinguish names by letter case.
        names = UniqueNames(key=str.casefold)
        files = _identities(inputs)
        for name, text in texts:
            target = str(folder / (names.take(_file_name(name)) + format.suffixes[0]))
            _spare(target, files)
            _write(text, target)
        return
    stream = iter(texts)
    for _, text in stream:
        if next(stream, None) is not None:
            wrong_use(f"a {format.name} file holds one article: name a folder for several (-o FOLDER/)")
        _write(text, output)


def _write(text: str, output: str | None) -> None:
    with opened(output) as stream:
        stream.write(text)


def _not_offered(name: str, offered: dict[str, Format]) -> str:
    known = next((format for format in FORMATS if format.name == name), None)
    elsewhere = " (factcli timeline writes it)" if known and known.writes(Kind.TIMELINE) else ""
    elsewhere = elsewhere or (" (factcli extract writes it)" if known else "")
    return f"{name!r} is not a format of this command{elsewhere}; choose from {', '.join(offered)}"


def _file_name(name: str) -> str:
    """Return the name in a form that every file system accepts."""
    return _NOT_IN_NAMES.sub("_", name).encode()[:_LONGEST_NAME].decode(errors="ignore") or "_"


def _ending(output: str | None) -> str:
    """Return the ending of the name in small letters; empty for a folder, and for what is there and is no file."""
    if output is None or _is_folder(output) or (Path(output).exists() and not Path(output).is_file()):
        return ""
    return Path(output).suffix.lower()


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _spare(output: str, files: frozenset[tuple[int, int]]) -> None:
    """End the command where the output would overwrite one of these files."""
    if not files.isdisjoint(_identities([output])):
        wrong_use(f"{output}: this is one of the inputs; name another file")


def _identities(names: Iterable[str]) -> frozenset[tuple[int, int]]:
    """Return device and number of each file that is there: the same for all names and links of one file."""
    found = set()
    for name in names:
        # What is not there, may not be looked at or has no possible name cannot be written over either.
        with suppress(OSError, ValueError):
            stat = Path(name).stat()
            found.add((stat.st_dev, stat.st_ino))
    return frozenset(found)
