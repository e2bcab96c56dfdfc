"""What the article itself and the gazetteer say of a string: is it a name?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcli.entities.spans import Known, TaggedSpan
from factcli.schema import Label

SHORTEST_WORD = 3


@dataclass(frozen=True)
class Evidence:
    """The strings tagged in one article, the words of its people's names, its words in small letters, a gazetteer."""

    surfaces: dict[str, Label]
    person_words: frozenset[str]
    small_words: frozenset[str]
    known: Known

    @classmethod
    def of(cls, text: str, spans: Sequence[TaggedSpan], known: Known) -> Evidence:
        """The evidence of an article and the spans that the tagger gives."""
        surfaces = {text[span.start : span.end].strip(): span.label for span in spans}
        people = (name.replace("-", " ").split() for name, label in surfaces.items() if label == "PER" and " " in name)
        return cls(
            surfaces=surfaces,
            person_words=frozenset(word for name in people for word in name if len(word) >= SHORTEST_WORD),
            small_words=frozenset(re.findall(r"(?<!\w)[^\W\d_A-Z]{3,}(?!\w)", text)),
            known=known,
        )

    def named(self, surface: str) -> bool:
        """Whether the string is tagged as a whole somewhere in the article, or known to the gazetteer."""
        return surface in self.surfaces or self.known(surface) is not None

    def names_person(self, surface: str) -> bool:
        """Whether the string is a name, or begins with a word of a person's full name."""
        first, *_ = surface.split() or [""]
        return self.named(surface) or first in self.person_words

    def before_person(self, surface: str, rest: str) -> Label | None:
        """The label of an organisation or place, if `rest` after it is a person whom the article names elsewhere."""
        label = self.known(surface) or self.surfaces.get(surface)
        words = rest.split()
        people = [word for word in (rest, words[0], words[-1]) if self.surfaces.get(word) == "PER"]
        return label if label != "PER" and people else None

    def place(self, surface: str, label: Label) -> bool:
        """Whether a string of that label is a name by itself and no other kind of thing to the gazetteer."""
        return self.named(surface) and self.known(surface) in (None, label)
