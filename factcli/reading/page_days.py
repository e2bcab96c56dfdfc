"""The day on which a web page says that its article was published."""

from __future__ import annotations

import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcli.reading.credits import find_credit
from factcli.reading.datelines import find_published, find_stamp, is_day, is_of_change
from factcli.reading.days import JAKARTA, address_day, moment_day, parse_day
from factcli.reading.linked_data import first_text, linked_pages
from factcli.reading.page_body import PageBody
from factcli.reading.page_lines import ancestors
from factcli.reading.page_names import metas, metas_like
from factcli.reading.patterns import load
from factcli.reading.publication import first_day, written_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# "Oleh: Budi Santoso - 22 Januari 2024" is a time of publication, a sentence with a date in it is not.
LONGEST_SHOWN = 100
MOST_LETTERS_BESIDE = 30
MOST_LETTERS_BESIDE_UNMARKED = 12
# How far above the headline the page may show its time.
LINES_ABOVE = 6
# And under the article.
LINES_UNDER = 4

_UTC = re.compile(r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?:Z|\+00:?00|UTC|GMT)", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(.*)", re.DOTALL)
_FIRST_DAY = "1970-01-02"
_LONGEST_AGO = 1000


def page_day(written: str, *, kept: datetime.datetime | None = None) -> str | None:
    """Return the day (ISO 8601) of a time as pages write it, or None.

    `2024-01-22T14:05:00+07:00`, `2024/01/22 14:05`, `Senin, 22 Januari 2024 14:05 WIB`; `2 jam yang lalu` and `kemarin`
    if `kept`, the moment at which the page was saved, is known. A time in UTC gives the day in Jakarta; any other
    keeps its own zone.
    """
    written = " ".join(written.split())
    if kept is not None and (back := _ago(written)) is not None:
        return (kept - back).date().isoformat()
    if utc := _UTC.fullmatch(written):
        try:
            written = datetime.datetime.fromisoformat(f"{utc[1]}+00:00").astimezone(JAKARTA).isoformat()
        except (ValueError, OverflowError):
            return None
    if (day := moment_day(written)) is not None:
        return day
    today = None if kept is None else kept.date().isoformat()
    day = parse_day(_SLASHED.sub(r"\1-\2-\3\4", written)) or written_day(written, today=today)
    # A content system writes an empty field as the first day of its calendar.
    return day if day is not None and day >= _FIRST_DAY else None


def kept_at(tree: HtmlElement) -> datetime.datetime | None:
    """Return the moment (by Jakarta's clock) at which the page was saved, where a comment of the archiver says it."""
    for comment in _comments(tree.getroottree().getroot()):
        text = " ".join((comment.text or "").split())
        for pattern, form in _keepers():
            if found := pattern.search(text):
                zone = found.groupdict().get("zone") or "+0000"
                try:
                    return datetime.datetime.strptime(found["when"] + zone, form).astimezone(JAKARTA)
                except (ValueError, OverflowError):
                    continue
    return None


