"""Which event a quantity measures, and the component that says so."""

from __future__ import annotations

import pytest

from factcli.schema import Event, Quantity, Trigger

spacy = pytest.importorskip("spacy")

# Word, head, relation.
PARSED = [
    ("Gempa", 1, "nsubj"),
    ("menewaskan", 1, "root"),
    ("12", 3, "nummod"),
    ("orang", 1, "obj"),
    ("dan", 5, "cc"),
    ("melukai", 1, "conj"),
    ("30", 7, "nummod"),
    ("warga", 5, "obj"),
    (".", 1, "punct"),
    ("Harganya", 12, "nsubj"),
    ("Rp", 12, "nummod"),
    ("50", 10, "nummod"),
    ("juta", 12, "root"),
]


def events_at(*words: str) -> list[Event]:
    """An event at each of these words."""
    text = " ".join(word for word, *_ in PARSED)
    return [
        Event(
            id=f"v{number}",
            trigger=Trigger(start=text.index(word), end=text.index(word) + len(word), text=word, lemma=word),
            class_="OCCURRENCE",
        )
        for number, word in enumerate(words, 1)
    ]


def measured(*words: str) -> dict[str, str | None]:
    """The event of each quantity, by its text, as the component sets it."""
    from factcli.quantities.component import create_quantities

    nlp = spacy.blank("xx")
    component = create_quantities(nlp, "quantities")
    texts, heads, relations = zip(*PARSED, strict=True)
    starts = [number in (0, 9) for number in range(len(PARSED))]
    doc = spacy.tokens.Doc(nlp.vocab, words=texts, heads=heads, deps=relations, sent_starts=starts)
    doc._.events = events_at(*words)
    quantities: list[Quantity] = component(doc)._.quantities
    return {quantity.text: quantity.event for quantity in quantities}


def test_each_hangs_on_the_verb_that_says_what_it_is_of() -> None:
    assert measured("Gempa", "menewaskan", "melukai") == {"12 orang": "v2", "30 warga": "v3", "Rp 50 juta": None}


def test_the_event_must_stand_in_the_sentence() -> None:
    assert measured() == {"12 orang": None, "30 warga": None, "Rp 50 juta": None}
