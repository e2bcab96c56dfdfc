"""Which date belongs to which happening.

A date is told of the happening above it in the tree. Where the tree would carry it across a quotation mark, the
nearest happening on its own side is taken. A happening shares its date with clauses of the same moment
(`ketika ...`), with verbs joined to it, and with a sentence that plainly goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from factcli.events.dated import SURE_OF_NEAREST, SURE_OF_SHARED, SURE_OF_TREE, Dated
from factcli.events.lexicon import clause_words
from factcli.events.predicates import Predicate, is_event_noun, predicate_above
from factcli.events.sharing import share
from factcli.events.times import date_spans, days_in, recent_stretch, times_of
from factcli.schema import DateExpression, When

# More words than this between a relative clause's verb and a date: the date is the main clause's.
FAR_BEHIND = 4
BRACKET = "("
# What joins the year to the number of a law or a case: 114/PUU/2025.
NUMBER_MARK = "/"


def dated_predicates(
    doc: Doc, dates: Sequence[DateExpression], known: Sequence[Predicate], depth: Sequence[int]
) -> list[Dated]:
    """The happenings of `known` (and those found above a date) with the dates that are told of them.

    `depth` is the quotation that each token stands in: see `quotes.quoted_depth`.
    """
    dates = [recent_stretch(date, doc._.published) for date in dates]
    spans = date_spans(doc, dates)
    told: dict[int, list[Dated]] = defaultdict(list)
    for date, when in times_of(doc, dates, spans):
        span = spans[date.id]
        found = _named_year(span, depth) if _names_which(date, span) else _happening_of(span, depth, known)
        if found is not None and found[0].class_ == "REPORTING":
            told_of = _content_of(span, when, found[0], known)
            found = (told_of, SURE_OF_SHARED) if told_of is not None else found
        if found is not None:
            predicate, score = found
            told[predicate.trigger].append(Dated(predicate, when, score))
    dated = {trigger: _narrowest(choices) for trigger, choices in told.items()}
    share(doc, dated, known, depth)
    return [dated[trigger] for trigger in sorted(dated)]


def _names_which(date: DateExpression, span: Span) -> bool:
    """True for the year in `Piala Dunia 2022` or `Nomor 2 Tahun 2002`, which only tells which one is meant."""
    if date.type != "DATE" or len(date.value or "") != len("2022") or span.start == 0:
        return False
    before = span.doc[span.start - 1]
    if before.text_with_ws.endswith(NUMBER_MARK):
        return True
    if before.pos_ not in clause_words("naming", "tags") or before.idx + len(before.text) + 1 < span.start_char:
        return False
    return before.pos_ == "NUM" or len(span) == 1 or (before.pos_ == "PROPN" and len(span) == 2 and span[1].is_digit)


def _named_year(span: Span, depth: Sequence[int]) -> tuple[Predicate, float] | None:
    """The happening of the clause in which something named by its year stands behind a preposition."""
    name = span.doc[span.start - 1]
    placed = any(child.dep_ == "case" and child.lower_ in clause_words("naming_place") for child in name.children)
    above = predicate_above(name) if placed and is_event_noun(name) else None
    if above is None or depth[above.trigger] != depth[span.start]:
        return None
    return above, SURE_OF_SHARED


def _not_of_saying(doc: Doc, when: When) -> bool:
    """True for a time at which the words of an article cannot have been said: after it, or in a whole other year."""
    published = doc._.published
    if published is None or when.value is None:
        return False
    return (when.earliest or "") > published or (len(when.value) == len("2022") and when.value != published[:4])


def _told_by(doc: Doc, saying: Predicate, known: Sequence[Predicate]) -> list[Predicate]:
    """The happenings that an act of saying tells of, behind it."""
    inside = {token.i for token in doc[saying.verb].subtree}
    return [
        one for one in known if one.class_ == "OCCURRENCE" and saying.trigger < one.trigger and one.trigger in inside
    ]


def _content_of(span: Span, when: When, saying: Predicate, known: Sequence[Predicate]) -> Predicate | None:
    """What is told, where the date is the day of that and not of the saying.

    It is of what stands between the two (`mengatakan, tanggul jebol pukul 21.30`), or of the first thing told where
    nothing can have been said then. A date in brackets is of the saying: `mengatakan tanggul jebol, Senin (1/1)`.
    """
    told = _told_by(span.doc, saying, known)
    between = [one for one in told if one.trigger < span.start] if BRACKET not in span.text else []
    if not between and not _not_of_saying(span.doc, when):
        return None
    return between[-1] if between else next(iter(told), None)


def _happening_of(span: Span, depth: Sequence[int], known: Sequence[Predicate]) -> tuple[Predicate, float] | None:
    above = _of_main_clause(span, predicate_above(span.root), known)
    inside = span.start <= above.trigger < span.end if above else False
    if above and not inside and depth[above.trigger] == depth[span.start] and not _far(span, above):
        return above, SURE_OF_TREE
    nearest = _nearest(span, depth, known)
    if nearest is not None:
        return nearest, SURE_OF_NEAREST
    return (above, SURE_OF_NEAREST) if above and not inside else None


def _of_main_clause(span: Span, above: Predicate | None, known: Sequence[Predicate]) -> Predicate | None:
    """The main happening where a date far behind a relative clause was hung on that clause.

    `menggelar acara yang disebut kongres di Bali pada Jumat`: it was held on Friday.
    """
    if above is None or above.verb + FAR_BEHIND >= span.start or span.doc[above.verb].dep_ != "acl:relcl":
        return above
    main = next((step for step in span.doc[above.verb].ancestors if step.pos_ == "VERB"), None)
    found = next((one for one in known if main is not None and one.verb == main.i), None)
    return found or above


def _far(span: Span, predicate: Predicate) -> bool:
    return span.doc[predicate.trigger].sent.start != span[0].sent.start


def _nearest(span: Span, depth: Sequence[int], known: Sequence[Predicate]) -> Predicate | None:
    """The happening nearest before the date in its sentence, else the nearest after, on its side of the quotes."""
    sentence = span[0].sent
    here = [
        predicate
        for predicate in known
        if sentence.start <= predicate.trigger < sentence.end
        and depth[predicate.trigger] == depth[span.start]
        and not span.start <= predicate.trigger < span.end
    ]
    before = [predicate for predicate in here if predicate.trigger < span.start]
    after = [predicate for predicate in here if predicate.trigger >= span.end]
    return before[-1] if before else after[0] if after else None


def _narrowest(choices: Sequence[Dated]) -> Dated:
    """Of several times told of one happening the shortest; of equal ones the first."""
    return min(choices, key=lambda choice: (-choice.score, _length(choice.when)))


def _length(when: When) -> tuple[bool, int]:
    days = days_in(when)
    return days is None, days or 0
