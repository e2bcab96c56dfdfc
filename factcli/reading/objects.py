"""JSON objects in a row: one a line (JSON Lines), or spread over lines as `jq` prints them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]
Broken: TypeAlias = str

_NOT_WHITE = re.compile(r"\S")
# No article begins so.
_OPENING = re.compile(r'\s*\{\s*"')


def holds_objects(text: str) -> bool:
    """Tell whether `text` is a row of JSON objects; a bad line decides nothing, and a broken object is still one."""
    return _OPENING.match(text) is not None or holds_object(text, lambda _: True)


def holds_object(text: str, is_wanted: Callable[[JsonObject], bool]) -> bool:
    """Tell whether `text` is a row of JSON objects with a wanted one among them."""
    return text.lstrip().startswith("{") and any(
        isinstance(value, dict) and is_wanted(value) for _, value in read_objects(text)
    )


def read_objects(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield the number of the first line (from 1) and the object there, or a word on why there is none."""
    return _spread(text) if _is_spread(text) else _lines(text)


def _lines(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, f"no JSON ({_reason(error)})"
            continue
        yield number, value if isinstance(value, dict) else "no JSON object"


def _is_spread(text: str) -> bool:
    """Tell whether the first object stands on several lines: whole by itself, but not in its first line."""
    start = len(text) - len(text.lstrip())
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return False
    return "\n" in text[start:end]


def _spread(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    decoder = json.JSONDecoder()
    place, line = 0, 1
    while found := _NOT_WHITE.search(text, place):
        start = found.start()
        line += text.count("\n", place, start)
        try:
            value, place = decoder.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            yield line, f"no JSON ({_reason(error)})"
            # An object begins at the margin, whatever stands inside it is indented: go on with the next one.
            following = text.find("\n{", start + 1)
            if following < 0:
                return
            line += text.count("\n", start, following)
            place = following
            continue
        yield line, value if isinstance(value, dict) else "no JSON object"
        line += text.count("\n", start, place)


def _reason(error: ValueError | RecursionError) -> str:
    """Say what is wrong without the parser's own count of lines and columns."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)
