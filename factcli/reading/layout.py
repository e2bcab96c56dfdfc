"""The layout of an article: headline, credits, dateline, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcli.reading.credits import Credit, find_credit
from factcli.reading.datelines import find_dateline, find_published, find_stamp
from factcli.reading.lead import PARAGRAPHS_WITH_DATELINE, find_lead, is_closed, looks_like_title
from factcli.reading.lines import Span, paragraphs, stripped
from factcli.schema import Block


class Layout(NamedTuple):
    """The blocks in order, the headline as one line, and the outlet that the dateline or a credit names."""

    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None


def lay_out(text: str, *, title: str | None = None, head: int = 0) -> Layout:
    """Return the layout of `text`; a `title` known beforehand is a block only where the text opens with it.

    The first `head` characters are front matter.

    Every character of the text that is not white space lies in exactly one block.
    """
    return _Reader(text, title, head).layout()


class _Reader:
    """Goes through the paragraphs once, in order, and keeps what later ones depend on."""

    def __init__(self, text: str, title: str | None, head: int) -> None:
        self.text = text
        self.head = stripped(text, 0, head)
        self.spans = [span for span in paragraphs(text) if span.start >= head]
        self.paragraphs = [text[span.start : span.end] for span in self.spans]
        self.given_title = None if title is None else " ".join(title.split())
        self.lead = find_lead(self.paragraphs, has_title=title is not None)
        self.in_list = False
        self.title: Span | None = None
        self.bodies = 0
        self.has_dateline = False
        self.outlet_in_dateline: str | None = None
        self.outlet_in_credit: str | None = None

    def layout(self) -> Layout:
        head = [Block(start=self.head.start, end=self.head.end, kind="credit")] if self.head.end else []
        blocks = (*head, *(block for place in range(len(self.spans)) for block in self._blocks(place)))
        title = None if self.title is None else " ".join(self.text[self.title.start : self.title.end].split())
        return Layout(blocks, title, self.outlet_in_dateline or self.outlet_in_credit)

    def _blocks(self, place: int) -> Iterator[Block]:
        span = self.spans[place]
        paragraph = self.paragraphs[place]
        in_lead = place < self.lead.end or self.bodies == 0
        if place == self.lead.title or (in_lead and self.title is None and self._is_given_title(paragraph)):
            self.title = span
            yield Block(start=span.start, end=span.end, kind="title")
        elif (credit := find_credit(paragraph, in_lead=in_lead)) is not None:
            yield from self._credit(span, credit)
        elif (time := find_published(paragraph) or (find_stamp(paragraph) if in_lead else None)) is not None:
            self.outlet_in_dateline = self.outlet_in_dateline or time.outlet
            yield Block(start=span.start, end=span.end, kind="dateline")
        elif (place < self.lead.end and self.lead.of_page and not is_closed(paragraph)) or self._is_listed(paragraph):
            yield Block(start=span.start, end=span.end, kind="credit")
        else:
            self.in_list = False
            yield from self._paragraph(span, paragraph)

    def _credit(self, span: Span, credit: Credit) -> Iterator[Block]:
        self.outlet_in_credit = self.outlet_in_credit or credit.outlet
        self.in_list = credit.opens_list
        start = span.start + credit.start
        caption = stripped(self.text, span.start, start)
        if caption.start < caption.end:
            yield Block(start=caption.start, end=caption.end, kind="body")
        yield Block(start=start, end=span.end, kind="credit")

    def _is_listed(self, paragraph: str) -> bool:
        """Return whether a paragraph is a headline under `Berita Terkait`."""
        return self.in_list and looks_like_title(paragraph)

    def _paragraph(self, span: Span, paragraph: str) -> Iterator[Block]:
        """Yield the dateline, if the paragraph opens with one, and the body."""
        self.bodies += 1
        body = span
        if not self.has_dateline and self.bodies <= PARAGRAPHS_WITH_DATELINE:
            dateline = find_dateline(paragraph, is_first=self.bodies == 1)
            if dateline is not None:
                self.has_dateline = True
                self.outlet_in_dateline = dateline.outlet or self.outlet_in_dateline
                end = span.start + dateline.length
                yield Block(start=span.start, end=stripped(self.text, span.start, end).end, kind="dateline")
                body = stripped(self.text, end, span.end)
        if body.start < body.end:
            yield Block(start=body.start, end=body.end, kind="body")

    def _is_given_title(self, paragraph: str) -> bool:
        return self.given_title is not None and " ".join(paragraph.split()).casefold() == self.given_title.casefold()
