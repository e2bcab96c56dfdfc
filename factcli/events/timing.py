"""Which date belongs to which happening.

A date is told of the happening above it in the tree. Where the tree would carry it across a quotation mark, the
nearest happening on its own side is taken. A happening shares its date with clauses of the same moment
(`ketika ...`), with verbs joined to it, and with a sentence that plainly goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from factcli.events.dated import SURE_OF_NEAREST, SURE_OF_SHARED, SURE_OF_TREE, Dated
from factcli.events.happenings import Happenings
from factcli.events.lexicon import clause_words, lexicon
from factcli.events.naming import is_compared, names_which
from factcli.events.predicates import Predicate, is_event_noun, predicate_above
from factcli.events.sharing import opened_by, share
from factcli.events.times import date_spans, days_in, is_bare_week, recent_stretch, times_of
from factcli.schema import DateExpression, When

# More words than this between a side clause's verb and a date: the date is the main clause's.
FAR_BEHIND = 4
BRACKET = "("


def dated_predicates(
    doc: Doc, dates: Sequence[DateExpression], known: Sequence[Predicate], depth: Sequence[int]
) -> list[Dated]:
    """The happenings of `known` (and those found above a date) with the dates that are told of them.

    `depth` is the quotation that each token stands in: see `quotes.quoted_depth`.
    """
    dates = [recent_stretch(date, doc._.published) for date in dates]
    spans = date_spans(doc, dates)
    happenings = Happenings(doc, known, depth)
    told: dict[int, list[Dated]] = defaultdict(list)
    for date, when in times_of(doc, dates, spans):
        span = spans[date.id]
        if is_compared(span):
            continue
        found = _named_year(span, depth) if names_which(date, span) else _happening_of(span, when, happenings)
        if is_bare_week(date):
            found = _moved_within(span, found)
        if found is not None and found[0].class_ == "REPORTING":
            found = _said_or_told(span, when, found, happenings)
        if found is not None:
            predicate, score = found
            told[predicate.trigger].append(Dated(predicate, when, score))
    dated = {trigger: _narrowest(choices) for trigger, choices in told.items()}
    share(doc, dated, known, depth, {token.i for span in spans.values() for token in span})
    return [dated[trigger] for trigger in sorted(dated)]


def _named_year(span: Span, depth: Sequence[int]) -> tuple[Predicate, float] | None:
    """The happening of the clause in which something named by its year stands behind a preposition."""
    name = span.doc[span.start - 1]
    placed = any(child.dep_ == "case" and child.lower_ in clause_words("naming_place") for child in name.children)
    above = predicate_above(name) if placed and is_event_noun(name) else None
    if above is None or depth[above.trigger] != depth[span.start]:
        return None
    return above, SURE_OF_SHARED


def _moved_within(span: Span, found: tuple[Predicate, float] | None) -> tuple[Predicate, float] | None:
    """The price that moved in the week before: of it alone does `dalam sepekan` tell which week is meant."""
    led = span.start > 0 and span.doc[span.start - 1].lower_ in clause_words("recent", "leading")
    if not led or found is None or found[0].type is None or found[0].type.name not in clause_words("recent", "moving"):
        return None
    return found[0], SURE_OF_SHARED


def _said_or_told(
    span: Span, when: When, found: tuple[Predicate, float], happenings: Happenings
) -> tuple[Predicate, float] | None:
    """An act of saying with its date, or what it tells where the date is the day of that and not of the saying.

    It is of what stands between the two (`mengatakan, tanggul jebol pukul 21.30`), or of the first thing told where
    nothing can have been said then. A date in brackets is of the saying: `mengatakan tanggul jebol, Senin (1/1)`.
    """
    saying, _ = found
    if _is_put_in(span.doc[saying.verb], span) and not happenings.depth[span.start]:
        around = happenings.by_verb.get(span.doc[saying.verb].head.i)
        return (around, SURE_OF_SHARED) if around is not None else None
    told = happenings.told_by(saying)
    between = [one for one in told if one.trigger < span.start] if BRACKET not in span.text else []
    if between:
        return between[-1], SURE_OF_SHARED
    if not _not_of_saying(span.doc, when):
        return found
    if told:
        return told[0], SURE_OF_SHARED
    return None if span.start > saying.trigger and span.root.dep_.startswith("nmod") else found


def _is_put_in(saying: Token, span: Span) -> bool:
    """True for a saying put into a clause behind the clause's date: `Pada 2024, lanjutnya, dana dibagikan`."""
    return saying.dep_ == "parataxis" and span.end <= saying.i < saying.head.i


def _not_of_saying(doc: Doc, when: When) -> bool:
    """True for a time at which the words of an article cannot have been said: after it, or in a whole other year."""
    published = doc._.published
    if published is None or when.value is None:
        return False
    return (when.earliest or "") > published or (len(when.value) == len("2022") and when.value != published[:4])


def _happening_of(span: Span, when: When, happenings: Happenings) -> tuple[Predicate, float] | None:
    above = predicate_above(span.root)
    if above is not None:
        above = _of_main_clause(span, when, _completed(above, happenings), happenings)
    inside = span.start <= above.trigger < span.end if above else False
    if above and not inside and happenings.is_on_side(above, span) and not _is_far(span, above, happenings):
        return above, SURE_OF_TREE
    nearest = happenings.nearest(span)
    if nearest is not None:
        return nearest, SURE_OF_NEAREST
    return (above, SURE_OF_NEAREST) if above and not inside else None


def _completed(predicate: Predicate, happenings: Happenings) -> Predicate:
    """The verb that another only completes: a date behind `dilantik menjadi` is the day of the first."""
    verb = happenings.doc[predicate.verb]
    completed = happenings.by_verb.get(verb.head.i) if verb.dep_ == "xcomp" and verb.head.i < verb.i else None
    if completed is None or verb.head.pos_ != "VERB" or verb.head.lower_ in lexicon().serial:
        return predicate
    return completed if completed.class_ == "OCCURRENCE" else predicate


def _of_main_clause(span: Span, when: When, above: Predicate, happenings: Happenings) -> Predicate:
    """The main happening where a date far behind a side clause was hung on that clause.

    `menggelar acara yang disebut kongres di Bali pada Jumat`: it was held on Friday. A superlative is no happening.
    """
    verb = span.doc[above.verb]
    is_superlative = verb.lower_ in clause_words("superlative")
    if verb.i + FAR_BEHIND >= span.start and not is_superlative:
        return above
    is_aim = verb.dep_ == "advcl" and opened_by(verb, "purpose") and not _is_later(span.doc, when)
    if verb.dep_ != "acl:relcl" and not is_aim and not is_superlative:
        return above
    main = next((step for step in verb.ancestors if step.pos_ == "VERB"), None)
    return (happenings.by_verb.get(main.i) if main is not None else None) or above


def _is_later(doc: Doc, when: When) -> bool:
    """True for a time that had not begun when the article was published, or of which that is not known."""
    return doc._.published is None or (when.earliest or "") > doc._.published


def _is_far(span: Span, predicate: Predicate, happenings: Happenings) -> bool:
    start, end = happenings.bounds[span.start]
    return not start <= predicate.trigger < end


def _narrowest(choices: Sequence[Dated]) -> Dated:
    """Of several times told of one happening the shortest; of equal ones the first."""
    return min(choices, key=lambda choice: (-choice.score, _length(choice.when)))


def _length(when: When) -> tuple[bool, int]:
    days = days_in(when)
    return days is None, days or 0
