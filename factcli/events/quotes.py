"""Which words stand between quotation marks, also where the quotation goes on in another sentence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from factcli.grammar.quotation_marks import EITHER, MARKS, OPENING


def is_within_quotes(span: Span) -> bool:
    """True behind an opening mark of its sentence, or before a closing one that none opens there and that who says so
    follows. A sentence that a closing mark ends is shown without marks.
    """
    doc, sentence = span.doc, span.root.sent
    behind = _nearest(doc[place] for place in range(span.start - 1, sentence.start - 1, -1))
    if behind is not None:
        return _opens(behind)
    ahead = _nearest(doc[place] for place in range(span.end, sentence.end))
    return (
        ahead is not None and not _opens(ahead) and any(doc[place].is_alpha for place in range(ahead.i, sentence.end))
    )


def is_spoken(token: Token) -> bool:
    """True for a word that stands between quotation marks, by the rule of `is_within_quotes`."""
    return is_within_quotes(token.doc[token.i : token.i + 1])


def _nearest(tokens: Iterable[Token]) -> Token | None:
    return next((token for token in tokens if token.text in MARKS), None)


def _opens(mark: Token) -> bool:
    """Straight marks open where a blank or a line stands before them and a word behind."""
    if mark.text != EITHER:
        return mark.text in OPENING
    is_first = mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_space
    return is_first and not mark.whitespace_
