"""Parsed articles as CoNLL-U (universaldependencies.org/format.html), many articles in one file.

`# text` has one blank for each gap between words, as Universal Dependencies require. Where the article has something
else there, MISC has it as UDPipe writes it (`SpacesAfter`, and `SpacesBefore` at the beginning; `\\uXXXX` for a control
character), so that the text of the article can be restored exactly.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcli.formats.one_line import STEERING, one_line

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ESCAPES = {" ": "\\s", "\t": "\\t", "\r": "\\r", "\n": "\\n", "|": "\\p", "\\": "\\\\"}
# UDPipe has no escape for the rest of these, which would break a line for some readers or steer a terminal.
_ESCAPED = re.compile(f"[\x00-\x20|\\\\\x7f-\x9f\u2028\u2029{STEERING}]")
_WHITE = re.compile(r"\s+")


def conllu(documents: Iterable[Doc]) -> Iterator[str]:
    """Yield the sentences of each parsed article (`doc._.article`, `doc._.multiword`), an empty line after each."""
    for doc in documents:
        name = one_line(doc._.article.id).strip() or "_"
        text, multiword = doc.text, dict(doc._.multiword)
        sentences = [words for sent in doc.sents if (words := [word for word in sent if word.pos_ != "SPACE"])]
        for number, words in enumerate(sentences):
            following = sentences[number + 1][0].idx if number + 1 < len(sentences) else len(text)
            ends = [word.idx for word in words[1:]] + [following]
            head = [f"# sent_id = {name}-{number + 1}", f"# text = {_text(words)}"]
            if number == 0:
                head.insert(0, f"# newdoc id = {name}")
            before = text[: words[0].idx] if number == 0 else ""
            yield "\n".join([*head, *_rows(text, multiword, words, ends, before)]) + "\n\n"


def _text(words: Sequence[Token]) -> str:
    pieces = [words[0].text]
    for word, other in itertools.pairwise(words):
        pieces += [" " if other.idx > _end(word) else "", other.text]
    return _WHITE.sub(" ", "".join(pieces))


def _rows(
    text: str, multiword: Mapping[int, int], words: Sequence[Token], ends: Sequence[int], before: str
) -> Iterator[str]:
    """Yield one line per word, and before the words of a multiword token one for the token.

    `multiword` has the end of each such token by its start. `ends` has for each word where the text continues after the
    gap that follows it; `before` stands before the first.
    """
    numbers = {word.i: number for number, word in enumerate(words, start=1)}
    last = -1
    for place, word in enumerate(words):
        first_note = [f"SpacesBefore={_escaped(before)}"] if before and place == 0 else []
        end = multiword.get(word.idx)
        if end is not None:
            last = max(other for other in range(place, len(words)) if words[other].idx < end)
            notes = [*first_note, *_gap(text[end : ends[last]])]
            yield _row(f"{place + 1}-{last + 1}", _WHITE.sub(" ", text[word.idx : end]), misc=notes)
        is_root = word.head.i == word.i
        yield _row(
            str(place + 1),
            _WHITE.sub(" ", word.text),
            lemma=_WHITE.sub(" ", word.lemma_),
            upos=word.pos_,
            feats=str(word.morph),
            head="0" if is_root else str(numbers[word.head.i]),
            deprel="root" if is_root else word.dep_,
            misc=[*first_note, *_gap(text[_end(word) : ends[place]])] if place > last else (),
        )


def _row(
    number: str,
    form: str,
    *,
    lemma: str = "",
    upos: str = "",
    feats: str = "",
    head: str = "",
    deprel: str = "",
    misc: Sequence[str] = (),
) -> str:
    """Return the ten columns; XPOS and DEPS are not known."""
    columns = (number, form, lemma, upos, "", feats, head, deprel, "", "|".join(misc))
    return "\t".join(column or "_" for column in columns)


def _gap(gap: str) -> list[str]:
    """Return what MISC says of the gap between a token and the next."""
    if not gap:
        return ["SpaceAfter=No"]
    return [] if gap == " " else [f"SpacesAfter={_escaped(gap)}"]


def _escaped(gap: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}", gap)


def _end(word: Token) -> int:
    return word.idx + len(word.text)
