"""Invitations to read something else, within the paragraphs of an article (`invitations.toml`).

A crawled or pasted text often runs them on with its sentences: `Warga pulang. Baca juga: Harga Naik Menurut Siti,`.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from factcli.reading.headline_end import headline_end
from factcli.reading.lines import Span, stripped
from factcli.reading.patterns import load

_ENDED = re.compile(r"[.?!…:;\"”’'»)\]]\s*\Z")
_SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*(?=\s+[\"“‘(]?[^\Wa-z_]|\s*\Z)")
# So many blanks may stand between a sentence and an invitation.
_BLANKS = 8
# What is looked at of the text behind an invitation, and around it for who is named there.
_LONGEST = 600
_AROUND = 3000


class _Opening(NamedTuple):
    pattern: re.Pattern[str]
    is_anywhere: bool
    headline: str


def find_invitations(paragraph: str) -> Iterator[Span]:
    """Yield the invitations in a paragraph, in order; one whose headline has no known end goes on to the next mark."""
    done = 0
    found = _openings_in(paragraph)
    starts = [match.start() for match, _ in found]
    for place, (match, opening) in enumerate(found):
        if match.start() < done:
            continue
        if opening.headline == "none":
            done = match.end()
        else:
            later = bisect_left(starts, match.end(), place + 1)
            limit = starts[later] if later < len(starts) else len(paragraph)
            done = _end_after(paragraph, match, limit, has_mark=opening.headline == "follows")
        yield stripped(paragraph, match.start(), done)


def opens_with_invitation(paragraph: str) -> bool:
    """Return whether a paragraph begins with an invitation."""
    return next((span.start == 0 for span in find_invitations(paragraph)), False)


def without_invitations(paragraph: str) -> str:
    """Return what stands around the invitations in a paragraph."""
    kept, done = [], 0
    for span in find_invitations(paragraph):
        kept.append(paragraph[done : span.start].strip())
        done = span.end
    return " ".join(filter(None, [*kept, paragraph[done:].strip()]))


def _openings_in(paragraph: str) -> list[tuple[re.Match[str], _Opening]]:
    found = [
        (match, opening)
        for opening in _openings()
        for match in opening.pattern.finditer(paragraph)
        if opening.is_anywhere or _may_begin(paragraph[max(0, match.start() - _BLANKS) : match.start()])
    ]
    return sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end()))


def _may_begin(before: str) -> bool:
    """Return whether a sentence may begin after `before`."""
    return not before.strip() or _ENDED.search(before) is not None


def _end_after(paragraph: str, match: re.Match[str], limit: int, *, has_mark: bool) -> int:
    """Return where the invitation that opens with `match` ends, at `limit` at the latest."""
    start = match.end()
    end = _SENTENCE_END.search(paragraph, start, limit)
    is_line = match.start() <= _BLANKS and not paragraph[: match.start()].strip()
    if is_line and limit == len(paragraph) and end is None and has_mark:
        return limit
    stop = min(limit, start + _LONGEST)
    around = paragraph[max(0, start - _AROUND) : match.start()] + "\n" + paragraph[limit : limit + _AROUND]
    length = headline_end(paragraph[start:stop], elsewhere=around, is_sure=has_mark)
    if length is not None:
        return start + length
    if not has_mark:
        return start
    return limit if end is None else end.end()


@functools.cache
def _openings() -> list[_Opening]:
    return [
        _Opening(
            re.compile(rf"(?<!\w)(?:{opening['pattern']})"),
            opening.get("anywhere", False),
            opening.get("headline", "follows"),
        )
        for opening in load("invitations.toml")["opening"]
    ]
