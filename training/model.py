"""The encoder with all its heads, as they are trained together."""

from __future__ import annotations

from pathlib import Path

import msgspec
import torch
from torch import Tensor, nn

from factcli.encoder.component import FOLDER
from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import Pieces
from factcli.encoder.precision import multiplies_bfloat16
from factcli.encoder.reader import read_words
from factcli.encoder.weights import load_encoder, save_encoder, save_weights
from factcli.events.component import DECISION, PRINTABLE
from factcli.events.component import WEIGHTS as EVENT_WEIGHTS
from factcli.events.decode import Decision
from factcli.events.network import EventHeads, Kind
from factcli.events.printable import Printable
from factcli.names.component import WEIGHTS as NAME_WEIGHTS
from factcli.names.network import NameHead
from factcli.syntax.network import SyntaxHeads, SyntaxLabels
from factcli.syntax.reading import LABELS as SYNTAX_LABELS
from factcli.syntax.reading import WEIGHTS as SYNTAX_WEIGHTS
from training.articles import HABIT, OWN
from training.examples import Example

HABITS = (HABIT, OWN, "idner", "nergrit", "nerui")


class Joint(nn.Module):
    """One encoder; heads for syntax, for names by the habits of each set, for events."""

    def __init__(self, encoder: Encoder, pieces: Pieces, labels: SyntaxLabels) -> None:
        super().__init__()
        self.encoder, self.vocabulary, self.labels = encoder, pieces, labels
        hidden = encoder.config.hidden
        self.syntax = SyntaxHeads(hidden, labels)
        self.names = nn.ModuleDict({habit: NameHead(hidden) for habit in HABITS})
        self.events = EventHeads(hidden)
        # How our own annotation differs: which words are events, and a shift of the words before the other heads.
        self.own_kind = Kind(hidden)
        self.own_shift = nn.Parameter(torch.zeros(hidden))

    def kinds(self, habit: str) -> Kind:
        """The head that says which words are events by the habit of a set of articles."""
        return self.own_kind if habit == OWN else self.events.kind

    def read(self, examples: list[Example]) -> list[Tensor]:
        """The (words, hidden) vectors of each example."""
        pieces = [[self.vocabulary.of(word.text, word.glued) for word in example.words] for example in examples]
        # Where the processor multiplies bfloat16 by itself, a step takes a third less time.
        with torch.autocast("cpu", torch.bfloat16, enabled=multiplies_bfloat16()):
            vectors = read_words(self.encoder, pieces)
        return [words.float() for words in vectors]

    def export(self, folder: Path) -> None:
        """Write what ships: the encoder, and each head that ships, in files of their own."""
        save_encoder(self.encoder, self.vocabulary, folder / FOLDER)
        save_weights(self.syntax, folder / SYNTAX_WEIGHTS)
        (folder / SYNTAX_LABELS).write_bytes(msgspec.json.format(msgspec.json.encode(self.labels)) + b"\n")
        save_weights(self.names[HABIT], folder / NAME_WEIGHTS)
        save_weights(self.events, folder / EVENT_WEIGHTS)
        save_weights(Printable(self.encoder.config.hidden), folder / PRINTABLE)
        (folder / DECISION).write_bytes(msgspec.json.format(msgspec.json.encode(Decision())) + b"\n")


def start_from(base: Path, labels: SyntaxLabels, dropout: float) -> Joint:
    """New heads on the encoder in a folder."""
    encoder, pieces = load_encoder(base, dropout)
    return Joint(encoder, pieces, labels)


def save_checkpoint(model: Joint, path: Path) -> None:
    """All weights of a model in training, in full precision."""
    torch.save(model.state_dict(), path)


def load_checkpoint(model: Joint, path: Path) -> None:
    """Fill a model with what `save_checkpoint` wrote."""
    model.load_state_dict(torch.load(path, weights_only=True))


def average_checkpoints(start: Path, trained: Path, share: float) -> None:
    """Write to `trained` its mean with `start`, in which it counts for `share` (Wortsman and others 2022)."""
    before, after = (torch.load(path, weights_only=True) for path in (start, trained))
    mean = {name: torch.lerp(before[name], weights, share) for name, weights in after.items()}
    torch.save(mean, trained)
