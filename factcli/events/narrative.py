"""A sentence that plainly goes on telling takes the time of the happening dated just before it.

Plainly: it opens with words that go on (`Setelah itu`), or its subject was in that happening, or takes it up
(`Penghargaan itu`). It has no date of its own and tells something done; the happening before it took days, not years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from spacy.tokens import Doc, Span, Token

from factcli.events.dated import SURE_OF_CONTINUED
from factcli.events.lexicon import clause_words, lexicon
from factcli.events.predicates import SUBJECTS, Predicate
from factcli.events.times import days_in
from factcli.schema import Event, When

LONGEST_DAYS = 7
REACH = 2


def continue_times(
    doc: Doc, events: Mapping[int, Event], predicates: Mapping[int, Predicate], dated_sentences: Collection[int]
) -> None:
    """Give times to the events of sentences that go on; `events` and `predicates` by trigger.

    `dated_sentences` are the first tokens of the sentences that hold a date of their own.
    """
    last: Event | None = None
    silent = 0
    told_in: dict[int, list[int]] = defaultdict(list)
    for trigger in events:
        told_in[doc[trigger].sent.start].append(trigger)
    for sentence in doc.sents:
        here = told_in[sentence.start]
        if sentence.start in dated_sentences:
            told = [events[trigger] for trigger in here if _can_go_on(events[trigger])]
            last, silent = (told[-1] if told else None), 0
            continue
        if last is None or not sentence.text.strip():
            continue
        opens = _opens_as_continuation(sentence)
        went_on = [
            trigger
            for trigger in here
            if events[trigger].class_ == "OCCURRENCE"
            and events[trigger].status == "actual"
            and (opens or _takes_up(doc[predicates[trigger].verb], events[trigger], last))
        ]
        for trigger in went_on:
            events[trigger].when = last.when
            events[trigger].score = SURE_OF_CONTINUED
        silent = 0 if went_on else silent + 1
        if silent > REACH:
            last = None


def _can_go_on(event: Event) -> bool:
    return event.class_ == "OCCURRENCE" and event.status == "actual" and _is_short(event.when)


def _is_short(when: When | None) -> bool:
    days = days_in(when) if when is not None else None
    return days is not None and days <= LONGEST_DAYS


def _opens_as_continuation(sentence: Span) -> bool:
    opening = sentence.text.lstrip().lower()
    return any(opening.startswith(phrase) for phrase in clause_words("continuing", "phrases"))


def _is_main(verb: Token) -> bool:
    return verb.dep_ in ("root", "ROOT", "conj")


def _takes_up(verb: Token, event: Event, last: Event) -> bool:
    """True for a main clause whose subject was in the last happening, is that happening, or takes it up (`itu`)."""
    if verb.pos_ != "VERB" or not (_is_main(verb) or (verb.head.lower_ in lexicon().serial and _is_main(verb.head))):
        return False
    before = {*last.agents, *last.patients}
    shared = before & {*event.agents, *event.patients}
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    pointed = clause_words("taking_up") & {
        other.lower_ for subject in subjects for other in subject.children if other.dep_ == "det"
    }
    named_again = any(subject.lower_ == last.trigger.text.lower() for subject in subjects)
    return bool(shared or pointed or named_again)