def _comments(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the comments before, in and after the page; XPath sorts them first, and many beside one another slowly."""
    from lxml.etree import Comment

    yield from root.itersiblings(Comment, preceding=True)
    yield from root.iter(Comment)
    yield from root.itersiblings(Comment)


def published_day(tree: HtmlElement, articles: list[dict[str, Any]], url: str | None) -> str | None:
    """Return the day that the page's metadata give: JSON-LD, `<meta>`, the address, JSON-LD on the page itself."""
    given = (day for written in _given(tree, articles) if (day := page_day(written)) is not None)
    return next(given, None) or address_day(url) or page_day(first_text(linked_pages(tree), "datePublished") or "")


def shown_day(page: PageBody, title: str | None, *, kept: datetime.datetime | None) -> str | None:
    """Return the day that the page shows to its readers: between headline and article first, then around both, then
    where a part is marked as a time; the day of a change counts last.
    """
    shown = sorted(_shown(page, title), key=is_of_change)
    # Beside the day of a change may stand that of publication.
    days = ((first_day(text) if is_of_change(text) else None) or page_day(text, kept=kept) for text in shown)
    return next(filter(None, days), None)


def _given(tree: HtmlElement, articles: list[dict[str, Any]]) -> Iterator[str]:
    for key in ("datePublished", "dateCreated"):
        if (written := first_text(articles, key)) is not None:
            yield written
    yield from metas(tree, load("pages.toml")["published"])
    yield from metas_like(tree, load("pages.toml")["published_like"])
    yield from metas_like(tree, load("pages.toml")["created_like"])


def _shown(page: PageBody, title: str | None) -> Iterator[str]:
    """Yield short texts that may be the time of publication, the surest first."""
    titles = [number for number, line in enumerate(page.lines[: page.start]) if line.text == title]
    headline = titles[-1] if titles else max(0, page.start - LINES_ABOVE)
    marked = _marked_times(page)
    for number in range(headline, page.start):
        if not page.may_show_time(number):
            continue
        yield from marked.pop(number, ())
        if not page.lines[number].is_link:
            yield from _time_in(page.lines[number].text, MOST_LETTERS_BESIDE)
    above = range(headline - 1, max(0, headline - LINES_ABOVE) - 1, -1)
    for number in above:
        if page.may_show_time(number):
            yield from _time_in(page.lines[number].text, MOST_LETTERS_BESIDE_UNMARKED)
    for number, texts in marked.items():
        # What stands above the headline and its kicker is the day of the visit.
        if number > headline - LINES_ABOVE and page.may_show_time(number) and not page.leads_elsewhere(number):
            yield from texts
    yield from _signed(page)


def _signed(page: PageBody) -> Iterator[str]:
    """Yield the lines behind the article that say when it came out.

    A word says so, or it stands right under the article below who wrote it, or with the place alone, as in a letter.
    """
    end = page.end
    for number in range(end, len(page.lines)):
        text, before = page.lines[number].text, page.lines[number - 1].text
        if page.is_beside_headline(number) or page.leads_elsewhere(number):
            continue
        if find_published(text) is not None:
            yield text
        elif number < end + LINES_UNDER and page.may_show_time(number):
            is_signed = find_stamp(text) is not None and find_credit(before, in_lead=True) is not None
            if is_signed or (is_day(text) and _letters_beside(text) > 0):
                yield text


def _marked_times(page: PageBody) -> dict[int, list[str]]:
    """Return what stands in the parts that are marked as times, by the number of the line in which each stands."""
    mark = re.compile(load("pages.toml")["shown"])
    attributes = load("pages.toml")["shown_in"]
    numbers = {line.block: number for number, line in reversed(list(enumerate(page.lines)))}
    marked: defaultdict[int, list[str]] = defaultdict(list)
    before: int | None = None
    for element in page.tree.iter():
        before = numbers.get(element, before)
        names = " ".join(filter(None, map(element.get, ("class", "id", "itemprop", "property")))).split()
        is_marked = element.tag == "time" or any(map(mark.fullmatch, names))
        held = [
            value for name in attributes if (value := element.get(name)) and (is_marked or name.startswith("data-"))
        ]
        if not is_marked and not held:
            continue
        # The line that it is a piece of, or the first line in it, or, where it shows nothing, the line before it.
        around = (numbers[one] for one in ancestors(element) if one in numbers)
        number = next(around, next((numbers[one] for one in element.iter() if one in numbers), before))
        if number is None:
            continue
        marked[number] += [time for value in held for time in _time_in(value, MOST_LETTERS_BESIDE_UNMARKED)]
        if is_marked:
            marked[number] += _time_in(" ".join(element.text_content().split()), MOST_LETTERS_BESIDE)
    return dict(sorted(marked.items()))


def _time_in(text: str, most_beside: int) -> Iterator[str]:
    """Yield a text if it is a time with at most so many letters beside it."""
    if (
        any(character.isdigit() for character in text)
        and len(text) <= LONGEST_SHOWN
        and _letters_beside(text) <= most_beside
    ):
        yield text


def _letters_beside(text: str) -> int:
    from factcli.dates import find_dates

    times = "".join(time.text for time in find_dates(text))
    return sum(map(str.isalpha, text)) - sum(map(str.isalpha, times))


def _ago(written: str) -> datetime.timedelta | None:
    for ago in load("pages.toml")["ago"]:
        if found := re.search(ago["pattern"], written):
            return datetime.timedelta(seconds=ago["seconds"] * min(int(found["count"] or 0), _LONGEST_AGO))
    return None


@functools.cache
def _keepers() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(keeper["pattern"]), keeper["format"] + "%z") for keeper in load("pages.toml")["kept"]]
