"""A short sentence for an event, of the text's own words: the clause that states it, its subject named.

The clause is cut, not made up: side clauses, asides and dates go, the rest stays in its order. Where it leaves its
subject to another clause or to a pronoun, the name it means stands first. Where no clause can be cut out whole, the
sentence is quoted. What is said in a quotation stands before who says it: `"Kami siap," kata Sari`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from factcli.events.clause import (
    QUOTES,
    SUBJECTS,
    VERBAL,
    clause_head,
    core,
    described,
    governed,
    is_cut_cleanly,
    is_quoted,
    phrase,
    relatives,
    subjects_of,
)
from factcli.events.frames import cues_of
from factcli.events.tables import words
from factcli.schema import DateExpression, Event

LONGEST = 28
LONGEST_QUOTE = 20
SHORTEST = 4
TIES = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "SPACE"})
PASSIVE = "Pass"
ELLIPSIS = "…"
DOUBLE_QUOTES = frozenset('"“”«»„')
SENTENCE_ENDS = frozenset({".", ",", ";", ":"})


class Summaries:
    """Writes the summaries of one article's events; `names`: entity id -> name."""

    def __init__(self, doc: Doc, names: Mapping[str, str], dates: Iterable[DateExpression]) -> None:
        self.doc, self.names = doc, names
        self.left_out = left_out_of(doc, dates)

    def of(self, event: Event, trigger: Token) -> str:
        """The summary of an event whose roles and status are known."""
        if trigger.sent._.kind == "title":
            return (self.doc._.article.title or trigger.sent.text).strip()
        head = governed(clause_head(trigger), cues_of(event.status))
        spoken = _spoken_before(head) if event.class_ == "REPORTING" else []
        found = self._quotation(spoken, head) if spoken else self._clause(event, trigger, head)
        return found or self._sentence(trigger)

    def _clause(self, event: Event, trigger: Token, head: Token) -> str | None:
        """The clause with its subject; None where it has none, or cannot be cut out whole."""
        kept = self._trimmed((core(head, self.left_out) | {trigger.i}) - relatives(head))
        if len(kept) > LONGEST:
            kept = self._trimmed(self._shortened(head, kept))
        if (
            head.pos_ not in VERBAL
            or len(kept) > LONGEST
            or is_quoted(head)
            or not is_cut_cleanly(self.doc, kept, self.left_out)
        ):
            return None
        text = self._with_subject(event, head, kept)
        return text if text is not None and len(text.split()) >= SHORTEST else None

    def _with_subject(self, event: Event, head: Token, kept: set[int]) -> str | None:
        """The clause, its subject named; None where that is not known."""
        subjects = subjects_of(head)
        own = [subject for subject in subjects if subject.i in kept]
        pronouns = [subject for subject in own if subject.pos_ == "PRON" and subject.left_edge.i == subject.i]
        if own and not pronouns:
            return _capital(self._joined(kept))
        noun = described(head)
        if pronouns:
            lead = self._named(event, head, pronouns[0])
        elif subjects:
            lead = self._phrase(phrase(subjects[0], self.left_out))
        elif noun is not None:
            lead = self._phrase(phrase(noun, self.left_out) - set(range(head.left_edge.i, head.i + 1)))
        else:
            return None
        text = self._joined(self._trimmed(kept - {subject.i for subject in pronouns}))
        if not lead:
            return None
        return _capital(text if text.casefold().startswith(lead.casefold()) else f"{lead} {text}")

    def _phrase(self, words: set[int]) -> str:
        """A subject that stands outside the clause; nothing where it would have to be cut."""
        kept = self._trimmed(words)
        is_whole = kept and is_cut_cleanly(self.doc, kept, self.left_out)
        return self._joined(kept) if is_whole and not any(self.doc[place].pos_ == "PRON" for place in kept) else ""

    def _named(self, event: Event, head: Token, pronoun: Token) -> str:
        """Whom the pronoun means by the roles: who does it, for a passive to whom it is done; as many as it says."""
        passive = PASSIVE in head.morph.get("Voice", [])
        who = event.patients if passive else event.agents
        meant = 2 if pronoun.lower_ in words("plural") else 1
        return f" {next(iter(words('and')))} ".join(self.names[entity] for entity in who) if len(who) == meant else ""

    def _shortened(self, head: Token, kept: set[int]) -> set[int]:
        """The words without the last phrases that the clause can do without, until it is short enough."""
        loose = [child for child in head.children if child.i > head.i and child.dep_ in ("obl", "advmod", "advcl")]
        for child in sorted(loose, key=lambda child: -child.i):
            if len(kept) <= LONGEST:
                break
            kept = kept - {token.i for token in child.subtree}
        return kept

    def _sentence(self, trigger: Token) -> str:
        """The sentence without its dates and brackets; whole where the event itself stands in one."""
        left_out = self.left_out if trigger.i not in self.left_out else frozenset()
        kept = [token.i for token in trigger.sent if token.pos_ != "SPACE" and token.i not in left_out]
        while len(kept) > 1 and self._can_open(kept[0]):
            kept.pop(0)
        while len(kept) > 1 and self.doc[kept[-1]].text in SENTENCE_ENDS:
            kept.pop()
        return _capital(_balanced(self._joined(kept)))

    def _can_open(self, place: int) -> bool:
        """A word or mark that a sentence can begin without."""
        token = self.doc[place]
        return token.lower_ in words("discourse") or (token.pos_ == "PUNCT" and token.text not in QUOTES)

    def _quotation(self, spoken: Sequence[int], head: Token) -> str | None:
        """`"Kami siap," kata Sari`, a long quotation cut short; None where who says it would be cut."""
        kept = self._trimmed({index for index in core(head, self.left_out) if index >= head.i})
        if not kept or not is_cut_cleanly(self.doc, kept, self.left_out):
            return None
        text = self.doc[spoken[0] : spoken[-1] + 1].text.split()
        quoted = " ".join(text[:LONGEST_QUOTE]).strip("".join(QUOTES)).rstrip(",.;: ")
        return f'"{_capital(quoted)}{f" {ELLIPSIS}" if len(text) > LONGEST_QUOTE else ""}," {self._joined(kept)}'

    def _trimmed(self, kept: Collection[int]) -> set[int]:
        """The words without those at either end that only tie them to what is left out."""
        places = sorted(kept)
        while places and self._only_ties(places[0]):
            places.pop(0)
        while places and (self.doc[places[-1]].pos_ in TIES or self.doc[places[-1]].dep_ in ("case", "cc", "mark")):
            places.pop()
        return set(places)

    def _only_ties(self, place: int) -> bool:
        """A linking word, or the end of a word whose beginning is left out: `nya` of `Sebelumnya`."""
        token = self.doc[place]
        is_cut = (
            place > 0 and not token.is_sent_start and token.text[:1].isalnum() and not self.doc[place - 1].whitespace_
        )
        return token.pos_ in TIES or token.lower_ in words("opening") or (is_cut and self.doc[place - 1].is_alpha)

    def _joined(self, kept: Collection[int]) -> str:
        """The words in order, glued where the text glues them, with the commas that still part them."""
        text = ""
        last = None
        for index in sorted(kept):
            token = self.doc[index]
            if token.text == "," and text.endswith(","):
                last = index
                continue
            if last is None:
                text = token.text
            elif last == index - 1:
                text += f"{self.doc[last].whitespace_ and ' '}{token.text}"
            else:
                between = [self.doc[place].text for place in range(last + 1, index) if place not in self.left_out]
                mark = "," if between == [","] and token.text not in SENTENCE_ENDS else ""
                text += f"{mark}{'' if token.text in SENTENCE_ENDS else ' '}{token.text}"
            last = index
        return text


