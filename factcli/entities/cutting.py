"""One span of the head -> the names in it: pairs taken apart, titles off, what is no name left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from msgspec.structs import replace

from factcli.entities.names import LONGEST_NAME, initials, is_undivided, name_key, place_heads
from factcli.entities.rules import longest_prefix, phrase_set, word_key
from factcli.entities.spans import LabelLookup, TaggedSpan
from factcli.entities.titles import ends_title, is_no_name
from factcli.schema import Label

# Two letters are another's too: `Majelis Kehormatan MK`.
SHORTEST_INITIALS = 3
# Behind a number a slash is inside one name: `Kodam II/Sriwijaya`.
INSIDE = re.compile(r"\s*(?:[-–—]|(?<![\dIVX])/)\s*")
# Less the marks at its edges, and what stands in brackets at its end, which is a name of its own.
NAME = re.compile(r"[\W_]*(?P<name>(?:.*?[^\W_])?)[\W_]*(?:\([^()]*\)?[\W_]*)?", re.DOTALL)
# A word that the page ran together with an acronym: `AFPpada`, `BPJS-nya`, `DPRDua`.
GLUED = tuple(re.compile(rf"(?P<name>(?:.* )?(?P<acronym>[A-Z]{{3,}})){word}") for word in ("-?[a-z]+", "[A-Z][a-z]+"))


def names_in(text: str, span: TaggedSpan, tagged: Collection[str], known: LabelLookup) -> Iterator[TaggedSpan]:
    """The names in the span, in order; `tagged` are the strings marked in the article, `known` asks the gazetteer."""

    def named(surface: str) -> bool:
        return surface in tagged or known(surface) is not None

    start, end = NAME.fullmatch(text, span.start, span.end).span("name")  # type: ignore[union-attr]
    for glued in (pattern.fullmatch(text, start, end) for pattern in GLUED):
        if glued and named(glued["acronym"]):
            end = glued.end("name")
    surface = text[start:end]
    for first, last in [(0, len(surface))] if known(surface) else _apart(surface, span.label, named, known):
        begin = start + first + _titles(text, start + first, start + last, span.label, known, named)
        if begin < start + last and not is_no_name(text[begin : start + last]):
            yield replace(span, start=begin, end=start + last)


def _apart(surface: str, label: Label, named: Callable[[str], bool], known: LabelLookup) -> list[tuple[int, int]]:
    """The stretches between hyphens and slashes, where one is named elsewhere or known and all have a capital, as in
    `Merak-Bakauheni`. Else the names in a row.
    """
    edges = [0, *(edge for joint in INSIDE.finditer(surface) for edge in joint.span()), len(surface)]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    names = [surface[first:last] for first, last in parts]
    are_apart = not is_undivided(surface) and any(map(named, names)) and all(name[:1].isupper() for name in names)
    return parts if len(parts) > 1 and are_apart else _in_a_row(surface, label, known)


def _in_a_row(surface: str, label: Label, known: LabelLookup) -> list[tuple[int, int]]:
    """Two names that the gazetteer knows, `Depok` and `Jawa Barat`, `Jokowi` and `JK`, `Korut` and `KCNA`; a place with
    its head before it and a known one, `Stasiun Karang` and `Sukamaju`; a name and its initials that lost their
    brackets.
    """
    for gap in [*re.finditer(r"\s+", surface)][-LONGEST_NAME:]:
        left, right = surface[: gap.start()], surface[gap.end() :]
        head, *name = name_key(left)[:2] or [""]
        is_headed = label == "LOC" and " " not in right and bool(name) and (head,) in place_heads()
        are_known = known(right) == label and (is_headed or known(left))
        if are_known or _is_short_for(left, right):
            return [(0, gap.start()), (gap.end(), len(surface))]
    return [(0, len(surface))]


def _is_short_for(name: str, short: str) -> bool:
    return len(short) >= SHORTEST_INITIALS and short.isupper() and initials(name_key(name)) == short.casefold()


def _titles(text: str, start: int, end: int, label: Label, known: LabelLookup, named: Callable[[str], bool]) -> int:
    """How many characters at the beginning are a title, or the end of one that begins before: `Wali [Kota Sukamaju`.

    Before a body or a place it is a title only where the rest has that name elsewhere: `Polisi Rakyat` is whole.
    """
    words = [(start + word.start(), word_key(word[0])) for word in re.finditer(r"\S+", text[start:end])]
    keys = tuple(key for _, key in words)
    size = int(ends_title(text, start, words[1][0] if len(words) > 1 else end))
    while size < min(len(keys), LONGEST_NAME) and (more := longest_prefix(keys[size:], phrase_set("titles", "titles"))):
        rest = text[words[size + more][0] : end] if size + more < len(words) else ""
        if known(text[words[size][0] : end]) == label or (label != "PER" and rest and not named(rest)):
            break
        size += more
    return words[size][0] - start if size < len(words) else end - start
