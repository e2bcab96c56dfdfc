"""A short sentence for an event, of the text's own words: the clause that states it, its subject named.

The clause is cut, not made up: side clauses, asides and dates go, the rest stays in its order. Where it leaves its
subject to another clause that stands first; the name that a pronoun means stands in its place. Where no clause can be
cut out whole, the sentence is quoted. What is said in a quotation stands before who says it, also where the quotation
goes on: `"Kami siap," kata Sari`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcli.events.clause import (
    CLAUSES,
    LINKS,
    RELATIVE,
    SUBJECTS,
    VERBAL,
    begins_whole,
    clause_head,
    core,
    governed,
    is_beside,
    is_cut_cleanly,
    is_half,
    is_quoted,
    is_whole,
    phrase,
    preposition,
    relatives,
    verb_start,
)
from factcli.events.edges import clause_within, sentence_within
from factcli.events.frames import cues_of, says
from factcli.events.left_out import date_of_aside, left_out_of
from factcli.events.quotes import (
    ENDS,
    QUOTES,
    STOPS,
    balanced,
    saying_of,
    spoken_around,
    spoken_before,
    without_stray_mark,
)
from factcli.events.referents import Referents, is_unnamed
from factcli.events.subjects import described, subjects_of
from factcli.events.tables import words
from factcli.schema import DateExpression, Entity, Event
from factcli.tokens.document import words_of

LONGEST = 28
LONGEST_QUOTE = 20
# In words: a clause, and an event noun with what belongs to it.
SHORTEST, SHORTEST_NOUN = 4, 3
ELLIPSIS = "…"


class Summaries:
    """Writes the summaries of one article's events, whose roles and status are known.

    `stated`: each event with its trigger.
    """

    def __init__(
        self,
        doc: Doc,
        stated: Iterable[tuple[Event, Token]],
        entities: Sequence[Entity],
        dates: Iterable[DateExpression],
    ) -> None:
        self._referents = Referents(doc, stated, entities)
        self._dates: dict[int, list[DateExpression]] = defaultdict(list)
        self._starts = [sentence.start_char for sentence in doc.sents]
        for date in dates:
            self._dates[bisect_right(self._starts, date.start)].append(date)

    def of(self, event: Event, trigger: Token) -> str:
        """The summary of one of the events."""
        return self._wording(event, trigger).short()

    def sentence_of(self, event: Event, trigger: Token) -> str:
        """The title, or the sentence without its dates and brackets; with them where the event stands in one, its date
        in a side clause, or little is left.

        Of a side clause with a time of its own it is the summary: the sentence would put the main clause at that time.
        """
        stated = event.when.date if event.when is not None else None
        if clause_head(trigger).dep_ in CLAUSES and stated in {date.id for date in self._dates_beside(trigger)}:
            return event.summary
        return self._wording(event, trigger).sentence()

    def _wording(self, event: Event, trigger: Token) -> _Wording:
        dates = self._dates_beside(trigger)
        left_out = left_out_of(trigger, dates, event.when)
        date_beside = date_of_aside(trigger, dates, event.when, left_out)
        saying = saying_of(trigger)
        if saying is not None:
            left_out |= left_out_of(saying, self._dates_beside(saying), event.when)
        return _Wording(event, trigger, self._referents, left_out, date_beside, saying)

    def _dates_beside(self, trigger: Token) -> Sequence[DateExpression]:
        """The dates of its sentence."""
        return self._dates.get(bisect_right(self._starts, trigger.idx), ())


@dataclass(frozen=True)
class _Wording:
    """How one event can be worded: `left_out` are the places of what its summary does not keep.

    `date_of_aside` are those of its date where a side clause has it: a sentence without it puts the main clause there.
    `saying` is the verb that says who says it, where it is quoted.
    """

    event: Event
    trigger: Token
    referents: Referents
    left_out: frozenset[int]
    date_of_aside: frozenset[int]
    saying: Token | None

    @property
    def doc(self) -> Doc:
        return self.trigger.doc

    def short(self) -> str:
        """The clause, the saying with its quotation, or the sentence."""
        event, trigger = self.event, self.trigger
        if trigger.sent._.kind == "title":
            return self.sentence()
        if is_beside(trigger):
            return self._noun() or self.sentence()
        if (said := self._said()) is not None:
            return said
        head = governed(clause_head(trigger), cues_of(event.status))
        spoken = spoken_before(head) if event.class_ == "REPORTING" else []
        found = self._quotation(spoken, head) if spoken else self._clause(head)
        if found is not None and (event.status == "actual" or says(event.status, found)):
            return found
        sentence = self.sentence()
        return sentence if found is None or says(event.status, sentence) else found

    def sentence(self) -> str:
        event, trigger = self.event, self.trigger
        if trigger.sent._.kind == "title":
            return (self.doc._.article.title or trigger.sent.text).strip()
        if (said := self._said()) is not None:
            return said
        places = without_stray_mark(words_of(trigger.sent))
        left_out = self.left_out - self.date_of_aside
        kept = [place for place in places if place not in left_out]
        if trigger.i in left_out or len(kept) < SHORTEST + 1:
            kept = places
        kept = sentence_within(self.doc, kept, trigger, left_out, cues_of(event.status))
        return _capital(balanced(self._joined(kept)))

    def _clause(self, head: Token) -> str | None:
        """The clause with its subject; None where it has none, or cannot be cut out whole."""
        event, trigger = self.event, self.trigger
        kept = clause_within(self.doc, core(head, self.left_out) - relatives(head))
        if len(kept) > LONGEST:
            kept = clause_within(self.doc, self._shortened(head, kept))
        if (
            head.pos_ not in VERBAL
            or trigger.i not in kept
            or len(kept) > LONGEST
            or is_quoted(head)
            or is_half(self.doc, kept)
            or (event.class_ == "REPORTING" and head.i in (min(kept), max(kept)))
            or not is_whole(head, kept, self.left_out)
            or not begins_whole(head, kept, self.left_out)
            or not is_cut_cleanly(self.doc, kept, self.left_out)
        ):
            return None
        text = self._with_subject(head, kept)
        # In place of a relative clause stands a sentence about something else.
        shortest = SHORTEST_NOUN if head.dep_ in RELATIVE else SHORTEST
        return text if text is not None and len(text.split()) >= shortest else None

    def _noun(self) -> str | None:
        """The event noun with what belongs to it; None where that says too little."""
        links = {child.i for child in self.trigger.children if child.dep_ in LINKS}
        text = self._phrase(phrase(self.trigger, self.left_out) - links)
        return _capital(text) if len(text.split()) >= SHORTEST_NOUN else None

    def _with_subject(self, head: Token, kept: set[int]) -> str | None:
        """The clause, its subject named; None where that is not known."""
        subjects = subjects_of(head)
        own = [subject for subject in subjects if subject.i in kept]
        if own:
            is_known = all(subject in self.referents or not is_unnamed(subject) for subject in own)
            is_before = all(subject.i < head.i for subject in own)
            return _capital(self._joined(kept, verb_start(head) if is_before else None)) if is_known else None
        noun = described(head)
        if subjects:
            is_agent = subjects[0].dep_ == "obl:agent"
            lead = self._phrase(phrase(subjects[0], self.left_out) - (preposition(subjects[0]) if is_agent else set()))
        elif noun is not None:
            lead = self._phrase(phrase(noun, self.left_out) - {token.i for token in head.subtree} - preposition(noun))
        else:
            return None
        return _capital(f"{lead} {self._joined(kept)}") if lead else None

    def _phrase(self, places: set[int]) -> str:
        """A subject that stands outside the clause; nothing where it would have to be cut, or is not known."""
        kept = clause_within(self.doc, places)
        # Where its own verb begins, a subject is whole.
        verbs = {place + 1 for place in kept if place + 1 < len(self.doc) and self.doc[place + 1].pos_ == "VERB"}
        if not kept or not is_cut_cleanly(self.doc, kept, self.left_out | (verbs - kept)):
            return ""
        known = self.referents.among(self.doc, sorted(kept))
        is_unknown = any(self.doc[place].pos_ == "PRON" and place not in known for place in kept)
        return "" if is_unknown else self._joined(kept)

    def _shortened(self, head: Token, kept: set[int]) -> set[int]:
        """The words without the last phrases that the clause can do without, until it is short enough."""
        loose = [
            child
            for child in head.children
            if child.i > head.i
            and child.dep_ in ("obl", "advmod", "advcl")
            and child.left_edge.lower_ not in words("purpose")
        ]
        for child in sorted(loose, key=lambda child: -child.i):
            if len(kept) <= LONGEST:
                break
            kept = kept - {token.i for token in child.subtree}
        return kept

    def _quotation(self, spoken: Sequence[int], head: Token) -> str | None:
        """`"Kami siap," kata Sari`, a long quotation cut short; None where who says it would be cut."""
        kept = clause_within(self.doc, {index for index in core(head, self.left_out) if index >= head.i})
        if not kept or not is_cut_cleanly(self.doc, kept, self.left_out):
            return None
        text = self.doc[spoken[0] : spoken[-1] + 1].text.split()
        return _quoted(text[:LONGEST_QUOTE], self._joined(kept), is_cut=len(text) > LONGEST_QUOTE)

    def _said(self) -> str | None:
        """What a quotation says of the event, and who says so; None where that is not known."""
        saying = self.saying
        speaker = next((child for child in saying.children if child.dep_ in SUBJECTS), None) if saying else None
        if saying is None or speaker is None or speaker.left_edge.i != saying.i + 1:
            return None
        # `kata Sari, kepala desa yang baru`
        offices = (child for child in speaker.children if child.dep_ == "appos")
        who = set[int]().union(*(phrase(part, self.left_out) for part in (speaker, *offices)))
        if not self._phrase(who):
            return None
        return _quoted(spoken_around(self.trigger).text.split(), self._joined({saying.i} | who))

    def _joined(self, kept: Collection[int], verb: int | None = None) -> str:
        """The words in order, glued where the text glues them, with the marks that still part them.

        `verb` is where the verb behind the subject begins: a comma there closes an aside that another one opens.
        """
        places = sorted(kept)
        names = self.referents.among(self.doc, places)
        text = ""
        last = None
        for index in places:
            token = self.doc[index]
            shown = names.get(index, token.text)
            if last is None:
                text = shown
            elif token.text == "," and text.endswith(","):
                pass
            elif last == index - 1:
                text += f"{' ' if self.doc[last].whitespace_ or index in names else ''}{shown}"
            else:
                between = [
                    self.doc[place].text
                    for place in range(last + 1, index)
                    if place not in self.left_out and self.doc[place].text not in QUOTES
                ]
                mark = between[0] if len(between) == 1 and between[0] in STOPS else ""
                if token.text in STOPS or (mark == "," and index == verb and "," not in text):
                    mark = ""
                has_blank = any(one.whitespace_ for one in self.doc[last:index])
                is_glued = token.text in STOPS | ENDS or (mark and not has_blank)
                text += f"{mark}{'' if is_glued else ' '}{shown}"
            last = index
        return text


def _quoted(text: Sequence[str], saying: str, *, is_cut: bool = False) -> str:
    """`"Kami siap," kata Sari`."""
    quoted = " ".join(text).strip("".join(QUOTES) + " ").rstrip(",.;: ")
    end = f" {ELLIPSIS}," if is_cut else "" if quoted.endswith(("?", "!")) else ","
    return f'"{_capital(quoted)}{end}" {saying}'


def _capital(text: str) -> str:
    """The text with a capital as its first letter, behind a quotation mark too."""
    start = 1 if text[:1] in QUOTES else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