def left_out_of(doc: Doc, dates: Iterable[DateExpression]) -> frozenset[int]:
    """The words that no summary keeps: dates that say when, what holds and joins them, and what stands in brackets."""
    left_out: set[int] = set()
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        says_when = date.earliest or date.latest
        if (
            span is None
            or not says_when
            or span.root.dep_ in (*SUBJECTS, "obj")
            or _is_part_of_name(doc, span.start, date)
        ):
            continue
        left_out |= set(range(span.start, span.end))
        before = span.start - 1
        while before >= 0 and (doc[before].pos_ == "ADP" or doc[before].lower_ in words("time_holder")):
            left_out.add(before)
            before -= 1
    left_out |= {
        token.i for token in doc if token.pos_ == "CCONJ" and token.i - 1 in left_out and token.i + 1 in left_out
    }
    depth = 0
    for token in doc:
        depth = 0 if token.is_sent_start else depth
        depth += token.text == "("
        if depth:
            left_out.add(token.i)
        depth -= token.text == ")" and depth > 0
    return frozenset(left_out)


def _is_part_of_name(doc: Doc, start: int, date: DateExpression) -> bool:
    """A year that says which one: `Pemilu 2024`."""
    is_year = date.text.isdigit() or (date.text[:1].isdigit() and (date.value or "").isdigit())
    return is_year and start > 0 and doc[start - 1].pos_ in ("PROPN", "NOUN")


def _spoken_before(head: Token) -> list[int]:
    """The words of the quotation that ends straight before an act of saying."""
    doc, last = head.doc, head.i - 1
    while last > head.sent.start and (doc[last].text in QUOTES or doc[last].text == ","):
        last -= 1
    marks = {doc[index].text for index in range(last + 1, head.i)}
    if not marks & QUOTES or last <= head.sent.start:
        return []
    opened = [index for index in range(head.sent.start, last + 1) if doc[index].text in QUOTES]
    return list(range(opened[-1] + 1 if opened else head.sent.start, last + 1))


def _balanced(text: str) -> str:
    """A sentence without the mark of a quotation that goes on before or behind it, or with the one that it lacks."""
    marks = [place for place, letter in enumerate(text) if letter in DOUBLE_QUOTES]
    if len(marks) % 2 == 0:
        return text
    if marks[0] == 0 or marks[-1] == len(text) - 1:
        return (text[1:] if marks[0] == 0 else text[:-1]).lstrip(" ,.")
    return f'"{text}' if text[marks[0] - 1] in ",.?!" else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
