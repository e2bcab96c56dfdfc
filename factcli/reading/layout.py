"""The layout of an article: headline, credits, dateline, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcli.reading.credits import Credit, find_credit
from factcli.reading.datelines import Dateline, find_dateline, find_published, find_stamp
from factcli.reading.invitations import find_invitations
from factcli.reading.lead import PARAGRAPHS_WITH_DATELINE, find_lead, is_closed, looks_like_title
from factcli.reading.lines import Span, lines, stripped, unwrapped
from factcli.schema import Block, BlockKind


class Layout(NamedTuple):
    """The text without the line ends that only wrap it, its blocks in order, the headline as one line, and the outlet
    that the dateline or a credit names.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None


def lay_out(text: str, *, title: str | None = None, head: int = 0) -> Layout:
    """Return the layout of `text`; a `title` known beforehand is a block only where the text opens with it.

    The first `head` characters are front matter.

    Every character of the text that is not white space lies in exactly one block.
    """
    return _Reader(unwrapped(text), title, head).layout()


class _Reader:
    """Goes through the paragraphs once, in order, and keeps what later ones depend on."""

    def __init__(self, text: str, title: str | None, head: int) -> None:
        self.text = text
        self.head = stripped(text, 0, head)
        self.spans = [span for span in lines(text) if span.start >= head]
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
        return Layout(self.text, blocks, title, self.outlet_in_dateline or self.outlet_in_credit)

    def _blocks(self, place: int) -> Iterator[Block]:
        span = self.spans[place]
        paragraph = self.paragraphs[place]
        in_lead = place < self.lead.end or self.bodies == 0
        if place == self.lead.title or (in_lead and self.title is None and self._is_given_title(paragraph)):
            self.title = span
            yield Block(start=span.start, end=span.end, kind="title")
        elif (time := self._time(place, in_lead=in_lead)) is not None:
            self.outlet_in_dateline = self.outlet_in_dateline or time.outlet
            yield Block(start=span.start, end=span.end, kind="dateline")
        elif (credit := find_credit(paragraph, in_lead=in_lead)) is not None:
            yield from self._credit(span, credit)
        elif self.in_list and looks_like_title(paragraph):
            # A headline under `Berita Terkait`.
            yield Block(start=span.start, end=span.end, kind="invitation")
        elif self._is_above(place) and not is_closed(paragraph):
            yield Block(start=span.start, end=span.end, kind="credit")
        else:
            yield from self._paragraph(span)

    def _is_above(self, place: int) -> bool:
        """Return whether a paragraph is a line of a menu or a kicker above the headline, or a page's above its text."""
        above_headline = self.lead.title is not None and place < self.lead.title
        return above_headline or (self.lead.of_page and place < self.lead.end)

    def _time(self, place: int, *, in_lead: bool) -> Dateline | None:
        """Return the dateline that a whole paragraph is, unless it is a day under which the text says what happened."""
        if place in self.lead.days:
            return None
        paragraph = self.paragraphs[place]
        return find_published(paragraph) or (find_stamp(paragraph) if in_lead else None)

    def _credit(self, span: Span, credit: Credit) -> Iterator[Block]:
        self.outlet_in_credit = self.outlet_in_credit or credit.outlet
        start = span.start + credit.start
        before = stripped(self.text, span.start, start)
        if before.start < before.end:
            yield from self._pieces(before) if credit.is_caption else self._paragraph(before)
        self.in_list = credit.opens_list
        yield Block(start=start, end=span.end, kind="invitation" if credit.is_invitation else "credit")

    def _paragraph(self, span: Span) -> Iterator[Block]:
        """Yield the dateline, if the paragraph opens with one, the body, and the invitations within it."""
        pieces = list(self._pieces(span))
        first = next((piece for piece in pieces if piece.kind == "body"), None)
        if first is not None:
            self.in_list = False
            self.bodies += 1
        for piece in pieces:
            yield from self._body(piece) if piece is first else (piece,)

    def _pieces(self, span: Span) -> Iterator[Block]:
        """Yield the invitations in a paragraph, and what stands around them."""
        done = span.start
        for invitation in find_invitations(self.text[span.start : span.end]):
            start, end = span.start + invitation.start, span.start + invitation.end
            yield from _block(stripped(self.text, done, start), "body")
            yield Block(start=start, end=end, kind="invitation")
            done = end
        yield from _block(stripped(self.text, done, span.end), "body")

    def _body(self, piece: Block) -> Iterator[Block]:
        body = Span(piece.start, piece.end)
        if not self.has_dateline and self.bodies <= PARAGRAPHS_WITH_DATELINE:
            dateline = find_dateline(self.text[body.start : body.end], is_first=self.bodies == 1)
            if dateline is not None:
                self.has_dateline = True
                self.outlet_in_dateline = dateline.outlet or self.outlet_in_dateline
                end = body.start + dateline.length
                yield Block(start=body.start, end=stripped(self.text, body.start, end).end, kind="dateline")
                body = stripped(self.text, end, body.end)
        yield from _block(body, "body")

    def _is_given_title(self, paragraph: str) -> bool:
        return self.given_title is not None and " ".join(paragraph.split()).casefold() == self.given_title.casefold()


def _block(span: Span, kind: BlockKind) -> Iterator[Block]:
    """Yield the block of a span, unless the span is empty."""
    if span.start < span.end:
        yield Block(start=span.start, end=span.end, kind=kind)
