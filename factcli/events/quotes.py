"""Which words stand between quotation marks, also where the quotation goes on in another sentence, and which marks a
quoted sentence lacks.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from factcli.events.types import says_behind_quotation
from factcli.grammar.quotation_marks import CLOSED_BY, EITHER, MARKS, OPENING

# Marks of quotation, single ones too.
QUOTES = MARKS | set("'‘’")
ENDS = frozenset(".?!")
STOPS = frozenset(".,;:")
# So many tokens away the marks of a quotation of several sentences are looked for.
REACH = 200


def is_within_quotes(span: Span) -> bool:
    """True behind an opening mark of its sentence, or before a closing one that none opens there and that who says so
    follows. A sentence that a closing mark ends is shown without marks.
    """
    doc, sentence = span.doc, span.root.sent
    behind = _nearest(doc[place] for place in range(span.start - 1, sentence.start - 1, -1))
    if behind is not None:
        return opens(behind)
    ahead = _nearest(doc[place] for place in range(span.end, sentence.end))
    return ahead is not None and not opens(ahead) and any(doc[place].is_alpha for place in range(ahead.i, sentence.end))


def is_spoken(token: Token) -> bool:
    """True for a word that stands between quotation marks, by the rule of `is_within_quotes`."""
    return is_within_quotes(token.doc[token.i : token.i + 1])


def _nearest(tokens: Iterable[Token]) -> Token | None:
    return next((token for token in tokens if token.text in MARKS), None)


def opens(mark: Token) -> bool:
    """True for a mark before what is quoted; a straight one has a blank or a line before it and a word behind, or is
    glued between two sentences: `Warga pulang."Kami siap," kata Sari`.
    """
    if mark.text != EITHER:
        return mark.text in OPENING
    before, behind = mark.doc[max(0, mark.i - 1) : mark.i], mark.doc[mark.i + 1 : mark.i + 2]
    is_first = not len(before) or bool(before[0].whitespace_) or before[0].is_space
    is_between = before.text in ENDS and behind.text[:1].isupper()
    return (is_first or is_between) and not mark.whitespace_ and behind.text not in STOPS


def saying_of(word: Token) -> Token | None:
    """The verb straight behind the quotation that a word stands in, in a later sentence too: `kata` of `"Kami siap.
    Warga pulang," kata Sari`.
    """
    doc, place = word.doc, word.i
    behind = _nearest(doc[place + 1 : place + REACH])
    if behind is None or opens(behind):
        return None
    says = next((token for token in doc[behind.i + 1 : behind.i + 3] if token.text != ","), None)
    if says is None or not says_behind_quotation(says.lower_):
        return None
    before = _nearest(doc[index] for index in range(place - 1, max(-1, place - REACH), -1))
    return says if (opens(before) if before is not None else is_spoken(word)) else None


def spoken_around(word: Token) -> Span:
    """What stands beside a spoken word in its quotation and its sentence."""
    doc, sentence = word.doc, word.sent
    before = _nearest(doc[index] for index in range(word.i - 1, sentence.start - 1, -1))
    behind = _nearest(doc[word.i + 1 : sentence.end])
    return doc[before.i + 1 if before else sentence.start : behind.i if behind else sentence.end]


def spoken_before(head: Token) -> list[int]:
    """The words of the quotation that ends straight before an act of saying."""
    doc, last = head.doc, head.i - 1
    while last > head.sent.start and (doc[last].text in QUOTES or doc[last].text == ","):
        last -= 1
    marks = {doc[index].text for index in range(last + 1, head.i)}
    if not marks & QUOTES or last <= head.sent.start:
        return []
    opened = [index for index in range(head.sent.start, last + 1) if doc[index].text in QUOTES]
    return list(range(opened[-1] + 1 if opened else head.sent.start, last + 1))


def without_stray_mark(words: Iterable[Token]) -> list[int]:
    """The places of a sentence's words without a first mark that closes the quotation before: `" Warga pulang`."""
    kept = list(words)
    is_odd = sum(token.text in MARKS for token in kept) % 2 == 1
    if is_odd and kept[0].text in MARKS and not opens(kept[0]):
        kept.pop(0)
    return [token.i for token in kept]


def balanced(text: str) -> str:
    """A sentence with the mark that its quotation lacks; without the last, where the quotation began before it."""
    marks = [place for place, letter in enumerate(text) if letter in MARKS]
    opening = [place for place in marks if _opens_in(text, place)]
    if len(marks) % 2 == 0:
        return text
    if len(opening) > len(marks) / 2:
        return text.rstrip(" ,.") + CLOSED_BY[text[opening[-1]]]
    if marks[-1] == len(text) - 1:
        return text[:-1].strip(" ,.")
    first = marks[0]
    lacking = next((mark for mark, closing in CLOSED_BY.items() if closing == text[first]), "")
    return f"{lacking}{text}" if text[first - 1 : first] in ENDS | {","} else text


def _opens_in(text: str, place: int) -> bool:
    """`opens` for a mark of a text without tokens."""
    if text[place] != EITHER:
        return text[place] in OPENING
    return text[place - 1 : place] in ("", " ") and text[place + 1 : place + 2] not in ("", " ")
