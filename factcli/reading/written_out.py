"""Texts that a program wrote out into a field: as HTML, as a list of strings in brackets, with `\\n` as line breaks."""

from __future__ import annotations

import ast
import html
import json
import re
import warnings
from typing import Any

_TAG = re.compile(
    r"</?(?:p|br|div|span|h[1-6]|ul|ol|li|table|tr|td|blockquote|strong|em|b|i|a|figure|img|section|article)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_LIST = re.compile(r"""\s*\[\s*(?P<quote>["']).*(?P=quote)\s*,?\s*\]\s*""", re.DOTALL)
# A line break after the end of a sentence or before the beginning of one; `C:\\new` is none.
_BREAK = re.compile(r"""(?<=[.!?"”)\]\s])(?:\\r)?\\n|(?:\\r)?\\n(?=\s*["“(A-Z\d-]|\\|\s*\Z)""")


def plain(text: str) -> str:
    """Return the text that stands in a field, without tags and entities, a line each paragraph or string of a list."""
    strings = _listed(text)
    text = with_breaks(text if strings is None else "\n".join(strings))
    if _TAG.search(text):
        return _without_tags(text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def with_breaks(text: str) -> str:
    """Return a text in which `\\n` stands for its line breaks with a blank and a break instead: nothing else moves."""
    if "\\n" not in text or "\n" in text.strip():
        return text
    return _BREAK.sub(lambda match: " " * (len(match[0]) - 1) + "\n", text)


def is_list(text: str) -> bool:
    """Return whether a whole text is a list of strings as Python or JSON writes it."""
    return _listed(text) is not None


def _listed(text: str) -> list[str] | None:
    """Return the strings of a list as Python or JSON writes it, or None where it is none."""
    if _LIST.fullmatch(text) is None:
        return None
    try:
        value = _value(text.strip())
        strings = isinstance(value, list) and all(isinstance(each, str) for each in value)
        # Half a character is no text.
        "".join(value if strings else ()).encode()
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return value if strings else None


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        with warnings.catch_warnings():
            # Python warns of backslashes that it does not know.
            warnings.simplefilter("ignore")
            return ast.literal_eval(text)


def _without_tags(markup: str) -> str:
    """Return the lines of a piece of HTML as a reader sees them, without those that only lead elsewhere."""
    # lxml is loaded where there are tags.
    from factcli.reading.page_lines import page_lines
    from factcli.reading.page_rows import with_rows
    from factcli.reading.page_text import without_links
    from factcli.reading.page_tree import page_tree, take_out_unshown

    tree = page_tree(f"<div>{markup}</div>")
    if tree is None:
        return markup
    take_out_unshown(tree)
    lines = with_rows(page_lines(tree))
    return "\n".join(line.text for line in list(without_links(lines)) or lines)
