"""Names of which the tagger found a part, drawn out to the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcli.entities.consistency import without_overlaps
from factcli.entities.rules import longest_suffix, word_key
from factcli.entities.spans import Known, TaggedMention
from factcli.entities.titles import boundary_rules

WORDS_AFTER = re.compile(r"(?: [A-Z]\w+){1,4}")
WORDS_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]\w+ ){1,3}$")
LONGEST_BEFORE = 60


def completed(text: str, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The mentions, each drawn out to the longer name tagged elsewhere or known that goes on to the right, or that is
    known and begins to the left: `[Eropa]` in `Uni Eropa`. Two parts of one person's name become one.
    """
    names = {(mention.label, text[mention.start : mention.end]) for mention in mentions}
    grown: list[TaggedMention] = []
    for mention in mentions:
        end = max(
            (
                end
                for end in _ends(text, mention)
                if (mention.label, surface := text[mention.start : end]) in names
                or (known(surface) == mention.label and not _ends_with_degree(surface))
            ),
            default=mention.end,
        )
        mention = _stretched(mention, mention.start, end)
        starts = [] if mention.label == "PER" else _starts(text, mention)
        start = min((start for start in starts if known(text[start:end]) in ("ORG", "LOC")), default=mention.start)
        label = known(text[start:end]) if start < mention.start else None
        grown.append(TaggedMention(start=start, end=end, label=label or mention.label, score=mention.score))
    return _joined_people(text, without_overlaps(grown))


def _ends(text: str, mention: TaggedMention) -> Iterator[int]:
    if further := WORDS_AFTER.match(text, mention.end):
        yield from (mention.end + word.end() for word in re.finditer(r" \S+", further[0]))


def _starts(text: str, mention: TaggedMention) -> Iterator[int]:
    """Where the one to three capitalised words right before the mention begin."""
    window = text[max(0, mention.start - LONGEST_BEFORE) : mention.start]
    if before := WORDS_BEFORE.search(window):
        first = mention.start - len(window) + before.start()
        yield from (first + word.start() for word in re.finditer(r"\S+", before[0]))


def _ends_with_degree(surface: str) -> bool:
    return longest_suffix(tuple(map(word_key, surface.split())), boundary_rules().degrees) > 0


def _joined_people(text: str, mentions: Sequence[TaggedMention]) -> list[TaggedMention]:
    """People with nothing but a space between are one, unless the text names both elsewhere."""
    people = [mention for mention in mentions if mention.label == "PER"]
    beside = {place for one, other in pairwise(people) if other.start - one.end == 1 for place in (one, other)}
    alone = {text[mention.start : mention.end] for mention in people if mention not in beside}
    alone |= {name.split()[0] for name in alone}
    joined: list[TaggedMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        adjacent = last and last.label == mention.label == "PER" and text[last.end : mention.start] == " "
        if last and adjacent and not {text[last.start : last.end], text[mention.start : mention.end]} <= alone:
            joined[-1] = _stretched(last, last.start, mention.end)
        else:
            joined.append(mention)
    return joined


def _stretched(mention: TaggedMention, start: int, end: int) -> TaggedMention:
    return TaggedMention(start=start, end=end, label=mention.label, score=mention.score)
