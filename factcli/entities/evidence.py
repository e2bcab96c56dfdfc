"""What the article itself and the gazetteer say of a string: is it a name?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
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
    first_names: frozenset[str]
    full_names: frozenset[str]
    known: Known

    @classmethod
    def of(cls, text: str, spans: Sequence[TaggedSpan], known: Known, explained: Iterable[TaggedSpan] = ()) -> Evidence:
        """The evidence of an article and the spans that the tagger gives; the labels of those explained are certain."""
        votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
        for span in spans:
            votes[text[span.start : span.end].strip()][span.label] += 1
        surfaces = {surface: counted.most_common(1)[0][0] for surface, counted in votes.items()}
        surfaces |= {text[span.start : span.end]: span.label for span in explained}
        named = (name.replace("-", " ").split() for name, label in surfaces.items() if label == "PER" and " " in name)
        people = [words for words in named if len(words) > 1]
        firsts = Counter(name[0] for name in people)
        return cls(
            surfaces=surfaces,
            person_words=frozenset(word for name in people for word in name if len(word) >= SHORTEST_WORD),
            first_names=frozenset(firsts),
            full_names=frozenset(" ".join(name[:2]) for name in people if name[1] not in firsts),
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

    def are_two(self, one: str, other: str) -> bool:
        """Whether each string is the first word of some person's full name in the article: `Ganjar Mahfud`."""
        return {one, other} <= self.first_names and f"{one} {other}" not in self.full_names

    def before_person(self, surface: str, rest: str, tagged: Label) -> Label | None:
        """The label of an organisation or place, if `rest` after it is a person whom the article names elsewhere.

        `tagged` is the label of the two together; of an organisation the first of several words may be known alone.
        """
        label = self.known(surface) or self.surfaces.get(surface)
        if label is None and tagged == "ORG":
            label = "ORG" if self.known(surface.split(" ")[0]) == "ORG" else None
        words = rest.split()
        people = [word for word in (rest, words[0], words[-1]) if self.surfaces.get(word) == "PER"]
        return label if label != "PER" and people else None

    def place(self, surface: str, label: Label) -> bool:
        """Whether a string of that label is a name by itself and no other kind of thing to the gazetteer."""
        return self.named(surface) and self.known(surface) in (None, label)
