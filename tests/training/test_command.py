"""`python -m training`, from a data folder to the folder of models that the pipeline reads: every step up to the heads
that ship, on very little.

The data are a few sentences of ours; the encoder is tiny, and Stanza's models are those that ship.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from own_article import BODY, ROW, TITLE
from tiny_joint import tiny_joint

from factcli.encoder.weights import save_encoder
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Facts
from factcli.tokens.models import FOLDER_VARIABLE
from training import __main__ as command

ROOT = Path(__file__).resolve().parents[2]
TREE = """1\tHujan\thujan\tNOUN\t_\tNumber=Sing\t2\tnsubj\t_\t_
2\tturun\tturun\tVERB\t_\t_\t0\troot\t_\t_
3\tdi\tdi\tADP\t_\t_\t4\tcase\t_\t_
4\tAmbon\tambon\tPROPN\t_\t_\t2\tobl\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
NAMES = "Siti B-PER\nAminah I-PER\ntiba O\ndi O\nAmbon B-LOC\n\n"


def write_data(folder: Path) -> None:
    """The treebanks, sets of names, raw text and annotated articles that training asks for."""
    for name in ("ud", "ner", "text", "events"):
        (folder / name).mkdir(parents=True)
    for name in ("id_csui-ud-train", "id_pud-ud-test", "id_gsd-ud-dev", "id_gsd-2018-train"):
        (folder / "ud" / f"{name}.conllu").write_text(TREE * 22, encoding="utf-8")
    for name in ("idner-news-2k.train", "idner-news-2k.dev", "nergrit.train", "nergrit.valid", "nerui"):
        (folder / "ner" / f"{name}.txt").write_text(NAMES * 3, encoding="utf-8")
    for name in ("news", "news2"):
        (folder / "text" / f"{name}.txt").write_text("Hujan turun di Ambon.\n", encoding="utf-8")
    row = json.dumps(ROW | {"source": "own"}) + "\n"
    for name in ("train", "dev60"):
        (folder / "events" / f"{name}.jsonl").write_text(row * 3, encoding="utf-8")


def short_config() -> str:
    """The configuration as it is, with one process and as few steps as there can be."""
    settings = (ROOT / "training" / "config.toml").read_text(encoding="utf-8")
    return re.sub(r"^(epochs|own|processes) = .*", r"\1 = 1", settings, flags=re.MULTILINE)


def test_the_command_makes_models_that_read_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, work = tmp_path / "data", tmp_path / "work"
    write_data(data)
    shutil.copytree(ROOT / "models" / "id", work / "models" / "id")
    tiny = tiny_joint()
    save_encoder(tiny.encoder, tiny.vocabulary, work / "base")
    config = tmp_path / "config.toml"
    config.write_text(short_config(), encoding="utf-8")
    arguments = ["--config", config, "--data", data, "--events", data / "events", "--package", tmp_path, "--work", work]
    monkeypatch.setattr(sys, "argv", ["training", *map(str, arguments)])
    # What learns from what the heads find has a test of its own (test_fitted.py): these find nothing.
    monkeypatch.setattr(command, "_fitted", lambda _: [])
    # The command sets it too; set here first, it is taken back when the test ends.
    monkeypatch.setenv(FOLDER_VARIABLE, str(work / "models"))
    command.main()
    [article] = read_articles(f"{TITLE}\n\n{BODY}".encode(), name="text")
    assert isinstance(article, Article)
    [facts] = Pipeline.load().extract([article])
    assert isinstance(facts, Facts)
    assert facts.text.startswith(TITLE)
    assert "UPOS" in (work / "scores.txt").read_text(encoding="utf-8")
    # A second run finds all that is there and trains nothing again.
    made = [*work.glob("joint.*.pt"), *(work / "models").rglob("*"), work / "scores.txt"]
    stamps = {path: path.stat().st_mtime_ns for path in made}
    command.main()
    assert {path: path.stat().st_mtime_ns for path in made} == stamps
