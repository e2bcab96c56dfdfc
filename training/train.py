"""Train one model by its recipe in recipes.toml.

    python -m training.train pos --work /tmp/factcli-training --models /tmp/factcli-training/models

Writes MODELS/PROCESSOR/news.pt; the trainer prints its score on the dev set as it goes.
"""

from __future__ import annotations

import argparse
import importlib
import os
import tomllib
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

RECIPES = tomllib.loads(Path(__file__).with_name("recipes.toml").read_text(encoding="utf-8"))
SEED = 20


def command_line(model: str, work: Path, models: Path) -> list[str]:
    """The arguments of Stanza's trainer for `model`."""
    arguments = ["--mode", "train", "--save_dir", str(models / model), "--save_name", "news.pt", "--seed", str(SEED)]
    for name, value in RECIPES[model]["options"].items():
        arguments.append(f"--{name}")
        if value is not True:
            arguments.append(str(value).replace("WORK", str(work)))
    return arguments


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    # A recipe without a trainer belongs to a script of its own.
    arguments.add_argument("model", choices=[name for name, recipe in RECIPES.items() if "trainer" in recipe])
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--models", type=Path, required=True)
    options = arguments.parse_args()
    (options.models / options.model).mkdir(parents=True, exist_ok=True)
    trainer = importlib.import_module(RECIPES[options.model]["trainer"])
    trainer.main(command_line(options.model, options.work, options.models))


if __name__ == "__main__":
    main()
