"""A sentence that plainly goes on telling takes the time of the happening dated just before it.

Plainly: it opens with words that go on (`Setelah itu`), one of them stands before its verb (`Pemain itu lalu ...`), its
subject was in that happening, or it takes it up (`Penghargaan itu`, `akibat peristiwa ini`), or it stands right behind
a happening that has a course. It tells something done at one time; the happening before it took a few days at most.
A sentence that turns back (`Sebelumnya`) ends the line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from factcli.events.dated import SURE_OF_CONTINUED
from factcli.events.lexicon import clause_words, lexicon
from factcli.events.predicates import SUBJECTS, Predicate, is_event_noun
from factcli.events.sharing import is_joined, is_pointed_at, partners_of
from factcli.events.status import cues
from factcli.events.times import days_in
from factcli.schema import Event, When

LONGEST_DAYS = 2
REACH = 3
QUESTION = "?"
ARGUMENTS = SUBJECTS | {"obj", "iobj", "obl", "obl:agent"}


@dataclass
class _Line:
    """What is being told: its time, who is in it, the nouns that its clauses name them by, and if it has a course.

    Of an accident, a match or a visit the sentence behind it tells what happened next; of a price it does not.
    """

    when: When
    cast: set[str]
    nouns: set[str]
    is_course: bool = False
    silent: int = 0

    def goes_on_with(self, doc: Doc, event: Event, predicate: Predicate) -> None:
        """Take the participants of a happening in."""
        self.cast |= {*event.agents, *event.patients}
        self.nouns |= _nouns_of(doc, predicate)
        self.is_course = event.type in clause_words("course", "types")
        self.silent = 0


def continue_times(
    doc: Doc,
    events: Mapping[int, Event],
    predicates: Mapping[int, Predicate],
    dated_sentences: Collection[int],
    depth: Sequence[int],
) -> None:
    """Give times to the events of sentences that go on; `events` and `predicates` by trigger.

    `dated_sentences` are the first tokens of the sentences that hold a date of their own, `depth` is the quotation
    that each token stands in: see `quotes.quoted_depth`.
    """
    told_in: dict[int, list[int]] = defaultdict(list)
    for trigger in events:
        told_in[doc[trigger].sent.start].append(trigger)
    line: _Line | None = None
    last: Event | None = None
    for sentence in doc.sents:
        here = told_in[sentence.start]
        if sentence._.kind == "title" or not sentence.text.strip():
            continue
        told = [(events[trigger], predicates[trigger]) for trigger in here if events[trigger].when is not None]
        if last is not None and not told and _opens_with(sentence, "then"):
            _date_main_clause(sentence, last, {trigger: events[trigger] for trigger in here}, predicates)
        last = next((event for event, _ in reversed(told) if _is_done(event) and _is_closed(event.when)), None)
        if sentence.start in dated_sentences and not _only_attributes(told):
            line = _line_of(doc, told)
            continue
        if line is None:
            continue
        if _opens_with(sentence, "turning_back"):
            line = None
            continue
        went_on = [
            trigger
            for trigger in here
            if _goes_on(doc, events[trigger], predicates[trigger], line)
            and not (depth[trigger] and _is_of_speaker(doc[predicates[trigger].verb]))
        ]
        line.silent += 1
        for trigger in _with_partners(doc, went_on, events, predicates):
            events[trigger].when = line.when
            events[trigger].score = SURE_OF_CONTINUED
            line.goes_on_with(doc, events[trigger], predicates[trigger])
        if line.silent > REACH:
            line = None


def _date_main_clause(
    sentence: Span, last: Event, events: Mapping[int, Event], predicates: Mapping[int, Predicate]
) -> None:
    """Give the time of what was told last to the main clause of `Saat itu ...`, and to the verbs joined to it.

    `events` are those of the sentence.
    """
    for trigger, event in events.items():
        if event.when is not None or not _is_done(event):
            continue
        verb = sentence.doc[predicates[trigger].verb]
        if verb.i == sentence.root.i or (is_joined(verb) and verb.head.i == sentence.root.i):
            event.when = last.when
            event.score = SURE_OF_CONTINUED


def _with_partners(
    doc: Doc, went_on: Sequence[int], events: Mapping[int, Event], predicates: Mapping[int, Predicate]
) -> list[int]:
    """The triggers of what goes on, and of what happens at the same moment."""
    triggers = list(went_on)
    for trigger in went_on:
        for other in partners_of(doc[predicates[trigger].verb], predicates[trigger], ()):
            partner = events.get(other.i)
            if partner is None or partner.when is not None or other.i in triggers or not _is_done(partner):
                continue
            if not _lasts(doc[predicates[other.i].verb], predicates[other.i]):
                triggers.append(other.i)
    return triggers


def _line_of(doc: Doc, told: Sequence[tuple[Event, Predicate]]) -> _Line | None:
    """The line that a sentence with a date begins: at its last happening done within days."""
    short = [(event, predicate) for event, predicate in told if _can_go_on(event)]
    if not short or short[-1][0].when is None:
        return None
    line = _Line(short[-1][0].when, set(), set())
    for event, predicate in short:
        if event.when == line.when:
            line.goes_on_with(doc, event, predicate)
            line.nouns.add(event.trigger.text.lower())
    return line


def _only_attributes(told: Sequence[tuple[Event, Predicate]]) -> bool:
    """True for a sentence whose date is only the day on which somebody says it."""
    return bool(told) and all(event.class_ == "REPORTING" for event, _ in told)


def _can_go_on(event: Event) -> bool:
    return _is_done(event) and _is_short(event.when)


def _is_done(event: Event) -> bool:
    return event.class_ == "OCCURRENCE" and event.status == "actual"


def _is_closed(when: When | None) -> bool:
    return when is not None and days_in(when) is not None


def _is_short(when: When | None) -> bool:
    days = days_in(when) if when is not None else None
    return days is not None and days <= LONGEST_DAYS


def _goes_on(doc: Doc, event: Event, predicate: Predicate, line: _Line) -> bool:
    """True for a happening at one time, told in a clause of its own, that the line leads up to."""
    verb = doc[predicate.verb]
    if event.class_ != "OCCURRENCE" or event.when is not None or verb.sent.text.rstrip().endswith(QUESTION):
        return False
    if verb.pos_ != "VERB" or not _is_told(verb) or _lasts(verb, predicate):
        return False
    if predicate.is_nominal and doc[predicate.trigger].dep_ not in SUBJECTS | {"obj"}:
        return False
    if any(subject.lower_ in clause_words("taking_up", "not") for subject in _subjects(verb)):
        return False
    opens = _opens_with(verb.sent, "continuing")
    if event.status != "actual":
        return event.status == "negated" and (opens or any(_is_what_was_told(one, line) for one in _arguments(verb)))
    return (
        opens
        or bool(clause_words("sequence") & _words_before(verb))
        or bool(line.cast & {*event.agents, *event.patients})
        or any(_takes_up(argument, line) for argument in _arguments(verb))
        or (line.is_course and line.silent == 0 and _is_next_step(verb))
    )


def _is_next_step(verb: Token) -> bool:
    """True for a deed that a sentence tells in its own words, of a kind that happens to somebody or something."""
    step = verb
    while step.dep_ == "conj":
        step = step.head
    has_voice = "Voice=" in str(verb.morph) or lexicon().voice_of(verb.text) in ("active", "passive")
    return step.dep_ in ("root", "ROOT") and has_voice


def _is_of_speaker(verb: Token) -> bool:
    """True for a clause about `saya` or `kita`, said or left out, which a speaker tells of the day of speaking."""
    return not _subjects(verb) or any(argument.pos_ == "PRON" for argument in _arguments(verb))


def _takes_up(argument: Token, line: _Line) -> bool:
    """True for an argument that is what was told (`akibat peristiwa ini`), or a subject that was in it (`Pria itu`)."""
    if argument.dep_ not in SUBJECTS:
        return _is_what_was_told(argument, line)
    return is_pointed_at(argument) or argument.lower_ in line.nouns


def _is_what_was_told(argument: Token, line: _Line) -> bool:
    """True for an event noun, or a noun of the line, that is pointed back at: `upacara tersebut`."""
    return is_pointed_at(argument) and (argument.lower_ in line.nouns or is_event_noun(argument))


def _opens_with(sentence: Span, table: str) -> bool:
    opening = sentence.text.lstrip("\"“”' ").lower()
    return any(opening.startswith(phrase) for phrase in clause_words(table, "phrases"))


def _is_told(verb: Token) -> bool:
    """True for the verb of a main clause, of somebody's words, or one that such a verb or `ada` leads up to.

    What is joined to a plan or a state is one too.
    """
    step = verb
    while step.head.i != step.i:
        head = step.head
        if step.dep_ == "acl:relcl" and head.head.lower_ in clause_words("presenting"):
            step = head.head
        elif (step.dep_ == "conj" and not _has_cue(head)) or (
            step.dep_ in ("xcomp", "ccomp", "parataxis")
            and (head.lower_ in lexicon().serial or head.lower_ in lexicon().reporting)
        ):
            step = head
        else:
            return False
    return True


def _lasts(verb: Token, predicate: Predicate) -> bool:
    """True for what is told as a state, a habit or something done before: it is not the next thing that happened."""
    words = {verb.lower_, verb.doc[predicate.trigger].lower_}
    return bool(words & clause_words("lasting", "verbs")) or _has_cue(verb)


def _has_cue(verb: Token) -> bool:
    """True where a word before the verb tells that it lasts, was done before or is still to come."""
    words = _words_before(verb)
    return not words.isdisjoint(clause_words("lasting")) or not words.isdisjoint(cues()["planned"])


def _words_before(verb: Token) -> set[str]:
    """The words before a verb that belong to no argument of it, however the parser hung those straight before it."""
    words = {child.lower_ for child in verb.children if child.i < verb.i and child.dep_ not in ARGUMENTS | {"advcl"}}
    words |= _straight_before(verb)
    if verb.head.lower_ in lexicon().serial and verb.head.i < verb.i:
        words |= {verb.head.lower_} | _straight_before(verb.head)
    return words


def _straight_before(verb: Token) -> set[str]:
    """The two words before a verb; a word that the parser parted (`akhir` `nya`) as one."""
    words: list[str] = []
    for token in verb.doc[max(verb.i - 4, verb.sent.start) : verb.i]:
        if words and not token.nbor(-1).whitespace_:
            words[-1] += token.lower_
        else:
            words.append(token.lower_)
    return set(words[-2:])


def _arguments(verb: Token) -> Iterator[Token]:
    """The subject, objects and obliques of a verb; its subject too where a word such as `sempat` has it."""
    yield from (child for child in verb.children if child.dep_ in ARGUMENTS)
    if verb.dep_ in ("conj", "xcomp", "ccomp"):
        yield from (child for child in verb.head.children if child.dep_ in SUBJECTS)


def _subjects(verb: Token) -> list[Token]:
    return [argument for argument in _arguments(verb) if argument.dep_ in SUBJECTS]


def _nouns_of(doc: Doc, predicate: Predicate) -> set[str]:
    """The nouns by which a clause names who and what is in it."""
    arguments = _arguments(doc[predicate.verb])
    return {argument.lower_ for argument in arguments if argument.pos_ == "NOUN" and not argument.ent_type_}
