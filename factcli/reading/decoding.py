"""Bytes to text: by the byte order mark, else as UTF-8, with invalid bytes read as Windows-1252.

Windows-1252 is the other common encoding of the web. A guess from statistics (charset-normalizer), tried on Indonesian
news in Windows-1252, gave the text back in 106 of 136 cases: there are too few letters beyond ASCII to count.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

UTF_8 = "UTF-8"
WINDOWS_1252 = "Windows-1252"

# The longer marks first: UTF-32 begins as UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRAY_RETURN = re.compile("\r\n?")
_OPENING = 4096
# In UTF-16, the upper halves of nearly all letters of a Latin text are zero, and no lower half is.
_FEWEST_PAIRS = 32
_FEWEST_ZEROS = 0.7
_MOST_ZEROS = 0.02


class Decoded(NamedTuple):
    """A text, the name of the encoding that its bytes were in, and how many characters were not UTF-8 but guessed."""

    text: str
    encoding: str
    guessed: int = 0


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Return text for bytes that are not UTF-8; the five that Windows-1252 leaves undefined become U+FFFD.

    A surrogate, as some programs write it, is decoded as one here and replaced by `without_surrogates`.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    surrogate_end = error.start + 3
    try:
        return error.object[error.start : surrogate_end].decode("utf-8", "surrogatepass"), surrogate_end
    except UnicodeDecodeError:
        pass
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("factcli.windows-1252", _as_windows_1252)


def decode(data: bytes) -> Decoded:
    """Return the text of `data` without its byte order mark; never fails, and keeps every character, NUL too.

    A lone surrogate, which is no character, becomes U+FFFD.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(codec, "replace"), name)
    if (wide := _wide_codec(data[:_OPENING])) is not None:
        return Decoded(data.decode(wide, "replace"), "UTF-16 without a mark")
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(_narrow(data.removeprefix(codecs.BOM_UTF8)).text, f"{UTF_8} with a mark (BOM)")
    return _narrow(data)


def _narrow(data: bytes) -> Decoded:
    try:
        return Decoded(without_surrogates(data.decode("utf-8", "surrogatepass")), UTF_8)
    except UnicodeDecodeError:
        pass
    text, valid = without_surrogates(data.decode("utf-8", "factcli.windows-1252")), data.decode("utf-8", "ignore")
    return Decoded(
        text, WINDOWS_1252 if valid.isascii() else f"{UTF_8} mixed with {WINDOWS_1252}", len(text) - len(valid)
    )


def _wide_codec(opening: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark, or None where the bytes do not look like it."""
    pairs = len(opening) // 2
    if pairs < _FEWEST_PAIRS:
        return None
    first, second = opening[::2].count(0) / pairs, opening[1::2].count(0) / pairs
    if second >= _FEWEST_ZEROS and first <= _MOST_ZEROS:
        return "utf-16-le"
    if first >= _FEWEST_ZEROS and second <= _MOST_ZEROS:
        return "utf-16-be"
    return None


def without_surrogates(text: str) -> str:
    """Return `text` with two surrogates that form a pair as their character, and each other one as U+FFFD."""
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def with_line_feeds(text: str) -> str:
    """Return `text` with CRLF and lone CR turned into LF."""
    return _STRAY_RETURN.sub("\n", text)
