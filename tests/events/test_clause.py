"""Which words of a sentence a summary keeps, on trees made by hand."""

from __future__ import annotations

import pytest
from growth import calls
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from factcli.events.clause import begins_whole, phrase

# Words, their tags, relations and heads: `Berdasarkan jadwal itu, warga berkumpul di Ambon`.
HELD = [
    ("Berdasarkan", "ADP", "case", 5),
    ("jadwal", "NOUN", "obl", 5),
    ("itu", "DET", "det", 1),
    (",", "PUNCT", "punct", 5),
    ("warga", "NOUN", "nsubj", 5),
    ("berkumpul", "VERB", "root", 5),
    ("di", "ADP", "case", 7),
    ("Ambon", "PROPN", "obl", 5),
]
VERB = 5


@pytest.fixture
def doc() -> Doc:
    """The sentence."""
    return Doc(
        create_vocab("id", BaseDefaults),
        words=[word for word, *_ in HELD],
        pos=[tag for _, tag, *_ in HELD],
        deps=[relation for *_, relation, _ in HELD],
        heads=[head for *_, head in HELD],
        sent_starts=[number == 0 for number in range(len(HELD))],
    )


def test_a_phrase_before_the_verb_keeps_the_word_that_holds_it(doc: Doc) -> None:
    assert begins_whole(doc[VERB], range(8), ()), "with its word"
    assert not begins_whole(doc[VERB], range(1, 8), ()), "without"
    assert begins_whole(doc[VERB], range(1, 8), {0}), "whose word is left out everywhere, as of a date"
    assert begins_whole(doc[VERB], range(4, 8), ()), "from the subject on"
    assert begins_whole(doc[VERB], range(5, 8), ()), "from the verb on"


def test_clauses_in_clauses_are_read_once_each() -> None:
    def deep(count: int) -> Doc:
        heads = [0, *range(count - 1)]
        deps = ["root", *["acl:relcl"] * (count - 1)]
        vocab = create_vocab("id", BaseDefaults)
        return Doc(vocab, words=["menembak"] * count, pos=["VERB"] * count, deps=deps, heads=heads)

    assert phrase(deep(4)[0], ()) == {0, 1, 2, 3}
    assert calls(lambda doc: phrase(doc[0], ()), deep(16)) < 3 * calls(lambda doc: phrase(doc[0], ()), deep(8))
