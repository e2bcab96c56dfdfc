"""A run from its inputs to its shards: begun, interrupted, resumed, finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Protocol

import factcli
from factcli.batch.chunks import Shard, shards
from factcli.batch.growth import replace, take_up
from factcli.batch.manifest import Changes, Manifest, open_manifest
from factcli.batch.problems import BatchError, OptionsError
from factcli.batch.shards import Output
from factcli.batch.work import Answer, Chunk, Options, foreign_in
from factcli.digests import digest
from factcli.reading.folders import MANIFEST
from factcli.tokens.models import CHECKSUMS, models_folder


class Engine(Protocol):
    """Something that processes chunks: `here.answers_here` or `on_ray.answers_on_ray`, with their settings bound."""

    def __call__(self, chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
        """Yield an answer for each chunk, in any order."""
        ...


class Summary(NamedTuple):
    """How far a run is, in counts: articles with facts, problems, articles without a known day, shards with facts.

    `share` is how many of the `size` bytes of all inputs are done; `inputs` is how many files there are to read.
    `foreign`: language (ISO 639-1) -> articles in it, Indonesian left out.
    `before`: the articles and problems that an interrupted run had done when this one resumed it.
    `was_finished`: there was nothing left to do. `changes`: how the inputs differ from those of the run before.
    """

    articles: int
    problems: int
    undated: int
    shards: int
    share: int
    size: int
    inputs: int
    foreign: Counter[str]
    before: int = 0
    was_finished: bool = False
    changes: Changes = Changes()


def run_batch(
    names: Sequence[str],
    folder: Path,
    *,
    engine: Engine,
    options: Options,
    watch: Callable[[Summary], None] = lambda _: None,
    failed: Callable[[OSError], None] = lambda _: None,
) -> Summary:
    """Extract the facts of all articles in files and folders into shards in `folder`, or resume an earlier run there.

    What is new or has changed since an earlier run is done, and the rest is kept.
    `watch` is called with the progress after each chunk, `failed` for a folder that cannot be read.
    Raises BatchError where the run cannot go on, OSError where the folder cannot be written; what is done is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / MANIFEST).exists() and any(folder.iterdir()):
        raise BatchError(f"{folder}: holds other files; name a new folder")
    with open_manifest(folder) as manifest:
        begun, settings = manifest.settings(), settings_of(options)
        output = Output(folder, options.format)
        changes = Changes()
        if begun:
            _compare(begun, settings, folder)
            replace(manifest, output)
            changes = manifest.changes(names, failed)
            if changes.new or changes.changed or (changes.gone and not manifest.is_finished()):
                take_up(manifest, output)
        else:
            manifest.begin(settings, names, failed)
        run = Run(manifest, output, watch)
        if manifest.is_finished():
            return run.summary()._replace(was_finished=True, changes=changes)
        run.work(lambda chunks: engine(chunks, options))
        return run.summary()._replace(changes=changes)


def settings_of(options: Options) -> dict[str, str]:
    """Return the settings besides the inputs on which the output depends, as shown to the user."""
    tables = (f"{name} ({digest(Path(name).read_bytes())})" for name in options.gazetteer)
    return {
        "--published": options.published or "none",
        "--gazetteer": ", ".join(tables) or "none",
        "--format": options.format,
        "factcli": f"{factcli.__version__} with models {models_digest()}",
    }


def models_digest() -> str:
    """Return a digest that identifies the models, "none" where there are none (a worker will report that)."""
    try:
        return digest((models_folder() / CHECKSUMS).read_bytes())
    except OSError:
        return "none"


class Run:
    """The state of a running run: the shards that are begun and the totals so far."""

    def __init__(self, manifest: Manifest, output: Output, watch: Callable[[Summary], None]) -> None:
        self._manifest = manifest
        self._output = output
        self._watch = watch
        self._inputs, self._size = manifest.number_of_inputs()
        self._done = manifest.totals()
        self._before = self._done.articles + self._done.problems
        self._begun: dict[int, Shard] = {}
        self._missing: dict[int, set[int]] = {}

    def work(self, engine: Callable[[Iterator[Chunk]], Generator[Answer]]) -> None:
        """Process everything that is not done yet, and record it."""
        self._output.prepare()
        with closing(engine(self._chunks())) as answers:
            for answer in answers:
                self._output.keep(answer)
                self._count(answer)
                self._missing[answer.shard].discard(answer.number)
                self._seal()
                self._watch(self.summary())
        self._seal()
        if self._begun:
            raise BatchError("some work was lost; the same command resumes it")
        self._manifest.finish()
        self._output.tidy()

    def summary(self) -> Summary:
        """Return the progress so far."""
        done = self._done
        return Summary(
            articles=done.articles,
            problems=done.problems,
            undated=done.undated,
            shards=done.shards,
            share=done.share,
            size=self._size,
            inputs=self._inputs,
            foreign=done.foreign,
            before=self._before,
        )

    def _chunks(self) -> Iterator[Chunk]:
        """Yield the chunks to process, shard after shard; those whose answers an earlier run kept are skipped."""
        for shard in shards(self._manifest.pieces(), first=self._done.sealed):
            self._begun[shard.number] = shard
            missing = self._missing[shard.number] = set()
            for chunk in shard.chunks:
                kept = self._output.kept(chunk)
                if kept is None:
                    missing.add(chunk.number)
                else:
                    self._before += len(kept.outcomes)
                    self._count(kept)
            yield from (chunk for chunk in shard.chunks if chunk.number in missing)

    def _seal(self) -> None:
        """Seal the shards that are complete, in order, so that errors.jsonl is in order too."""
        for number in sorted(self._begun):
            if self._missing[number]:
                return
            shard = self._begun.pop(number)
            sealed = self._output.seal(shard, errors_size=self._done.errors_size)
            self._manifest.seal(sealed)
            self._done = self._done._replace(
                sealed=self._done.sealed + 1,
                shards=self._done.shards + (sealed.file is not None),
                errors_size=sealed.errors_size,
            )
            self._output.forget(shard)

    def _count(self, answer: Answer) -> None:
        pieces = self._begun[answer.shard].chunks[answer.number].pieces
        problems = sum(outcome.facts is None for outcome in answer.outcomes)
        self._done = self._done._replace(
            articles=self._done.articles + len(answer.outcomes) - problems,
            problems=self._done.problems + problems,
            undated=self._done.undated + sum(outcome.is_undated for outcome in answer.outcomes),
            share=self._done.share + sum(piece.share for piece in pieces),
            foreign=self._done.foreign + foreign_in(answer.outcomes),
        )


def _compare(begun: dict[str, str], settings: dict[str, str], folder: Path) -> None:
    for name, value in settings.items():
        if begun.get(name) != value:
            raise OptionsError(
                f"{folder}: begun with {name} {begun.get(name)}, now it is {value}: "
                "give the same, or name another --out"
            )
