"""From a parsed article with its entities and dates to its events."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from factcli.events.arguments import Arguments
from factcli.events.clause import left_out_of
from factcli.events.dated import SURE_OF_SHARED, Dated
from factcli.events.lexicon import clause_words, lexicon
from factcli.events.naming import dating_sentences
from factcli.events.narrative import continue_times
from factcli.events.places import places_beside
from factcli.events.predicates import Predicate, predicates_in
from factcli.events.quotes import quoted_depth
from factcli.events.roles import Roles, roles_of
from factcli.events.speakers import first_persons
from factcli.events.status import status_of
from factcli.events.summary import Summaries, timed_tokens
from factcli.events.times import date_spans, has_days
from factcli.events.timing import dated_predicates
from factcli.schema import DateExpression, Entity, Event, Trigger, When

SURE_WITHOUT_DATE = 0.5
PASSIVE_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
SPEAKERS = frozenset({"nsubj", "obl:agent"})


@dataclass(frozen=True)
class _Reading:
    """An article as its events are read from it: its Doc, who takes part, what is quoted, where its dates stand."""

    doc: Doc
    arguments: Arguments
    quoted: Sequence[int]
    spans: Mapping[str, Span]
    summaries: Summaries


def find_events(
    doc: Doc,
    entities: Sequence[Entity],
    dates: Sequence[DateExpression],
    referents: Mapping[int, Collection[str]],
) -> list[Event]:
    """The events of an article: those with a time, and those without whose type and participants are known.

    `referents` maps the index of a token that refers (a pronoun, a description) to the ids of whom it means.
    """
    known = predicates_in(doc)
    quoted = quoted_depth(doc)
    dated = {found.predicate.trigger: found for found in dated_predicates(doc, dates, known, quoted)}
    predicates = {predicate.trigger: predicate for predicate in known}
    predicates |= {trigger: found.predicate for trigger, found in dated.items()}
    arguments = Arguments(doc, entities, referents)
    names = {entity.id: entity.name for entity in entities}
    reading = _Reading(
        doc=doc,
        arguments=arguments,
        quoted=quoted,
        spans=date_spans(doc, filter(has_days, dates)),
        summaries=Summaries(doc, arguments, names, left_out_of(doc, timed_tokens(doc, dates)), quoted),
    )
    arguments.referents.update(_first_persons(reading, known))
    events = {trigger: _event(reading, predicates[trigger], dated.get(trigger)) for trigger in sorted(predicates)}
    continue_times(doc, events, predicates, dating_sentences(dates, reading.spans), quoted)
    told = [(trigger, event) for trigger, event in events.items() if _is_worth_telling(event)]
    for trigger, event in told:
        event.summary = reading.summaries.of(predicates[trigger], event.status)
    return _numbered(doc, told)


def _first_persons(reading: _Reading, known: Sequence[Predicate]) -> dict[int, tuple[str, ...]]:
    sayings = [predicate for predicate in known if predicate.class_ == "REPORTING"]
    speakers = {saying.trigger: roles_of(reading.doc, saying, reading.arguments).agents for saying in sayings}
    return first_persons(reading.doc, reading.quoted, sayings, speakers)


def _is_worth_telling(event: Event) -> bool:
    """True for an event with a time, and for one of a known type of which it is known who, to whom or where."""
    return event.when is not None or (event.type is not None and bool(event.agents or event.patients or event.places))


def _numbered(doc: Doc, events: Sequence[tuple[int, Event]]) -> list[Event]:
    sentences = {sentence.start: number for number, sentence in enumerate(doc.sents)}
    for number, (trigger, event) in enumerate(events, 1):
        event.id = f"v{number}"
        event.sentence = sentences[doc[trigger].sent.start]
    return [event for _, event in events]


def _event(reading: _Reading, predicate: Predicate, dated: Dated | None) -> Event:
    doc, arguments = reading.doc, reading.arguments
    when = dated.when if dated else None
    roles = _roles(reading, predicate, when)
    status = status_of(doc, predicate, when, doc._.published)
    if (
        dated is not None
        and status == "planned"
        and dated.score <= SURE_OF_SHARED
        and _has_begun(when, doc._.published)
    ):
        when = None
    token = doc[predicate.trigger]
    return Event(
        id="",
        trigger=Trigger(start=token.idx, end=token.idx + len(token.text), text=token.text, lemma=token.lemma_),
        class_=predicate.class_,
        type=_type_of(reading, predicate),
        status=status,
        when=when,
        agents=roles.agents,
        patients=roles.patients,
        places=roles.places,
        reported_by=_reported_by(doc, predicate, arguments),
        score=dated.score if dated and when else SURE_WITHOUT_DATE,
    )


def _roles(reading: _Reading, predicate: Predicate, when: When | None) -> Roles:
    """The roles of a happening, with the places that stand beside its date."""
    roles = roles_of(reading.doc, predicate, reading.arguments)
    span = reading.spans.get(when.date or "") if when is not None else None
    if span is not None and span[0].sent.start == reading.doc[predicate.trigger].sent.start:
        roles.add("places", places_beside(span, reading.arguments))
    return roles


def _has_begun(when: When | None, published: str | None) -> bool:
    """True for a time that had begun on the day of publication: another clause's, since a plan is for later."""
    return when is not None and published is not None and (when.earliest or "") <= published


def _type_of(reading: _Reading, predicate: Predicate) -> str | None:
    if predicate.class_ == "REPORTING" and _only_carries_quote(reading, predicate):
        return "quote"
    return predicate.type.name if predicate.type else None


def _reported_by(doc: Doc, predicate: Predicate, arguments: Arguments) -> list[str]:
    """Who says so, for a happening told inside somebody's words."""
    step = doc[predicate.verb]
    while step.head.i != step.i:
        if step.dep_ in ("ccomp", "xcomp", "parataxis") and step.head.lower_ in lexicon().reporting:
            return [entity for child in step.head.children if child.dep_ in SPEAKERS for entity in arguments.of(child)]
        step = step.head
    return []


def _only_carries_quote(reading: _Reading, predicate: Predicate) -> bool:
    """True for `"...", kata Sari` and `menurut Sari`: the saying is not itself the news."""
    verb = reading.doc[predicate.verb]
    if any(child.dep_ == "ccomp" and child.i > verb.i and _has_mark(child) for child in verb.children):
        return False
    words = lexicon()
    if any(child.dep_ in PASSIVE_SUBJECTS and child.lower_ in clause_words("said") for child in verb.children):
        return True
    if verb.lower_ in words.attribution or verb.dep_ == "parataxis" or verb.pos_ not in ("VERB", "NOUN"):
        return True
    return any(reading.quoted[index] for index in range(verb.sent.start, verb.i)) or words.voice_of(verb.text) == "bare"


def _has_mark(clause: Token) -> bool:
    return any(child.dep_ == "mark" for child in clause.children)
