"""A stretch that holds one name -> the name: titles, portfolios, degrees, function words and affixes off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcli.entities.evidence import Evidence
from factcli.entities.names import name_rules
from factcli.entities.places import begins_with_head
from factcli.entities.rules import longest_prefix, longest_suffix, word_key
from factcli.entities.spans import TaggedMention, TaggedSpan
from factcli.entities.titles import boundary_rules, is_no_name, title_across, title_before
from factcli.schema import Label
from factcli.syntax.casing import usual_forms

WORD = re.compile(r"\S+")
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


def peeled(text: str, start: int, end: int, span: TaggedSpan, evidence: Evidence) -> Iterator[TaggedMention]:
    """The names in a stretch once titles, portfolios, degrees and function words are off."""
    rules = boundary_rules()
    words = _without_edges(text, start, end, span.label)
    titles = rules.titles if span.label == "PER" else rules.titles_before_organisations
    titled = title_before(text, words[0].start) if words else False
    if words and (size := title_across(text, words[0].start, tuple(word.key for word in words))) < len(words):
        words, titled = words[size:], titled or size > 0
    while words:
        keys = tuple(word.key for word in words)
        common = _common_noun(words) if span.label == "ORG" else 0
        if size := max(longest_prefix(keys, rules.function_words), longest_prefix(keys, rules.front_words)) or common:
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


def _common_noun(words: list[Word]) -> int:
    """How many words are a common noun, big only as the first of a sentence: 2 in `Lembaga survei Indikarya`."""
    rules = name_rules()
    small = next((size for size, word in enumerate(words[1:]) if word.capitalised), 0)
    keys = tuple(word.key for word in words)
    passed_over = any(key in rules.unabbreviated for key in keys[1 : small + 1])
    return 0 if not small or passed_over or longest_prefix(keys, rules.institutions) > 1 else small + 1


def _begins_sentence_only(text: str, words: list[Word], label: Label, evidence: Evidence) -> bool:
    """Whether the first word is a common one, which the article or the press writes small, before a name by itself."""
    if label == "ORG" or len(words) < 2:
        return False
    first = words[0].text.lower()
    usual = label == "LOC" and usual_forms().words.get(first) == first and not begins_with_head(words[0].text)
    return (first in evidence.small_words or usual) and evidence.named(text[words[1].start : words[-1].end])


def _leading_name(text: str, words: list[Word], evidence: Evidence) -> tuple[int, Label] | None:
    """How many words after a title name an organisation or place, and its label; none for a person's name."""
    for size in range(len(words), 0, -1):
        surface = text[words[0].start : words[size - 1].end].strip(",")
        label = evidence.known(surface) or (evidence.surfaces.get(surface) if size < len(words) else None)
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
    for prefix in re.finditer(rf"(?<!\S){rules.prefixes.pattern}", text[start:end]):
        start, end = start + prefix.end(), end
        break
    match = rules.clitics.match(text[start:end])
    if match and (match["dash"] or match["name"].isupper() or evidence.named(match["name"])):
        end = start + match.end("name")
    return start, end


def _looks_like_name(surface: str, label: Label, evidence: Evidence) -> bool:
    """Whether the string has a capital, or, if no person's, is spelt with one elsewhere."""
    if any(letter.isupper() for letter in surface):
        return True
    return label != "PER" and (evidence.named(surface.title()) or evidence.named(surface.capitalize()))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and marks at its edges; a bracket that closes inside it stays."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return start, end
