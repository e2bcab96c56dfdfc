"""Text made fit for XML 1.0."""

from __future__ import annotations

import re

from factcli.formats.one_line import STEERING

# What XML 1.0 (section 2.2) has no way to write.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A carriage return, which a reader keeps only as a reference, and characters that steer a terminal.
_UNSAFE = re.compile(f"[\r\x7f-\x9f\u2028\u2029{STEERING}]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def xml_text(text: str) -> str:
    """Return `text` as the content of an element: read back it is the same, with U+FFFD for what XML cannot hold."""
    escaped = _ILLEGAL.sub("\ufffd", text).translate(_MARKUP)
    return _UNSAFE.sub(lambda match: f"&#{ord(match[0])};", escaped)


def xml_attributes(**attributes: str | None) -> str:
    """Return attributes for a tag, in this order, each with a blank before it; those of None are left out."""
    written = ((name, xml_text(value).translate(_QUOTED)) for name, value in attributes.items() if value is not None)
    return "".join(f' {name}="{value}"' for name, value in written)
