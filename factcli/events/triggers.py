"""Which words can name a happening: event nouns, and words that head a clause."""

from __future__ import annotations

from spacy.tokens import Token

from factcli.events.lexicon import lexicon
from factcli.events.quotes import CLOSING, STRAIGHT

COMMA = ","
NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
MAIN_CLAUSES = frozenset({"root", "ROOT", "ccomp", "conj", "parataxis"})
MODIFYING = frozenset({"nmod", "nmod:poss", "compound", "flat", "flat:name", "amod", "fixed", "appos"})


def is_event_noun(token: Token) -> bool:
    """True for a noun that names a happening: `kunjungan`, `gempa`."""
    if token.pos_ not in NOMINAL or token.ent_type_ or token.lower_ in lexicon().reporting:
        return False
    return token.lower_ in lexicon().nouns and not _names_kind(token) and not _is_in_name(token)


def _is_in_name(noun: Token) -> bool:
    """True for a word of a longer name: `Ketua Tim Prediksi dan Peringatan Dini`."""
    behind = noun.dep_.startswith("flat") or noun.dep_ == "conj"
    return behind and noun.pos_ == noun.head.pos_ == "PROPN" and noun.sent._.kind != "title"


def _names_kind(noun: Token) -> bool:
    """True for the second noun of `harga penutupan`, `tim pencarian`: it tells what kind of thing is meant."""
    return noun.i == noun.head.i + 1 and noun.head.lower_ in lexicon().namer and noun.dep_ in MODIFYING


def is_clause_head(token: Token) -> bool:
    """True for a verb, or another word that has a subject of its own or heads a clause."""
    if token.dep_ in ("aux", "cop", "case", "mark") or _is_bare_modifier(token) or _is_word_itself(token):
        return False
    if token.pos_ in VERBAL or token.lower_ in lexicon().reporting or is_headline_verb(token):
        return True
    if says_after_quote(token):
        return True
    told = token.dep_ in MAIN_CLAUSES and token.pos_ in ("ADJ", "NOUN", "ADV", "NUM")
    return told and any(child.dep_ in SUBJECTS for child in token.children)


def _is_word_itself(token: Token) -> bool:
    """True for the noun `kata` (`kata kunci`): it says nothing, and nobody is said to say it."""
    if token.pos_ not in NOMINAL or lexicon().voice_of(token.text) != "bare" or token.i == token.sent.start:
        return False
    before, after = token.nbor(-1), token.nbor(1) if token.i + 1 < token.sent.end else token
    spoken = before.is_punct or after.pos_ in ("PROPN", "PRON") or any(c.dep_ in SUBJECTS for c in token.children)
    return token.lower_ in lexicon().reporting and not spoken


def says_after_quote(token: Token) -> bool:
    """True for `"Kami siap," jelas Sari`: a word that says only straight behind a quotation."""
    if token.lower_ not in lexicon().after_quote or not token.i or token.is_sent_start:
        return False
    return token.nbor(-1).text in CLOSING | STRAIGHT or _is_put_in(token)


def _is_put_in(token: Token) -> bool:
    """True for `, lanjutnya,` inside what is said."""
    after = token.i + 1
    while after < token.sent.end and not token.doc[after - 1].whitespace_ and not token.doc[after].is_punct:
        after += 1
    is_parted = after > token.i + 1
    return is_parted and after < token.sent.end and token.nbor(-1).text == token.doc[after].text == COMMA


def _is_bare_modifier(verb: Token) -> bool:
    """True for a verb that only tells which thing is meant: `keterangan tertulis`, `pembelian kembali`."""
    if verb.dep_ in MODIFYING and verb.head.pos_ in NOMINAL and not verb.ent_type_:
        return verb.sent._.kind != "title" and verb.lower_ not in lexicon().types
    alone = verb.dep_ == "acl" and verb.i == verb.head.i + 1 and verb.n_lefts + verb.n_rights == 0
    return alone and not lexicon().types.get(verb.lower_)


def is_headline_verb(token: Token) -> bool:
    """True for a verb that a headline's capitals make look like a name: `Merkel Sambangi Peru`."""
    if token.pos_ != "PROPN" or token.ent_type_ or token.sent._.kind != "title":
        return False
    return lexicon().voice_of(token.text) in ("bare", "active", "passive", "middle")


def is_going(token: Token) -> bool:
    """True for the preposition of a headline without a verb: `Menlu ke Jenewa`."""
    if token.lower_ not in lexicon().going or token.sent._.kind != "title" or token.i == token.sent.start:
        return False
    return token.i + 1 < token.sent.end and {token.nbor(-1).pos_, token.nbor(1).pos_} == {"PROPN"}
