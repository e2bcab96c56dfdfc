"""JSON on one line, UTF-8 as it is, safe to show and to split into lines."""

from __future__ import annotations

import json
import re

import msgspec

from factcli.formats.one_line import STEERING

# Unescaped, these would steer a terminal or break a line for some readers.
_UNSAFE = re.compile(f"[\x7f-\x9f\u2028\u2029{STEERING}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(value: object) -> str:
    """Return `value` (a record of the schema, or lists and dictionaries of them) as compact JSON.

    Letters stay unescaped; control characters and bidirectional controls become `\\uXXXX`. A lone surrogate, which a
    file name may hold and which is no JSON for most readers, becomes U+FFFD.
    """
    try:
        written = msgspec.json.encode(value).decode("utf-8")
    except UnicodeEncodeError:
        written = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        written = _SURROGATE.sub("\ufffd", written)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
