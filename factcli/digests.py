"""Short names for contents: the same digest, the same content."""

from __future__ import annotations

import hashlib

DIGITS = 12


def digest(content: str | bytes) -> str:
    """Return the first hexadecimal digits of the SHA-256 of bytes, or of a text, which may hold lone surrogates."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()[:DIGITS]
