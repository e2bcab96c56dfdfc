"""Where a sentence or a clause that stands alone begins and ends: without what only ties it to what is left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from factcli.events.clause import SUBJECTS, TIES, is_relative_pronoun
from factcli.events.quotes import QUOTES, STOPS, opens
from factcli.events.tables import words
from factcli.grammar.quotation_marks import MARKS

# In words: an opening before a comma that can go.
LONGEST_OPENING = 5


def sentence_within(
    doc: Doc, kept: Sequence[int], trigger: Token, left_out: Collection[int], cues: Collection[str]
) -> list[int]:
    """The places of a sentence's words without those at either end that it can do without.

    Its opening can go where nothing in it is quoted, unless it has one of the `cues` of the event's status:
    `Seperti diketahui,`.
    """
    is_quoting = any(doc[place].text in QUOTES for place in kept)
    places = list(kept[0 if is_quoting else _opening(kept, trigger, cues) :])
    while len(places) > 1 and _can_open(doc[places[0]]):
        places.pop(0)
    while len(places) > 1 and _can_close(doc, places, left_out):
        places.pop()
    return places


def _opening(kept: Sequence[int], trigger: Token, cues: Collection[str]) -> int:
    """How many words stand before the first comma and only tie the sentence to what was said before."""
    doc = trigger.doc
    comma = next((n for n, place in enumerate(kept) if doc[place].text == ","), 0)
    opening = [doc[place] for place in kept[:comma]]
    said = {token.lower_ for token in opening}
    is_tie = (
        0 < comma <= LONGEST_OPENING
        and all(_can_be_missed(token, said) and token.i != trigger.i for token in opening)
        and said.isdisjoint(words("attributing").union(cues))
        and not any("Neg" in token.morph.get("Polarity", []) for token in opening)
    )
    return comma + 1 if is_tie or (opening and opening[0].lower_ in words("discourse") and comma < 3) else 0


def _can_be_missed(token: Token, said: Collection[str]) -> bool:
    """True for a word that names nothing, or only what was said before: `dalam rapat itu`, not `selama rapat`."""
    points_back = len(said) == 1 or not (words("demonstrative") | words("one_person")).isdisjoint(said)
    if token.lower_ in words("reminding") or (points_back and token.lower_ in words("responding")):
        return True
    is_name = token.dep_ in SUBJECTS or token.pos_ in ("PROPN", "VERB", "NUM")
    return not is_name and (points_back or token.pos_ != "NOUN")


def _can_open(token: Token) -> bool:
    """A word or mark that a sentence can begin without."""
    return token.lower_ in words("discourse") or (token.pos_ == "PUNCT" and token.text not in QUOTES)


def _can_close(doc: Doc, kept: Sequence[int], left_out: Collection[int]) -> bool:
    """A last word or mark that says nothing: a preposition, `dikutip` whose day is left out, a mark that closes no
    quotation.
    """
    last = doc[kept[-1]]
    if last.text in MARKS:
        marks = [place for place in kept[:-1] if doc[place].text in MARKS]
        return doc[kept[-2]].text in STOPS and not (marks and opens(doc[marks[-1]]))
    is_left_hanging = last.lower_ in words("seen_on") and last.i + 1 in left_out
    return last.text in STOPS or last.pos_ == "ADP" or is_relative_pronoun(last) or is_left_hanging


def clause_within(doc: Doc, kept: Collection[int]) -> set[int]:
    """The places of a clause's words without those at either end that only tie them to what is left out."""
    places = sorted(kept)
    while places and _ties_to_what_went(doc, places[0], kept):
        places.pop(0)
    while places and _ties_to_nothing(doc[places[-1]]):
        places.pop()
    return set(places)


def _ties_to_nothing(last: Token) -> bool:
    is_tie = last.pos_ in TIES or last.dep_ in ("case", "cc", "mark") or is_relative_pronoun(last)
    return last.text != ")" and is_tie


def _ties_to_what_went(doc: Doc, place: int, kept: Collection[int]) -> bool:
    """A linking word, or the end of a word whose beginning is left out: `nya` of `Sebelumnya`."""
    token = doc[place]
    if token.dep_ == "case" and token.head.i > place and token.head.i in kept:
        return False
    # `Sebelum rapat dimulai, Sari tiba` is not `Rapat dimulai, Sari tiba`.
    if token.dep_ == "mark" and token.head.i in kept and token.head.head.i in kept and token.head.dep_ != "root":
        return False
    is_cut = place > 0 and not token.is_sent_start and token.text[:1].isalnum() and not doc[place - 1].whitespace_
    return token.pos_ in TIES or token.lower_ in words("opening") or (is_cut and doc[place - 1].is_alpha)
