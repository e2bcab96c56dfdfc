"""From an article with vectors, entities and dates to its events."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Doc, Token

from factcli.events.article import EventArticle
from factcli.events.decode import Decision, Decoded, decode
from factcli.events.frames import framed_status, is_limited, is_negated, text_beside
from factcli.events.intervals import is_range, is_same_day, when_beside, when_of
from factcli.events.light import type_in_clause
from factcli.events.named import named_in
from factcli.events.network import EventHeads
from factcli.events.scoring import score_events
from factcli.events.summary import Summaries
from factcli.events.tables import tables
from factcli.events.types import QUOTE, STATEMENT, reporting_words
from factcli.schema import DateExpression, Entity, Event, Published, Status, Trigger, When

# From this probability on a saying is news of its own, not only the attribution of a quote.
WORTH_STATING = 0.5
# How the day of publication must be known for the article's news to be dated by it: not by a guess.
KNOWN = frozenset({"option", "metadata", "dateline"})
SPEAKERS = frozenset({"nsubj", "obl:agent"})
SAID = frozenset({"ccomp", "xcomp", "parataxis"})


class Found(NamedTuple):
    """An event, its summary cut out of its sentence where one can be, and the `whole` sentence without its dates."""

    event: Event
    whole: str


def find_events(
    doc: Doc, entities: Sequence[Entity], dates: Sequence[DateExpression], heads: EventHeads, decision: Decision
) -> list[Found]:
    """The events of an article: those with a time, and those of title and opening without."""
    article = EventArticle(doc, entities, dates)
    # What is kept on a Doc is decoded at each reading.
    published: Published = doc._.article.published
    decoded = decode(score_events(article, heads, min(decision.dated, decision.undated)), decision)
    named = named_in(doc, entities)
    # The events, by their first reports, that the title reports or that the head takes for the article's news.
    news = {one.same for one in decoded if one.main or article.places[one.word].title}
    stated: list[tuple[Event, Token]] = []
    for number, one in enumerate(decoded):
        trigger = article.words[one.word]
        when = _when(one, article, published, is_news=one.same in news and reports(trigger.sent.text))
        roles = {role: [entities[entity].id for entity in found] for role, found in one.roles.items()}
        event = Event(
            id=f"v{number + 1}",
            trigger=Trigger(start=trigger.idx, end=trigger.idx + len(trigger), text=trigger.text, lemma=trigger.lemma_),
            class_=one.class_,
            type=_type(one, trigger),
            status=_status(one, trigger, when, published.value, is_ahead=_is_ahead(one, article)),
            when=when,
            reported_by=_reported_by(trigger, named),
            sentence=article.sentences[one.word],
            same=f"v{one.same + 1}",
            main=one.main and not recalls(trigger.sent.text),
            salience=round(one.timeline, 4),
            score=round(one.score, 4),
            agents=roles["agents"],
            patients=roles["patients"],
            places=roles["places"],
        )
        stated.append((event, trigger))
    summaries = Summaries(doc, stated, entities, dates)
    for event, trigger in stated:
        event.summary = summaries.of(event, trigger)
    return [Found(event, summaries.sentence_of(event, trigger)) for event, trigger in stated]


def reports(sentence: str) -> bool:
    """False for a sentence that asks, or that only recalls: neither reports today's news."""
    return not sentence.rstrip().endswith("?") and not recalls(sentence)


def recalls(sentence: str) -> bool:
    """True for a sentence that recalls what happened before, or how a claim was checked: it is not the news."""
    return re.match(tables("recalls.toml")["pattern"], sentence, re.I) is not None


def time_of(one: Decoded, article: EventArticle) -> When | None:
    """The time that the text states for an event, or None."""
    if one.date is None:
        return None
    stated = article.dates[one.date]
    # What the first end of a range dates goes on to its last, whatever the head says.
    end = article.ends_of_ranges.get(one.date, one.end)
    if end is not None and is_range(stated, article.dates[end]):
        return when_of(stated, one.bound, article.dates[end])
    sentence, beside = article.sentences[one.word], one.date
    if sentence != article.sentences[article.date_spans[one.date][0]]:
        # `Gempa susulan terjadi pukul 05.02` has its own hour of the day that another sentence gives.
        hours = article.hours.get(sentence, [])
        if len(hours) != 1 or not is_same_day(stated, article.dates[hours[0]]):
            return when_of(stated, one.bound)
        [beside] = hours
    return when_beside(article.dates[beside], *text_beside(article.span_of_date(beside)), one.bound)


def _when(one: Decoded, article: EventArticle, published: Published, *, is_news: bool) -> When | None:
    if (stated := time_of(one, article)) is not None:
        return stated
    if is_news and one.status == "actual" and published.value and published.basis in KNOWN:
        day = date.fromisoformat(published.value[:10])
        before = (day - timedelta(days=1)).isoformat() if day > date.min else day.isoformat()
        return When(value=published.value, earliest=before, latest=day.isoformat(), basis="published")
    return None


def _type(one: Decoded, trigger: Token) -> str | None:
    if one.class_ == "REPORTING":
        return STATEMENT if one.timeline >= WORTH_STATING else QUOTE
    return type_in_clause(trigger)


def _status(one: Decoded, trigger: Token, when: When | None, published: str | None, *, is_ahead: bool) -> Status:
    """What the head says, unless words around the event say otherwise, or it is reported as done for a day to come.

    `is_ahead`: its date itself says that it is still to come.
    """
    if one.status == "negated":
        return "actual" if is_limited(trigger) else "negated"
    is_saying = one.class_ == "REPORTING"
    framed = None if is_saying else framed_status(trigger)
    # What the head takes for possible is no fact already; what is denied is not even that.
    if one.status == "possible":
        return "negated" if framed == "negated" else "possible"
    # `tidak akan tiba Senin`
    if framed in (None, "planned") and is_negated(trigger):
        return "negated"
    if framed is not None:
        return framed
    is_later = when is not None and when.earliest is not None and published is not None and when.earliest > published
    # Nobody quotes what is still to be said: there the day is wrong, unless it is `pekan depan`.
    is_to_come = is_later and (is_ahead or not is_saying)
    return "planned" if one.status == "actual" and is_to_come else one.status


def _is_ahead(one: Decoded, article: EventArticle) -> bool:
    said = article.dates[one.date].text.lower().split() if one.date is not None else []
    return not set(tables("reporting.toml")["ahead"]["words"]).isdisjoint(said)


def _reported_by(trigger: Token, named: Mapping[int, str]) -> list[str]:
    """Who says so, for an event in somebody's words."""
    step = trigger
    while step.head.i != step.i:
        if step.dep_ in SAID and step.head.lower_ in reporting_words():
            speakers = [child for child in step.head.children if child.dep_ in SPEAKERS]
            found = [named[token.i] for speaker in speakers for token in speaker.subtree if token.i in named]
            return list(dict.fromkeys(found))[:1]
        step = step.head
    return []
