"""One span of the tagger -> the mentions in it: brackets, lists and glued names taken apart, each name peeled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcli.entities.evidence import Evidence
from factcli.entities.peeling import peeled, trimmed
from factcli.entities.places import split_places
from factcli.entities.rules import read_rules, word_key
from factcli.entities.spans import TaggedMention, TaggedSpan
from factcli.entities.titles import boundary_rules, title_before
from factcli.schema import Label

BRACKETED_TAIL = re.compile(r"(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)\W*$")
SPACED_DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s*/\s*|\s*,\s+")
HANGING_DASH = re.compile(r"\w[-–—]\s")
WALL = r"\s*-{2,}\s*|(?<=[^\W\d_A-Z]{2})\.(?=[A-Z])|(?<=[A-Z])\)\s"
FULL_NAME = 2
LONGEST_NAME = 4
DASH_OR_SLASH = re.compile(r"[-–—/]")


def split_span(text: str, span: TaggedSpan, evidence: Evidence) -> Iterator[TaggedMention]:
    """The mentions in one tagged span, in order, none of them overlapping.

    `evidence` says which strings are names by what else the article and the gazetteer have.
    """
    for start, end in _within_sentences(text, span.start, span.end):
        for first, last in _bracketed(text, start, end):
            for part in _listed(text, first, last, span.label, evidence) if first < last else ():
                yield from _peeled_parts(text, part, span, evidence)


def _peeled_parts(text: str, part: tuple[int, int], span: TaggedSpan, evidence: Evidence) -> Iterator[TaggedMention]:
    for start, end, label in _glued(text, *part, span.label, evidence):
        piece = TaggedSpan(start=start, end=end, label=label, score=span.score)
        yield from peeled(text, start, end, piece, evidence)


def _within_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between what no name holds: a double dash, a full stop with no space after it, `vs`."""
    for wall in _wall().finditer(text, start, end):
        if wall[0] != "." or not _web_ending().match(text, wall.start()):
            yield start, wall.start()
            start = wall.end()
    yield start, end


@cache
def _wall() -> re.Pattern[str]:
    opponents = "|".join(map(re.escape, read_rules("boundaries")["opponents"]["words"]))
    return re.compile(rf"{WALL}|\s+(?i:{opponents})\s+")


@cache
def _web_ending() -> re.Pattern[str]:
    endings = "|".join(map(re.escape, read_rules("datelines")["web_endings"]["words"]))
    return re.compile(rf"(?i:{endings})(?!\w)")


def _bracketed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name and the name in brackets after it; one stretch where the brackets belong to the name."""
    start, end = trimmed(text, start, end)
    surface = text[start:end]
    if surface.count("(") > surface.count(")"):
        if text[end : end + 1] == ")":
            end += 1
        else:
            opening = start + surface.rindex("(")
            yield from (trimmed(text, start, opening), trimmed(text, opening, end))
            return
    match = BRACKETED_TAIL.match(text[start:end])
    if match is None or tuple(map(word_key, match["inner"].split())) in boundary_rules().legal_forms:
        yield start, end
        return
    yield start, start + match.end("outer")
    yield start + match.start("inner"), start + match.end("inner")


def _listed(text: str, start: int, end: int, label: Label, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The single names of a list; an organisation is taken apart only where each part is a name by itself."""
    surface = text[start:end]
    if evidence.known(surface) is not None:
        yield start, end
        return
    if cut := HANGING_DASH.search(surface):
        end = start + cut.start() + 1
        surface = text[start:end]
    joints = list(SPACED_DASH.finditer(surface))
    for conjunction in boundary_rules().conjunctions:
        joints += re.finditer(rf"\s+{re.escape(conjunction)}\s+", surface)
    joints.sort(key=lambda joint: joint.start())
    if not joints:
        joints = [joint for joint in DASH_OR_SLASH.finditer(surface) if _joins_names(surface, joint, label, evidence)]
    if not joints and label == "LOC":
        yield from ((start + first, start + last) for first, last in split_places(surface, evidence))
        return
    edges = [0, *(edge for joint in joints for edge in joint.span()), len(surface)]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    if label == "ORG" and not all(evidence.named(surface[first:last]) for first, last in parts):
        parts = [(0, len(surface))]
    yield from (trimmed(text, start + first, start + last) for first, last in parts)


def _glued(text: str, start: int, end: int, label: Label, evidence: Evidence) -> Iterator[tuple[int, int, Label]]:
    """An organisation or place and the person right after it.

    The article names both apart elsewhere, or the first ends as companies do: `Mandala Sekuritas Rina Kusuma`.
    """
    for gap in re.finditer(r"\s+", text[start:end]):
        left, right = text[start : start + gap.start()], text[start + gap.end() : end]
        if not (left and right):
            continue
        first = evidence.before_person(left, right, label) or _company(left, label)
        first = first or _employer(text, start, left, right, evidence)
        if label == "PER" and evidence.are_two(left, right):
            first = "PER"
        if first:
            yield start, start + gap.start(), first
            yield start + gap.end(), end, "PER"
            return
        # `Korut KCNA`: a country and an organisation, which the gazetteer knows apart and not together.
        kinds = evidence.known(left), evidence.known(right), evidence.known(f"{left} {right}")
        if label == "ORG" and kinds == ("LOC", "ORG", None) and _is_short(left, right):
            yield start, start + gap.start(), "LOC"
            yield start + gap.end(), end, "ORG"
            return
    yield start, end, label


def _is_short(place: str, organisation: str) -> bool:
    """An abbreviation behind a single word: no `Bank Indonesia`, no `Real Madrid`."""
    return " " not in place and organisation.isupper()


def _company(surface: str, label: Label) -> Label | None:
    """ORG for the beginning of a person's name that ends with a company's last word."""
    keys = tuple(map(word_key, surface.split()))
    return "ORG" if label == "PER" and len(keys) > 1 and keys[-1:] in boundary_rules().company_tails else None


def _employer(text: str, start: int, surface: str, rest: str, evidence: Evidence) -> Label | None:
    """ORG for an organisation of the article between a title and a full name: `pelatih Persib Luis Milla`."""
    words = rest.split()
    if evidence.surfaces.get(surface) != "ORG" or not FULL_NAME <= len(words) <= LONGEST_NAME:
        return None
    named = title_before(text, start) and all(word.istitle() for word in words)
    return "ORG" if named and evidence.known(f"{surface} {rest}") is None else None


def _joins_names(surface: str, joint: re.Match[str], label: Label, evidence: Evidence) -> bool:
    """Whether the dash stands between two names, as between two candidates or two towns, and not inside one."""
    left, right = surface[: joint.start()], surface[joint.end() :]
    if not right[:1].isupper() or (" " in left.strip() and label == "LOC"):
        return False
    if label == "PER":
        both = evidence.names_person(left) and evidence.names_person(right)
        return both or (" " in left.strip() and " " in right.strip())
    if label == "LOC":
        return any(map(evidence.named, (left, right, left.upper(), right.upper())))
    return evidence.named(left) and evidence.named(right)
