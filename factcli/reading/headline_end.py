"""Where a headline ends that a sentence follows without a mark (`invitations.toml`).

A headline has its words in capitals. The first word without one belongs to the sentence, which began some words before.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcli.reading.patterns import load

# `KeduaPuan`, `6.735.033Di`, `Ahli?Menurut`: two paragraphs that a crawler joined.
_PIECE = re.compile(r"\S+")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{3})(?=[A-Z][a-z])|(?<=[\d?!…])(?=[A-Z][a-z])|(?<=[\w.?!…][)\"”])(?=[A-Z][a-z])")
_EDGES = "\"'“”‘’()[].,:;?!…"
_QUOTES = '"“'
_UNQUOTES = '"”'
_GOES_ON = (",", ":", ";", "-", "–", "&", "/")
_ENDS = ("?", "!", "...", "…")


class _Word(NamedTuple):
    text: str
    start: int
    is_glued: bool

    @property
    def core(self) -> str:
        return self.text.strip(_EDGES)


class _Words(NamedTuple):
    fewest: int
    most: int
    small: frozenset[str]
    openers: frozenset[str]
    links: frozenset[str]
    posts: frozenset[str]
    ranks: frozenset[str]


def headline_end(text: str, *, elsewhere: str, is_sure: bool) -> int | None:
    """Return the length of the headline that `text` begins with, or None where its end is not known.

    `elsewhere` is the rest of the article: who is named there may begin the sentence. `is_sure`: there is a headline.
    """
    words = _split(text, elsewhere)
    known = _known()
    ordinary = next((place for place, word in enumerate(words[: known.most]) if _is_ordinary(word.core)), None)
    if ordinary is None:
        return len(text.rstrip()) if len(words) <= known.most else None
    if not is_sure and words[0].core.lower() in known.openers | known.posts:
        return None
    places = [place for place in range(known.fewest, ordinary) if _may_begin(words, place)]
    if places:
        begins = _chosen(words, places, ordinary, text, elsewhere)
    elif is_sure and (openers := list(_openers(words[: known.most]))):
        # The headline itself is in small letters.
        begins = openers[0]
    else:
        return None
    return len(text[: words[begins].start].rstrip())


def _split(text: str, elsewhere: str) -> list[_Word]:
    words: list[_Word] = []
    for match in _PIECE.finditer(text):
        piece = match[0]
        cuts = [] if piece.strip(_EDGES) in elsewhere else [cut.start() for cut in _GLUED.finditer(piece)]
        for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(piece)], strict=True)):
            words.append(_Word(piece[start:end], match.start() + start, number > 0))
    return words


def _is_ordinary(core: str) -> bool:
    return core[:1].islower() and core.islower() and core not in _known().small


def _may_begin(words: list[_Word], place: int) -> bool:
    """Return whether the sentence may begin at a word: in capitals, and the headline before it may end there."""
    word, before = words[place], words[place - 1]
    if word.is_glued:
        return True
    begins = word.text.lstrip(_EDGES)[:1]
    ends = before.text.endswith(_GOES_ON) or before.core in _known().small
    return (begins.isupper() or begins.isdigit()) and not ends


def _openers(words: list[_Word]) -> Iterator[int]:
    """Yield the places of the words that begin a sentence far more often than they stand in a headline."""
    known = _known()
    for place in range(known.fewest, len(words)):
        if words[place].core.lower() in known.openers and _may_begin(words, place):
            yield place


def _chosen(words: list[_Word], places: list[int], ordinary: int, text: str, elsewhere: str) -> int:
    """Return the place of the word that begins the sentence, the surest sign first."""
    known = _known()
    quoted = [place for place in places if _opens_quote(words, place, text[: words[ordinary].start])]
    glued = [place for place in places if words[place].is_glued]
    if quoted or glued:
        return (quoted or glued)[-1]
    openers = list(_openers(words[:ordinary]))
    posts = [place for place in places if words[place].core.lower() in known.posts]
    if openers and (not posts or posts[-1] < openers[-1]):
        return openers[-1]
    if posts:
        return _with_what_leads(words, places, posts[-1], known.posts | known.openers)
    named = next((place for place in places if _is_named(words[place:ordinary], elsewhere)), None)
    if named is not None:
        return _with_what_leads(words, places, named, known.links | known.ranks)
    ended = [place for place in places if words[place - 1].text.endswith(_ENDS)]
    ranks = [place for place in places if words[place].core.lower() in known.ranks]
    return (ranks or ended or places)[-1]


def _opens_quote(words: list[_Word], place: int, text: str) -> bool:
    """Return whether a quote opens at a word and is still open at the end of `text`."""
    opens = words[place].text.startswith(_QUOTES)
    return opens and not any(mark in text[words[place].start + 1 :] for mark in _UNQUOTES)


def _with_what_leads(words: list[_Word], places: list[int], place: int, leading: frozenset[str]) -> int:
    while place - 1 in places and words[place - 1].core.lower() in leading:
        place -= 1
    return place


def _is_named(words: list[_Word], elsewhere: str) -> bool:
    name = " ".join(word.text for word in words).strip(_EDGES)
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", elsewhere) is not None


@functools.cache
def _known() -> _Words:
    data = load("invitations.toml")
    headline, sentence = data["headline"], data["sentence"]
    return _Words(
        headline["fewest_words"],
        headline["most_words"],
        *(
            frozenset(words.split())
            for words in (headline["small"], *(sentence[key] for key in ("openers", "links", "posts", "ranks")))
        ),
    )
