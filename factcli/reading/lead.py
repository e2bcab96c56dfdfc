"""What stands above the text of an article as a page shows it: headline, kicker, byline, time, captions.

A text pasted from a page keeps these lines. They end at the paragraph that opens with the outlet's dateline, or at the
first that reads like running text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcli.reading.credits import find_credit
from factcli.reading.datelines import find_dateline, find_published, find_stamp, is_day
from factcli.reading.invitations import opens_with_invitation
from factcli.reading.publication import written_day

LONGEST_TITLE = 160
# A summary or a caption may stand before the paragraph that opens with the dateline.
PARAGRAPHS_WITH_DATELINE = 3
FEWEST_WORDS_OF_TEXT = 5
FEWEST_SMALL = 2
# "FOKUS", "Nasional", "Kolom Pakar": a kicker, where a headline of more words stands under it.
MOST_WORDS_OF_KICKER = 2
FEWEST_WORDS_UNDER_KICKER = 4
# "Beranda", "Nasional": so many lines above the headline are the way to the page.
FEWEST_LINES_OF_MENU = 2

_CLOSING = "\"'”’)]»"
_ELLIPSES = ("..", "…")
_UNFINISHED = (".", ",", ";", ":")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\Z|[\"”]\Z")
_WAY = re.compile(r"[>»/|]")


class Lead(NamedTuple):
    """The number of the first paragraph of the text, that of the headline, and whether a page stands around it.

    `of_page`: the lines above the text are those of a page, since a time or an outlet's dateline is among them; only
    sentences there belong to the article. `days`: the numbers of the lines that are days under which the text says what
    happened.
    """

    end: int
    title: int | None
    of_page: bool
    days: frozenset[int] = frozenset()


def find_lead(paragraphs: Sequence[str], *, has_title: bool) -> Lead:
    """Return what stands above the text; `has_title`: the headline is known and is not looked for."""
    days = days_as_headings(paragraphs)
    end, has_dateline = _first_of_text(paragraphs, days)
    above = [place for place in range(end) if place not in days]
    times = [place for place in above if is_time(paragraphs[place])]
    titles = [place for place in above if _is_plain(paragraphs[place]) and looks_like_title(paragraphs[place])]
    title = None if has_title else _headline(paragraphs, titles, times)
    return Lead(end, title, has_dateline or bool(times), days)


def days_as_headings(paragraphs: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that are days as headings: two or more, with text around each.

    Before the first there may be none. It is left out where it is later than the next: the article was published then.
    """
    heads = [place for place in range(len(paragraphs) - 1) if is_day(paragraphs[place])]
    heads = [place for place in heads if _says_something(paragraphs[place + 1])]
    heads = [place for place in heads if place == heads[0] or _says_something(paragraphs[place - 1])]
    if len(heads) > 1 and (written_day(paragraphs[heads[0]]) or "") > (written_day(paragraphs[heads[1]]) or ""):
        heads = heads[1:]
    return frozenset(heads) if len(heads) > 1 else frozenset()


def _says_something(paragraph: str) -> bool:
    """Return whether a paragraph is more than a headline or a name: it closes, or has words in small letters."""
    return is_closed(paragraph) or sum(map(str.islower, paragraph.split())) >= FEWEST_SMALL


def _headline(paragraphs: Sequence[str], titles: Sequence[int], times: Sequence[int]) -> int | None:
    """Return which of the lines that look like a headline is it: the first, or one under the kicker or the menu."""
    if not titles or not _is_kicker(paragraphs[titles[0]]):
        return next(iter(titles), None)
    before_time = min((time for time in times if time > titles[0]), default=len(paragraphs))
    under = [place for place in titles if place < before_time and _is_under_kicker(paragraphs[place])]
    if not under:
        return titles[0]
    headline = under[0]
    # The last line of a menu names the subject in as many words as a headline has.
    while headline >= FEWEST_LINES_OF_MENU and headline + 1 in under:
        headline += 1
    return headline


def is_time(paragraph: str) -> bool:
    """Return whether a paragraph is a line that says when the article was published."""
    return find_stamp(paragraph) is not None or find_published(paragraph) is not None


def stands_apart(paragraph: str) -> bool:
    """Return whether a paragraph above the text is, or opens with, what is no text: a credit, an invitation."""
    return find_credit(paragraph, in_lead=True) is not None or opens_with_invitation(paragraph)


def looks_like_title(paragraph: str) -> bool:
    """Return whether a paragraph looks like a headline: short, not closed like a sentence, no dateline."""
    ending = paragraph.rstrip(_CLOSING)
    if len(paragraph) > LONGEST_TITLE or (ending.endswith(_UNFINISHED) and not ending.endswith(_ELLIPSES)):
        return False
    return find_dateline(paragraph, is_first=True) is None


def is_closed(paragraph: str) -> bool:
    """Return whether a paragraph ends as a sentence does."""
    return _CLOSED.search(paragraph) is not None


def _first_of_text(paragraphs: Sequence[str], days: frozenset[int]) -> tuple[int, bool]:
    """Return the number of the first paragraph of the text, and whether it opens with the outlet's dateline."""
    texts: list[int] = []
    for place, paragraph in enumerate(paragraphs):
        if place in days or is_time(paragraph):
            continue
        dateline = find_dateline(paragraph, is_first=False)
        if dateline is not None and dateline.length < len(paragraph):
            return place, True
        if _reads_like_text(paragraph) and not stands_apart(paragraph):
            texts.append(place)
            if len(texts) == PARAGRAPHS_WITH_DATELINE:
                break
    if texts:
        return texts[0], _opens_with_day(paragraphs[texts[0]])
    others = (place for place in range(1, len(paragraphs)) if _is_plain(paragraphs[place]))
    return next(others, 0), False


def _is_plain(paragraph: str) -> bool:
    return not is_time(paragraph) and not stands_apart(paragraph)


def _reads_like_text(paragraph: str) -> bool:
    if len(paragraph) > LONGEST_TITLE:
        return True
    return is_closed(paragraph) and len(paragraph.split()) >= FEWEST_WORDS_OF_TEXT and not looks_like_title(paragraph)


def _is_kicker(line: str) -> bool:
    return len(line.split()) <= MOST_WORDS_OF_KICKER or _WAY.search(line) is not None


def _is_under_kicker(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS_UNDER_KICKER and _WAY.search(line) is None


def _opens_with_day(paragraph: str) -> bool:
    """Return whether a paragraph opens with a dateline that gives a day, as those of press releases do."""
    dateline = find_dateline(paragraph, is_first=True)
    return dateline is not None and any(map(str.isdigit, paragraph[: dateline.length]))
