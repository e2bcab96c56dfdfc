"""Universal Dependencies treebanks -> the files that Stanza's trainers read, split into train, dev and test.

The treebanks' own test sets are not at hand, so of each treebank every 20th sentence is dev (for early
stopping) and every 20th, ten further on, is test (for the figures in the model card).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

TREEBANKS = ("id_csui-ud-train.conllu", "id_pud-ud-test.conllu", "id_gsd-ud-dev.conllu")
SPLITS = ("train", "dev", "test")


@dataclass
class Sentence:
    """A CoNLL-U sentence: its rows of ten fields, multiword rows (`3-4`) among them."""

    rows: list[list[str]] = field(default_factory=list)

    @property
    def words(self) -> list[list[str]]:
        return [row for row in self.rows if "-" not in row[0] and "." not in row[0]]

    def __str__(self) -> str:
        return "\n".join("\t".join(row) for row in self.rows) + "\n\n"


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file, comments and empty nodes left out."""
    sentences: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [row for row in rows if len(row) == 10 and "." not in row[0]]
        if rows:
            sentences.append(Sentence(rows))
    return sentences


def unify(sentence: Sentence) -> Sentence:
    """One way of annotating where the treebanks differ: CSUI's, as the news treebank.

    The clitic `nya` has the lemma `nya` (GSD: `dia`), XPOS goes (three tagsets), MISC keeps SpaceAfter only.
    """
    for row in sentence.rows:
        if row[1].lower() in ("nya", "-nya") and row[2] == "dia":
            row[2] = "nya"
        if row[2] == "_" and "-" not in row[0] and row[1] != "_":
            row[2] = row[1].lower()
        row[4] = "_"
        row[9] = "SpaceAfter=No" if "SpaceAfter=No" in row[9] else "_"
    return sentence


def split(sentences: list[Sentence]) -> dict[str, list[Sentence]]:
    """`train`, `dev` and `test` of one treebank; see the module's docstring."""
    parts: dict[str, list[Sentence]] = {name: [] for name in SPLITS}
    for position, sentence in enumerate(sentences):
        parts[{0: "dev", 10: "test"}.get(position % 20, "train")].append(sentence)
    return parts


def surface(sentence: Sentence) -> list[tuple[str, bool, list[str]]]:
    """(token, followed by white space, its words when it is a multiword token) in reading order."""
    tokens: list[tuple[str, bool, list[str]]] = []
    inside: set[str] = set()
    words = {row[0]: row[1] for row in sentence.words}
    for row in sentence.rows:
        if row[0] in inside:
            continue
        pieces: list[str] = []
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            inside = {str(number) for number in range(first, last + 1)}
            pieces = [words[str(number)] for number in range(first, last + 1)]
        tokens.append((row[1], "SpaceAfter=No" not in row[9], pieces))
    return tokens


def joins(sentence: Sentence) -> bool:
    """True where the words of every multiword token join to its text (one sentence has `satu-satunya` = satu + nya)."""
    return all("".join(pieces).lower() == token.lower() for token, _, pieces in surface(sentence) if pieces)


def write_parts(ud: Path, work: Path) -> None:
    """Write `train.conllu`, `dev.conllu` and `test.conllu` of all treebanks, and `NAME.PART.conllu` of each."""
    parts: dict[str, list[Sentence]] = {name: [] for name in SPLITS}
    for name in TREEBANKS:
        sentences = [unify(sentence) for sentence in read_sentences(ud / name)]
        for part, chosen in split(sentences).items():
            kept = [sentence for sentence in chosen if joins(sentence)]
            parts[part] += kept
            (work / f"{name.split('-')[0]}.{part}.conllu").write_text("".join(map(str, kept)), encoding="utf-8")
    for part, sentences in parts.items():
        (work / f"{part}.conllu").write_text("".join(map(str, sentences)), encoding="utf-8")
