"""What a summary does not keep: the dates that say when, what holds and joins them, what stands in brackets, and what
ties a clause or a noun to what was said before.

A date of another time stays, for without it the sentence would put both on one day: `mulai dibangun pada 2009 dan
dibuka pada 2013`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from factcli.events.clause import (
    DASHES,
    NAMING,
    RELATIVE,
    SUBJECTS,
    clause_head,
    is_beside,
    is_relative_pronoun,
    verb_start,
)
from factcli.events.intervals import are_ends
from factcli.events.quotes import is_within_quotes
from factcli.events.tables import words
from factcli.events.ties import ties_back
from factcli.schema import DateExpression, When

PRESENT = "PRESENT_REF"
JOINING = DASHES | {",", ";"}
# In tokens, of the number of a document.
LONGEST_NUMBER = 12


def left_out_of(trigger: Token, dates: Iterable[DateExpression], when: When | None) -> frozenset[int]:
    """The places of the words of its sentence that the summary of an event of that time does not keep.

    `dates` are those of the sentence.
    """
    doc, sentence = trigger.doc, trigger.sent
    left_out: set[int] = set()
    bracketed = _in_brackets(sentence)
    last: tuple[DateExpression, Span] | None = None
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None or not _says_when(span, date):
            continue
        held = set(range(min(_holders(doc, span.start), default=span.start), _end_of(span)))
        # Of `2024-2029` both go, or neither.
        is_second = last is not None and are_ends(last[0], doc[last[1].end : span.start].text, date)
        is_left_out = last[1].start in left_out if last and is_second else not _names_which(span, date)
        last = date, span
        is_kept = _is_needed(span) or _is_measure_or_end(doc[max(0, min(held) - 1) : span.start])
        # A reader knows a date without the article, or from the event's own: `dua tahun kemudian`. Of what stands
        # beside another event, it is that one's.
        is_known = (
            date.anchor is None
            or _names_day(date)
            or is_beside(trigger)
            or (when is not None and date.anchor == when.date)
        )
        is_of_another_time = is_known and _is_of_another_time(date, when) and span.start not in bracketed
        if is_left_out and not is_kept and (is_second or not is_of_another_time):
            left_out |= held | _emptied(trigger, min(held), max(held) + 1)
        elif span.start not in bracketed:
            # `Senin (13/5/2024)` keeps its brackets.
            bracketed -= set(range(span.start, span.end))
    return frozenset(left_out | _joints(sentence, left_out) | bracketed | ties_back(sentence))


def date_of_aside(
    trigger: Token, dates: Iterable[DateExpression], when: When | None, left_out: Collection[int]
) -> frozenset[int]:
    """The places of the event's date and what holds it, where a clause of another time states both: `bertani sejak
    pensiun pada 1996`. A comma before it parts it from that clause.
    """
    head, doc = clause_head(trigger), trigger.doc
    # The parser hangs `sejak` of `sejak pencatatan dimulai` on any of the words around.
    before = takewhile(lambda token: token.pos_ != "PUNCT", reversed(doc[head.sent.start : head.i]))
    is_linked = head.i != head.head.i and any(token.lower_ in words("beside") for token in before)
    start = next((date.start for date in dates if when is not None and date.id == when.date), None)
    first = last = next((token.i for token in head.subtree if token.idx == start and token.i > head.i), None)
    if not (is_linked or head.dep_ in RELATIVE) or first is None or last is None:
        return frozenset()
    while first - 1 in left_out:
        first -= 1
    while last + 1 in left_out:
        last += 1
    return frozenset() if doc[first - 1].text == "," else frozenset(range(first, last + 1))


def _is_measure_or_end(before: Span) -> bool:
    """True for words that lead up to what something is compared with, or to the day to which it is moved."""
    return not (words("comparison") | words("moved_to")).isdisjoint(token.lower_ for token in before)


def _names_day(date: DateExpression) -> bool:
    """True for a day with its number: `2 Juni`, `Senin (13/5)`."""
    is_day = date.earliest is not None and date.earliest == date.latest
    return is_day and int((date.earliest or "")[-2:]) in map(int, re.findall(r"\d+", date.text))


def _is_of_another_time(date: DateExpression, when: When | None) -> bool:
    """True for a date that has no day in common with the event's time; of an open one, with the day that is known."""
    if when is None or (date.earliest is None and date.latest is None):
        return False
    first, last = when.earliest or when.latest, when.latest or when.earliest
    ends_before = date.latest is not None and first is not None and date.latest < first
    begins_after = date.earliest is not None and last is not None and date.earliest > last
    return ends_before or begins_after


def _is_needed(span: Span) -> bool:
    """True for a date that the clause is about (`batasnya adalah 20 Mei`), for one in a quotation, which nobody may
    change, and for one in the number of a document (`Nomor 3/HK/2020`, `Nomor 3/HK/11-2020`).
    """
    is_said = any(child.dep_ == "cop" for child in span.root.children)
    before = span.doc[max(0, span.start - LONGEST_NUMBER) : span.start].text_with_ws
    is_in_number = "/" in re.split(r"\s", before)[-1]
    return is_said or is_in_number or span.root.dep_ in (*SUBJECTS, "obj") or is_within_quotes(span)


def _says_when(span: Span, date: DateExpression) -> bool:
    """True for a known time, and for `kini` where nothing leads up to it: `hingga kini`."""
    is_now = date.value == PRESENT and (span.start == 0 or span.doc[span.start - 1].pos_ not in ("ADP", "SCONJ"))
    return bool(date.earliest or date.latest) or is_now


def _names_which(span: Span, date: DateExpression) -> bool:
    """True for a date that says which one is meant: `Pemilu 2024`, `musim 2021-2022`, `salat Idul Adha`."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or span[0].is_sent_start or date.anchor is not None or {"(", ","} & set(date.text):
        return False
    # `yang berdiri sejak 1950`
    if _hangs_on_relative_clause(span):
        return True
    # `Undang-Undang Nomor 17 Tahun 2024`, `anggota DPR periode 2024-2029`
    if before.lower_ in words("time_holder"):
        return _is_term(before)
    # `tiba di Jakarta 12 Januari` says when, `masa pendaftaran 12 Januari` which.
    is_day = span[0].is_digit and len(span) > 1
    return before.pos_ in ("NOUN", "NUM") or (before.pos_ == "PROPN" and not is_day)


def _end_of(span: Span) -> int:
    """Behind the words that go with a date: `tahun 2023 saja`, `Senin malam waktu setempat`."""
    following = [token.lower_ for token in span.doc[span.end : span.end + 2]]
    return span.end + next((count for count in (1, 2) if " ".join(following[:count]) in words("stress")), 0)


def _hangs_on_relative_clause(span: Span) -> bool:
    head = span.root.head
    return head.dep_ in RELATIVE and head.i < span.start and head.lower_ not in words("time_holder")


def _holders(doc: Doc, start: int) -> Iterable[int]:
    """What stands before a date only to hold it: `pada`, `sejak tanggal`; not `hari` of `tiga hari`."""
    place = start - 1
    while place >= 0 and (doc[place].pos_ == "ADP" or doc[place].is_space or doc[place].lower_ in words("time_holder")):
        if _is_counted(doc[place]) or _is_term(doc[place]):
            return
        yield place
        place -= 1


def _emptied(trigger: Token, first: int, end: int) -> set[int]:
    """`yang biasanya digelar` before a date from `first` to `end` that was all it said, unless it is the event."""
    doc, sentence, verb = trigger.doc, trigger.sent, first - 1
    # A word that hangs on another is the sentence's: `telah` of `yang terjadi Senin telah merusak`.
    is_last = end >= sentence.end or doc[end].pos_ == "PUNCT" or not doc[verb].is_ancestor(doc[end])
    if not is_last or verb == trigger.i or verb <= sentence.start or doc[verb].lower_ not in words("taking_place"):
        return set()
    opening = verb_start(doc[verb]) - 1
    return set(range(opening, first)) if opening >= sentence.start and is_relative_pronoun(doc[opening]) else set()


def _is_counted(token: Token) -> bool:
    """A noun behind a number: `hari` of `tiga hari`."""
    return token.pos_ == "NOUN" and token.i > 0 and token.nbor(-1).pos_ == "NUM"


def _is_term(token: Token) -> bool:
    """A noun behind the one that it says more of: `periode` of `anggota DPR periode 2024-2029`."""
    before = token.nbor(-1) if token.i else token
    return token.lower_ in words("term") and before.pos_ in NAMING and before.lower_ not in words("time_holder")


def _joints(sentence: Iterable[Token], left_out: set[int]) -> set[int]:
    """What joins dates: `Senin dan Selasa`, `17-31 Mei`, `3, 4, dan 5 Mei`."""
    found, between = set[int](), list[int]()
    for token in sentence:
        if token.pos_ == "CCONJ" or token.text in JOINING:
            between.append(token.i)
            continue
        if between and {between[0] - 1, token.i} <= left_out:
            found.update(between)
        between = []
    return found


def _in_brackets(sentence: Iterable[Token]) -> set[int]:
    found: set[int] = set()
    depth = 0
    for token in sentence:
        depth += token.text == "("
        if depth:
            found.add(token.i)
        depth -= token.text == ")" and depth > 0
    return found
