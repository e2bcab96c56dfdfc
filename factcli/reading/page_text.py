"""The lines of an article's block become its paragraphs: lists of other articles, credits and notices are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcli.reading.credits import find_credit
from factcli.reading.datelines import find_stamp, is_day
from factcli.reading.invitations import without_invitations
from factcli.reading.lead import days_as_headings
from factcli.reading.page_lines import OPENING, Line

_INTRODUCED = re.compile(r"[:;]\Z")
# The number of a picture in its row: `1/4 Warga pulang.`
_COUNTER = re.compile(r"\d{1,2}\s?/\s?\d{1,2}\s+(?=[A-Z])")
# "Kami siap," kata Budi.
FEWEST_WORDS_AT_END = 3
FEWEST_WORDS_INTRODUCING = 2


def article_paragraphs(lines: list[Line], title: str | None) -> list[str]:
    """Return the paragraphs of an article without its headline, credits (`credits.toml`) and links to others."""
    unlinked = list(without_links(lines))
    days = {unlinked[place] for place in days_as_headings([line.text for line in unlinked])}
    kept = list(_ended(unlinked, days))
    paragraphs = list(_without_credits(kept, days, title, with_captions=False))
    # On a photo page the caption is the article.
    return paragraphs or list(_without_credits(kept, days, title, with_captions=True))


def without_links(lines: list[Line]) -> Iterator[Line]:
    """Leave out the lines that lead to other articles, and the short line above them that says so."""
    for place, line in enumerate(lines):
        if line.is_link:
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following is not None and following.is_link and not line.is_sentence and not OPENING.fullmatch(line.text):
            continue
        yield line


def _ended(kept: list[Line], days: set[Line]) -> Iterator[Line]:
    """Leave out what stands before the first sentence, but for a dateline, and the short lines behind the last one."""
    texts = [place for place, line in enumerate(kept) if line.is_sentence]
    if not texts:
        return
    first, last = texts[0], texts[-1]
    while first > 0 and (OPENING.fullmatch(kept[first - 1].text) or kept[first - 1] in days):
        first -= 1
    in_list = _INTRODUCED.search(kept[last].text) is not None
    for place in range(last + 1, len(kept)):
        line, before, following = kept[place], kept[place - 1], kept[place + 1 : place + 2]
        in_list = in_list or (_introduces(line) and any(_is_listed(one, line) for one in following))
        if not (_is_last(line, before) or (in_list and (_introduces(line) or _is_listed(line, before)))):
            break
        last = place
    yield from kept[first : last + 1]


def _introduces(line: Line) -> bool:
    """Return whether a list of the article follows a line: `Berikut jadwalnya:`."""
    words = line.text.split()
    return (
        _INTRODUCED.search(line.text) is not None
        and len(words) >= FEWEST_WORDS_INTRODUCING
        and line.linked == 0
        and find_credit(line.text, in_lead=False) is None
    )


def _is_listed(line: Line, before: Line) -> bool:
    """Return whether a line is one of a list: an item, a line with a number, or what the day above it dates."""
    has_number = any(map(str.isdigit, line.text))
    return (
        line.linked == 0
        and (line.is_item or has_number or is_day(before.text))
        and find_credit(line.text, in_lead=False) is None
    )


def _is_last(line: Line, before: Line) -> bool:
    """Return whether a short line belongs to the text before it: it closes like a sentence, or is an item of a list."""
    if line.is_item or _INTRODUCED.search(before.text):
        return line.linked == 0
    words = line.text.split()
    # `Siti Aminah, Ph.D.` under the text has signed it.
    return line.is_closed and len(words) >= FEWEST_WORDS_AT_END and any(map(str.islower, words))


def _without_credits(lines: list[Line], days: set[Line], title: str | None, *, with_captions: bool) -> Iterator[str]:
    opening = ""
    in_lead = True
    for line in lines:
        counter = _COUNTER.match(line.text)
        text = line.text[counter.end() :] if counter else line.text
        if title is not None and text.casefold() == title.casefold():
            continue
        if find_stamp(text) is not None and line not in days:
            continue
        if in_lead and OPENING.fullmatch(text):
            opening = f"{text} "
            continue
        credit = find_credit(text, in_lead=in_lead)
        if credit is not None:
            if credit.is_caption and not with_captions:
                continue
            text = text[: credit.start].rstrip()
        text = without_invitations(text)
        if text:
            in_lead = False
            yield opening + text
            opening = ""
