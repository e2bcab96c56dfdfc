"""The worker process: loads the models once, then answers chunk after chunk until the connection closes."""

from __future__ import annotations

import errno
import gc
import itertools
import multiprocessing
import os
import sys
import threading
import zlib
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from factcli.batch.memory import give_back, keep_few_kernels
from factcli.batch.work import Chunk, Extract, Load, Options, Outcome, Piece, Problem
from factcli.formats.facts_json import facts_json
from factcli.reading import Unreadable, read_articles
from factcli.reading.articles import article_from
from factcli.reading.decoding import decode
from factcli.reading.nesting import articles_within
from factcli.reading.objects import parse_object
from factcli.reading.packing import LARGEST_INPUT
from factcli.schema import Article, Facts, Failure
from factcli.shown import shortened
from factcli.system_errors import reason_of

# Memory is given back after so many chunks: it has to be fetched again, which takes a twentieth of a chunk's time.
SELDOM = 8
READY = b"ready"
MODEL_UNUSABLE = b"model: "
UNUSABLE = b"other: "
REWRITTEN = "rewritten while it was read; the same command reads it again"


def load_pipeline(options: Options) -> Extract:
    """Return the whole pipeline as a function; raises ModelError, and GazetteerError for a file that is not a table."""
    keep_few_kernels()

    import torch

    from factcli.gazetteer import Gazetteer
    from factcli.pipeline import Pipeline

    torch.set_num_threads(1)
    own = Gazetteer.load([Path(name) for name in options.gazetteer], _ignore) if options.gazetteer else None
    pipeline = Pipeline.load(own)
    # What is loaded stays: the garbage collector need not scan it again and again.
    gc.freeze()
    calls = itertools.count(1)

    def extract(articles: list[Article]) -> list[Facts | Failure]:
        # Otherwise spaCy keeps every word that it ever saw.
        with pipeline.nlp.memory_zone():
            found = list(pipeline.extract(articles))
        if next(calls) % SELDOM == 0:
            give_back()
        return found

    return extract


def serve(connection: Connection, options: Options, load: Load) -> None:
    """Answer the chunks that come through the connection: the main function of a worker process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What a library prints must not mix with the data.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            extract = load(options)
        except Exception as error:
            connection.send_bytes(_refusal(error))
            return
        connection.send_bytes(READY)
        while True:
            chunk = msgspec.msgpack.decode(connection.recv_bytes(), type=Chunk)
            connection.send_bytes(msgspec.msgpack.encode(answer(chunk, options, extract)))


def answer(chunk: Chunk, options: Options, extract: Extract) -> list[Outcome]:
    """Return the outcomes of the articles of a chunk, in no particular order."""
    outcomes = []
    articles: list[tuple[Piece, int, Article]] = []
    for piece in chunk.pieces:
        for item, found in enumerate(_read(piece, options.published)):
            if isinstance(found, Article):
                articles.append((piece, item, found))
            else:
                problem = Problem(source=piece.name, position=found.line, article=None, reason=found.reason)
                outcomes.append(Outcome(piece=piece.number, item=item, problem=problem))
    for (piece, item, article), said in zip(articles, extract([each for *_, each in articles]), strict=True):
        if isinstance(said, Facts):
            outcomes.append(
                Outcome(
                    piece=piece.number,
                    item=item,
                    facts=facts_json(said),
                    is_undated=article.published.value is None,
                    language=article.language,
                )
            )
        else:
            reason = " ".join(said.reason.split())
            problem = Problem(
                source=piece.name, position=piece.line, article=shortened(article.id), reason=shortened(reason)
            )
            outcomes.append(Outcome(piece=piece.number, item=item, problem=problem))
    return outcomes


def _read(piece: Piece, published: str | None) -> Iterator[Article | Unreadable]:
    """Yield the articles of a piece: as a rule one."""
    if piece.problem is not None:
        yield Unreadable(name=piece.name, line=piece.line, reason=piece.problem)
        return
    try:
        data = piece.data if piece.data is not None else _fetched(piece)
        if piece.line is None:
            yield from read_articles(data, name=piece.name, published=published)
        else:
            objects = articles_within(iter([(piece.line, parse_object(decode(data).text))]))
            for part, (line, value) in enumerate(objects):
                yield article_from(value, name=piece.name, line=line, day=published, part=part)
    except OSError as error:
        yield Unreadable(name=piece.name, line=piece.line, reason=reason_of(error))
    except Exception as error:  # one strange file must not end the run
        reason = shortened(f"{type(error).__name__}: {' '.join(str(error).split())}")
        yield Unreadable(name=piece.name, line=piece.line, reason=reason)


def _fetched(piece: Piece) -> bytes:
    with Path(piece.name).open("rb") as file:
        if piece.line is None:
            before = os.fstat(file.fileno())
            data = file.read(LARGEST_INPUT + 1)
            after = os.fstat(file.fileno())
            is_same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        else:
            file.seek(piece.offset)
            data = file.read(piece.end - piece.offset)
            is_same = piece.checksum in (None, zlib.crc32(data))
    if not is_same:
        raise OSError(errno.EAGAIN, REWRITTEN)
    return data


def _refusal(error: Exception) -> bytes:
    from factcli.tokens import ModelError

    kind = MODEL_UNUSABLE if isinstance(error, ModelError) else UNUSABLE
    name = "" if isinstance(error, ModelError) else f"{type(error).__name__}: "
    return kind + f"{name}{' '.join(str(error).split())}".encode("utf-8", "replace")


def _end_with_parent() -> None:
    """End this process when its parent has ended, however that ended and whatever runs here."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _ignore(_problem: str) -> None:
    """The command reported the bad rows of own tables before any worker started."""
