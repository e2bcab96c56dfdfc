"""A short sentence for a happening, made of the text's own words: agent, predicate, patient, place.

The clause is cut down, not made up: side clauses, asides and dates go, the rest stays in its order. Where the clause
leaves its subject to another clause or to a pronoun, the name it means stands first. What somebody says in a quotation
stands before the words that say who: `"Kami siap," kata Sari`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from factcli.events.arguments import Arguments
from factcli.events.clause import Clause
from factcli.events.lexicon import clause_words, lexicon
from factcli.events.naming import is_behind_entity
from factcli.events.predicates import Predicate
from factcli.events.roles import antecedent, apposed_subject, inherited_subjects, is_passive
from factcli.events.status import cues
from factcli.events.tables import read_table
from factcli.schema import DateExpression, Status

LONGEST_QUOTE = 20
QUOTES = frozenset("\"“”«»„'‘’")
TIES = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT", "SPACE"})
NEAR_QUOTE = 2
# A summary without a subject of no more words than this says too little: what stands before the verb goes with it.
LONELY = 3
# As many capitals make a word that may be no abbreviation.
SHORTEST_SHOUT = 4
OBJECTS = frozenset({"obj", "nsubj", "nsubj:pass"})
NAMING = frozenset({"NOUN", "PROPN", "NUM"})
ELLIPSIS = "…"


class Summaries:
    """Writes the summaries of one article's happenings.

    `names`: entity id -> name. `left_out` are the tokens that no summary keeps: see `clause.left_out_of`.
    `quoted` is the quotation that each token stands in (quotes.quoted_depth).
    """

    def __init__(
        self,
        doc: Doc,
        arguments: Arguments,
        names: Mapping[str, str],
        left_out: frozenset[int],
        quoted: Sequence[int],
    ) -> None:
        self.doc = doc
        self.arguments = arguments
        self.names = names
        self.left_out = left_out
        self.quoted = quoted

    def of(self, predicate: Predicate, status: Status) -> str:
        """The clause of a happening, cut to its core; see the module's docstring."""
        doc, arguments, verb = self.doc, self.arguments, self.doc[predicate.verb]
        if verb.sent._.kind == "title":
            return verb.sent.text.strip()
        hedges = cues()[status] if status in ("negated", "possible") else frozenset()
        clause = Clause(doc, predicate, self.left_out)
        kept = _trimmed(doc, clause.core(hedges), hedges)
        spoken = _spoken_before(verb, self.quoted) if clause.says else []
        if spoken:
            return _quotation(doc, spoken, self._speech_tag(clause, kept))
        subjects = clause.subjects()
        pronouns = [subject for subject in subjects if subject.pos_ == "PRON" and subject.i in arguments.referents]
        named_before = clause.trigger.i < verb.i
        relatives = [subject for subject in subjects if antecedent(subject) is not subject and not named_before]
        if subjects and not pronouns and not relatives:
            return self._sentence(kept)
        told_of = [told for told in (apposed_subject(verb),) if told is not None]
        able = verb.pos_ == "VERB" or told_of
        leads = self._lead(clause, [*pronouns, *relatives, *told_of]) if able else ""
        unsaid = {index for subject in pronouns for index in _whole_word(subject)} if leads else set()
        text = self._sentence(_trimmed(doc, kept - unsaid))
        if not leads and verb.pos_ == "VERB" and not clause.says and len(kept) <= LONELY:
            return self._sentence(_trimmed(doc, kept | clause.words_before()))
        if not leads or text.casefold().startswith(leads.casefold()):
            return text
        if leads.casefold() in text.casefold():
            return self._sentence(kept)
        if clause.says and lexicon().voice_of(verb.text) == "bare":
            return _capital(self._speech_tag(clause, kept))
        return _capital(f"{leads} {_small(doc, text, kept)}")

    def _lead(self, clause: Clause, subjects: Sequence[Token]) -> str:
        """Whom the clause leaves unsaid, or says by a pronoun."""
        for subject in subjects or _shared_subjects(clause.verb):
            head = antecedent(subject)
            if head.i in self.arguments.referents:
                return clause_joiner().join(self.names[entity] for entity in self.arguments.of(head)[:2])
            if (head.pos_ in ("NOUN", "PROPN") or head is not subject) and head.i != clause.trigger.i:
                return self._joined(_trimmed(self.doc, clause.phrase(head)))
        return ""

    def _speech_tag(self, clause: Clause, kept: Collection[int]) -> str:
        """`kata Sari di Mataram`, a pronoun in it replaced by the name it means."""
        doc, verb, referents = self.doc, clause.verb, self.arguments.referents
        behind = {index for index in kept if index >= verb.i}
        meant = [index for index in behind if index in referents and doc[index].head.i == verb.i]
        if not meant:
            return self._joined(behind)
        name = clause_joiner().join(self.names[entity] for entity in referents[meant[0]])
        rest = self._joined([index for index in behind if index > meant[0]])
        return " ".join(filter(None, (self._joined({verb.i}), name, rest)))

    def _sentence(self, kept: Collection[int]) -> str:
        text = self._joined(kept)
        if not kept:
            return text
        first = self.doc[min(kept)]
        return text if any(letter.isupper() for letter in first.text[1:]) else _capital(text)

    def _joined(self, indices: Collection[int]) -> str:
        """The tokens at `indices` in order, glued where the text glues them, with the commas that still part them."""
        doc = self.doc
        text = ""
        last = None
        for index in sorted(indices):
            token = doc[index]
            if last is None:
                text = self._said_softly(token)
            elif last == index - 1 and not doc[last].whitespace_:
                text += token.text
            else:
                between = [doc[place].text for place in range(last + 1, index) if place not in self.left_out]
                text += f", {token.text}" if between == [","] else f" {token.text}"
            last = index
        return text

    def _said_softly(self, first: Token) -> str:
        """A word as the article writes it elsewhere, where its opening writes it in capitals: `RAJA`, `BENCANA`."""
        if not first.is_upper or len(first) < SHORTEST_SHOUT or first.ent_type_:
            return first.text
        return _capital(self._soft_spellings.get(first.lower_, first.text))

    @cached_property
    def _soft_spellings(self) -> dict[str, str]:
        """Each word in small letters -> how the article first writes it otherwise than in capitals."""
        return {token.lower_: token.text for token in reversed(self.doc) if not token.is_upper}


