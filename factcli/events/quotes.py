"""What stands inside quotation marks: a date inside a quotation does not date the words outside it."""

from __future__ import annotations

from spacy.tokens import Doc

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = frozenset('"')


def quoted_depth(doc: Doc) -> list[int]:
    """For each token 0 outside quotation marks, and inside them a number of its own for each quotation.

    A quotation ends at its closing mark, at the latest with its paragraph (a line break).
    """
    depth: list[int] = []
    current = count = 0
    for token in doc:
        text = token.text
        if "\n" in text:
            current = 0
        closes = bool(current) and (text in CLOSING or text in STRAIGHT)
        opens = not current and (text in OPENING or text in STRAIGHT)
        if opens:
            count += 1
            current = count
        depth.append(current)
        if closes:
            current = 0
    return depth
