"""The long form that an abbreviation in brackets stands for, found from the letters back.

After Schwartz and Hearst (2003), A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factcli.entities.names import abbreviates, initials, name_key, name_rules
from factcli.entities.neighbours import labelled_by_head
from factcli.entities.rules import word_key
from factcli.entities.spans import TaggedMention

ACRONYM = re.compile(r"(?<=\w) ?\((?P<short>[A-Z][A-Za-z&/-]{1,14})\)")
WORD = re.compile(r"(?<![^\s,])[^\s,]+")
LONGEST = 14
# As many characters before an abbreviation may hold its long form.
LONGEST_STRETCH = 400
SURE = 4


def long_forms(text: str, mentions: Sequence[TaggedMention]) -> Iterator[TaggedMention]:
    """Organisations whose initials are in the brackets right after them, where the tagger found a part at most.

    A long form is given only if a mention that begins it, its own head noun, or the label of the short form says that
    it is an organisation. `mentions` are in order and do not overlap.
    """
    starts, ends = [mention.start for mention in mentions], [mention.end for mention in mentions]
    organisations = {text[mention.start : mention.end] for mention in mentions if mention.label == "ORG"}
    for start, end, short in _explanations(text):
        inside = mentions[bisect_right(ends, start) : bisect_left(starts, end)]
        if any(mention.start < start or mention.end > end for mention in inside):
            continue
        begins = any(mention.start == start and mention.label == "ORG" for mention in inside)
        headed = labelled_by_head(text, TaggedMention(start=start, end=end, label="LOC")).label == "ORG"
        if begins or headed or short in organisations:
            yield TaggedMention(start=start, end=end, label="ORG")


def explained_in_brackets(text: str) -> set[str]:
    """The abbreviations that the text itself explains."""
    return {short for _, _, short in _explanations(text)}


def _explanations(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each long form begins and ends, and its abbreviation."""
    for match in ACRONYM.finditer(text):
        start = _start(text, match.start(), match["short"])
        if start is not None:
            yield start, match.start(), match["short"]


def _start(text: str, end: int, short: str) -> int | None:
    """Where the words begin whose first letters make the abbreviation; None where they do not."""
    farthest = max(0, end - LONGEST_STRETCH)
    line = max(farthest, text.rfind("\n", farthest, end) + 1)
    words = list(WORD.finditer(text, line, end))[-LONGEST:]
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        surface = text[word.start() : end]
        small = word[0] not in name_rules().unabbreviated and not word[0][0].isupper()
        if small or any(mark in surface for mark in '().;:"“”'):
            return None
        if word[0][0].isupper() and _stands_for(short, surface):
            heads = name_rules().organisation_heads
            before = words[position - 1] if position else None
            return before.start() if before and (word_key(before[0]),) in heads else word.start()
    return None


def _stands_for(short: str, surface: str) -> bool:
    """Whether the initials are the abbreviation, one word passed over at most, or pieces of the words make it."""
    key = name_key(surface)
    if not short.isupper():
        return len(key) > 1 and abbreviates(short, surface)
    letters, wanted = initials(key), short.casefold()
    if letters == wanted:
        return True
    return len(wanted) >= SURE and any(
        letters[:left_out] + letters[left_out + 1 :] == wanted for left_out in range(1, len(letters))
    )
