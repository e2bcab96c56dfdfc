"""Workers that need no model, and articles that do what articles should not."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Generator, Iterable
from pathlib import Path

from factcli.batch.work import Answer, Chunk, Extract, Options
from factcli.batch.worker import answer
from factcli.schema import Article, Facts, Failure
from factcli.tokens import ModelError

# In an article's text: the process dies of it; it cannot be worked off; it takes a while.
DEADLY, BROKEN, SLOW = "Mematikan.", "Rusak.", "Lambat."
# ... and before the path of a file: it is not worked off until that file is there.
HELD = "Ditahan sampai ada "


def extract(articles: list[Article]) -> list[Facts | Failure]:
    """Facts that say no more than the article."""
    return [_facts(article) for article in articles]


def _facts(article: Article) -> Facts | Failure:
    if DEADLY in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if HELD in article.text:
        _wait_for(Path(article.text.partition(HELD)[2]))
    if SLOW in article.text:
        time.sleep(0.02)
    if BROKEN in article.text:
        return Failure(article=article.id, reason="ValueError: rusak")
    return Facts(id=article.id, source=article.source, published=article.published, text=article.text)


def _wait_for(gate: Path) -> None:
    run = os.getppid()
    while not gate.exists() and os.getppid() == run:
        time.sleep(0.01)


def load(options: Options) -> Extract:
    """A worker that is ready at once."""
    assert options.format in ("jsonl", "parquet")
    return extract


def load_and_sign(options: Options) -> Extract:  # noqa: ARG001
    """A worker that takes its time, and names itself as the source of what it gives."""

    def signed(articles: list[Article]) -> list[Facts | Failure]:
        time.sleep(0.3)
        return [Facts(id=article.id, source=str(os.getpid())) for article in articles]

    return signed


def load_without_models(options: Options) -> Extract:
    """A worker whose models are gone."""
    raise ModelError(f"the model file of {options.format} is missing: reinstall factcli")


def load_and_die(options: Options) -> Extract:  # noqa: ARG001
    """A worker that never gets ready."""
    os._exit(7)


def at_once(chunks: Iterable[Chunk], options: Options) -> Generator[Answer]:
    """An engine in this process."""
    for chunk in chunks:
        yield Answer(shard=chunk.shard, number=chunk.number, outcomes=tuple(answer(chunk, options, extract)))


def write_lines(path: Path, texts: Iterable[str]) -> Path:
    """JSON Lines with an article for each text, its id the number of its line."""
    lines = (json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts, start=1))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def shard_bytes(folder: Path) -> dict[str, bytes]:
    """What a run left, by name, but for the manifest, which holds times."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix != ".sqlite"}


def ids(folder: Path) -> list[str]:
    """The ids of the facts in all shards, in their order."""
    shards = sorted(folder.glob("facts-*.jsonl"))
    return [json.loads(line)["id"] for shard in shards for line in shard.read_text(encoding="utf-8").splitlines()]


def problems(folder: Path) -> list[tuple[str, int | None, str | None, str]]:
    """The lines of errors.jsonl: name of the file, position, article, reason."""
    path = folder / "errors.jsonl"
    if not path.exists():
        return []
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(Path(each["source"]).name, each["position"], each["article"], each["reason"]) for each in found]
