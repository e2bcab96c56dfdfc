"""What an input holds, judged by its content and never by its name."""

from __future__ import annotations

import re

from factcli.reading.decoding import Decoded, decode
from factcli.reading.packing import LARGEST_INPUT, PackingError, unpack

_SAMPLE = 2**16
# Random bytes reach one half, a text in Windows-1252 a fiftieth.
_MOST_STRANGE = 0.2
_SIGNATURES = (
    (0, b"%PDF-", "a PDF: give its text (pdftotext makes it)"),
    (0, b"PK\x03\x04", "a ZIP archive or an office document: give the text in it"),
    (0, b"\xd0\xcf\x11\xe0", "an office document: give its text"),
    (0, b"{\\rtf", "RTF: give its text"),
    (0, b"SQLite format 3\x00", "a database, not an article: 'factcli timeline --db FILE' shows a store"),
    (257, b"ustar", "a tar archive: unpack it"),
    (0, b"\x1f\x8b\x08", "packed with gzip twice: unpack it once"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
# Possessive: without it, the time for a page of nothing but comments grows beyond all bounds.
_COMMENTS = r"(?>\s|<!--.*?-->|<\?xml[^>]*>)*+"
_PAGE = re.compile(
    _COMMENTS
    + r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|main|article|section|div|header|h1|p)(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(
    _COMMENTS + r"(?:<\?xml\b|<(?:rss|feed|urlset|sitemapindex|nitf|newsml|tei)\b)", re.IGNORECASE | re.DOTALL
)


class ContentError(ValueError):
    """The input holds nothing that could be read; the message is one line without the input's name."""


def open_content(data: bytes) -> Decoded:
    """Return the text in `data`, unpacked and decoded; raises `ContentError` for what is not text or is too large."""
    try:
        data = unpack(data)
    except PackingError as error:
        raise ContentError(str(error)) from None
    if len(data) > LARGEST_INPUT:
        raise ContentError(f"larger than {LARGEST_INPUT // 2**20} MiB: split it")
    for place, signature, reason in _SIGNATURES:
        if data.startswith(signature, place):
            raise ContentError(reason)
    decoded = decode(data)
    if _is_strange(decoded):
        raise ContentError("not text: binary data, or an encoding other than UTF-8, UTF-16 and Windows-1252")
    return decoded


def is_page(text: str) -> bool:
    """Return whether `text` is a web page: it begins as one; a tag inside a text is not enough."""
    return _PAGE.match(text) is not None


def is_markup(text: str) -> bool:
    """Return whether `text` is XML of another kind: a feed, a site map, a newspaper's interchange format."""
    return not is_page(text) and _MARKUP.match(text) is not None


def _is_strange(decoded: Decoded) -> bool:
    """Return whether too many characters are not those of a text, or had to be guessed."""
    text, _, guessed = decoded
    sample = text[:_SAMPLE]
    return guessed > _MOST_STRANGE * len(text) or len(_CONTROL.findall(sample)) > _MOST_STRANGE * len(sample)
