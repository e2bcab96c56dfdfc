"""Which way a date lies that leaves something out, from the words around it: tense markers, reporting verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from factcli.grammar.quotation_marks import MARKS
from factcli.grammar.tokens import Token
from factcli.tables import read_table

PAST, UNKNOWN, FUTURE = -1, 0, 1
_FAR_BEFORE = 30
_FAR_AFTER = 8
# Tokens behind `buka` in which its hours stand: `buka sejak pukul 08.00 hingga 17.00`.
_HOURS_BEHIND = 10
# Tokens behind `dari posisi` in which the day of that price stands.
_COMPARED_WITHIN = 6
# Tokens before a year in which `yang` or `Nomor` says whose year it is.
_BELONGING_WITHIN = 6


def load_markers() -> dict[str, dict[str, Any]]:
    """The markers of direction.toml: for each thing that they mark, their `words` and `examples`."""
    return read_table(Path(__file__).with_name("direction.toml"))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(marker["words"]) for name, marker in load_markers().items()}


def direction_of(tokens: Sequence[Token], first: int, last: int, sentence: tuple[int, int]) -> int:
    """PAST, FUTURE or UNKNOWN for the expression tokens[first:last] in the sentence tokens[sentence[0]:sentence[1]].

    The nearest marker before the expression decides, or else the nearest after it; a reporting verb met first
    means that the date is the day of the statement, whatever the tense of what is said. Words beyond a quotation
    mark before the expression do not count: what is quoted has a tense of its own. Nor does a marker behind the
    expression that a conjunction joins to it.
    """
    words = _words()
    before = tokens[first - 1].lower if first > sentence[0] else ""
    if before in words["since"]:
        return PAST
    if before in words["delivery"] or before in words["deadline"] or _is_put_off(tokens, first, sentence):
        return FUTURE
    lasting = before in words["until"]
    for index in range(first - 1, max(sentence[0], first - _FAR_BEFORE) - 1, -1):
        if tokens[index].text in MARKS:
            break
        found = _direction_at(tokens, index)
        if found is not None:
            return UNKNOWN if lasting and found == PAST else found
    for index in range(last, min(sentence[1], last + _FAR_AFTER)):
        found = _direction_at(tokens, index)
        if found is not None and tokens[index - 1].lower not in words["conjoining"]:
            return UNKNOWN if lasting and found == PAST else found
    return UNKNOWN


def _direction_at(tokens: Sequence[Token], index: int) -> int | None:
    """The direction that the word at `index` gives, with the one behind it where the two together are a marker."""
    directions, word = _directions(), tokens[index].lower
    pair = f"{word} {tokens[index + 1].lower}" if index + 1 < len(tokens) else word
    return directions[pair] if pair in directions else directions.get(word)


def _is_put_off(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> bool:
    """Whether something is put off until the date at `first`."""
    words, start = _words(), max(sentence[0], first - _FAR_AFTER)
    until = first > start and tokens[first - 1].lower in words["until"] | words["destination"]
    return until and any(token.lower in words["postponing"] for token in tokens[start:first])


def is_over(tokens: Sequence[Token], first: int, last: int, sentence: tuple[int, int]) -> bool:
    """Whether what happened at tokens[first:last] is over: something has lasted since, or nobody plans such a thing."""
    before = tokens[first - 1].lower if first > sentence[0] else ""
    if before in _words()["since"]:
        return True
    plain = direction_of(tokens, first, last, sentence) == UNKNOWN and not opens_ahead(before)
    return plain and _around(tokens, first, sentence, _words()["unplanned"])


def opens_ahead(word: str) -> bool:
    """Whether behind this word a month may lie ahead where nothing else says so: `mulai Januari`, `hingga Maret`."""
    return word in _words()["until"] or word in _words()["onward"]


def bounds(word: str) -> bool:
    """Whether the word says that something began or ended at the date beside it."""
    return word in _words()["since"] or word in _words()["until"]


def is_within(word: str) -> bool:
    """Whether the word says that something lies within the stretch behind it: `pada 2010`."""
    return word in _words()["framing"]


def leads_to(word: str) -> bool:
    """Whether the word says that something ended at the date behind it."""
    return word in _words()["until"]


def awaits(word: str) -> bool:
    """Whether the word names an event that is looked forward to: `laga besok`."""
    return word in _words()["awaited"]


def is_aside(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> bool:
    """Whether no event of the article is on the day at `first`: it is that of a statement, or of a comparison."""
    near = tokens[max(sentence[0], first - _COMPARED_WITHIN) : first]
    return any(token.lower in _words()["comparing"] for token in near) or attributed(tokens, first, sentence)


def frames(tokens: Sequence[Token], first: int, last: int, sentence: tuple[int, int], *, whole: bool) -> bool:
    """Whether the year named by tokens[first:last] is that of what its sentence reports, not of a law or of a founding.

    A year alone must be led in by a preposition or open the sentence; `whole` is true for one with its month or day.
    """
    words = _words()
    if last < sentence[1] and tokens[last].lower in words["pointing"]:
        return False
    if any(token.lower in words["belonging"] for token in tokens[max(sentence[0], first - _BELONGING_WITHIN) : first]):
        return False
    return whole or first == sentence[0] or is_within(tokens[first - 1].lower)


def is_habitual(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> bool:
    """Whether the clock time at `first` is that of any day: of what happens often, or the hours that a shop keeps."""
    return keeps_hours(tokens, first) or _around(tokens, first, sentence, _words()["habitual"] | _words()["recurring"])


def recurs(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> bool:
    """Whether what happens in the month at `first` happens again and again, so that it is that of any year."""
    return _around(tokens, first, sentence, _words()["recurring"])


def _around(tokens: Sequence[Token], first: int, sentence: tuple[int, int], words: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentence near what stands at `first`."""
    around = tokens[max(sentence[0], first - _FAR_BEFORE) : min(sentence[1], first + _FAR_AFTER)]
    return any(token.lower in words for token in around)


def keeps_hours(tokens: Sequence[Token], first: int) -> bool:
    """Whether what stands at `first` are the hours or days on which something is open or shut."""
    return any(token.lower in _words()["opening"] for token in tokens[max(0, first - _HOURS_BEHIND) : first])


def attributed(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> bool:
    """Whether the date stands behind a reporting verb, and so is the day of the saying, not of what is said."""
    directions = _directions()
    for index in range(first - 1, max(sentence[0], first - _FAR_BEFORE) - 1, -1):
        if directions.get(tokens[index].lower) == UNKNOWN:
            return not _introduces(tokens, index, first)
    return False


def _introduces(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """Whether what is said follows the verb: `mengatakan bahwa ...`, `mengatakan, ...`."""
    words = _words()
    after = tokens[verb + 1].lower
    if after in words["introducing"]:
        return True
    return after == "," and verb + 2 < first and tokens[verb].lower in words["announcing"]


@cache
def _directions() -> dict[str, int | None]:
    """The direction that each marker gives; a reporting verb that is in another list too counts as one."""
    words = _words()
    given = (("past", PAST), ("future", FUTURE), ("timeless", None), ("reporting", UNKNOWN), ("announcing", UNKNOWN))
    return {word: direction for name, direction in given for word in words[name]}
