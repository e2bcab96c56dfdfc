"""JSON on one line, UTF-8 as it is, safe to show and to split into lines."""

from __future__ import annotations

import json
import re

import msgspec

# Left as they are, these would steer a terminal, break a line for some readers, or be no UTF-8 at all.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(value: object) -> str:
    """Return `value` (a record of the schema, or lists and dictionaries of them) as compact JSON.

    Letters stay unescaped; control characters, bidirectional controls and lone surrogates become `\\uXXXX`.
    """
    try:
        written = msgspec.json.encode(value).decode("utf-8")
    except UnicodeEncodeError:
        # Lone surrogates: legal in a JSON escape, not in UTF-8.
        written = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
