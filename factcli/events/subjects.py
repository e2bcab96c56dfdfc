"""Who does what a clause says: its own subject, or one that stands in another clause."""

from __future__ import annotations

from spacy.tokens import Token

from factcli.events.clause import MOST_STEPS, RELATIVE, SUBJECTS, is_relative_pronoun, preposition, relatives
from factcli.events.tables import words
from factcli.events.types import reporting_words

# Who says something is parsed as any of these beside a passive of saying.
SAYING = SUBJECTS | {"obl:agent"}


def subjects_of(head: Token) -> list[Token]:
    """The subjects of a clause: its own, one that it shares with the clause it hangs on (`usai tiba di Gaza`), or
    who says something then (`Hal itu disampaikan Sari saat mengunjungi Ambon`); `yang` is none.
    """
    step = head
    for _ in range(MOST_STEPS):
        own = [child for child in step.children if child.dep_ in SUBJECTS and not is_relative_pronoun(child)]
        found = own or _speaker(step)
        if found or step.head.i == step.i or not _shares_subject(step):
            return found
        step = step.head
    return []


def _shares_subject(clause: Token) -> bool:
    """True where who does what the clause says is the subject of the clause that it hangs on."""
    if clause.dep_ in ("conj", "xcomp"):
        return True
    if clause.dep_ != "advcl" or clause.pos_ != "VERB" or any(child.dep_ in SUBJECTS for child in clause.children):
        return False
    return not any(map(_is_agent, clause.head.children)) and any(
        child.lower_ in words("same_subject") for child in clause.children
    )


def _is_agent(noun: Token) -> bool:
    """`dibakar warga`: who does what a passive says may also be who does what the side clause says."""
    return noun.dep_ == "obl:agent" or (noun.dep_ == "obl" and not preposition(noun))


def _speaker(clause: Token) -> list[Token]:
    """Who says what was said just before (`hal itu`), while, before or after doing what the clause says."""
    saying, pointed_at = clause.head, words("pointing")
    opens = words("beside_saying") & {child.lower_ for child in clause.children if child.i < clause.i}
    if clause.dep_ != "advcl" or saying.i > clause.i or not opens or saying.lower_ not in reporting_words():
        return []
    before = [child for child in saying.children if child.i < clause.i]
    said = [child for child in before if any(one.lower_ in pointed_at for one in child.children)]
    return [child for child in before if child.dep_ in SAYING and child not in said][-1:] if said else []


def described(head: Token) -> Token | None:
    """The noun that a relative clause describes: `Gedung yang dibangun pada 1928`."""
    is_relative = head.dep_ in RELATIVE and head.head.i < head.i and head.pos_ == "VERB" and bool(relatives(head))
    return head.head if is_relative and head.head.pos_ in ("NOUN", "PROPN") else None
