"""Bytes to text: UTF-8 first, and every byte that is not UTF-8 as Windows-1252, the web's other habit."""

from __future__ import annotations

import codecs
import re

_WIDE_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_STRAY_RETURN = re.compile("\r\n?")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Stand in for the bytes that UTF-8 refuses; the five that Windows-1252 leaves empty become U+FFFD.

    A lone surrogate, as some programs write it, stays one.
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


def decode(data: bytes) -> str:
    """Return the text of `data` without its byte order mark; never fails, and keeps every character, NUL too."""
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "factcli.windows-1252")


def with_line_feeds(text: str) -> str:
    """Return `text` with CRLF and lone CR turned into LF."""
    return _STRAY_RETURN.sub("\n", text)
