"""One span of the tagger -> the mentions in it: titles, quotes and clitics cut off, glued names taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcli.entities.evidence import Evidence
from factcli.entities.places import split_places
from factcli.entities.rules import Phrases, longest_prefix, longest_suffix, phrases, read_rules, word_key
from factcli.entities.spans import TaggedMention, TaggedSpan
from factcli.schema import Label

WORD = re.compile(r"\S+")
BRACKETED_TAIL = re.compile(r"(?P<outer>[^()]+?)\s*\((?P<inner>[^()]+)\)\W*$")
SPACED_DASH = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s*/\s*|\s*,\s+")
HANGING_DASH = re.compile(r"\w[-–—]\s")
DASH_OR_SLASH = re.compile(r"[-–—/]")
ACRONYM_LETTERS = 3


class Word(NamedTuple):
    """A word of the text between white space; `key` is what the rules compare."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        return word_key(self.text)

    @property
    def capitalised(self) -> bool:
        return any(letter.isupper() for letter in self.text)


class BoundaryRules(NamedTuple):
    """`boundaries.toml`, ready for comparison."""

    titles: Phrases
    titles_before_organisations: Phrases
    portfolios: Phrases
    degrees: Phrases
    function_words: Phrases
    name_particles: Phrases
    conjunctions: tuple[str, ...]
    clitics: re.Pattern[str]
    prefixes: re.Pattern[str]
    legal_forms: Phrases
    not_names: Phrases


@cache
def boundary_rules() -> BoundaryRules:
    """The rules of `boundaries.toml`, read once."""
    tables = read_rules("boundaries")
    clitics, prefixes = ("|".join(map(re.escape, tables[name]["words"])) for name in ("clitics", "prefixes"))
    return BoundaryRules(
        titles=phrases(word for group in tables["titles"] for word in group["words"]),
        titles_before_organisations=phrases(
            word for group in tables["titles"] if group.get("before_organisations") for word in group["words"]
        ),
        portfolios=phrases(tables["portfolios"]["words"]),
        degrees=phrases(tables["degrees"]["words"]),
        function_words=phrases(tables["function_words"]["words"]),
        name_particles=phrases(tables["name_particles"]["words"]),
        conjunctions=tuple(tables["conjunctions"]["words"]),
        clitics=re.compile(rf"(?P<name>.*\w)(?P<dash>[-‑]?)(?:{clitics})$"),
        prefixes=re.compile(rf"(?:{prefixes})[-‑](?=[A-Z])", re.IGNORECASE),
        legal_forms=phrases(tables["legal_forms"]["words"]),
        not_names=phrases(word for group in tables["not_names"] for word in group["words"]),
    )


def split_span(text: str, span: TaggedSpan, evidence: Evidence) -> Iterator[TaggedMention]:
    """The mentions in one tagged span, in order, none of them overlapping.

    `evidence` says which strings are names by what else the article and the gazetteer have.
    """
    for start, end in _bracketed(text, span.start, span.end):
        if start == end:
            continue
        for part in _listed(text, start, end, span.label, evidence):
            for first, last, label in _glued(text, *part, span.label, evidence):
                piece = TaggedSpan(start=first, end=last, label=label, score=span.score)
                yield from _peeled(text, first, last, piece, evidence)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and marks at its edges; a bracket that closes inside it stays."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return start, end


def title_before(text: str, start: int) -> bool:
    """Whether the words right before `start` are a title, a portfolio perhaps between."""
    rules = boundary_rules()
    words = text[max(0, start - 80) : start].rsplit("\n", 1)[-1].split()
    if words and words[-1][-1] in ',;:!?"”':
        return False
    keys = tuple(map(word_key, words))
    while keys and (size := longest_suffix(keys, rules.portfolios)):
        keys = keys[:-size]
    return longest_suffix(keys, rules.titles) > 0


def may_precede_name(word: str) -> bool:
    """Whether the word may stand capitalised before a name: a title, or a small word that opens a sentence."""
    rules = boundary_rules()
    return (word_key(word),) in rules.titles | rules.function_words | rules.portfolios


def is_no_name(surface: str) -> bool:
    """Whether the string is a generic word, a time, or a title, and so never a mention."""
    rules = boundary_rules()
    keys = tuple(map(word_key, surface.split()))
    return keys in rules.not_names or keys in rules.titles


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
    """An organisation or place and the person right after it, where the article names both apart elsewhere."""
    for gap in re.finditer(r"\s+", text[start:end]):
        left, right = text[start : start + gap.start()], text[start + gap.end() : end]
        if right and (first := evidence.before_person(left, right)):
            yield start, start + gap.start(), first
            yield start + gap.end(), end, "PER"
            return
    yield start, end, label


