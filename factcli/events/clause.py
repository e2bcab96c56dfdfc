"""The clause that states an event, cut to its core: which words of the sentence a summary keeps.

Works on Universal Dependencies as the Indonesian treebanks use them (UD 2, CSUI and PUD).
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from spacy.tokens import Doc, Token

from factcli.events.quotes import is_spoken
from factcli.events.tables import words
from factcli.tokens.document import is_word

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
VERBAL = frozenset({"VERB", "ADJ", "AUX"})
# Relations by which an event noun hangs on the verb that states it: `gempa mengguncang`, `menggelar rapat`.
GOVERNED_BY = frozenset({"nsubj", "nsubj:pass", "obj", "xcomp", "ccomp"})
ASIDES = frozenset({"parataxis", "discourse", "vocative", "dislocated", "orphan"})
RELATIVE = frozenset({"acl", "acl:relcl"})
CLAUSES = RELATIVE | {"advcl"}
# What can stand before the subject and needs the word that holds it: `berdasarkan jadwal itu`.
HELD = frozenset({"obl", "obl:tmod", "nmod", "nmod:tmod", "advcl"})
BEFORE_VERB = frozenset({"AUX", "ADV", "PART"})
LINKS = frozenset({"mark", "cc", "case"})
# In words: of a clause behind a noun, and of a name beside it, that a summary keeps.
LONGEST_CLAUSE, LONGEST_NAME = 20, 6
# Arcs that are walked up the tree for the clause that states an event, and for its subject.
MOST_STEPS = 3
MARKS = frozenset({"PUNCT", "SPACE"})
BRACKETS = frozenset("()")
DASHES = frozenset("-–—−")
TYING = frozenset({"ADP", "SCONJ", "CCONJ"})
TIES = TYING | MARKS
NAMING = frozenset({"NOUN", "PROPN"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
# Words of these classes open what can be left out: a linking word, a mark, `yang`.
OPENING = TIES | {"ADV", "PART"}


def clause_head(trigger: Token) -> Token:
    """The word on which the clause hangs: the trigger, or the verb that governs the event noun."""
    head = trigger.head
    is_noun = trigger.pos_ in ("NOUN", "PROPN") and not any(child.dep_ in SUBJECTS for child in trigger.children)
    if is_noun and trigger.dep_ in GOVERNED_BY and head.pos_ in VERBAL:
        return head
    if trigger.dep_ in ("compound", "flat", "fixed", "compound:plur") and head.i != trigger.i:
        return clause_head(head)
    return trigger


def governed(head: Token, cues: Collection[str]) -> Token:
    """The head of the clause that must be quoted with this one, so that nothing is stated that the text does not.

    What stands under a word of data/summary.toml's `governing` (`membantah menerima uang`) goes with it; so does what
    is not stated as a fact by a cue above the clause. `cues` are the words of such a status, empty for a fact.
    """
    step, found = head, head
    for _ in range(MOST_STEPS):
        above = step.head
        if above.i == step.i or step.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "obj", "csubj", "obl"):
            break
        if (
            step.dep_ == "xcomp"
            or above.lower_ in words("governing")
            or (cues and not _has_cue(found, cues) and (above.lower_ in cues or _has_cue(above, cues)))
        ):
            found = above
        step = above
    return found


def _has_cue(head: Token, cues: Collection[str]) -> bool:
    return any(child.lower_ in cues for child in (head, *head.children) if child.i <= head.i)


def preposition(noun: Token) -> set[int]:
    """The places of what holds a noun where it is no subject: `oleh Sari`, `soal rapat yang dibuka Sari`."""
    return {child.i for child in noun.children if child.dep_ == "case"}


def is_beside(noun: Token) -> bool:
    """True for an event noun that only says what another event came before or after: `pulang setelah gempa itu`."""
    links = {child.lower_ for child in noun.children if child.i < noun.i and child.dep_ in LINKS}
    return noun.pos_ in ("NOUN", "PROPN") and not links.isdisjoint(words("beside"))


def relatives(head: Token) -> set[int]:
    """The relative pronouns of a clause: `yang`."""
    return {child.i for child in head.children if is_relative_pronoun(child)}


def is_relative_pronoun(token: Token) -> bool:
    """True for `yang`."""
    return "Rel" in token.morph.get("PronType", [])


def verb_start(head: Token, left_out: Collection[int] = ()) -> int:
    """The place of the first of the words before a verb that go with it: `telah`, `tidak akan`."""
    place = head.i
    while place > head.sent.start and head.doc[place - 1].pos_ in BEFORE_VERB and place - 1 not in left_out:
        place -= 1
    return place


def core(head: Token, left_out: Collection[int]) -> set[int]:
    """The words of the clause without asides, linking words at its beginning, and what is `left_out` anyway."""
    kept = phrase(head, left_out, head)
    start = verb_start(head, left_out)
    place, before = start - 1, set(range(start, head.i))
    # `Dewi, kepala desa yang baru, mengatakan` is not `Dewi baru mengatakan`.
    of_other = place >= head.sent.start and is_relative_pronoun(head.doc[place]) and place not in relatives(head)
    kept = kept - before if of_other else kept | before
    return _without_rest(head, kept, left_out)


def _without_rest(head: Token, kept: set[int], left_out: Collection[int]) -> set[int]:
    """The words without those behind a clause that is left out: `tiba | setelah bertugas | di Gaza`.

    What stands between two commas can go alone.
    """
    doc, gap = head.doc, list[int]()
    for place in range(head.i + 1, max(kept, default=head.i) + 1):
        if place not in kept:
            gap += [place] if place not in left_out else []
        else:
            has_words = any(doc[other].is_alpha for other in gap)
            if has_words and not (doc[gap[0]].text == "," and doc[gap[-1]].text == ","):
                return {other for other in kept if other < gap[0]}
            gap = []
    return kept


def is_whole(head: Token, kept: Collection[int], left_out: Collection[int]) -> bool:
    """True where the words keep what the verb cannot do without: what is said, what is begun, what is asked for."""
    needed = [child for child in head.children if child.dep_ in ("ccomp", "xcomp", "obj") and child.i > head.i]
    behind = next((token for token in head.sent if token.i > max(kept) and token.i not in left_out), None)
    is_purpose_cut = behind is not None and behind.lower_ in words("purpose")
    is_clause_cut = behind is not None and _lacks_verb(head, kept)
    is_complete = all(child.i in kept for child in needed)
    return is_complete and not is_purpose_cut and not is_clause_cut


def _lacks_verb(head: Token, kept: Collection[int]) -> bool:
    """True where no verb is kept of a clause that is said or tied to its head: `mengatakan, warga`, `siap jika ia`."""
    behind = [head.doc[place] for place in sorted(kept) if place > head.i]
    last = max((n for n, token in enumerate(behind) if token.pos_ == "SCONJ"), default=None)
    is_said = head.i + 1 < head.sent.end and head.nbor(1).text == ","
    clause = behind if last is None else behind[last:]
    return (is_said or last is not None) and not any(token.pos_ in VERBAL for token in clause)


def phrase(head: Token, left_out: Collection[int], top: Token | None = None) -> set[int]:
    """The words of a phrase without its asides and long clauses; `top` is the head of the clause, whose links are left
    out too.
    """
    kept = {head.i} - set(left_out)
    for child in head.children:
        if _is_aside(child, head, left_out, top):
            continue
        part = phrase(child, left_out, top if child.dep_ in ("xcomp", "ccomp") else None)
        if child.dep_ not in CLAUSES or len(part) <= LONGEST_CLAUSE:
            kept |= part
    return kept


def _is_aside(child: Token, head: Token, left_out: Collection[int], top: Token | None) -> bool:
    if child.i in left_out or child.dep_ in ASIDES or not is_word(child):
        return True
    if child.dep_ == "punct":
        # Brackets that are not left out are those of a date.
        return not (_is_inside_word(child) or _is_of_numbers(child) or child.text in BRACKETS)
    if child.dep_ == "conj":
        # Verbs joined within a clause that is kept go together: `pria yang menipu dan melukai warga`.
        is_within = top is None and not any(one.dep_ in SUBJECTS for one in child.children)
        return child.pos_ == "VERB" and not is_within and not _shares_object(child)
    if child.dep_ == "appos":
        return child.i > 0 and child.doc[child.left_edge.i - 1].text == "," and not _is_name(child)
    if child.dep_ in CLAUSES:
        return not _is_told_with(child, head, left_out)
    if top is not None and head.i == top.i:
        return (child.dep_ in LINKS and child.i < head.i and not _is_kept_link(child, head)) or _opens(child, head)
    return False


def _is_kept_link(child: Token, head: Token) -> bool:
    """`untuk`, `bahwa` inside a clause that is kept with the one above it."""
    return head.dep_ in ("xcomp", "ccomp", *CLAUSES) and head.head.i < child.i and child.i > child.sent.start


def _is_inside_word(mark: Token) -> bool:
    """A mark within a word or a number: `Kompas.com`, `anti-korupsi`, `5,1`."""
    if mark.i == 0 or mark.i + 1 >= len(mark.doc) or mark.whitespace_ or mark.nbor(-1).whitespace_:
        return False
    return mark.nbor(1).text[:1].isalnum() and mark.nbor(-1).text[-1:].isalnum()


def _is_of_numbers(mark: Token) -> bool:
    """A dash before a number or between two: `-0,3%`, `Rp 93 - Rp 108`."""
    behind = mark.doc[mark.i + 1 : mark.i + 3]
    if mark.text not in DASHES or not len(behind):
        return False
    is_sign = not mark.whitespace_ and behind[0].text[:1].isdigit()
    follows = mark.i > 0 and mark.nbor(-1).text[-1:].isdigit()
    return is_sign or (follows and any(token.text[:1].isdigit() for token in behind))


def _shares_object(verb: Token) -> bool:
    """`menanam dan memanen padi`: a second verb without a subject or object of its own before the shared one."""
    return verb.i - verb.head.i <= 2 and not any(child.dep_ in SUBJECTS for child in verb.children)


def _is_name(aside: Token) -> bool:
    """A name between commas says who or where: `Gubernur Maluku, Dewi Anggraini`."""
    name = list(aside.subtree)
    return len(name) <= LONGEST_NAME and name[0].pos_ == "PROPN"


def _is_told_with(clause: Token, head: Token, left_out: Collection[int]) -> bool:
    """A clause behind its head, with no comma between them unless the sentence ends with it."""
    is_apart = clause.doc[max(0, clause.left_edge.i - 1)].text == ","
    is_cut_off = is_apart and not _is_last(clause, left_out)
    return clause.i > head.i and not is_cut_off and clause.lower_ not in words("seen_on")


def _is_last(clause: Token, left_out: Collection[int]) -> bool:
    behind = clause.doc[clause.right_edge.i + 1 : clause.sent.end]
    return all(token.i in left_out or token.pos_ in MARKS for token in behind)


def _opens(child: Token, head: Token) -> bool:
    """What stands before the subject and only ties the clause to what was said before: `Sebelumnya`."""
    subjects = [one.left_edge.i for one in head.children if one.dep_ in SUBJECTS]
    is_before = bool(subjects) and child.dep_ not in SUBJECTS and child.right_edge.i < min(subjects)
    if not is_before or child.dep_ not in ("obl", "advmod", "advcl", "mark", "cc", "nmod"):
        return False
    opening = list(child.subtree)
    if child.dep_ in ("obl", "nmod"):
        # Only what points back can go: `Dalam acara itu`; `Untuk kapal ketiga` says which.
        return any(token.pos_ == "PRON" or token.lower_ in words("demonstrative") for token in opening)
    return opening[0].lower_ not in words("attributing")


def is_quoted(token: Token) -> bool:
    """True for what is said in somebody's own words."""
    return is_spoken(token) or any(child.lower_ in words("first_person") for child in token.subtree)


