"""What ties a clause or a noun to what was said before, and means nothing where it stands alone."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span, Token

from factcli.events.clause import NAMING, SUBJECTS, is_relative_pronoun
from factcli.events.quotes import is_spoken
from factcli.events.tables import words


def ties_back(sentence: Span) -> set[int]:
    """The places of `juga` between a subject and its verb, and of `itu` where a name says which is meant: `Longsor di
    Kudus itu`. What is quoted keeps them.
    """
    said = {token.lower_ for token in sentence}
    # `Selain Budi, Sari juga pulang` says on top of what.
    is_on_top = not said.isdisjoint(words("only") | words("besides"))
    found: set[int] = set()
    for token in sentence:
        is_again = not is_on_top and token.lower_ in words("again") and _follows_subject(token, found)
        if (is_again or _points_at_named(token)) and not is_spoken(token):
            found.add(token.i)
    return found


def _follows_subject(adverb: Token, ties: Collection[int]) -> bool:
    """True straight behind a subject or another tie; not in `Seorang pun tidak pulang`."""
    doc, last = adverb.doc, adverb.i - 1
    while last in ties:
        last -= 1
    is_denied = any("Neg" in token.morph.get("Polarity", []) for token in doc[adverb.i + 1 : adverb.i + 2])
    if last < adverb.sent.start or is_denied or not adverb.dep_.startswith("advmod"):
        return False
    return any(
        one.dep_ in SUBJECTS and last <= one.right_edge.i <= adverb.i < one.head.i and _can_stand_alone(one)
        for one in (doc[last], *doc[last].ancestors)
    )


def _can_stand_alone(subject: Token) -> bool:
    """False for `yang`, and for `siapa` of `Siapa pun`."""
    is_pronoun = subject.lower_ in words("one_person") | words("plural")
    return not is_relative_pronoun(subject) and (is_pronoun or subject.pos_ in NAMING)


def _points_at_named(token: Token) -> bool:
    """True for `itu` behind a noun with a name beside it."""
    noun = token.head
    is_pointing = token.dep_ == "det" and token.lower_ in words("pointing") and noun.i < token.i
    return is_pointing and noun.pos_ == "NOUN" and any(one.pos_ == "PROPN" for one in token.doc[noun.i : token.i])