def _joins_names(surface: str, joint: re.Match[str], label: Label, evidence: Evidence) -> bool:
    """Whether the dash stands between two names, as between two candidates or two towns, and not inside one."""
    left, right = surface[: joint.start()], surface[joint.end() :]
    if not right[:1].isupper() or (" " in left.strip() and label == "LOC"):
        return False
    if label == "PER":
        both = evidence.names_person(left) and evidence.names_person(right)
        return both or (" " in left.strip() and " " in right.strip())
    return evidence.named(left) and (label == "LOC" or evidence.named(right))


def _peeled(text: str, start: int, end: int, span: TaggedSpan, evidence: Evidence) -> Iterator[TaggedMention]:
    """The names in a stretch once titles, portfolios, degrees and function words are off."""
    rules = boundary_rules()
    words = _without_edges(text, start, end, span.label)
    titles = rules.titles if span.label == "PER" else rules.titles_before_organisations
    titled = title_before(text, words[0].start) if words else False
    while words:
        keys = tuple(word.key for word in words)
        if size := longest_prefix(keys, rules.function_words):
            words = words[size:]
        elif _begins_sentence_only(text, words, span.label, evidence):
            words = words[1:]
        elif span.label == "PER" and evidence.known(text[words[0].start : words[-1].end]) == "PER":
            break
        elif size := longest_prefix(keys, titles):
            words, titled = words[size:], True
        elif titled and (size := longest_prefix(keys, rules.portfolios)):
            words = words[size:]
        elif titled and span.label == "PER" and (found := _leading_name(text, words, evidence)):
            size, label = found
            yield _mention(words[:size], span, label)
            words = words[size:]
        else:
            break
    if not words:
        return
    start, end = _without_affixes(text, *trimmed(text, words[0].start, words[-1].end), evidence)
    surface = text[start:end]
    if len(surface) > 1 and _looks_like_name(surface, span.label, evidence) and not is_no_name(surface):
        label = (evidence.known(surface) or span.label) if titled and span.label != "PER" else span.label
        yield TaggedMention(start=start, end=end, label=label, score=span.score)


def _without_edges(text: str, start: int, end: int, label: Label) -> list[Word]:
    """The words of the stretch less function words and degrees at its end, and what a person's name cannot hold."""
    rules = boundary_rules()
    words = [Word(start + match.start(), start + match.end(), match[0]) for match in WORD.finditer(text[start:end])]
    while words:
        keys = tuple(word.key for word in words)
        particle = longest_prefix(keys, rules.name_particles)
        if size := longest_suffix(keys, rules.function_words):
            words = words[:-size]
        elif label == "PER" and (
            not words[-1].capitalised
            or (longest_suffix(keys, rules.degrees) and ("." in words[-1].text or words[-1].text.isupper()))
        ):
            words = words[:-1]
        elif label == "PER" and not words[0].capitalised and not particle:
            words = words[1:]
        else:
            break
    return words


def _begins_sentence_only(text: str, words: list[Word], label: Label, evidence: Evidence) -> bool:
    """Whether the first word is a common one, which the article writes small elsewhere, before a name by itself."""
    if label == "ORG" or len(words) < 2 or words[0].text.lower() not in evidence.small_words:
        return False
    return evidence.named(text[words[1].start : words[-1].end])


def _leading_name(text: str, words: list[Word], evidence: Evidence) -> tuple[int, Label] | None:
    """How many words after a title name an organisation or place, and its label; none for a person's name."""
    for size in range(len(words), 0, -1):
        surface = text[words[0].start : words[size - 1].end].strip(",")
        label = evidence.known(surface)
        if label == "PER":
            return None
        if label is not None:
            return size, label
    first = words[0].text.strip(",()")
    if (
        first.isalpha()
        and first.isupper()
        and len(first) >= ACRONYM_LETTERS
        and not text[words[-1].start :][:2].isupper()
    ):
        return 1, "ORG"
    return None


def _mention(words: list[Word], span: TaggedSpan, label: Label) -> TaggedMention:
    end = words[-1].start + len(words[-1].text.rstrip(",.;:)"))
    return TaggedMention(start=words[0].start, end=end, label=label, score=span.score)


def _without_affixes(text: str, start: int, end: int, evidence: Evidence) -> tuple[int, int]:
    """The stretch without a prefix before the dash and without a clitic, where what is left is plainly the name."""
    rules = boundary_rules()
    if prefix := rules.prefixes.match(text[start:end]):
        start += prefix.end()
    match = rules.clitics.match(text[start:end])
    if match and (match["dash"] or match["name"].isupper() or evidence.named(match["name"])):
        end = start + match.end("name")
    return start, end


def _looks_like_name(surface: str, label: Label, evidence: Evidence) -> bool:
    """Whether the string has a capital, or, if no person's, is spelt with one elsewhere."""
    if any(letter.isupper() for letter in surface):
        return True
    return label != "PER" and (evidence.named(surface.title()) or evidence.named(surface.capitalize()))
