"""`factcli batch`: the facts of whole archives, in shards."""

from __future__ import annotations

import functools
import importlib.util
import logging
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.failures import Failures
from factcli.cli.options import OwnEntities, PublishedOption, Quiet, Verbose, was_named, whole_number, wrong_use
from factcli.cli.own_entities import with_own_entities
from factcli.cli.rate import Watch, articles_in_words, shown_rate
from factcli.system_errors import refusal

if TYPE_CHECKING:
    from factcli.batch import Summary
    from factcli.batch.run import Engine

EXAMPLES = (
    "factcli batch archive/ --out facts/ --workers 8",
    "factcli batch articles.jsonl.gz --out facts/ --format parquet",
    "factcli batch archive/ --out facts/ --engine ray --address auto --workers 64",
    "factcli batch archive/ --out facts/ && cat facts/facts-*.jsonl | jq -r .id",
)

# More than any cluster has; each takes a gigabyte of memory.
MOST_WORKERS = 4096


class BatchFormat(StrEnum):
    """The formats of the shards."""

    JSONL = "jsonl"
    PARQUET = "parquet"


class EngineName(StrEnum):
    """Where the workers are."""

    HERE = "local"
    RAY = "ray"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Facts of whole archives, into a folder.", epilog=examples(*EXAMPLES))(batch)


def batch(
    context: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files and folders of articles; JSON Lines of any size, CSV."),
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the facts: new, empty, or of an earlier run.")
    ],
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            parser=whole_number(1, MOST_WORKERS),
            metavar="N",
            help="Worker processes; by default one for each core.",
        ),
    ] = None,
    format: Annotated[
        BatchFormat, typer.Option("--format", metavar="[jsonl|parquet]", help="Format of the shards.")
    ] = BatchFormat.JSONL,
    engine: Annotated[
        EngineName,
        typer.Option("--engine", metavar="[local|ray]", help="'ray': workers on the machines of a Ray cluster."),
    ] = EngineName.HERE,
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar="ADDRESS",
            help="Address of the Ray cluster, as for ray.init ('auto', or HOST:PORT); by default Ray finds one.",
            show_default=False,
        ),
    ] = None,
    published: PublishedOption = None,
    gazetteer: OwnEntities = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the facts of many articles into a folder; the same command resumes an interrupted run.

    After a finished run, the same command reads what is new or changed in the archive; facts of files that are gone are
    kept.

    The folder holds shards (facts-000000.jsonl, ...), errors.jsonl with what could not be read and why, and
    manifest.sqlite with what is done. Each worker takes about a gigabyte of memory.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    _check(inputs, out, format, engine, address if was_named(context, "address") else None)
    failures = Failures()
    with_own_entities(gazetteer, failures.report)
    from factcli.batch import Options, run_batch

    tables = tuple(str(Path(name).resolve()) for name in gazetteer or ())
    options = Options(published=published, gazetteer=tables, format=format.value)
    with shown_rate() as watch, _ended(watch, out):
        summary = run_batch(
            inputs,
            out,
            engine=_engine(engine, workers, address),
            options=options,
            watch=watch,
            failed=lambda error: failures.report(refusal(error)),
        )
    # What failed from here on is no fault of a setting.
    messages.set_origins({})
    _report(summary, out)
    raise typer.Exit(_exit_code(summary, failures.count))


@contextmanager
def _ended(watch: Watch, out: Path) -> Iterator[None]:
    """End the command in one line, with the exit code for the reason, where the run in the block cannot go on."""
    from factcli.batch import BatchError, OptionsError, WorkerError

    try:
        yield
    except KeyboardInterrupt:
        messages.error(f"interrupted{watch.so_far()}; the same command resumes it")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except OptionsError as error:
        wrong_use(str(error))
    except WorkerError as error:
        messages.error(" ".join(str(error).split()))
        raise typer.Exit(ExitCode.MODEL_UNUSABLE if error.is_model else ExitCode.FAILED) from error
    except BatchError as error:
        messages.error(" ".join(str(error).split()))
        raise typer.Exit(ExitCode.FAILED) from error
    except OSError as error:
        messages.error(refusal(error) + ("; the same command resumes it" if out.is_dir() else ""))
        raise typer.Exit(ExitCode.FAILED) from error


def _check(inputs: Sequence[str], out: Path, format: BatchFormat, engine: EngineName, address: str | None) -> None:
    """End the command before anything is written if it could not do what is asked."""
    if not out.name or any(not name for name in inputs):
        wrong_use("an empty name: name the inputs and --out")
    if str(out) == "-":
        wrong_use("--out -: name a folder, not standard output")
    with suppress(FileNotFoundError):
        if not stat.S_ISDIR(out.stat().st_mode):
            wrong_use(f"{out}: this is a file; name a folder")
    for name in inputs:
        if name == "-":
            wrong_use("-: standard input cannot be read again to resume a run: write it into a file first")
        try:
            Path(name).stat()
        except OSError as error:
            wrong_use(refusal(error))
    if format is BatchFormat.PARQUET and not _is_installed("pyarrow"):
        wrong_use("--format parquet needs pyarrow: pip install 'factcli[parquet]'")
    if engine is EngineName.RAY and not _is_installed("ray"):
        wrong_use("--engine ray needs Ray: pip install 'factcli[ray]'")
    if address is not None and engine is not EngineName.RAY:
        wrong_use("--address is for --engine ray")


def _is_installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _engine(engine: EngineName, workers: int | None, address: str | None) -> Engine:
    if engine is EngineName.RAY:
        # Ray logs much, all of it to standard error.
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        from factcli.batch.on_ray import answers_on_ray

        logging.getLogger("ray.data").setLevel(logging.ERROR)
        return functools.partial(answers_on_ray, workers=workers, address=address)
    from factcli.batch.here import answers_here, usable_cores

    return functools.partial(answers_here, workers=workers or usable_cores())


def _report(summary: Summary, out: Path) -> None:
    changes = summary.changes
    if changes.new or changes.changed:
        messages.warning(f"{out}: files since the run before: {changes.new:,} new, {changes.changed:,} changed")
    if changes.gone:
        others = f" and {changes.gone - 1:,} more" if changes.gone > 1 else ""
        messages.warning(f"{out}: no longer among the inputs, their facts are kept: {changes.example}{others}")
    shards = "1 shard" if summary.shards == 1 else f"{summary.shards:,} shards"
    articles = articles_in_words(summary.articles)
    done = f"{articles} in {shards}"
    failed = f", {summary.problems:,} failed ({out / 'errors.jsonl'} says why)" if summary.problems else ""
    report = messages.error if summary.problems else messages.warning
    report(f"{out}: {'finished before, nothing to do: ' if summary.was_finished else ''}{done}{failed}")
    if summary.was_finished:
        return
    if summary.foreign:
        from factcli.reading import language_name

        languages = ", ".join(f"{count:,} {language_name(code)}" for code, count in sorted(summary.foreign.items()))
        messages.warning(
            f"{summary.foreign.total():,} of {summary.articles:,} probably not in Indonesian, but read as "
            f"Indonesian: {languages} (the facts give the language)"
        )
    if summary.undated:
        messages.warning(
            f"{summary.undated:,} of {summary.articles:,} without a known day of publication: relative dates stay "
            "unresolved (--published gives every article one)"
        )


def _exit_code(summary: Summary, failures: int) -> ExitCode:
    """`failures`: folders that could not be read, and bad rows of tables."""
    if not summary.problems and not failures:
        return ExitCode.DONE
    return ExitCode.SOME_INPUTS_FAILED if summary.articles else ExitCode.FAILED
