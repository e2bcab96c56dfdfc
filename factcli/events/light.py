"""Words that say only that something takes place (`upacara digelar`): the event is of the type of what does."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from factcli.events.subjects import described, subjects_of
from factcli.events.tables import tables
from factcli.events.types import type_of

# Relations of a noun that says what is done or undergone.
DONE = frozenset({"obj", "nmod", "compound"})
# So many nouns are asked: `dimulai` `proses` `pembacaan` `tuntutan`.
ABOVE = 3


def type_in_clause(trigger: Token, above: int = ABOVE) -> str | None:
    """The type of the event that a word names, that of a light word by the noun beside it; None where none is known.

    `above`: so many nouns are asked, each beside the one before, where these are light words too.
    """
    own = type_of(trigger)
    if own is not None or above == 0 or trigger.lower_ not in light_words():
        return own
    return next((kind for noun in _beside(trigger) if (kind := type_in_clause(noun, above - 1)) is not None), None)


def _beside(light: Token) -> list[Token]:
    """What is done, else what takes place: `menggelar upacara`, `upacara digelar`, `upacara yang digelar`."""
    done = [child for child in light.children if child.dep_ in DONE]
    holder = described(light)
    return done or subjects_of(light) or ([holder] if holder is not None else [])


@cache
def light_words() -> frozenset[str]:
    """The words of data/light.toml."""
    return frozenset(tables("light.toml")["words"])
