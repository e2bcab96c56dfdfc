"""Invitations to read something else, within the paragraphs of an article (`invitations.toml`).

A crawled or pasted text often runs them on with its sentences: `Warga pulang. Baca juga: Harga Naik Menurut Siti,`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcli.reading.headline_end import headline_end
from factcli.reading.lines import Span, stripped
from factcli.reading.patterns import load

_ENDED = re.compile(r"[.?!…:;\"”’'»)\]]\s*\Z")
_SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*(?=\s+[\"“‘(]?[^\Wa-z_]|\s*\Z)")


class _Opening(NamedTuple):
    pattern: re.Pattern[str]
    is_anywhere: bool
    headline: str


def find_invitations(paragraph: str) -> Iterator[Span]:
    """Yield the invitations in a paragraph, in order; one whose headline has no known end goes on to the next mark."""
    done = 0
    for match, opening in _openings_in(paragraph):
        if match.start() < done:
            continue
        done = match.end() if opening.headline == "none" else _end_after(paragraph, match, opening)
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


def _openings_in(paragraph: str) -> Iterator[tuple[re.Match[str], _Opening]]:
    found = [
        (match, opening)
        for opening in _openings()
        for match in opening.pattern.finditer(paragraph)
        if opening.is_anywhere or _may_begin(paragraph[: match.start()])
    ]
    return iter(sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())))


def _may_begin(before: str) -> bool:
    """Return whether a sentence may begin after `before`."""
    return not before.strip() or _ENDED.search(before) is not None


def _end_after(paragraph: str, match: re.Match[str], opening: _Opening) -> int:
    """Return where the invitation that opens with `match` ends."""
    has_mark = opening.headline == "follows"
    following = next((other.start() for other, _ in _openings_in(paragraph[match.end() :])), None)
    limit = len(paragraph) if following is None else match.end() + following
    rest = paragraph[match.end() : limit]
    is_line = not paragraph[: match.start()].strip() and limit == len(paragraph) and not _SENTENCE_END.search(rest)
    if is_line and has_mark:
        return limit
    length = headline_end(rest, elsewhere=paragraph[: match.start()] + "\n" + paragraph[limit:], is_sure=has_mark)
    if length is not None:
        return match.end() + length
    if not has_mark:
        return match.end()
    end = _SENTENCE_END.search(rest)
    return limit if end is None else match.end() + end.end()


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
