"""Write today's tags over a CoNLL-U file: the words stay, UPOS, features and lemma stand as the tagger gives them.

python -m training.tag --model pos/news.pt --work WORK --input gsd2018.conllu --output gsd2018.tagged.conllu
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from stanza.models import tagger


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--input", required=True)
    arguments.add_argument("--output", required=True)
    options = arguments.parse_args()
    tagger.main(
        [
            "--mode", "predict", "--lang", "id", "--shorthand", "id_news",
            "--save_dir", str(options.model.parent), "--save_name", options.model.name,
            "--wordvec_pretrain_file", str(options.work / "vectors.pt"),
            "--eval_file", str(options.work / options.input),
            "--output_file", str(options.work / options.output),
        ]
    )  # fmt: skip


if __name__ == "__main__":
    main()