def _whole_word(token: Token) -> list[int]:
    """The tokens into which a parser parted one word: `Kedua` and `nya`."""
    first = token.i
    while first > token.sent.start and not token.doc[first - 1].whitespace_ and not token.doc[first - 1].is_punct:
        first -= 1
    return list(range(first, token.i + 1))


def _shared_subjects(verb: Token) -> list[Token]:
    """The subject that the clause shares with the one it hangs on; what is only said (`hal itu`) does nothing."""
    if is_passive(verb) or verb.lower_ in lexicon().attribution:
        return []
    shared = inherited_subjects(verb)
    return [one for one in shared if one.dep_ != "nsubj:pass" or one.head.lower_ not in lexicon().reporting]


def _spoken_before(verb: Token, quoted: Sequence[int]) -> list[int]:
    """The tokens of the quotation that ends straight before an act of saying, from its sentence on."""
    last = verb.i - 1
    while last > verb.sent.start and (verb.doc[last].text in QUOTES or verb.doc[last].text == ","):
        last -= 1
    marks = {verb.doc[index].text for index in range(last + 1, verb.i)}
    closed = not quoted[verb.i] or (verb.nbor(-1).text in QUOTES and "," in marks)
    if not closed or not marks & QUOTES or verb.i - last > NEAR_QUOTE + 2:
        return []
    opened = [index for index in range(verb.sent.start, last + 1) if verb.doc[index].text in QUOTES]
    words = list(range(opened[-1] + 1 if opened else verb.sent.start, last + 1))
    while words and (verb.doc[words[0]].text in QUOTES or verb.doc[words[0]].pos_ in ("PUNCT", "SPACE")):
        words.pop(0)
    return words


def _quotation(doc: Doc, spoken: Sequence[int], tag: str) -> str:
    """`"Kami siap," kata Sari`, a long quotation cut short."""
    words = doc[spoken[0] : spoken[-1] + 1].text.split()
    long = len(words) > LONGEST_QUOTE
    told = " ".join(words[:LONGEST_QUOTE]).strip("".join(QUOTES)).rstrip(",.;: ")
    return f'"{_capital(told)}{f" {ELLIPSIS}" if long else ""}," {tag}'


def clause_joiner() -> str:
    """What stands between two names: ` dan `."""
    return f" {next(iter(clause_words('joining')))} "


def timed_tokens(doc: Doc, dates: Iterable[DateExpression]) -> frozenset[int]:
    """The tokens of the dates, and of the prepositions that lead them; not those that an event is about or named by."""
    timed: set[int] = set()
    told: set[int] = set()
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None:
            continue
        if _is_told_of(span) or span.root.head.i in told or _names_which(date, span):
            told |= {token.i for token in span}
            continue
        for token in span:
            timed.add(token.i)
            timed |= {child.i for child in token.children if child.dep_ == "case"}
        if span.start and doc[span.start - 1].pos_ == "ADP":
            timed.add(span.start - 1)
    return frozenset(timed - told)


def _is_told_of(span: Span) -> bool:
    """True for a date that is itself what a clause is about (`Tanggal 17 merupakan ...`), and no parser's slip.

    A verb such as `bertemu` has no day for its object, and a verb of doing has none for its subject.
    """
    verb, relation = span.root.head, span.root.dep_
    if relation not in OBJECTS:
        return False
    if relation == "obj":
        return lexicon().voice_of(verb.text) not in ("bare", "middle")
    return verb.pos_ != "VERB" or verb.lower_ in lexicon().state or verb.lower_ in lexicon().light


def _names_which(date: DateExpression, span: Span) -> bool:
    """True for a year inside a name: `Pemilu 2024`, `Nomor 26 Tahun 2019`."""
    before = span.doc[span.start - 1] if span.start else None
    inside = before is not None and before.pos_ in NAMING and before.idx + len(before.text) + 1 >= span.start_char
    value = date.value or ""
    is_year = value.isdigit() and len(value) == len("2024") and any(token.like_num for token in span)
    return inside and is_year and (len(span) == 1 or not is_behind_entity(span))


def _trimmed(doc: Doc, kept: Collection[int], hedges: Collection[str] = ()) -> set[int]:
    """`kept` without the words at either end that only tie it to what is left out; `hedges` stay."""
    places = sorted(kept)
    openings = frozenset(read_table("summary.toml")["opening"]["words"])
    while places and doc[places[0]].lower_ not in hedges:
        first = doc[places[0]]
        if first.pos_ not in TIES and first.lower_ not in openings:
            break
        places.pop(0)
    while places and (doc[places[-1]].pos_ in TIES or doc[places[-1]].dep_ == "case"):
        places.pop()
    return set(places)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(doc: Doc, text: str, kept: Collection[int]) -> str:
    """`text` behind a name: with the first letter that the word has in the article."""
    first = next((doc[index].text for index in sorted(kept) if text.casefold().startswith(doc[index].lower_)), "")
    return (first[:1] or text[:1]) + text[1:]