def is_half(doc: Doc, kept: Collection[int]) -> bool:
    """True for words with the first half of `tidak hanya ..., tetapi juga ...`, and not the second."""
    said = [doc[place].lower_ for place in sorted(kept)]
    opens = any(one in words("not") and other in words("only") for one, other in pairwise(said))
    return opens and not words("but") & set(said)


def is_cut_cleanly(doc: Doc, kept: Collection[int], left_out: Collection[int]) -> bool:
    """True where what is left out between or behind the kept words begins at a linking word or a mark, and what stands
    before them is no part of their first phrase.

    Else a phrase or an object is cut: `membebaskan siswa | memilih cara belajar`, `putusan etik | hakim`, `Gedung DPR |
    Pusat`.
    """
    first, last = min(kept), max(kept)
    sentence = doc[first].sent
    before = doc[first - 1] if first > sentence.start else None
    is_held = before is not None and (before.pos_ in NOMINAL or before.lower_ in words("attributing"))
    if before is not None and before.i not in left_out and is_held:
        return False
    for index in range(first + 1, min(last + 2, sentence.end)):
        token, is_kept, follows_kept = doc[index], index in kept, index - 1 in kept
        if index in left_out or index - 1 in left_out or is_kept == follows_kept:
            continue
        if not is_kept and not _opens_what_can_go(token):
            return False
        if is_kept and (doc[index - 1].pos_ in TYING or (token.pos_ in NOMINAL and doc[index - 1].pos_ not in MARKS)):
            return False
    return True


def begins_whole(head: Token, kept: Collection[int], left_out: Collection[int]) -> bool:
    """False where a phrase before the verb has lost the word that holds it: `Berdasarkan | jadwal itu, warga tiba`."""
    top = first = head.doc[min(kept)]
    while top.head.i != head.i and top.head.i != top.i:
        top = top.head
    if top.i >= head.i or top.dep_ not in HELD or first.i == head.sent.start:
        return True
    return first.i - 1 in left_out or first.nbor(-1).pos_ in MARKS


def _opens_what_can_go(token: Token) -> bool:
    return token.pos_ in OPENING or token.i in relatives(token.head)
