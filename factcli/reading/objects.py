"""JSON objects in a row: one a line (JSON Lines), spread over lines as `jq` prints them, or in one array."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from factcli.reading.decoding import without_surrogates

JsonObject: TypeAlias = dict[str, Any]
Broken: TypeAlias = str

# As JSON writes a surrogate: half of a pair, or one that stands alone.
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_NOT_WHITE = re.compile(r"\S")
# No article begins so.
_OPENING = re.compile(r'\s*(?:\[\s*)?\{\s*"|\s*\[\s*\]\s*\Z')
_ARRAY = re.compile(r'\s*\[\s*(?=\{\s*["}]|\]\s*\Z)')


def holds_objects(text: str) -> bool:
    """Return whether `text` is a row of JSON objects, also where some lines are bad or the objects broken."""
    return _OPENING.match(text) is not None or holds_object(text, lambda _: True)


def holds_object(text: str, is_wanted: Callable[[JsonObject], bool]) -> bool:
    """Return whether `text` is a row of JSON objects with a wanted one among them."""
    return text.lstrip().startswith(("{", "[")) and any(
        isinstance(value, dict) and is_wanted(value) for _, value in read_objects(text)
    )


def read_objects(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield the number of the first line (from 1) and the object there, or the reason why it is not one."""
    array = _ARRAY.match(text)
    if array is not None:
        return _items(text, array.end())
    return _spread(text) if _is_spread(text) else _lines(text)


def parse_object(line: str) -> JsonObject | Broken:
    """Return the object that stands on a line of JSON Lines, or the reason why it is not one."""
    try:
        value = _decoded(json.loads(line), line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({_reason(error)})"
    return value if isinstance(value, dict) else "not a JSON object"


def _lines(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, parse_object(line)


def opens_lines(text: str) -> bool:
    """Return whether a longer text that begins with `text` holds its objects one a line."""
    if not holds_objects(text) or _ARRAY.match(text) is not None or _is_spread(text):
        return False
    first_line = text.lstrip().partition("\n")[0]
    # An object spread over more lines than are seen here opens with nothing but its brace.
    return first_line.strip() != "{"


def _is_spread(text: str) -> bool:
    """Return whether the first object stands on several lines: whole by itself, but not in its first line."""
    start = len(text) - len(text.lstrip())
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return False
    return "\n" in text[start:end]


def _spread(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    # An object begins at the margin, whatever stands inside it is indented.
    return _in_a_row(text, 0, _NOT_WHITE, re.compile(r"\n(?=\{)"))


def _items(text: str, start: int) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield the items of an array; they stand at one margin, or one after the other on a line."""
    margin = re.search(r"\n[^\S\n]*\Z", text[:start])
    boundary = re.compile(re.escape(margin[0]) + r"(?=\{)" if margin else r'(?<=\}),\s*(?=\{\s*")')
    return _in_a_row(text, start, re.compile(r"[^\s,\]]"), boundary)


def _in_a_row(
    text: str, place: int, opening: re.Pattern[str], boundary: re.Pattern[str]
) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield value after value; after a broken one, go on where the next `boundary` ends."""
    decoder = json.JSONDecoder()
    counted, line = 0, 1
    while found := opening.search(text, place):
        start = found.start()
        line += text.count("\n", counted, start)
        counted = start
        try:
            value, place = decoder.raw_decode(text, start)
            value = _decoded(value, text, start, place)
        except (ValueError, RecursionError) as error:
            yield line, f"not JSON ({_reason(error)})"
            following = boundary.search(text, start + 1)
            if following is None:
                return
            place = following.end()
            continue
        yield line, value if isinstance(value, dict) else "not a JSON object"


def _decoded(value: Any, text: str, start: int = 0, end: int | None = None) -> Any:
    """Return a value read from `text[start:end]`, each lone surrogate in it turned into U+FFFD."""
    return _without_surrogates(value) if _SURROGATE.search(text, start, len(text) if end is None else end) else value


def _without_surrogates(value: Any) -> Any:
    match value:
        case str():
            return without_surrogates(value)
        case list():
            return [_without_surrogates(each) for each in value]
        case dict():
            return {without_surrogates(key): _without_surrogates(each) for key, each in value.items()}
        case _:
            return value


def _reason(error: ValueError | RecursionError) -> str:
    """Say what is wrong without the parser's own count of lines and columns."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)
