"""What the benchmarks measure, as the records that they write and the table and the picture are made of.

Times are in seconds, by the clock and of the processor (all threads, and all processes that ended); memory is resident,
in megabytes (10^6 bytes).
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

Record = TypeVar("Record", bound="Figures")
# What the measured ones are called, in the figures and in the table.
FACTCLI = "factcli"
PARSER = "factcli, its parser alone"
STOCK = "Stanza, article by article"
BULK = "Stanza, bulk_process"
IMPORTS = "import torch, stanza, spacy"
EXTRACT = "factcli extract, the seed article"
TIMELINE = "factcli timeline, from the store"
VERSION = "factcli --version"
HELP = "factcli --help"
ONE_WORKER = "factcli batch, 1 worker"
TWO_WORKERS = "factcli batch, 2 workers"


class Round(msgspec.Struct, frozen=True):
    """What one repetition took."""

    clock: float
    processor: float


class Figures(msgspec.Struct):
    """The figures of one benchmark; they lie in a file of the benchmark's name."""

    @classmethod
    def path(cls, folder: Path) -> Path:
        """Return where the figures of this benchmark lie in `folder`."""
        return folder / f"{cls.__name__.lower()}.json"

    def save(self, folder: Path) -> None:
        """Write the figures into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        self.path(folder).write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")

    @classmethod
    def load(cls: type[Record], folder: Path) -> Record | None:
        """Return the figures in `folder`; None where this benchmark has not run."""
        path = cls.path(folder)
        return msgspec.json.decode(path.read_bytes(), type=cls) if path.exists() else None


class Entrant(msgspec.Struct):
    """Somebody who works off the same articles as all others in a round; `threads`: None where torch has its way."""

    name: str
    threads: int | None
    rounds: list[Round]


class Throughput(Figures):
    """Loaded and warm, side by side; `articles` in a round, other ones in every round.

    `characters` and `words` of an article on average, the words as Stanza's own Pipeline counts them.
    """

    articles: int
    characters: float
    words: float
    entrants: list[Entrant]


class Command(msgspec.Struct):
    """A command from its start to its end, and the most memory that it held."""

    name: str
    rounds: list[Round]
    memory: float


class Start(Figures):
    """What one call of a command costs."""

    commands: list[Command]


class Text(msgspec.Struct):
    """One article of so many characters, and the most memory that the process held."""

    characters: int
    clock: float
    processor: float
    memory: float


class Length(Figures):
    """The growth with the length of one article."""

    texts: list[Text]


class Sample(msgspec.Struct):
    """How a worker stood after so many articles: time from the first on, memory now and the most so far."""

    articles: int
    clock: float
    processor: float
    memory: float
    peak: float


class Number(Figures):
    """The growth with the number of articles, and the memory along the way; `loaded` is that before the first."""

    loaded: float
    failures: int
    samples: list[Sample]


class Crew(msgspec.Struct):
    """A whole machine at work: commands over all articles (`rounds`) and over a single one (`starts`).

    `memory` is the most that the command itself held, `worker` the most that one of its workers held.
    """

    name: str
    rounds: list[Round]
    starts: list[Round]
    memory: float
    worker: float


class Workers(Figures):
    """`factcli batch` with one and with two workers, and the stock Pipeline with all threads."""

    articles: int
    crews: list[Crew]


class Machine(Figures):
    """Where and when the figures were measured; `load_average` of the minute before."""

    day: str
    processor: str
    cores: int
    load_average: float
    versions: dict[str, str]
