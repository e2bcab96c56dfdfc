"""One span of the head -> the names in it: lists taken apart, titles off, what is no name left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from factcli.entities.definitions import explains
from factcli.entities.names import name_key, place_core
from factcli.entities.rules import longest_prefix, word_key
from factcli.entities.spans import LabelLookup, TaggedSpan, moved
from factcli.entities.titles import is_no_name, title_across, title_rules
from factcli.schema import Label

# Marks that always stand between two names, and marks that may stand inside one.
BETWEEN = r"(?<=[A-Z])\)\s+|\s+[-–—]\s+|\s*[–—]\s*|\s*/\s*|\s*,\s+"
# What a page ran together: the number of the next line of a list, a word on an acronym.
GLUED_NUMBER = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
LISTED_AFTER = re.compile(r"\.\s*[A-Z]")
GLUED_WORDS = tuple(re.compile(rf"(?P<name>(?:.* )?[A-Z]{{3,}}){word}") for word in ("-?[a-z]+", "[A-Z][a-z]+"))
INSIDE = re.compile(r"[-–—/]")
SHORT_AT_END = re.compile(r"(?P<long>.+?)\s*\((?P<short>[^()]+)\)?")


def names_in(text: str, span: TaggedSpan, tagged: Collection[str], known: LabelLookup) -> Iterator[TaggedSpan]:
    """The names in the span, in order; `tagged` are the strings marked in the article, `known` asks the gazetteer."""

    def named(surface: str) -> bool:
        return surface in tagged or known(surface) is not None

    start, end = _trimmed(text, span.start, _unglued(text, span, tagged, known))
    surface = text[start:end]
    if (bracket := SHORT_AT_END.fullmatch(surface)) and explains(bracket["long"], bracket["short"], span.label):
        surface = bracket["long"]
        end = start + len(surface)
    parts = [(0, len(surface))]
    if known(surface) is None:
        for joint, sure in ((_joint(), span.label != "ORG"), (INSIDE, False)):
            found = _apart(surface, joint)
            names = [surface[first:last] for first, last in found]
            if len(names) > 1 and (sure or all(map(named, names)) or _are_two(span, names, named)):
                parts = found
                break
        else:
            parts = _in_a_row(surface, span.label, known)
    for first, last in parts:
        begin = start + first + _titles(text, start + first, start + last, span.label, known)
        if begin < start + last and not is_no_name(name := text[begin : start + last]):
            is_seat = span.label == "ORG" and begin > start + first and known(name) == "LOC"
            yield moved(span, begin, start + last, "LOC" if is_seat else span.label)


@cache
def _joint() -> re.Pattern[str]:
    words = "|".join(map(re.escape, title_rules().conjunctions))
    return re.compile(rf"{BETWEEN}|\s+(?i:{words})\s+")


def _apart(surface: str, joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches between the joints."""
    edges = [0, *(edge for match in joint.finditer(surface) for edge in match.span()), len(surface)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _are_two(span: TaggedSpan, names: Sequence[str], named: Callable[[str], bool]) -> bool:
    """Whether the parts are places or people, one of them named elsewhere or known: `Merak-Bakauheni`."""
    return span.label != "ORG" and any(map(named, names)) and all(name[:1].isupper() for name in names)


def _in_a_row(surface: str, label: Label, known: LabelLookup) -> list[tuple[int, int]]:
    """The places of a stretch that ends with a known one: `Stasiun Karang` and `Sukamaju`, `Depok` and `Jawa Barat`;
    two people known by one word each: `Jokowi` and `JK`.
    """
    for gap in re.finditer(r"\s+", surface) if label != "ORG" else ():
        left, right = surface[: gap.start()], surface[gap.end() :]
        if known(right) != label or is_no_name(right):
            continue
        if known(left) == label or (label == "LOC" and " " not in right and place_core(name_key(left))[0] is not None):
            return [(0, gap.start()), (gap.end(), len(surface))]
    return [(0, len(surface))]


def _unglued(text: str, span: TaggedSpan, tagged: Collection[str], known: LabelLookup) -> int:
    """Where the name ends before what the page ran together with it: `AFPpada`, `BPJS-nya`, the number of a list."""
    surface = text[span.start : span.end]
    if known(surface) is not None:
        return span.end
    if LISTED_AFTER.match(text, span.end) and (number := GLUED_NUMBER.search(surface)):
        return span.start + number.start()
    for pattern in GLUED_WORDS:
        if glued := pattern.fullmatch(surface):
            acronym = glued["name"].split()[-1]
            if acronym in tagged or known(acronym) is not None:
                return span.start + glued.end("name")
    return span.end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without marks at its edges; a bracket that closes inside it stays."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    return start, end + (text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")")


def _titles(text: str, start: int, end: int, label: Label, known: LabelLookup) -> int:
    """How many characters at the beginning are a title, or the end of one that begins before: `Wali [Kota Sukamaju`."""
    words = [(start + word.start(), word_key(word[0])) for word in re.finditer(r"\S+", text[start:end])]
    keys = tuple(key for _, key in words)
    size = title_across(text, start, keys)
    while size < len(keys) and (more := longest_prefix(keys[size:], title_rules().titles)):
        rest = text[words[size + more][0] : end] if size + more < len(words) else ""
        if known(text[words[size][0] : end]) == label or (
            label != "PER" and rest and known(rest) not in (label, "LOC")
        ):
            break
        size += more
    return words[size][0] - start if size < len(words) else end - start
